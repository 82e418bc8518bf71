"""A made-up export of contacts with D&B Hoovers' columns, of any length."""

import csv
import random
from functools import lru_cache
from pathlib import Path

HEADINGS = (
    "First Name,Last Name,Title,Contact Level,Job Function,Email,Company Email,"
    "Email usage restriction,Direct Phone,Direct phone usage restriction,Phone,Fax,Company Name,"
    "Tradestyle,Ownership Type,D&B Legal Status Type,Entity Type,Is Headquarters,Ticker,"
    "Parent Company,Parent Country/Region,Global Ultimate Company,Global Ultimate Country/Region,"
    "Business Description,D-U-N-S® Number,Key ID,Address Line 1,Address Line 2,Address Line 3,City,"
    "State Or Province,Postal Code,Country/Region,Sales (USD),Pre Tax Profit (USD),Assets (USD),"
    "Liabilities (USD),Employees (Single Site),Employees (Total),D&B Hoovers Industry,"
    "US 8-Digit SIC Code,US 8-Digit SIC Description,US SIC 1987 Code,US SIC 1987 Description,"
    "NAICS 2022 Code,NAICS 2022 Description,UK SIC 2007 Code,UK SIC 2007 Description,"
    "ISIC Rev 4 Code,ISIC Rev 4 Description,NACE Rev 2 Code,NACE Rev 2 Description,"
    "ANZSIC 2006 Code,ANZSIC 2006 Description,Source,TPS Flag,Direct Marketing Status,URL,Dedup ID"
).split(",")
TO_AN_EMPLOYER = 10
_FILLED = {
    "Entity Type": "Parent",
    "Is Headquarters": "true",
    "Ownership Type": "Private",
    "Sales (USD)": "1.06566E8",
    "D&B Hoovers Industry": "Fabricated Metal Products",
    "US SIC 1987 Code": "3494",
    "US SIC 1987 Description": "Valves and Pipe Fittings, NEC",
    "NAICS 2022 Code": "332919",
    "NAICS 2022 Description": "Other Metal Valve and Pipe Fitting Manufacturing",
    "Source": "D&B",
    "TPS Flag": "false",
    "Direct Marketing Status": "Has Not Opted Out of Direct Marketing",
}
# Area codes of their towns, for numbers that are kept for fiction (555-01xx) or are none yet.
_TOWNS = (
    ("Mobile", "Alabama", "36602", "251"), ("Tulsa", "Oklahoma", "74103", "918"),
    ("Dayton", "Ohio", "45402", "937"), ("Boise", "Idaho", "83702", "208"),
    ("Fresno", "California", "93721", "559"), ("Toledo", "Ohio", "43604", "419"),
    ("Spokane", "Washington", "99201", "509"), ("Omaha", "Nebraska", "68102", "402"),
    ("Reno", "Nevada", "89501", "775"), ("Buffalo", "New York", "14202", "716"),
)  # fmt: skip
_GIVEN = (
    "Ada Bo Carla Dana Edith Frank Grace Hugo Ida Jonas Kim Lou Maria Nadja Otto Petra Quinn Rosa "
    "Sam Tilda Ugo Vera Wim Xenia Yusuf Zoe Anton Britta Cyril Doris Émile Fiona Greta Henrik"
).split()
_BEGINS = (
    "Ker Mor Pel San Tor Vin Wes Ber Dun Hol Fair Lock Ash Brad Crom Dar Ells Farn Gil Hart Ing "
    "Jar Kirk Lang Mart Nor Oak Pem Quil Rad Stan Thorn Up Var Whit Yar Zel Ald Bex Cul"
).split()
_ENDS = (
    "ler ton son ning berg ford well ridge man by ley worth stead wick ham combe shaw field gate "
    "low mere nell os per quist rick sby tam vale wyn"
).split()
_KINDS = "Marine Tooling Foods Rail Paper Steel Glass Textiles Pumps Cables Robotics Timber".split()
_FORMS = (", Inc.", " LLC", " Corp.", " Ltd", " & Co.", "")
_WORK = (
    "Operations Engineering Maintenance Finance Marketing Sales Purchasing Logistics Quality "
    "Production Planning Safety"
).split()
_LEVELS = (
    ("Vice President, {}", "VP-Level"), ("Director of {}", "Director"), ("{} Manager", "Manager"),
    ("Head of {}", "Director"), ("Chief {} Officer", "C-Level"), ("Senior {} Manager", "Manager"),
    ("{} Supervisor", "Manager"), ("Assistant to the Director of {}", "Non-Manager"),
)  # fmt: skip


def make(path: Path, rows: int, *, every: int = 1) -> None:
    """A contact export of that many rows, ten to an employer, the same for the same numbers.

    ``every``: of the employers only one in so many, the names written in another way, as somebody
    would know them already.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS, restval="")
        writer.writeheader()
        for number in range(rows):
            firm = number // TO_AN_EMPLOYER * every
            person = firm * TO_AN_EMPLOYER + number % TO_AN_EMPLOYER
            writer.writerow(_FILLED | _employer(firm) | _person(person, firm, known=every > 1))


@lru_cache(maxsize=1)
def _employer(firm: int) -> dict[str, str]:
    chance = random.Random(firm)
    town, region, postcode, _ = _TOWNS[firm % len(_TOWNS)]
    stem = chance.choice(_BEGINS) + chance.choice(_ENDS)
    other = chance.choice(_BEGINS) + chance.choice(_ENDS)
    return {
        "Company Name": f"{stem} {other} {chance.choice(_KINDS)}{chance.choice(_FORMS)}",
        "D-U-N-S® Number": f"{firm + 1:09}",
        "Phone": f"1-{_area(firm, firm // 10_000)}-555-{firm % 10_000:04}",
        "Address Line 1": f"{firm % 900 + 1} Example Way",
        "City": town,
        "State Or Province": region,
        "Postal Code": postcode,
        "Country/Region": "United States",
        "Employees (Single Site)": str(firm % 400 + 10),
        "Employees (Total)": str(firm % 400 + 60),
        "URL": f"www.{stem}-{other}-{firm}.example".casefold(),
    }


def _person(number: int, firm: int, *, known: bool) -> dict[str, str]:
    chance = random.Random(-number - 1)
    given = chance.choice(_GIVEN)
    family = chance.choice(_BEGINS) + chance.choice(_ENDS)
    title, level = chance.choice(_LEVELS)
    work = chance.choice(_WORK)
    return {
        "First Name": given,
        "Last Name": family.upper() if known else family,
        "Title": title.format(work),
        "Contact Level": level,
        "Job Function": work,
        "Email": f"{given}.{family}{number}@works{firm}.example".casefold(),
        "Direct Phone": f"'+1{_area(firm, number // 100_000)}55{number % 100_000:05}",
        "Dedup ID": str(number),
    }


def _area(firm: int, round_: int) -> str:
    """The area code of a firm's town; of another one where all numbers there are given out.

    A million people and their employers have a number each.
    """
    return _TOWNS[(firm + round_) % len(_TOWNS)][3]
