"""Team pages in many languages and scripts: who is read, with which titles."""

import pytest

from ringback.sources.team_page import read_page

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "Italian": (
        (
            "<html lang=it><title>Chi siamo</title><main><h1>Il nostro team</h1>"
            "<div class=persona><h3>Fiammetta Bertolucci</h3><p>Responsabile commerciale</p></div>"
            "<div class=persona><h3>Gaspare De Sanctis</h3><p>Amministratore delegato</p></div>"
        ),
        [
            ("Fiammetta Bertolucci", "Responsabile commerciale"),
            ("Gaspare De Sanctis", "Amministratore delegato"),
        ],
    ),
    "Swedish": (
        (
            "<html lang=sv><title>Medarbetare</title><h1>Medarbetare</h1><ul>"
            "<li><strong>Ann-Sofie Ljungkvist</strong><br>Försäljningschef<br>070-555 01 12</li>"
            "<li><strong>Torbjörn Åkesson</strong><br>Verkmästare<br>070-555 01 13</li></ul>"
        ),
        [("Ann-Sofie Ljungkvist", "Försäljningschef"), ("Torbjörn Åkesson", "Verkmästare")],
    ),
    "Norwegian": (
        (
            "<html lang=no><title>Ansatte</title><h1>Våre ansatte</h1>"
            "<article><h2>Solveig Haugland</h2><p>Daglig leder</p></article>"
            "<article><h2>Øyvind Brekke</h2><p>Prosjektleder</p></article>"
        ),
        [("Solveig Haugland", "Daglig leder"), ("Øyvind Brekke", "Prosjektleder")],
    ),
    "German": (
        (
            "<html lang=de><title>Unser Team</title><h1>Unser Team</h1><table>"
            "<tr><th>Name</th><th>Funktion</th><th>Telefon</th></tr>"
            "<tr><td>Dipl.-Ing. Hannelore Wiesinger</td><td>Bauleitung</td>"
            "<td>030 5550101</td></tr>"
            "<tr><td>Kilian Österreicher</td><td>Einkauf und Logistik</td>"
            "<td>030 5550102</td></tr></table>"
        ),
        [
            ("Dipl.-Ing. Hannelore Wiesinger", "Bauleitung"),
            ("Kilian Österreicher", "Einkauf und Logistik"),
        ],
    ),
    "Czech": (
        (
            "<html lang=cs><title>Náš tým</title><h1>Náš tým</h1>"
            "<div class=clen><b>Ing. Zdeněk Horáček</b><span>jednatel společnosti</span></div>"
            "<div class=clen><b>Mgr. Květoslava Pospíšilová</b><span>vedoucí účtárny</span></div>"
        ),
        [
            ("Ing. Zdeněk Horáček", "jednatel společnosti"),
            ("Mgr. Květoslava Pospíšilová", "vedoucí účtárny"),
        ],
    ),
    "Hungarian": (
        (
            "<html lang=hu><title>Munkatársaink</title><h1>Munkatársaink</h1>"
            "<h3>Szentgyörgyi Boglárka</h3><p>ügyvezető igazgató</p>"
            "<h3>dr. Halmos Levente</h3><p>jogtanácsos, ügyvéd</p>"
        ),
        [
            ("Szentgyörgyi Boglárka", "ügyvezető igazgató"),
            ("dr. Halmos Levente", "jogtanácsos, ügyvéd"),
        ],
    ),
    "Ukrainian": (
        (
            "<html lang=uk><title>Наша команда</title><h1>Наша команда</h1><div class=row>"
            "<div class=col><h4>Мельниченко Оксана</h4><p>Головний бухгалтер</p></div>"
            "<div class=col><h4>Тарас Гриценко</h4><p>Керівник відділу продажів</p></div></div>"
        ),
        [
            ("Мельниченко Оксана", "Головний бухгалтер"),
            ("Тарас Гриценко", "Керівник відділу продажів"),
        ],
    ),
    "Bulgarian": (
        (
            "<html lang=bg><title>Екип</title><h1>Нашият екип</h1>"
            "<p><b>Десислава Караджова</b> – управител</p>"
            "<p><b>Огнян Чолаков</b> – търговски представител</p>"
        ),
        [("Десислава Караджова", "управител"), ("Огнян Чолаков", "търговски представител")],
    ),
    "Croatian": (
        (
            "<html lang=hr><title>O nama</title><h1>Naš tim</h1>"
            "<div><h3>Zvonimir Prpić</h3><p>Voditelj prodaje</p></div>"
            "<div><h3>Ljerka Šoštarić</h3><p>Računovođa</p></div>"
        ),
        [("Zvonimir Prpić", "Voditelj prodaje"), ("Ljerka Šoštarić", "Računovođa")],
    ),
    "Greek": (
        (
            "<html lang=el><title>Η ομάδα μας</title><h1>Η ομάδα μας</h1>"
            "<div><h3>Πηνελόπη Βλαχοπούλου</h3><p>Υπεύθυνη λογιστηρίου</p></div>"
            "<div><h3>Στέργιος Καραμήτρος</h3><p>Πολιτικός μηχανικός</p></div>"
        ),
        [
            ("Πηνελόπη Βλαχοπούλου", "Υπεύθυνη λογιστηρίου"),
            ("Στέργιος Καραμήτρος", "Πολιτικός μηχανικός"),
        ],
    ),
    "Turkish": (
        (
            "<html lang=tr><title>Ekibimiz</title><h1>Ekibimiz</h1>"
            "<div class=uye><h4>Gülşah Erdoğmuş</h4><span>İnsan Kaynakları Müdürü</span></div>"
            "<div class=uye><h4>Tuncay Karabıyık</h4><span>Satış Temsilcisi</span></div>"
        ),
        [("Gülşah Erdoğmuş", "İnsan Kaynakları Müdürü"), ("Tuncay Karabıyık", "Satış Temsilcisi")],
    ),
    "Japanese": (
        (
            "<html lang=ja><title>役員紹介</title><h1>役員紹介</h1><dl>"
            "<dt>代表取締役社長</dt><dd>高橋　美沙緒</dd>"
            "<dt>取締役営業部長</dt><dd>中村　慎一郎</dd></dl>"
        ),
        [("高橋 美沙緒", "代表取締役社長"), ("中村 慎一郎", "取締役営業部長")],
    ),
    "Chinese": (
        (
            "<html lang=zh><title>管理团队</title><h1>管理团队</h1>"
            "<div class=member><h3>王思远</h3><p>总经理</p></div>"
            "<div class=member><h3>陈晓琳</h3><p>财务总监</p></div>"
        ),
        [("王思远", "总经理"), ("陈晓琳", "财务总监")],
    ),
    "Korean": (
        (
            "<html lang=ko><title>임직원 소개</title><h1>임직원 소개</h1><ul>"
            "<li><strong>최은서</strong><span>대표이사</span></li><li><strong>박도현</strong><span>개발팀장</span></li></ul>"
        ),
        [("최은서", "대표이사"), ("박도현", "개발팀장")],
    ),
    "Arabic": (
        (
            "<html lang=ar dir=rtl><title>فريق العمل</title><h1>فريق العمل</h1>"
            "<div class=member><h3>محمد الحداد</h3><p>المدير التنفيذي</p></div>"
            "<div class=member><h3>سارة منصور</h3><p>مديرة التسويق</p></div>"
        ),
        [("محمد الحداد", "المدير التنفيذي"), ("سارة منصور", "مديرة التسويق")],
    ),
    "Hebrew": (
        (
            "<html lang=he dir=rtl><title>הצוות שלנו</title><h1>הצוות שלנו</h1>"
            "<div class=member><h3>נועה ברגמן</h3><p>מנהלת פיתוח</p></div>"
            "<div class=member><h3>איתן שוורץ</h3><p>יועץ משפטי</p></div>"
        ),
        [("נועה ברגמן", "מנהלת פיתוח"), ("איתן שוורץ", "יועץ משפטי")],
    ),
    "Vietnamese": (
        (
            "<html lang=vi><title>Đội ngũ</title><h1>Đội ngũ của chúng tôi</h1>"
            "<div class=team-item><h4>Nguyễn Thị Hồng Nhung</h4><p>Giám đốc điều hành</p></div>"
            "<div class=team-item><h4>Trần Quốc Bảo</h4><p>Trưởng phòng kỹ thuật</p></div>"
        ),
        [
            ("Nguyễn Thị Hồng Nhung", "Giám đốc điều hành"),
            ("Trần Quốc Bảo", "Trưởng phòng kỹ thuật"),
        ],
    ),
    "Indonesian": (
        (
            "<html lang=id><title>Tim Kami</title><h1>Tim Kami</h1>"
            "<div class=card><h5>Bambang Setiawan</h5><p>Direktur Utama</p></div>"
            "<div class=card><h5>Ratna Kusumawati</h5><p>Manajer Keuangan</p></div>"
        ),
        [("Bambang Setiawan", "Direktur Utama"), ("Ratna Kusumawati", "Manajer Keuangan")],
    ),
    "Portuguese": (
        (
            "<html lang=pt><title>Equipe</title><h1>Nossa equipe</h1>"
            "<div class=card><h4>Thaís Vasconcelos</h4><p>Coordenadora pedagógica</p></div>"
            "<div class=card><h4>Adalberto Nogueira</h4><p>Sócio-diretor</p></div>"
        ),
        [
            ("Thaís Vasconcelos", "Coordenadora pedagógica"),
            ("Adalberto Nogueira", "Sócio-diretor"),
        ],
    ),
    "Spanish": (
        (
            "<html lang=es><title>Equipo</title><h1>Nuestro equipo</h1>"
            "<p><strong>Directora médica:</strong> Dra. Itziar Etxebarria</p>"
            "<p><strong>Jefe de enfermería:</strong> Abelardo Quiñones</p>"
        ),
        [
            ("Dra. Itziar Etxebarria", "Directora médica"),
            ("Abelardo Quiñones", "Jefe de enfermería"),
        ],
    ),
    "Polish": (
        (
            "<html lang=pl><title>Zespół</title><h1>Nasz zespół</h1>"
            "<section><h3>adw. Bożena Trzebiatowska</h3><h4>Adwokat, partner zarządzający</h4>"
            "</section>"
            "<section><h3>Przemysław Gąsior</h3><h4>Aplikant radcowski</h4></section>"
        ),
        [
            ("adw. Bożena Trzebiatowska", "Adwokat, partner zarządzający"),
            ("Przemysław Gąsior", "Aplikant radcowski"),
        ],
    ),
    "Dutch": (
        (
            "<html lang=nl><title>Ons team</title><h1>Ons team</h1>"
            "<div class=medewerker><h3>Marloes van der Zwaag</h3><p>Hoofd Verkoop Binnendienst</p>"
            "</div>"
            "<div class=medewerker><h3>Sjoerd 't Hart</h3><p>Werkvoorbereider</p></div>"
        ),
        [
            ("Marloes van der Zwaag", "Hoofd Verkoop Binnendienst"),
            ("Sjoerd 't Hart", "Werkvoorbereider"),
        ],
    ),
    "Finnish": (
        (
            "<html lang=fi><title>Yhteyshenkilöt</title><h1>Yhteyshenkilöt</h1>"
            "<p>Päivikki Lehtovaara<br>Myyntijohtaja<br>puh. 050 555 0104</p>"
            "<p>Jyrki Kangasniemi<br>Huoltopäällikkö<br>puh. 050 555 0105</p>"
        ),
        [("Päivikki Lehtovaara", "Myyntijohtaja"), ("Jyrki Kangasniemi", "Huoltopäällikkö")],
    ),
    "Danish": (
        (
            "<html lang=da><title>Medarbejdere</title><h1>Medarbejdere</h1><div class=grid>"
            "<article><h3>Birthe Søndergård</h3><p>Bogholder</p><a"
            " href='tel:+4555501066'>55 50 10 66</a></article>"
            "<article><h3>Asger Krogh Jensen</h3><p>Lagerchef</p>"
            "<a href='tel:+4555501067'>55 50 10 67</a></article></div>"
        ),
        [("Birthe Søndergård", "Bogholder"), ("Asger Krogh Jensen", "Lagerchef")],
    ),
    "French": (
        (
            "<html lang=fr><title>L'équipe</title><h1>L'équipe</h1>"
            "<p><b>Clémence ARNAUDIN</b>, responsable paie</p>"
            "<p><b>Tanguy LE GOFFIC</b>, chargé de mission</p>"
        ),
        [("Clémence ARNAUDIN", "responsable paie"), ("Tanguy LE GOFFIC", "chargé de mission")],
    ),
    "Romanian": (
        (
            "<html lang=ro><title>Echipa noastră</title><h1>Echipa noastră</h1>"
            "<div class=card><h4>Ruxandra Munteanu</h4><p>Director economic</p></div>"
            "<div class=card><h4>Traian Dobrescu</h4><p>Inginer constructor</p></div>"
        ),
        [("Ruxandra Munteanu", "Director economic"), ("Traian Dobrescu", "Inginer constructor")],
    ),
    "Estonian": (
        (
            "<html lang=et><title>Meeskond</title><h1>Meie meeskond</h1>"
            "<div><h3>Kalev Tammsaar</h3><p>Tegevjuht</p></div>"
            "<div><h3>Piret Kõrvits</h3><p>Raamatupidaja</p></div>"
        ),
        [("Kalev Tammsaar", "Tegevjuht"), ("Piret Kõrvits", "Raamatupidaja")],
    ),
    "Russian": (
        (
            "<html lang=ru><title>Руководство</title><h1>Руководство</h1>"
            "<div><b>Лаврентьева Зинаида Павловна</b><br>Заместитель директора по кадрам</div>"
            "<div><b>Ерёмин Глеб Сергеевич</b><br>Начальник производства</div>"
        ),
        [
            ("Лаврентьева Зинаида Павловна", "Заместитель директора по кадрам"),
            ("Ерёмин Глеб Сергеевич", "Начальник производства"),
        ],
    ),
}


@pytest.mark.parametrize("language", CASES)
def test_names_and_titles_are_read_in_each_language(language: str) -> None:
    html, expected = CASES[language]
    assert [(p.name, p.title) for p in read_page(html).people] == expected
