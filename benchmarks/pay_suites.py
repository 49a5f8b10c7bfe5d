"""How the reading of money does on other projects' own test cases.

usage: pay_suites.py [FOLDER] [--misses]   (default: shared/bench/pay beside the checkout)

A case is right where every field that its suite asserts is: amount, currency and period; fields that a suite leaves
unchecked are not judged, and cases without money must yield none. Prices by themselves go through `parse_price`,
amounts in text through `find_amounts`, job texts through `read_pay` (a period that is not stated counts where it is
inferred). Cases that a suite marks as its own known failures count like all others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from postingscan.money import Amount, find_amounts, parse_price
from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.pay import read_pay

Case = dict[str, Any]

# Names that suites give to currencies, as codes; 'Dollar' of no country is a US dollar here.
UNITS = {
    "Dollar": "USD", "Pound": "GBP", "Rupee": "INR", "Bitcoin": "BTC", "dollar": "USD", "pound sterling": "GBP",
    "euro": "EUR", "Finnish markka": "FIM", "Peseta": "ESP", "Netherlands guilder": "NLG",
}  # fmt: skip
CENTS = {"Cent": "USD", "Pence": "GBP", "Penny": "GBP", "cent": "USD", "Satoshi": "BTC"}
LOCALES = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "US": "USD"}


class Suite(NamedTuple):
    """A file of cases, the judge of one case, and the share that must be right."""

    name: str
    right: Callable[[Case], bool]
    bar: float


def same(a: float | None, b: float | None) -> bool:
    """Whether two amounts are equal, but for the noise of floats."""
    return a is b or (a is not None and b is not None and isclose(a, b, rel_tol=1e-6, abs_tol=1e-9))


def price_right(case: Case) -> bool:
    """A shop's price: its amount, and its currency as it stands or by its code."""
    found = parse_price(case["text"] or "", hint=case["currency_raw"] or "")
    if found is None or case["min"] is None:
        return found is None and case["min"] is None
    if not same(found.amount, case["min"]):
        return False
    if case["currency"] is None:
        return not found.word
    named = parse_price(f"1 {case['currency']}")
    same_code = named is not None and named.currency is not None and named.currency == found.currency
    return case["currency"].lower() == found.word or same_code


def job_right(case: Case) -> bool:
    """A job's text: bounds, currency and period of its first regular pay."""
    pays = read_pay(lay_out(Posting(description=case["text"])))
    unchecked = case.get("unchecked", ())
    if case["min"] is None and "min" not in unchecked:
        return not pays
    first = next((pay for pay in pays if pay.kind == "regular"), pays[0] if pays else None)
    if first is None:
        return False
    asked = {field: case[field] for field in ("min", "max", "currency", "period") if field not in unchecked}
    bounds = ((asked.get("min"), first.min), (asked.get("max"), first.max))
    words = (
        (asked.get("currency"), first.currency or first.currency_inferred),
        (asked.get("period"), first.unit or first.unit_inferred),
    )
    return all(a is None or same(a, b) for a, b in bounds) and all(a is None or a == b for a, b in words)


def text_right(case: Case) -> bool:
    """Amounts in a text: all of them, in order, and no others."""
    asked = [result for result in case["results"] if is_money(result)]
    found = [amount for amount in find_amounts(case["text"]) if amount.word]
    return len(found) == len(asked) and all(amount_right(*pair) for pair in zip(found, asked, strict=True))


def is_money(result: Case) -> bool:
    """Whether a result asserts an amount of money; some suites list bare units and other quantities too."""
    money = "iso" in result or any(name in result["unit"] for name in ("dollar", "cent", "penny", "pound", "euro"))
    return result["value"] is not None and money


def amount_right(found: Amount, result: Case) -> bool:
    """Whether one amount is the one asked for."""
    value, unit = float(result["value"]), result["unit"].split(" per ")[0]
    worth = 1e-8 if unit == "Satoshi" else 0.01 if unit in CENTS or unit == "penny" else 1.0
    spread = result.get("uncertainty") or 0
    code = result.get("iso") or UNITS.get(unit) or CENTS.get(unit)
    low, high = (value - spread) * worth, (value + spread) * worth
    said_low = found.min if found.min is not None else found.max  # 'more than' and 'up to' are not asserted
    said_high = found.max if found.max is not None else found.min
    return same(said_low, low) and same(said_high, high) and (code is None or found.currency == code)


def utterance_right(case: Case) -> bool:
    """A spoken amount: its value or bounds, and its currency where one is named."""
    name, _, value = case["value"].partition(" ")
    worth = 0.01 if name == "Cent" else 1.0
    code = UNITS.get(name) or (name if len(name) == 3 else None)
    if case["kind"] == "simple":
        price = parse_price(case["text"], hint=LOCALES.get(case["locale"], ""))
        if price is None or not same(price.amount, float(value) * worth):
            return False
        return code is None or price.currency == code or (name == "Dollar" and price.currency is None)
    found = next(iter(find_amounts(case["text"])), None)
    if found is None or found.currency != code:
        return False
    low, high = found.min, found.max
    if case["kind"] == "between":
        first, second = (float(part) for part in value.strip("()").split(","))
        return same(low, first) and same(high, second)
    bound, other = (high, low) if case["kind"] == "under" else (low, high)
    return same(bound, float(value)) and other is None


SUITES = (
    Suite("price_parser", price_right, 0.95),
    Suite("jobseek", job_right, 0.95),
    Suite("job_radar", job_right, 0.90),
    Suite("pricetag", job_right, 0.90),
    Suite("recognizers_currency", text_right, 0.90),
    Suite("quantulum3_money", text_right, 0.90),
    Suite("duckling_en", utterance_right, 0.90),
)


def judge(folder: Path) -> Iterator[tuple[Suite, list[Case], list[Case]]]:
    """Each suite in `folder` with all of its cases and those that are wrong."""
    for suite in SUITES:
        cases = [json.loads(line) for line in (folder / f"{suite.name}.jsonl").read_text("utf-8").split("\n") if line]
        yield suite, cases, [case for case in cases if not suite.right(case)]


def main() -> None:
    """Print a table of the suites."""
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(paths[0]) if paths else Path(__file__).resolve().parents[2] / "shared" / "bench" / "pay"
    if not folder.is_dir():
        sys.exit(f"no suites at {folder}: give the folder that holds them")
    print(f"{'suite':22} {'cases':>6} {'right':>6} {'share':>7} {'bar':>5}")
    for suite, cases, wrong in judge(folder):
        right = len(cases) - len(wrong)
        print(f"{suite.name:22} {len(cases):6} {right:6} {right / len(cases):7.3f} {suite.bar:5.2f}")
        if "--misses" in sys.argv:
            for case in wrong:
                print("   ", json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
