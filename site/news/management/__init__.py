"""Commands of the app “news”."""
