"""The proof in German."""

from ringback.core.people import OpeningKind
from ringback.core.proof.forms import Form
from ringback.core.proof.words import Words
from ringback.core.touches import Line, Purpose, Reason, Reply, Result, Via

WORDS = Words(
    day="%d.%m.%Y",
    titles={Form.US: "Nachweis der Arbeitssuche", Form.DE: "Bewerbungsnachweis"},
    headings=(
        "Datum", "Firma und Anschrift", "Ansprechperson", "Art", "Stelle", "Ergebnis",
    ),
    name="Name",
    number="Kundennummer",
    period="Zeitraum",
    week="Woche vom {first} bis {last}",
    count="Kontakte: {contacts}, Arbeitgeber: {employers}",
    page="Seite {page} von {pages}",
    made="Erstellt am {day} aus den Aufzeichnungen zu jedem Kontakt",
    confirm="Diese Eigenbemühungen habe ich an den genannten Tagen unternommen; "
    "die Angaben sind wahr.",
    sign="Datum, Unterschrift",
    nothing="In diesem Zeitraum ist kein Kontakt verzeichnet.",
    applied={
        OpeningKind.ADVERTISED: "Bewerbung auf Stellenanzeige",
        OpeningKind.APPROACH: "Initiativbewerbung",
        OpeningKind.REFERRAL: "Bewerbung auf Empfehlung",
    },
    via={
        Via.MAIL: "E-Mail", Via.POST: "Post", Via.PORTAL: "Online-Formular",
        Via.HAND: "persönlich", None: "",
    },
    call="Telefonat",
    mail="E-Mail",
    interview="Vorstellungsgespräch",
    receptionist="Zentrale",
    hr="Personalabteilung",
    sent="Versandt",
    no_answer="noch keine Antwort",
    answered="{day}: {what}",
    interview_held="Gespräch geführt",
    lines={
        Line.ANSWERED: "Erreicht", Line.NO_ANSWER: "Niemand erreicht", Line.BUSY: "Besetzt",
        Line.DEAD_END: "Ansagemenü, niemand erreicht",
        Line.VOICEMAIL: "Anrufbeantworter, keine Nachricht",
        Line.VOICEMAIL_LEFT: "Nachricht hinterlassen", Line.INVALID: "Nummer nicht vergeben",
        Line.WRONG_NUMBER: "Falsche Nummer",
    },
    results={
        Result.TALKED: "Gesprochen, noch nichts vereinbart",
        Result.NAME_OBTAINED: "Namen der Führungskraft erfahren",
        Result.MESSAGE_TAKEN: "Nachricht aufgenommen",
        Result.BLOCKED: "Nicht durchgestellt",
        Result.PASSED_TO_HR: "An die Personalabteilung verwiesen",
        Result.CALL_BACK: "Um Rückruf gebeten",
        Result.LEFT_COMPANY: "Person arbeitet nicht mehr dort",
        Result.WRONG_PERSON: "Nicht zuständig",
        Result.REFERRED_INSIDE: "An Kollegen verwiesen",
        Result.REFERRED_OUTSIDE: "An andere Firma verwiesen",
        Result.SEND_MORE: "Weitere Unterlagen erbeten",
        Result.APPLY_ONLINE: "Um Online-Bewerbung gebeten",
        Result.NOT_HIRING: "Derzeit kein Bedarf",
        Result.NOT_INTERESTED: "Kein Interesse",
        Result.FILLED: "Stelle besetzt",
        Result.REJECTED: "Absage",
        Result.INTERVIEW_SET: "Einladung zum Gespräch",
        Result.MEETING_SET: "Informelles Treffen vereinbart",
        Result.DO_NOT_CONTACT: "Wünscht keinen weiteren Kontakt",
    },
    replies={
        Reply.POSITIVE: "positive Antwort", Reply.INFORMATION: "Antwort",
        Reply.OBJECTION: "Einwände", Reply.NOT_NOW: "derzeit kein Bedarf",
        Reply.REFERRAL: "an andere Person verwiesen", Reply.WRONG_PERSON: "nicht zuständig",
        Reply.RECEIPT: "Eingang bestätigt", Reply.OUT_OF_OFFICE: "abwesend",
        Reply.BOUNCE: "unzustellbar zurück", Reply.REJECTION: "Absage",
        Reply.STOP: "wünscht keinen weiteren Kontakt",
    },
    purposes={
        Purpose.FOLLOW_UP: "Nachgefragt", Purpose.ANSWER: "Geantwortet",
        Purpose.MORE: "Erbetene Unterlagen versandt", Purpose.CONFIRM: "Schriftlich bestätigt",
        Purpose.CLOSING: "Abschließendes Schreiben", Purpose.STATUS: "Nach dem Stand gefragt",
    },
    reasons={
        Reason.HIRED: "eingestellt", Reason.DECLINED: "Angebot abgelehnt",
        Reason.REJECTED: "Absage", Reason.NOT_INTERESTED: "kein Interesse",
        Reason.FILLED: "Stelle besetzt",
    },
    interview_agreed="Einladung zum Gespräch",
    offer="Stellenangebot",
)  # fmt: skip
