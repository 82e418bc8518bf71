"""How fast a large export of D&B Hoovers is read, beside csv.reader on the same file in one run.

``python3 -m bench.hoovers [ROWS]``; each reading is a process of its own, so that the peak of
memory is its own too.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
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
FILLED = {
    "Contact Level": "C-Level",
    "Job Function": "Operations",
    "Entity Type": "Parent",
    "Is Headquarters": "true",
    "Ownership Type": "Private",
    "Address Line 1": "1 Example Way",
    "City": "Mobile",
    "State Or Province": "Alabama",
    "Postal Code": "36602",
    "Country/Region": "United States",
    "Sales (USD)": "1.06566E8",
    "Employees (Single Site)": "140",
    "Employees (Total)": "612",
    "D&B Hoovers Industry": "Fabricated Metal Products",
    "US SIC 1987 Code": "3494",
    "US SIC 1987 Description": "Valves and Pipe Fittings, NEC",
    "NAICS 2022 Code": "332919",
    "NAICS 2022 Description": "Other Metal Valve and Pipe Fitting Manufacturing",
    "Source": "D&B",
    "TPS Flag": "false",
    "Direct Marketing Status": "Has Not Opted Out of Direct Marketing",
    "URL": "www.fairlead.example",
}


def make(path: Path, rows: int) -> None:
    """A contact export of that many rows, ten to an employer."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS, restval="")
        writer.writeheader()
        for number in range(rows):
            firm = number // 10
            writer.writerow(FILLED | {
                "First Name": f"Ida{number % 97}",
                "Last Name": f"Pell{number}",
                "Title": "Vice President, Operations",
                "Email": f"ida.pell{number}@fairlead.example",
                "Direct Phone": f"'+1251555{number % 10_000:04}",
                "Phone": f"1-251-555-{firm % 10_000:04}",
                "Company Name": f"Fairlead Marine {firm}, Inc.",
                "D-U-N-S® Number": f"{firm:09}",
                "Dedup ID": str(number),
            })  # fmt: skip


def bare(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def product(path: Path) -> int:
    """Opened, recognised and read into findings, as an import does."""
    # Here, so that the bare reading's memory holds nothing of the product.
    from ringback.sources.registry import open_file
    from ringback.sources.source import ReadOptions

    (known,) = open_file(path)
    assert known.source is not None
    assert known.source.key == "dnb-hoovers"
    return sum(1 for _ in known.source.read(known.table, ReadOptions()))


def measured(what: str, path: Path) -> tuple[int, float, float]:
    """Rows, seconds and the peak of memory in MB of one reading."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.hoovers", what, str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows, seconds, peak = done.stdout.split()
    return int(rows), float(seconds), float(peak)


def main(arguments: list[str]) -> None:
    readers = {"csv.reader": bare, "open_file and read": product}
    if arguments and arguments[0] in readers:
        begun = time.perf_counter()
        rows = readers[arguments[0]](Path(arguments[1]))
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(rows, seconds, peak)
        return
    wanted = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as folder:
        path = Path(folder) / "SearchExport.csv"
        make(path, wanted)
        print(f"{wanted:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        for what in readers:
            rows, seconds, peak = measured(what, path)
            assert rows == wanted
            print(f"{what:20} {rows / seconds:>10,.0f} rows/s {seconds:6.2f} s {peak:5.0f} MB peak")


if __name__ == "__main__":
    main(sys.argv[1:])
