"""Language versions that never lie: freshness, translating, review, and what follows the source."""
