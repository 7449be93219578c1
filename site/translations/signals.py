"""What happens by itself when a page or a text is saved, moved, reviewed or deleted."""
