"""Columns: what they mean by their headings, and by what stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.columns import Column, Field, columns_of, named

HEADINGS = {
    Field.EMPLOYER: [
        *("Company", "company_name", "Employer", "Name of company", "Organization", "Firma"),
        *("Unternehmen", "Arbeitgeber", "Entreprise", "Société", "Empresa", "COMPANY", "Company:"),
    ],
    Field.TITLE: [
        *("Position", "Job Position", "Job Title", "jobTitle", "Role", "Title", "Stelle"),
        *("Stellenbezeichnung", "Poste", "Intitulé du poste", "Puesto", "Vacante", "Job"),
    ],
    Field.SENT_ON: [
        *("Date Applied", "Application Date", "applied on", "Applied", "Date", "Resume sent"),
        *("Date sent", "Beworben am", "Bewerbungsdatum", "Datum", "Gesendet", "Date d'envoi"),
        *("Date de candidature", "Fecha de solicitud", "Enviado el", "Fecha"),
    ],
    Field.SAVED_ON: ["Date Saved", "Saved", "Date added", "Gespeichert am", "Guardado el"],
    Field.CLOSES_ON: [
        *("Deadline", "Closing date", "Apply by deadline", "Bewerbungsfrist", "Date limite"),
        "Fecha límite",
    ],
    Field.STATUS: ["Status", "listName", "List", "Stage", "Application status", "Statut", "Estado"],
    Field.RESPONSE: ["Response", "Outcome", "Antwort", "Rückmeldung", "Réponse", "Respuesta"],
    Field.FOLLOW_UP: [
        *("Follow up", "Follow-up", "Next step", "Next Action", "Nächster Schritt"),
        *("Relance", "Próximo paso", "Wiedervorlage"),
    ],
    Field.FOLLOW_UP_ON: ["Next Action Date", "Follow up date", "Follow-up on date"],
    Field.PERSON: [
        *("Contact", "Contact Person", "contact_person", "Hiring Manager", "Contact name"),
        *("Ansprechpartner", "Kontakt", "Recruiter", "Interlocuteur", "Persona de contacto"),
    ],
    Field.PERSON_TITLE: ["Contact title", "Manager's title", "Contact position"],
    Field.PERSON_PHONE: ["Contact phone", "Contact's phone no.", "Direct line", "Durchwahl"],
    Field.PHONE: ["Phone", "Tel.", "Telephone", "Telefon", "Telefonnummer", "Teléfono", "Phone no"],
    Field.MOBILE: ["Mobile", "Cell phone", "Handy", "Portable", "Móvil"],
    Field.SWITCHBOARD: ["Company phone", "Main number", "Switchboard", "Zentrale", "Standard"],
    Field.EXTENSION: ["Ext", "Extension", "Nebenstelle"],
    Field.PERSON_MAIL: ["Contact Email", "Contact e-mail"],
    Field.MAIL: ["Email", "E-Mail", "Mail", "Courriel", "Correo electrónico"],
    Field.EMPLOYER_MAIL: ["Company email"],
    Field.LINKEDIN: ["LinkedIn", "LinkedIn URL", "Contact LinkedIn"],
    Field.URL: [
        "URL",
        "Job URL",
        "Link",
        "Job Link",
        "Posting",
        "Stellenanzeige",
        "Lien",
        "Enlace",
    ],
    Field.SITE: ["Company Website", "Website", "Webseite", "Company URL"],
    Field.PLACE: ["Location", "Place", "Ort", "Lieu", "Ubicación", "City/State", "Where"],
    Field.CITY: ["City", "Stadt", "Ville", "Ciudad"],
    Field.COUNTRY: ["Country", "Land", "Pays", "País", "Country/Region"],
    Field.VIA: ["Source", "Applied via", "How", "Where found", "Platform", "Kanal", "Job board"],
    Field.SALARY: ["Salary", "Max. Salary", "Salary Range", "Gehalt", "Salaire", "Salario"],
    Field.NOTE: ["Notes", "Comments", "My notes", "Interview notes", "Bemerkungen", "Notas"],
    Field.FILES: ["Resume", "CV version", "Cover letter", "Lebenslauf", "Anschreiben", "Lettre"],
    Field.REPORTS_TO: ["Reports to"],
    Field.KIND: ["Type", "Application type", "Art", "Tipo"],
    Field.SIZE: ["Employees", "Company size"],
    Field.FIRST_NAME: ["First Name", "Vorname"],
    Field.LAST_NAME: ["Last Name", "Nachname"],
}
UNKNOWN = [
    *("Excitement", "Priority", "Sector", "Interview date", "Date posted", "Connected On", "Fax"),
    *("Last contacted", "Company culture", "Response date", "Job ID", "x", "", "htmlDescription"),
]


@pytest.mark.parametrize(
    ("heading", "field"), [(text, field) for field, texts in HEADINGS.items() for text in texts]
)
def test_a_heading_in_any_of_four_languages_is_understood(heading: str, field: Field) -> None:
    assert named(heading) is field


@pytest.mark.parametrize("heading", UNKNOWN)
def test_a_heading_that_says_something_else_is_left_alone(heading: str) -> None:
    assert named(heading) is None


def meanings(headings: list[str], *rows: tuple[str, ...]) -> list[Field | None]:
    return [column.field for column in columns_of(headings, rows, {}, {})]


def test_a_column_without_a_heading_is_told_by_its_content() -> None:
    rows = [
        ("Oxbow", "a@x.example", "https://x.example/1", "614-555-0143", "applied"),
        ("Gable", "b@x.example", "https://x.example/2", "614-555-0144", "rejected"),
    ]
    assert meanings(["Company", "", "", "", ""], *rows) == [
        Field.EMPLOYER, Field.MAIL, Field.URL, Field.PHONE, Field.STATUS]  # fmt: skip


def test_applied_with_yes_and_no_is_a_status() -> None:
    rows = [("Oxbow", "yes"), ("Gable", "no"), ("Fenwick", "yes")]
    assert meanings(["Company", "Applied?"], *rows)[1] is Field.STATUS


def test_sent_with_words_is_a_status_and_not_a_day() -> None:
    rows = [("Oxbow", "applied"), ("Gable", "rejected"), ("Fenwick", "waiting")]
    assert meanings(["Company", "Applied"], *rows)[1] is Field.STATUS


def test_contact_with_numbers_is_a_number() -> None:
    rows = [("Oxbow", "614-555-0143"), ("Gable", "614-555-0144")]
    assert meanings(["Company", "Contact"], *rows)[1] is Field.PHONE


def test_a_follow_up_of_days_is_a_day() -> None:
    rows = [("Oxbow", "11/3/2026"), ("Gable", "11/4/2026"), ("Fenwick", "call them")]
    assert meanings(["Company", "Follow up"], *rows)[1] is Field.FOLLOW_UP_ON


@pytest.mark.parametrize(
    ("cells", "field"), [(("OH", "IN"), Field.REGION), (("applied", "rejected"), Field.STATUS)]
)
def test_state_is_where_or_how_it_stands(cells: tuple[str, ...], field: Field) -> None:
    rows = [("Oxbow", cell) for cell in cells]
    assert meanings(["Company", "State"], *rows)[1] is field


def test_of_two_columns_for_one_thing_the_first_counts() -> None:
    columns = columns_of(["Company", "Employer", "Notes", "Comments"], [], {}, {})
    assert [column.field for column in columns] == [Field.EMPLOYER, None, Field.NOTE, Field.NOTE]
    assert columns[1].why == "there is another column for the employer"


def test_a_column_called_name_fills_the_gap() -> None:
    assert meanings(["Name", "Status"])[0] is Field.EMPLOYER
    assert meanings(["Company", "Name", "Status"])[1] is Field.PERSON


def test_the_users_word_goes_before_the_sources_and_before_the_heading() -> None:
    usual: dict[str, Field | None] = {"Status": Field.NOTE, "Company": None}
    columns = columns_of(["company", "Status"], [], {"Company": Field.PERSON}, usual)
    assert columns == (
        Column(0, "company", Field.PERSON, "you said so"),
        Column(1, "Status", Field.NOTE, "as this source has it"),
    )


def test_columns_reach_as_far_as_the_longest_row() -> None:
    assert len(columns_of(["Company"], [("a",), ("a", "b", "c")], {}, {})) == 3


@given(st.lists(st.text(max_size=20), max_size=8), st.lists(st.lists(st.text(max_size=12))))
def test_any_headings_and_cells_get_columns(headings: list[str], rows: list[list[str]]) -> None:
    columns = columns_of(headings, rows, {}, {})
    assert [column.index for column in columns] == list(range(len(columns)))
