"""What every page type stands on; knows no other app of the site."""
