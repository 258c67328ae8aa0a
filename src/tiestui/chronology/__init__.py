"""The chronology: mentions of many documents merged into records, with corroboration and conflicts.

`merge` gives the records, `merge_groups` also the superseded ids that lead to each, `block_key` what can merge at all.
`tiestui.chronology.duplicates` finds reprints, `tiestui.chronology.speakers` the names that are one speaker.
"""

from tiestui.chronology.identity import block_key, mention_id
from tiestui.chronology.merging import Merged, chronological, merge, merge_groups

__all__ = ["Merged", "block_key", "chronological", "mention_id", "merge", "merge_groups"]
