"""The notice that a map implies."""
