"""Whether a posting asks for no calls: eleven languages, and what only looks like it."""

import pytest

from ringback.sources.postings.no_calls import LONGEST, asks_for_none, no_calls_in

ASKED = {
    "en": """
        No calls, please.
        No phone calls please!
        Please do not call; apply by e-mail.
        Please, no telephone enquiries.
        Phone calls will not be accepted.
        We are unable to take phone calls about this vacancy.
        No walk-ins or phone calls.
        Applicants should refrain from calling the office.
        Don't call us, we'll call you.
        No calls from candidates or agencies.
        No agencies, no calls.
        No emails or phone calls.
        Due to the number of applications we cannot answer any phone enquiries.
        NO CALLS
    """,
    "de": """
        Bitte keine Anrufe.
        Bitte sehen Sie von telefonischen Rückfragen ab.
        Von telefonischen Anfragen bitten wir abzusehen.
        Wir bitten Sie, von telefonischen Nachfragen Abstand zu nehmen.
        Bitte rufen Sie uns nicht an.
        Telefonische Auskünfte werden leider nicht erteilt.
        Keine telefonischen Bewerbungen!
        Bitte nicht anrufen
    """,
    "fr": """
        Pas d'appels téléphoniques, s'il vous plaît.
        Merci de ne pas téléphoner.
        Prière de ne pas nous appeler.
        Aucun renseignement ne sera donné par téléphone.
        Ne nous appelez pas.
        Les candidatures par téléphone ne seront pas traitées.
    """,
    "es": """
        No llamar, por favor.
        Se ruega no llamar por teléfono.
        Abstenerse de llamar.
        No se atenderán llamadas telefónicas.
        Sin llamadas.
        Las llamadas no serán atendidas.
    """,
    "it": """
        Non telefonare.
        Si prega di non chiamare.
        No telefonate, solo e-mail.
        Non si accettano candidature telefoniche.
        Si prega di non contattarci telefonicamente.
    """,
    "pt": """
        Por favor, não ligar.
        Não telefone; envie o currículo por e-mail.
        Não atendemos chamadas telefónicas.
        Não serão aceitas ligações.
        Sem ligações, por favor.
    """,
    "nl": """
        Gelieve niet te bellen.
        Bel ons alsjeblieft niet.
        Geen telefoontjes a.u.b.
        Telefonische sollicitaties worden niet in behandeling genomen.
    """,
    "pl": """
        Prosimy nie dzwonić.
        Prosimy o niekontaktowanie się telefonicznie.
        Nie udzielamy informacji przez telefon.
        Nie odbieramy telefonów w sprawie tej oferty.
    """,
    "sv": """
        Vänligen ring inte.
        Inga telefonsamtal, tack.
        Vi undanber oss telefonsamtal.
        Vi tar inte emot samtal om tjänsten.
    """,
    "da": """
        Ring venligst ikke.
        Telefoniske henvendelser frabedes.
        Ingen telefonopkald, tak.
        Vi modtager ikke telefoniske henvendelser.
    """,
    "no": """
        Vennligst ikke ring.
        Ingen telefonhenvendelser, takk.
        Telefonhenvendelser besvares ikke.
    """,
}
NOT_ASKED = {
    "en": """
        No calls from agencies, please.
        No calls from recruiters or staffing firms.
        Please do not hesitate to call.
        Don't hesitate to call us with questions.
        Recruitment agencies: please do not call.
        Note to agencies: no phone calls or e-mails.
        Agency calls will not be accepted.
        No cold calls: all leads are warm.
        No cold calling.
        No calls after 6 pm.
        Please do not call before 9 am.
        No on-call duty and no night shifts.
        No sales calls.
        You will take calls from customers.
        We do not call it work.
        We do not call references before the second interview.
        Calls from unsolicited agencies are not accepted.
        No calls required in this chat-only role.
        Don't be afraid to phone.
        Call us if you have questions; no question is too small.
        Telephone skills are a must; you answer forty calls a day.
    """,
    "de": """
        Zögern Sie nicht, uns anzurufen.
        Bitte keine Anrufe von Personalvermittlern.
        Keine Kaltakquise am Telefon.
        Rufen Sie uns gerne an!
        Personaldienstleister: bitte keine Anrufe.
    """,
    "fr": """
        N'hésitez pas à nous appeler.
        Pas d'appels d'agences de recrutement.
        Cabinets de recrutement, merci de ne pas appeler.
        Pas d'appels à froid.
    """,
    "es": """
        No dude en llamar.
        No dudes en llamarnos.
        No se aceptan llamadas de agencias.
        Sin llamadas en frío.
        Sin llamadas comerciales.
    """,
    "it": """
        Non esitate a chiamare.
        Non esitate a telefonare in ufficio.
        No telefonate da agenzie.
    """,
    "pt": """
        Não hesite em ligar.
        Não aceitamos chamadas de agências de recrutamento.
    """,
    "nl": """
        Aarzel niet te bellen.
        Acquisitie naar aanleiding van deze vacature wordt niet op prijs gesteld.
        Geen telefoontjes van wervingsbureaus.
    """,
    "pl": """
        Nie wahaj się zadzwonić.
        Nie przyjmujemy telefonów od agencji pracy.
    """,
    "sv": """
        Tveka inte att ringa.
        Vi undanber oss samtal från annonsförsäljare och rekryteringsföretag.
    """,
    "da": """
        Tøv ikke med at ringe.
        Vi modtager ikke opkald fra rekrutteringsbureauer.
    """,
    "no": """
        Nøl ikke med å ringe.
        Vi ønsker ikke kontakt med annonseselgere.
        Ingen telefonhenvendelser fra rekrutteringsbyråer.
    """,
}

MORE_ASKED = """
    We kindly ask that you do not phone us regarding your application.
    Absolutely no phone calls.
    Please, no calls or drop-ins.
    Phone calls about this position will not be returned.
    No phone inquiries please.
    Kindly refrain from calling to check on the status of your application.
    Telephone applications cannot be considered.
    Von Anrufen bitten wir abzusehen.
    Wir bitten darum, auf telefonische Nachfragen zu verzichten.
    Bitte verzichten Sie auf Anrufe.
    Anrufe werden nicht entgegengenommen.
    Nous ne répondons pas aux appels téléphoniques.
    Merci de ne pas nous contacter par téléphone.
    Aucune information ne sera communiquée par téléphone.
    Inutile de téléphoner.
    No se informará por teléfono.
    No se atiende telefónicamente.
    Por favor, no llamen a la oficina.
    Non verranno prese in considerazione candidature telefoniche.
    Vietato telefonare.
    Astenersi da telefonate.
    Não fazemos atendimento por telefone.
    Favor não ligar.
    Telefonisch solliciteren is niet mogelijk.
    Wij verzoeken u niet te bellen.
    Kontakt telefoniczny nie jest możliwy.
    Prosimy o nietelefonowanie.
    Vi besvarar inte samtal om denna tjänst.
    Vi ber dig att inte ringa.
    Vi beder dig undlade at ringe.
    Vi besvarer ikke opkald om stillingen.
    Vi ber om at du ikke ringer.
    Vi tar ikke imot henvendelser på telefon.
    Calls to the hiring manager are not permitted.
    No phone calls or walk-ins, please.
    We ask that applicants not call the office.
    PLEASE DO NOT CALL THE SCHOOL
    Unfortunately we can't respond to phone calls.
    Inquiries by phone will not be answered.
    Email only - no calls.
    Telefonische Rückfragen können wir leider nicht beantworten.
    Bitte haben Sie Verständnis, dass wir keine telefonischen Auskünfte geben.
    Nachfragen per Telefon sind nicht erwünscht.
    Les appels téléphoniques ne sont pas acceptés.
    Nous vous remercions de ne pas appeler.
    No se aceptan consultas por teléfono.
    Abstenerse llamadas telefónicas.
    Rogamos no llamen por teléfono.
    Le telefonate non sono gradite.
    Non telefonare in azienda.
    Contatti solo via e-mail, no telefono.
    Não serão aceitos contactos telefónicos.
    Pedimos que não telefonem.
    Contacto apenas por e-mail, não por telefone.
    Reacties per telefoon worden niet in behandeling genomen.
    Liever geen telefoontjes.
    Nie odpowiadamy na telefony.
    Prosimy o kontakt wyłącznie mailowy, bez telefonów.
    Vi tar inte emot telefonsamtal gällande tjänsten.
    Telefonsamtal undanbedes.
    Henvendelser pr. telefon besvares ikke.
    Vi tager ikke imod opkald.
    Henvendelser på telefon besvares ikke.
    Vi ønsker ikke telefonhenvendelser.
    No solicitations by phone; candidates should not telephone.
    Calls will not be accepted for this role.
    Please refrain from phone calls.
    Do not phone; write.
    We regret that we cannot take telephone enquiries.
    Bitte keine telefonischen Anfragen.
    Telefonische Bewerbungen werden nicht berücksichtigt.
    Bitte rufen Sie nicht an, sondern schreiben Sie uns.
    Aucun appel ne sera pris.
    Merci de ne pas appeler le magasin.
    Pas de contact téléphonique s'il vous plaît.
    No se responderán llamadas telefónicas.
    No llamar por teléfono a la tienda.
    Si prega gentilmente di non telefonare.
    Non rispondiamo al telefono per questa posizione.
    Agradecemos que não liguem.
    Não aceitamos candidaturas por telefone.
    Wij nemen geen telefonische sollicitaties in behandeling.
    Bellen heeft geen zin.
    Nie przyjmujemy zgłoszeń telefonicznych.
    Prosimy nie telefonować.
    Inga telefonsamtal eller besök.
    Vi önskar inga samtal.
    Telefonopkald modtages ikke.
    Vær venlig ikke at ringe.
    Telefonsamtaler om stillingen ønskes ikke.
    Ikke ring oss, send e-post.
"""
MORE_NOT_ASKED = """
    Call centre agents: no cold calls, warm leads only.
    You do not call the shots alone here; we decide together.
    This is a no-phone-calls support role: you answer by chat.
    Please do not call recruiters in our team directly with agency offers.
    No calls from third parties or recruiting vendors, please.
    Recruiters, please don't call.
    Unsolicited phone calls from staffing agencies will not be accepted.
    Keine Telefonakquise.
    Keine Anrufe von Vermittlungsagenturen bitte.
    Wir rufen Sie nicht an, wir schreiben.
    Vous n'appelez pas les clients à froid.
    No llamarás a puerta fría.
    Non chiamare a freddo i clienti è la nostra regola.
    Ring inte in sjuk utan att prata med chefen.
    If you would rather not call, send an email.
    You may call or email; no question is too small.
    There is no call volume target.
    No on-call rotation
    Our phones are never silent: call us!
    Agencies and recruiters need not call.
    We do not accept calls from recruitment agencies.
    Cold calling is not part of the job.
    No need to call ahead; just stop by.
    Feel free to call between 9 and 5.
    If you have not heard from us in two weeks, please call.
    Make no more than forty calls a day.
    Nicht zögern, einfach anrufen!
    Bewerbungen von Personalvermittlern sind nicht erwünscht.
    Keine Anrufe zwischen 12 und 13 Uhr bitte.
    Appelez-nous sans hésiter.
    Nous n'acceptons pas les appels des agences d'intérim.
    Llámanos sin compromiso.
    No aceptamos llamadas de empresas de trabajo temporal ni consultoras.
    Chiamaci senza impegno.
    Ligue-nos sem compromisso.
    Bel gerust voor meer informatie.
    Acquisitie niet gewenst, bureaus gelieve niet te bellen.
    Zadzwoń, jeśli masz pytania.
    Ring gärna om du undrar något.
    Vi undanber oss vänligen men bestämt direktkontakt med bemannings- och rekryteringsföretag.
    Ring endelig, hvis du har spørgsmål.
    Vi frabeder os henvendelser fra vikarbureauer.
    Ring oss gjerne om du lurer på noe.
    Du ringer ikke kunder kaldt.
    Experience with phone calls not required.
    You answer phone calls and emails without losing patience.
    We never stop calling our customers friends.
    Not afraid of phone calls? Good.
    Kein Callcenter, keine Schichten.
    Sie nehmen telefonische Anfragen entgegen und scheuen keine Konflikte.
    Vous répondez aux appels téléphoniques, ne comptez pas vos efforts.
    Atención de llamadas telefónicas sin errores.
    Gestione telefonate e non solo.
    Atendimento por telefone e não apenas por e-mail.
    Je beantwoordt telefoontjes en werkt niet in het weekend.
    Odbieranie telefonów, brak pracy w nocy.
    Du svarar på telefonsamtal och räds inte stress.
    Du besvarer telefonopkald og er ikke bange for travlhed.
    Calling all bakers! No experience? No problem.
    Staffing firms: no phone inquiries.
"""


def each(sentences: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, line.strip())
        for language, text in sentences.items()
        for line in text.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "sentence"), each(ASKED))
def test_it_is_heard(language: str, sentence: str) -> None:
    assert asks_for_none(sentence)


@pytest.mark.parametrize(("language", "sentence"), each(NOT_ASKED))
def test_what_only_looks_like_it_is_left_alone(language: str, sentence: str) -> None:
    assert not asks_for_none(sentence)


@pytest.mark.parametrize("sentence", MORE_ASKED.strip().splitlines())
def test_it_is_heard_in_other_words(sentence: str) -> None:
    assert asks_for_none(sentence)


@pytest.mark.parametrize("sentence", MORE_NOT_ASKED.strip().splitlines())
def test_calls_that_are_the_work_or_other_people_s_are_left_alone(sentence: str) -> None:
    assert not asks_for_none(sentence)


def test_every_language_is_held_both_ways() -> None:
    assert set(ASKED) == set(NOT_ASKED)
    assert len(ASKED) == 11


def test_the_sentence_is_given_as_it_is_written() -> None:
    lines = [
        "About us: we mill oats. Call us crazy.",
        "Apply by mail. No phone calls, please! Thanks.",
    ]
    assert no_calls_in(lines) == "No phone calls, please!"
    assert no_calls_in(["We look forward to your call."]) == ""


def test_a_wish_for_agencies_beside_one_for_everybody_does_not_hide_it() -> None:
    assert no_calls_in(["No calls from agencies. No calls from candidates either."]) == (
        "No calls from candidates either."
    )


def test_a_sentence_without_end_is_cut() -> None:
    assert len(no_calls_in(["No calls please " + "and so on " * 500])) <= LONGEST
