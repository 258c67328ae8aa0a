"""The browser: panes over one View, painted with Textual. Widgets take values; only `desk` and `app` know the archive.

Importing this package loads nothing of Textual: `actions` and `settings` serve the command line too.
"""
