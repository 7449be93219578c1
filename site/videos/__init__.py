"""Videos that exclude nobody: the record, its files, captions, versions, player and publish gate."""
