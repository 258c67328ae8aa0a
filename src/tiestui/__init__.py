"""tiestui: the chronology of a relationship between two countries, with the source under every line."""

__version__ = "0.1.0"
