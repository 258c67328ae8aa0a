"""The words that the rules go by, as data files, and their loaders."""
