"""Rules on the grounds on which processing rests."""
