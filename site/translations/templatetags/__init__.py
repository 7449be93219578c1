"""Template tags of the language versions."""
