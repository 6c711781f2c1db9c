"""Data maps and notices on disk: read strictly, with every fault at its place, and written without loss."""
