"""Drafts of the desk: kept as they are typed, merged field by field, never silently overwritten."""

from datetime import timedelta
from uuid import uuid4

import pytest

from leads.models import DeskDraft, DraftGone
from tests.world import AT, gleb, olga

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep():
    """`keep(base, name="Пётр")` in one window of Olga's."""
    key, by = uuid4(), olga()

    def now(base, *, at=AT, parked=None, **changes):
        return DeskDraft.keep(key, changes, base=base, by=by, at=at, parked=parked)

    now.key, now.by = key, by
    return now


def standing():
    return DeskDraft.objects.get()


def test_it_works(keep):
    first = keep(0, name="Пётр", text="цех")
    second = keep(first.version, text="цех, 5 га", at=AT + timedelta(seconds=2))
    assert (first.clashes, second.clashes, second.news) == ({}, {}, {})
    assert standing().fields == {"name": "Пётр", "text": "цех, 5 га"}
    assert standing().opened_at == AT < standing().touched_at


def test_said_again_it_changes_nothing(keep):
    assert keep(0, name="Пётр").version == keep(0, name="Пётр").version == 1


def test_two_windows_are_merged_field_by_field(keep):
    base = keep(0, name="Пётр").version
    keep(base, text="цех")
    other = keep(base, company="Агросад")
    assert other.clashes == {}
    assert other.news == {"text": "цех"}
    assert standing().fields == {"name": "Пётр", "text": "цех", "company": "Агросад"}


def test_the_same_field_changed_twice_is_a_clash_and_not_overwritten(keep):
    base = keep(0, name="Пётр").version
    theirs = keep(base, text="цех").version
    mine = keep(base, text="склад", company="Агросад")
    assert mine.clashes == {"text": "цех"}
    assert standing().fields["text"] == "цех"
    assert standing().fields["company"] == "Агросад", "the rest is kept all the same"
    assert mine.version > theirs
    assert keep(mine.version, text="склад").clashes == {}, "said again over what was told"
    assert standing().fields["text"] == "склад"


def test_a_cleared_field_is_a_change_too(keep):
    base = keep(0, name="Пётр", text="цех").version
    keep(base, text="")
    assert keep(base, text="склад").clashes == {"text": ""}


def test_emptied_it_goes(keep):
    base = keep(0, name="Пётр").version
    assert keep(base, name="").version == 0
    assert not DeskDraft.objects.exists()


def test_nothing_typed_makes_no_draft(keep):
    keep(0, name="", text="")
    assert not DeskDraft.objects.exists()


def test_what_was_saved_elsewhere_does_not_come_back(keep):
    base = keep(0, name="Пётр").version
    assert DeskDraft.finish(keep.key, by=keep.by)
    assert not DeskDraft.finish(keep.key, by=keep.by)
    with pytest.raises(DraftGone):
        keep(base, name="Пётр!")
    assert not DeskDraft.objects.exists()


def test_two_operators_have_a_draft_each(keep):
    keep(0, name="Пётр")
    DeskDraft.keep(keep.key, {"name": "Иван"}, base=0, by=gleb(), at=AT)
    names = {row.operator.username: row.fields["name"] for row in DeskDraft.objects.all()}
    assert names == {"olga": "Пётр", "gleb": "Иван"}


def test_parked_and_taken_up_again(keep):
    base = keep(0, name="Пётр", parked=True).version
    assert DeskDraft.objects.of_operator(keep.by).parked().count() == 1
    keep(base, parked=False)
    assert not DeskDraft.objects.parked().exists()


def test_what_no_field_could_hold_is_left_out(keep):
    keep(0, name="a\x00b", **{"<b>": "x", "text": ["no", "text"]})
    assert standing().fields == {"name": "ab"}


def test_the_forgotten(keep):
    keep(0, name="Пётр")
    assert list(DeskDraft.objects.forgotten(AT)) == []
    assert list(DeskDraft.objects.forgotten(AT + timedelta(days=1))) == [standing()]
