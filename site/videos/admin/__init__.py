"""What staff do with films: the list, the page of one film, its captions, progress and removal."""
