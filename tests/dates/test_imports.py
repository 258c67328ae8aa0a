"""What the way to a plain listing imports of dates stays light."""

import subprocess
import sys


def test_dates_are_light_until_prose_is_read() -> None:
    code = (
        "import sys; import tiestui.dates.typed as t; t.parse_edtf('2022-09'); "
        "print([m for m in ('dateutil', 'tiestui.dates.grammar', 'calendar') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
