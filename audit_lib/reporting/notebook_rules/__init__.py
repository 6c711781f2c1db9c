"""The house rules of notebooks: what keeps them short, safe to open, and the same wherever they run."""
