"""`privacy-audit incident`: clock, assessment, papers and register of breaches, one file a command."""
