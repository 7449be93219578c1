"""News items, the list of them, and their feeds."""
