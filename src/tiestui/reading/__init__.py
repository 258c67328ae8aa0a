"""Reading: a file or a stream to a `Document`.

`read_file` and `read_bytes` give one document, `read_all` and `read_all_bytes` those of a container too, `read_tree`
the files of folders. Failures are `InputError`s that name the file. Each format's library is imported when a document
of its kind is first met.
"""

from tiestui.reading.files import Overrides, read_all, read_all_bytes, read_bytes, read_file
from tiestui.reading.limits import DEFAULT_LIMITS, Limits
from tiestui.reading.loading import load, load_stream
from tiestui.reading.tree import read_tree

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "Overrides",
    "load",
    "load_stream",
    "read_all",
    "read_all_bytes",
    "read_bytes",
    "read_file",
    "read_tree",
]
