"""The published notice: its sentences, how to recognise each one again, and what in the map rests on it."""
