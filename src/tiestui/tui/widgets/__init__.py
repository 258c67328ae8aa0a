"""The browser's widgets: they take values, talk up by messages and know no archive."""
