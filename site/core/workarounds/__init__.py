"""Workarounds for faults of others: one module each, and a test that notices when it can go."""
