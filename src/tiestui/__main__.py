"""``python -m tiestui``: the same as the ``tiestui`` command."""

import sys

from tiestui.cli import main

if __name__ == "__main__":
    sys.exit(main())
