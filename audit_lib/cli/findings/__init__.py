"""`privacy-audit findings`: list findings and decide about them, one file a command."""
