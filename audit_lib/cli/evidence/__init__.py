"""`privacy-audit evidence`: what really happened, set against what the map declares."""
