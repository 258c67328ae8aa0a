"""A View over an Archive becomes rows, and rows become text, tables and data."""
