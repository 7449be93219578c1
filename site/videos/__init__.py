"""Videos that exclude nobody: the record, its files, captions and versions, the player, and the publish gate."""
