"""`privacy-audit notebooks`: whether notebooks keep the rules of the house."""
