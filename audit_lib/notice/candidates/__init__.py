"""A candidate map, drafted from a notice that nobody has mapped."""
