"""The letters of a request, one file a kind or a part, and the words that they share."""
