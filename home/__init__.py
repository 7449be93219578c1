"""The front door and the standard pages; arranges what the other apps publish."""
