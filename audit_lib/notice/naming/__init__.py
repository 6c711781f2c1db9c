"""The organisations and countries that a notice names."""
