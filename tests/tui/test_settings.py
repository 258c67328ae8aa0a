"""config.toml and what is kept between sessions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Browse
from tests.tui.memory import Memory
from tiestui.query import View
from tiestui.tui.actions import ACTIONS
from tiestui.tui.sessions import keep_place, kept_view
from tiestui.tui.settings import (
    Session,
    check_keys,
    check_settings,
    load_session,
    load_settings,
    save_session,
    settings_path,
)
from tiestui.tui.state import History, Place


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_keys_do_not_clash() -> None:
    keys, problems = check_keys({action.id: action.keys for action in ACTIONS.values()})
    assert problems == []
    assert len(keys) == len(ACTIONS)


def test_an_unknown_id_and_a_clash_are_both_named(tmp_path: Path) -> None:
    path = write(tmp_path / "config.toml", '[keys]\nserch = "F2"\nhelp = "slash"\n')
    problems = check_settings(path)
    assert any("no action 'serch'" in problem for problem in problems)
    assert any("slash is the key of search and of help" in problem for problem in problems)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = 'pink'", "night"),
        ("glyphs = 3", "ascii"),
        ("colour = 'red'", "no setting"),
        ("[keys]\nquit = 'ctrl+enter'", "cannot send"),
        ("[keys]\nquit = 3", "needs a text"),
        ("theme = ", "no TOML"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(tmp_path: Path, text: str, words: str) -> None:
    settings = load_settings(write(tmp_path / "config.toml", text))
    assert words in settings.problems[0]
    assert settings.theme is None


def test_a_missing_file_is_sound(tmp_path: Path) -> None:
    assert check_settings(tmp_path / "none.toml") == []
    assert settings_path().name == "config.toml"


async def test_the_readers_keys_work_and_problems_are_told_at_the_start(browse: Browse, tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path / "c.toml", '[keys]\n"pane.quotes" = "f2,b"\nnothing = "x"\n'))
    async with browse(settings=settings) as walk:
        assert any("no action 'nothing'" in note.message for note in walk.app._notifications)
        await walk.press("b")
        assert walk.screen.view.pane == "quotes"
        await walk.press("1", "f2")
        assert walk.screen.view.pane == "quotes"


def test_a_session_comes_back_and_a_broken_one_is_a_new_one(tmp_path: Path) -> None:
    session = Session(theme="day", ladder=True)
    save_session(session, tmp_path / "state" / "session.json")
    assert vars(load_session(tmp_path / "state" / "session.json")) == vars(session)
    assert vars(load_session(write(tmp_path / "broken.json", "[1]"))) == vars(Session())
    assert load_session(write(tmp_path / "broken.json", '{"places": 3}')).places == {}


def test_the_place_comes_back_as_far_as_it_holds(tmp_path: Path, memory: Memory) -> None:
    session, path = Session(), tmp_path / "a.db"
    view = View(pane="quotes", query="fish").with_filter("topic", "trade")
    keep_place(session, path, Place(view, "speaker"), "st-bbbb2222")
    restored, place = kept_view(memory, session, path, View())
    assert restored == view
    assert place is not None
    assert place.key == memory.key_of("st-bbbb2222")
    session.places[str(path)]["filters"] = [["nonsense", ["x"], False]]
    assert kept_view(memory, session, path, View()) == (View(), None)
    assert kept_view(memory, session, tmp_path / "other.db", View()) == (View(), None)


async def test_the_next_start_is_where_the_last_one_ended(browse: Browse, tmp_path: Path) -> None:
    session, path = Session(), tmp_path / "a.db"
    async with browse(session=session, path=path) as walk:
        await walk.press("2", "j", "T", "q")
    async with browse(session=session, path=path, restore=True) as walk:
        assert walk.screen.view.pane == "quotes"
        assert walk.screen.row is not None
        assert walk.screen.row.id == "st-bbbb2222"
        assert walk.app.theme == "slate"


async def test_the_next_start_is_at_the_passage_where_the_last_one_ended(browse: Browse, tmp_path: Path) -> None:
    session, path = Session(), tmp_path / "a.db"
    async with browse(session=session, path=path) as walk:
        await walk.press("j", "j", "enter", "q")
    async with browse(session=session, path=path, restore=True) as walk:
        assert walk.screen.view.pane == "sources"
        assert walk.screen.record_id == "up-aaaa3333"
        assert "Norway – Peru" in walk.lines()[0]
    session.places[str(path)]["source"] = "gone"
    async with browse(session=session, path=path, restore=True) as walk:
        assert "Harbour talks end in the north" in walk.text


def test_history_goes_back_and_forward() -> None:
    one, two, three = (Place(View(query=word)) for word in ("one", "two", "three"))
    history = History()
    history.leave(one)
    history.leave(two)
    assert history.step_back(three) == two
    assert history.step_back(two) == one
    assert history.step_back(one) is None
    assert history.step_forward(one) == two
    history.leave(two)
    assert history.step_forward(two) is None
