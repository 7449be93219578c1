"""Commands of the app “videos”."""
