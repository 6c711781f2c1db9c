"""Rules on the map itself."""
