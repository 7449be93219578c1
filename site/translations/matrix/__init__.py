"""The matrix: every page and vocabulary against every language, and what is shown of it elsewhere."""
