"""The seeker's own lists read in: ties and positions are kept as counts and days, and go again."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps

from ringback.book.imports import Import, ImportRow
from ringback.book.parties import Employer, Person
from ringback.book.ties import Position, Tie
from ringback.desk.erase import erase_person
from ringback.desk.imports import import_file, preview, take_back
from ringback.sources.source import ReadOptions
from tests.desk.factories import a_desk, a_search
from tests.sources.kept import file_of
from tests.sources.linkedin_files import CONNECTIONS, MESSAGES, OTHERS, WHOLE, export_of

pytestmark = pytest.mark.django_db


def test_a_whole_export_is_read_in_at_once(tmp_path: Path) -> None:
    desk = a_desk()
    report = import_file(desk, export_of(tmp_path, WHOLE), ReadOptions())
    assert (report.source, report.refused) == ("LinkedIn's export", 0)
    # Two connections, correspondents, invitations, positions and jobs; one recommendation.
    assert report.created == 2 + 2 + 2 + 2 + 1 + 2
    assert {tie.name for tie in Tie.objects.all()} == {
        "Avis Tarrow", "Zoë Müller, PMP", "Zoë Müller",
    }  # fmt: skip
    assert [(one.employer, one.until) for one in Position.objects.order_by("pk")] == [
        ("Oxbow Rail", date(2019, 11, 30)), ("Example Mill", None),
    ]  # fmt: skip
    assert not Employer.objects.filter(name__contains="Oxbow").exists()


def test_the_dry_run_says_of_each_part_what_it_is(tmp_path: Path) -> None:
    told = preview(export_of(tmp_path, WHOLE), ReadOptions())
    assert [one.label for one in told][-1] == "left alone"
    assert all(name in told[-1].notes[0] for name in OTHERS)
    messages = next(one for one in told if one.source == "linkedin-messages")
    kept = {column.heading: column.meaning for column in messages.columns}
    assert (kept["CONTENT"], kept["SUBJECT"], kept["DATE"]) == ("not kept", "not kept", "day")
    assert messages.rows == 2


def test_no_word_of_a_message_is_in_the_book(tmp_path: Path) -> None:
    import_file(a_desk(), export_of(tmp_path, WHOLE), ReadOptions())
    models = apps.get_app_config("book").get_models()
    texts = [repr(list(model._default_manager.values_list())) for model in models]
    assert any("Oxbow Rail" in text for text in texts)
    for secret in ("Thanks for the call", "Gladly", "Enjoyed our call", "a joy", "Planned trains"):
        assert not any(secret in text for text in texts)


def test_reading_it_again_changes_nothing(tmp_path: Path) -> None:
    desk, path = a_desk(), export_of(tmp_path, WHOLE)
    first = import_file(desk, path, ReadOptions())
    again = import_file(desk, path, ReadOptions())
    assert (again.import_id, again.created, again.updated) == (0, 0, 0)
    assert again.rows == first.rows
    assert Import.objects.count() == 1


def test_the_second_part_adds_to_the_first(tmp_path: Path) -> None:
    desk = a_desk()
    import_file(desk, export_of(tmp_path, {"messages.csv": MESSAGES}, "Part 1.zip"), ReadOptions())
    assert not Person.objects.exists()
    part = export_of(tmp_path, {"Connections.csv": CONNECTIONS}, "Part 2.zip")
    report = import_file(desk, part, ReadOptions())
    assert report.created == 2
    assert Tie.objects.filter(profile="avis-tarrow").count() == 2


def test_what_is_told_of_somebody_known_is_an_update(tmp_path: Path) -> None:
    desk = a_desk()
    head, rows = CONNECTIONS.split("Connected On\n")
    undated = file_of(tmp_path, f"{head}Connected On\n{rows}".replace("05 Jan 2019", ""), "a.csv")
    import_file(desk, undated, ReadOptions())
    report = import_file(desk, file_of(tmp_path, CONNECTIONS, "b.csv"), ReadOptions())
    assert (report.created, report.updated, report.known) == (0, 1, 1)
    assert ImportRow.objects.filter(of_id=report.import_id, became="updated").count() == 1


def test_an_import_taken_back_takes_its_ties_along(tmp_path: Path) -> None:
    desk, path = a_desk(), export_of(tmp_path, WHOLE)
    report = import_file(desk, path, ReadOptions())
    take_back(desk, report.import_id)
    assert not Tie.objects.filter(imported__taken_back_at__isnull=True).exists()
    assert import_file(desk, path, ReadOptions()).created > 0


def test_whose_messages_they_are_is_known_by_the_searchs_own_name(tmp_path: Path) -> None:
    one = MESSAGES.split("2-B==")[0]
    path = file_of(tmp_path, one, "messages.csv")
    assert import_file(a_desk(), path, ReadOptions()).refused == 0
    nameless = a_desk(search=a_search(seeker_name=""))
    report = import_file(nameless, path, ReadOptions())
    assert (report.created, report.refused) == (0, 1)
    assert ImportRow.objects.get(of_id=report.import_id).cells == []


def test_who_is_erased_leaves_no_tie(tmp_path: Path) -> None:
    desk = a_desk()
    import_file(desk, export_of(tmp_path, WHOLE), ReadOptions())
    erase_person(desk, Person.objects.get(name="Avis Tarrow"))
    assert not Tie.objects.filter(profile="avis-tarrow").exists()
    assert not Tie.objects.filter(name="Avis Tarrow").exists()
    assert Tie.objects.filter(profile="zoe-muller").exists()
