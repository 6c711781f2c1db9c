"""Breaches as entries of the register: made, changed, checked."""
