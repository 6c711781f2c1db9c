"""The signs of what must be told, in the words of a notice that nobody has mapped."""
