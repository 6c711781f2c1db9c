"""`privacy-audit notice`: examine, map, compare and draft a notice, one file a command."""
