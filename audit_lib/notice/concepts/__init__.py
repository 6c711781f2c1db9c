"""What a sentence speaks of: data, purposes, parties, people, periods, rights."""
