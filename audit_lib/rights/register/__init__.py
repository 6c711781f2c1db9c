"""Requests and restrictions as entries of the register: made, changed, imported, read back."""
