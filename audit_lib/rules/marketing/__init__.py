"""Rules on the right to object and on direct marketing."""
