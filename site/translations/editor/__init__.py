"""The translation editor: source and target side by side, changed texts first (ADR 0025)."""
