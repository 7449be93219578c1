"""Contact persons, organisations, themes and funders, always used by reference."""
