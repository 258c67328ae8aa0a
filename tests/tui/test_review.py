"""The browser's hook to decisions: each is kept at once and can be taken back."""

from pathlib import Path

import pytest

from tiestui.archive import open_archive
from tiestui.chronology import mention_id
from tiestui.errors import ArchiveError, FieldError
from tiestui.model.records import AnyRecord
from tiestui.tui.review import Review

from ..chronology.making import agreement

TREATY = agreement("a", "2020-05-06", "Treaty on the protection of seabirds")
NAME = mention_id(TREATY)


@pytest.fixture
def review(tmp_path: Path) -> Review:
    path = tmp_path / "archive.db"
    with open_archive(path, "write") as archive:
        archive.bulk_import([TREATY])
    return Review(path)


def held(review: Review) -> AnyRecord:
    with open_archive(review.path) as archive:
        return archive.record(NAME)


def test_decisions_of_the_browser_are_kept(review: Review) -> None:
    assert review.accept(NAME) == f"accepted {NAME}"
    review.star(NAME)
    review.note(NAME, "see the annex")
    review.edit(NAME, "date", "june 2020")
    record = held(review)
    assert (record.review, record.starred, record.note) == ("edited", True, "see the annex")
    assert record.date is not None
    assert record.date.edtf == "2020-06"


def test_a_second_star_takes_the_star_away(review: Review) -> None:
    review.star(NAME)
    assert review.star(NAME).startswith("star taken from")
    assert held(review).starred is False


def test_the_last_decision_is_undone_first(review: Review) -> None:
    review.reject(NAME)
    assert held(review).review == "rejected"
    assert review.undo().startswith("undone: reject")
    assert held(review).review == "unreviewed"
    with pytest.raises(ArchiveError):
        review.undo()


def test_an_edit_that_cannot_be_is_refused(review: Review) -> None:
    with pytest.raises(FieldError):
        review.edit(NAME, "status", "lost")
    assert held(review).review == "unreviewed"
