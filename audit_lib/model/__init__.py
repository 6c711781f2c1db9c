"""The nouns of the workbench: frozen values without input or output."""
