"""Writes hand_kept.xlsx and notion_export.zip, as people keep and export them. Nobody exists.

Run by hand after a change of the rows below: ``python tests/data/make_sheets.py``.
"""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent
HEADINGS = (
    *("Employer", "Job", "City/State", "Sent", "Contact person", "Tel.", "What happened", "Next"),
)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


# Row numbers as the spreadsheet shows them; what is not here is an empty row.
KEPT = {
    1: ("My applications, autumn 2026 (update every Friday!)",),
    2: ("", "", "", "", "", "", "", "", "", "", "ask Rita about references"),
    4: HEADINGS,
    5: ("Adler Maschinenbau GmbH", "Produktionsplaner", "Stuttgart, Germany", day(10, 26),
        "Herr Jonas Adler", "030 23125 110", "beworben", ""),
    6: ("Blue Heron Packaging", "Line Supervisor", "Erie, PA", day(10, 26),
        "Monica Vance", "814-555-0102", "sent", "call Thursday"),
    7: ("", "Shift Planner", "", day(10, 27), "", "", "sent", ""),
    8: ("Cobalt Bay Seafood", "Office Assistant", "Portland, ME", "10/28/2026",
        "?", "207-555-0113", "applied online", "", "called twice, no answer!"),
    9: ("Danforth Library", "Circulation Clerk", "Albany, NY", day(10, 28),
        "Ms. Irene Cole (director)", "518-555-0124 x3", "Sent by post", ""),
    10: ("Eastmark Foundry", "Scheduler", "Gary, IN", day(10, 29),
         "Bill Yates", "219-555-0135", "interview Nov 12 10am", ""),
    11: ("Fenwick Hotels", "Night Manager", "Nashville, TN", "Oct 29", "n/a", "", "applied", ""),
    12: ("— November —",),
    13: ("Gable Roofing Supply", "Dispatcher", "Tulsa, OK", "11/2/2026",
         "Kay Osborne", "918-555-0146", "sent", ""),
    14: ("Hartwell Bakery", "Early Shift Lead", "Topeka, KS", day(11, 2),
         "owner", "785-555-0157", "dropped off résumé in person", ""),
    15: ("Ironwood Clinic", "Front Desk", "Boise, ID", day(11, 3),
         "Paula Reyes-Stone", "208-555-0168 (office)", "no answer yet", "call again 11/10"),
    16: ("Jasper County", "Records Clerk", "Joplin, MO", day(11, 4),
         "HR dept", 4175550179, "applied", ""),
    17: ("Kirkstone Outfitters", "Store Planner", "Kendal, UK", day(11, 4),
         "", "01632 960 155", "sent", ""),
    19: HEADINGS,
    20: ("Keystone Paper", "Planner", "Scranton, PA", day(11, 5),
         "Alan Brightly, General Manager", "570-555-0180",
         "spoke to Alan, wants references", "send references"),
    21: ("Lumen Theatre", "Box Office Lead", "Manchester, UK", day(11, 6),
         "Fiona Marsh", "01632 960 144", "sent", ""),
    22: ("Mill Pond Dairy", "Route Planner", "Green Bay, WI", "11/9/2026",
         "Carl Nyberg", "920-555-0191", "rejection letter", ""),
    23: ("Norwood Plastics", "Inventory Control", "", day(11, 10),
         "Teresa Boyle", "937-555-0103", "sent", ""),
    24: ("Orchard Street School", "Secretary", "Albany, NY", day(11, 10), "", "", "Applied", ""),
    25: ("Danforth Library", "Circulation Clerk", "Albany, NY", day(10, 28),
         "Ms. Irene Cole (director)", "518-555-0124 x3", "Sent by post", ""),
    26: ("Pike Place Tours", "Booking Agent", "Seattle, WA", "11/16/2026",
         "Mia Lund / Jon Vega", "206-555-0114", "sent", ""),
    27: ("Quill Office Supply", "Buyer", "Omaha, NE", "sometime last week",
         "Ruth Adair", "402-555-0125", "sent", ""),
    28: ("", "Stock Clerk", "Omaha, NE", day(11, 17), "", "402-555-0136", "applied", ""),
    29: ("Rheinwerk Logistik", "Disponent", "Köln, Germany", day(11, 17),
         "Sabine Kurz (Leiterin Disposition)", "030 23125 122", "abgeschickt",
         "nachfassen am 20.11."),
    30: ("Sparrow Electric", "Apprentice Coordinator", "Boulder, CO", day(11, 18),
         "Victor Shaw", "303-555-0147, cell 303-555-0148", "sent", ""),
    31: ("Tamarack Lodge", "Reservations", "Bend, OR", day(11, 19),
         "Lois Beck", "541-555-0158", "", ""),
    32: ("Underhill Farms", "Packing Lead", "Fresno, CA", day(11, 20),
         "Omar Haddad", "559-555-0169", "sent", "follow up 11/25"),
    34: ("Total", 25),
    36: ("", "Rita: 555-0100 (references)"),
}  # fmt: skip
MERGED = ("A1:H1", "A6:A7", "C6:C7", "A12:H12")

PAGES = "0f3c5a7e9b1d2f4a6c8e0b2d4f6a8c0e"
NOTION = """\
Company|Position|Status|Priority|Location|Application Date|Deadline|Next Action|Next Action Date|\
Job URL|Company Website|Contact Person|Contact Email|Contact Phone|Sent Via|Resume|Notes
Alderbrook Foods|Logistics Planner|Applied|High|Des Moines, IA|October 26, 2026||\
Call hiring manager|October 29, 2026|https://alderbrook.example/jobs/3|https://alderbrook.example|\
Karen Stroud|karen.stroud@alderbrook.example|515-555-0101|Email|\
Job%20Tracker%200f3c5a7e/resume_ops_v2.pdf|
Birchline Software|Support Lead|Applied|Medium|Remote|October 26, 2026|||||\
https://www.birchline.example||||LinkedIn||
Cresthaven Museum|Visitor Services Manager|No response|Low|Santa Fe, NM|October 27, 2026|\
November 13, 2026|||||Dr. Paul Etter||(505) 555-0112|Post||
Dunmore Medical Supply|Purchasing Agent|Phone screen|High|Tampa, FL|October 27, 2026||\
Phone screen with Yolanda|November 3, 2026 10:30 AM (EST)|||Yolanda Pratt|ypratt@dunmore.example|\
813-555-0123 ext 8|Email||
Elmgate Council|Planning Assistant|Applied|Medium|Bristol, UK|October 28, 2026|November 6, 2026|||\
https://elmgate.example/vacancies/88||Recruitment Team|jobs@elmgate.example||Portal||
Fairlead Marine|Yard Scheduler|Rejected||Mobile, AL|October 28, 2026|||||||||Indeed||
Goldfinch Daycare|Center Director|Interviewing|High|Raleigh, NC|October 29, 2026||\
Prepare questions|November 16, 2026|||Beth Amory||919-555-0134|In person||\
Beth called me back herself
Hafenkontor Nord|Disponentin|Applied||Hamburg, Germany|October 29, 2026|||||\
https://hafenkontor.example|Frau Dr. Ilse Brandt||030 23125 133|E-Mail||
Inland Credit Union|Branch Coordinator|Applied||Spokane, WA|October 30, 2026||||||Nate Willis|||\
||Direct line from receptionist: 509-555-0145
Jubilee Hall|Event Assistant|Withdrawn|Low|Glasgow, UK|October 30, 2026|||||||||Email||
Kingfisher Outdoor (https://www.notion.so/Kingfisher-Outdoor-0f3c5a7e9b1d?pvs=21)|\
Inventory Analyst|Applied||Bozeman, MT|November 2, 2026||||||Hal Jensen (Operations Director)||\
+1 406 555 0156|Email||
Laurel Bank|Teller Lead|Applied||Knoxville, TN|November 2, 2026||||||HR|hr@laurelbank.example|\
865-555-0167|Online||
Meridian Gas|Work Planner|In touch|High|Corpus Christi, TX|November 3, 2026||Send references|\
November 18, 2026|||Lupe Serrano|lupe.serrano@meridiangas.example|361-555-0178|Email||
Nimbus Printing|Production Coordinator|Applied||Boston, MA|November 3, 2026|||||||||Website||\
two sites; the night job is in Quincy~salary "competitive"
|Data Clerk|Applied||Hartford, CT|November 4, 2026|||||||||LinkedIn||look the name up again
Orrin & Daughters|Bookkeeper|Ghosted||Duluth, MN|November 4, 2026||||||Orrin Dahl, Owner||\
218-555-0189|Email||
Palisade Storage|Site Manager|Applied||Grand Junction, CO|November 5, 2026|||||||||LinkedIn||
Quayside Brewing|Warehouse Planner|Applied||Newcastle, UK|November 5, 2026||||||Joan Mallory||\
+44 1632 960166|Email||
Rowan Veterinary|Practice Manager|Offer|High|Ithaca, NY|November 6, 2026||Decide|\
November 20, 2026|||Dr. Simon Voss|svoss@rowanvet.example|607-555-0111|Email||
Silverlake Transit|Schedule Maker|Applied||Los Angeles, CA|November 9, 2026|November 30, 2026|||\
https://silverlake.example/jobs/12|||||Portal||
Thornbury Press|Rights Assistant|Applied||Oxford, UK|two weeks ago||||||Anna Keel|\
anna.keel@thornbury.example||Email||
Upland Water|Field Planner|Applied||Salt Lake City, UT|November 12, 2026||||||Doug Farrow||\
801-555-0122|Post||mobile of Doug 801-555-0133
Alderbrook Foods|Logistics Planner|Applied|High|Des Moines, IA|October 26, 2026||\
Call hiring manager|October 29, 2026|https://alderbrook.example/jobs/3|https://alderbrook.example|\
Karen Stroud|karen.stroud@alderbrook.example|515-555-0101|Email|\
Job%20Tracker%200f3c5a7e/resume_ops_v2.pdf|
Verity Labs|Lab Coordinator|Applied||San Diego, CA|November 17, 2026||||||Mei-Ling Tao|\
tao@verity.example||Email||No calls, says the ad. Mail only.
Willow Creek Homes|Scheduler|Applied||Madison, WI|November 20, 2026||||||Greg Oster||\
608-555-0190|Email||
"""


def hand_kept() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Applications"
    for number, cells in KEPT.items():
        for column, value in enumerate(cells, start=1):
            if value != "":
                sheet.cell(number, column, value)
    for area in MERGED:
        sheet.merge_cells(area)
    numbers = book.create_sheet("Numbers")
    for cells in (("Name", "Phone"), ("Rita", "555-0100"), ("Job club", "555-0111")):
        numbers.append(cells)
    book.create_sheet("Tabelle3")
    book.save(HERE / "hand_kept.xlsx")


def notion_export() -> None:
    rows = [line.split("|") for line in NOTION.splitlines()]
    assert {len(row) for row in rows} == {17}, [(row[0], len(row)) for row in rows]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [cell.replace("~", "\n") for cell in row] for row in rows
    )
    whole = text.getvalue().encode("utf-8-sig")
    shown = b"".join(whole.splitlines(keepends=True)[:9])
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as block:
        block.writestr(_entry(f"Job Tracker {PAGES}.csv"), shown)
        block.writestr(_entry(f"Job Tracker {PAGES}_all.csv"), whole)
        block.writestr(_entry("Job Tracker/Alderbrook Foods.md"), "# Alderbrook Foods\n")
    with zipfile.ZipFile(HERE / "notion_export.zip", "w", zipfile.ZIP_DEFLATED) as outer:
        outer.writestr(_entry(f"ExportBlock-{PAGES[:8]}-Part-1.zip"), inner.getvalue())


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (2026, 11, 21, 9, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


if __name__ == "__main__":
    hand_kept()
    notion_export()
