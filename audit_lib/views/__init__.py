"""Answers as pictures, tables and sentences."""
