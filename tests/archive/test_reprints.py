"""Which documents are reprints, and so what counts as corroborated: by their texts, in whatever order they come."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tiestui.archive import Archive, open_archive
from tiestui.chronology.duplicates import find_reprints, sketch
from tiestui.model.documents import Document, Metadata

from ..chronology.making import upgrade
from .test_decisions import records

FLASH = "Italy and New Zealand raised their ties to a strategic partnership in the spring, both ministers told us."
LINES = [
    FLASH,
    "The ferry to the northern island leaves at noon and comes back before the lamps are lit in the old town.",
    "Nobody in the harbour could remember a winter in which the nets had come up as heavy as they did then.",
    "A grant for the school of music was read out twice, as the first reading could not be heard for the wind.",
    "Twelve carpenters worked for a year on the roof of the hall in which the two delegations are to meet.",
]


def add(archive: Archive, name: str, text: str) -> None:
    said = upgrade(name, "2018-07", text=FLASH)
    mentions = [said] if text.startswith(FLASH) else []
    archive.add(Document(name, text, Metadata(), (), f"{name}{text}"), mentions, location=f"/somewhere/{name}")


def told(archive: Archive) -> dict[str, str]:
    return {source.id: source.duplicate_of for source in archive.sources() if source.duplicate_of}


def corroboration(archive: Archive) -> int:
    (record,) = records(archive).values()
    return record.corroboration


def test_a_note_that_stands_in_two_articles_makes_them_no_reprints(path: Path) -> None:
    with open_archive(path, "write") as archive:
        add(archive, "long", "\n".join(LINES[:4]))
        add(archive, "other", "\n".join([FLASH, LINES[4]]))
        assert (told(archive), corroboration(archive)) == ({}, 2)
        add(archive, "flash", FLASH)
        assert (told(archive), corroboration(archive)) == ({"flash": "long"}, 2)
        archive.remove("long")
        assert (told(archive), corroboration(archive)) == ({"flash": "other"}, 1)


def plainly(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    return find_reprints({name: sketch(text) for name, text in texts})


TEXTS = st.lists(st.sampled_from(range(len(LINES))), min_size=1, max_size=5, unique=True).map(
    lambda chosen: "\n".join(LINES[number] for number in chosen)
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), TEXTS | st.none()), min_size=4, max_size=14))
def test_reprints_are_what_the_texts_make_them_whatever_came_and_went(steps: list[tuple[str, str | None]]) -> None:
    held: dict[str, str] = {}
    with TemporaryDirectory() as folder, open_archive(Path(folder, "one.db"), "write") as archive:
        for name, text in steps:
            if text is not None:
                add(archive, name, text)
                held[name] = text
            elif name in held:
                archive.remove(name)
                del held[name]
            assert told(archive) == plainly(held.items())
