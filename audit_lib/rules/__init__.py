"""Rules that look for what an auditor would report, over a map and the claims of its notice."""
