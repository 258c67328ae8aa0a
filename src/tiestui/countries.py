"""Countries by name, demonym, capital and code (ISO 3166-1 alpha-3)."""
