"""Words that tell of money and of pay, and those that tell of money that is no pay."""

from __future__ import annotations

_SIGNS = (
    "$", "€", "£", "₱", "₹", "₦", "usd*", "php*", "eur", "gbp*", "aud", "nzd*", "cad", "sgd", "inr*", "rs",
    "pkr", "bdt", "ngn", "naira", "kes", "ksh", "zar", "rand", "etb*", "aed", "chf", "sek", "nok", "dkk", "pln",
    "uah", "brl", "mxn", "lakh", "lakhs", "lpa", "hkd", "myr", "idr", "vnd", "thb", "jpy", "egp",
)  # fmt: skip
# Currencies by name, which may follow a number in words: 'five dollars an hour'.
_NAMES = (
    "peso", "pesos", "euro", "euros", "rupees", "birr", "dollar", "dollars", "cents", "bucks",
)  # fmt: skip
_PAY = (
    "salary", "salaries", "pay", "pays", "paying", "paid", "payment", "payments", "payout*", "rate", "rates",
    "compensation", "budget", "wage", "wages", "earn", "earning*", "income", "remuneration", "offering",
    "we offer", "flat fee", "retainer", "make up to", "stipend", "package", "ote", "gehalt", "lohn",
    "mindestgehalt", "salaire", "fixed price", "willing to", "base",
)  # fmt: skip
_BONUS = (
    "bonus", "bonuses", "incentive*", "reward*",
)  # fmt: skip
_COMMISSION = (
    "commission*",
)  # fmt: skip
_TRIAL = (
    "trial", "probation*", "during training", "training period", "test task", "test project", "paid test",
    "test edit",
)  # fmt: skip
_UNITS = (
    "per hour", "an hour", "hourly", "/hour", "/hr", "/h", "/ hour", "/ hr", "p/h", "per month", "a month",
    "monthly", "/month", "/mo", "/ month", "/ mo", "per week", "a week", "weekly", "/week", "/wk", "every week",
    "per day", "a day", "/day", "per year", "a year", "annually", "per annum", "/year", "/yr", "every month",
    "each month", "each week", "net/month",
)  # fmt: skip
# Somebody's money, but no pay: the client's own, the market's, prices, budgets for ads, costs.
_NO_PAY = (
    "revenue", "revenues", "funding", "fundraising", "raised", "raise", "raising", "valuation", "valued",
    "worth", "ad spend", "adspend", "ad spends", "ads spend", "ad budget*", "ads budget*",
    "advertising budget*", "marketing budget*", "media budget*", "spend", "spending", "spends", "spent",
    "investment*", "invested", "investor*", "venture", "series a", "series b", "arr", "mrr", "gmv", "turnover",
    "in sales", "sales of", "in annual sales", "of sales", "profit", "profits", "priced", "price of", "prices",
    "cost", "costs", "market", "industry", "loan*", "debt", "assets", "hmo", "internet", "deposit*",
    "gift card*", "discount*", "refund*", "portfolio", "aov", "order value", "ticket*", "charge", "charges",
    "subscription*", "tuition", "sold", "sell", "sells", "selling", "generated", "generating", "generate",
    "generates", "manage", "managed", "managing", "achieving", "scaled", "scale", "scaling", "saving", "save",
    "saved", "donation*", "setup budget", "office budget", "learning budget", "professional development",
    "equipment", "gym", "wellness", "health", "medical", "dental", "meal*", "transport*", "airtime", "housing",
    "in business", "business doing", "e commerce brand", "per ad account", "grant*", "in transactions",
    "balance", "expense*", "credit limit", "credit line", "fine of", "lawsuit", "sued", "company", "gdp", "cap",
    "stock", "budgets", "budgets of", "deals worth", "buy", "buying", "purchase*", "payroll", "invoice*",
    "pay cards", "paying customers", "paying clients", "pays us", "pay us", "benefits of", "home office",
    "stipend for", "relocation", "hit", "hitting", "helped", "helping", "entrepreneur*", "business owner*",
    "approvals", "credit card*", "funded", "well funded", "growth rate*", "education budget*",
    "training budget*", "travel budget*", "conference budget*", "hardware budget*", "monthly fee",
    "membership*", "want more than", "expect more than", "offers above", "asking for more than", "bids above",
    "bids over", "paying us",
)  # fmt: skip
# What is paid on top for a purpose.
_ALLOWANCE = (
    "allowance*", "reimburse*", "insurance", "subsidy", "subsidies", "voucher*",
)  # fmt: skip
# Where a posting says which dollar its '$' is.
_DOLLARS = (
    *(
        (phrase.format(name), code)
        for code, names in (
            ("AUD", ("aud", "australian dollars")), ("CAD", ("cad", "canadian dollars")),
            ("NZD", ("nzd", "new zealand dollars")), ("SGD", ("sgd", "singapore dollars")),
        )
        for name in names
        for phrase in ("paid in {}", "pay in {}", "pay is in {}", "are in {}", "is in {}", "all in {}", "salary in {}", "rates in {}")
    ),
    ("in aud", "AUD"), ("in nzd", "NZD"), ("in sgd", "SGD"), ("in canadian dollars", "CAD"),
)  # fmt: skip

CUES: dict[str, tuple[str | tuple[str, str], ...]] = {
    "money": _SIGNS,
    "money_name": _NAMES,
    "dollar": _DOLLARS,
    "pay_unit": _UNITS,
    "pay_word": (
        *((word, "pay") for word in _PAY),
        *((word, "bonus") for word in _BONUS),
        *((word, "commission") for word in _COMMISSION),
        *((word, "trial") for word in _TRIAL),
    ),
    "no_pay": (*_NO_PAY, *((word, "allowance") for word in _ALLOWANCE)),
}
"""Kinds of cue words for `postingscan.read.pay`."""
