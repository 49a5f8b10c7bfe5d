"""When and how the worker is paid, and whether the pay hangs on something that the worker cannot steer."""

from __future__ import annotations

import re
from typing import Literal

from postingscan.read import payment_risk
from postingscan.read.document import Document, Page, Sentence
from postingscan.read.facts import PaymentTerms, Trial

CUES: dict[str, tuple[str, ...]] = {
    "terms": (
        "weekly", "biweekly", "monthly", "bimonthly", "semimonthly", "fortnightly", "fortnight", "every week",
        "every month",
        "every monday", "every tuesday", "every wednesday", "every thursday", "every saturday", "every sunday",
        "mondays",
        "thursdays", "each monday", "each tuesday", "each wednesday", "each thursday", "each saturday", "each sunday",
        "every second friday", "every second week", "every second monday", "every second thursday",
        "every other friday",
        "every other thursday", "second friday", "following monday", "following tuesday", "following wednesday",
        "following thursday",
        "following friday", "same day", "same week", "paid on friday", "paid on monday", "the day you", "payout*",
        "each day",
        "paid daily", "daily payout*", "1st", "5th", "10th", "16th", "20th", "25th", "30th", "last day of",
        "last working day", "7th", "14th", "26th", "27th", "28th",
        "last business day", "last friday", "tenth of", "first of", "first of the month", "fifteenth", "your account",
        "bank account", "sepa", "revolut", "iban", "western union", "mpesa", "skrill", "in two parts",
        "in three parts", "in two instal*",
        "instalment*", "installment*", "first half", "second half", "other half", "half when", "half now", "half on",
        "a third", "the rest", "the remainder", "the balance",
        "on signing", "when you send", "when you deliver", "once you send", "once you deliver", "when you hand",
        "within 24 hours",
        "within 48 hours", "within 3 days", "within 7 days", "within a week", "within 10 days", "within two days",
        "within three days", "within five days", "within 5 days", "within 14 days", "net 10", "monthly salary",
        "salary per month",
        "every friday", "fridays", "every two weeks", "every 2 weeks", "every other week", "each week", "each month",
        "each friday",
        "twice a month", "once a month", "twice per month", "15th", "15 and 30", "15/30", "end of the month",
        "end of each month", "end of every month", "end of the week", "end of each week", "payday", "pay day",
        "pay period",
        "pay cycle", "pay schedule", "payout cycle", "payment schedule", "payment terms", "payment method*",
        "pay dates",
        "payment dates", "wise", "paypal", "payoneer", "gcash", "remitly", "deel", "veem", "paymaya", "maya", "hurupay",
        "western union", "bank transfer*", "bank deposit*", "wire transfer*", "direct deposit*", "direct bank",
        "crypto",
        "usdt", "bitcoin", "telebirr", "m pesa", "zelle", "venmo", "payroll system", "escrow", "milestone*",
        "pay days", "paydays", "day of payment", "date of payment",
        "time of payment", "day of the payment", "exchange rate", "completion of each", "completion of every",
        "twice monthly", "every 15", "every fifteen", "every 14 days", "every 10 days", "every 30 days", "task based", "project based", "assignment based", "via upwork",
        "through upwork", "upwork timesheet", "upwork time tracker", "upon completion", "on completion",
        "after completion",
        "upon delivery", "on delivery", "after delivery", "upon approval", "after approval", "upon approved",
        "job is complete",
        "work is complete", "job is done", "work is done", "is completed", "are completed", "upfront", "up front",
        "in advance",
        "net 7", "net 14", "net 15", "net 30", "net 45", "net 60", "invoice us", "invoices", "invoice",
    ),
    **payment_risk.CUES,
}  # fmt: skip

_PAY = r"(?:pay(?:ment|out|check|che(?:ck|que))?s?|salar(?:y|ies)|wages?|compensation|remuneration)"
_OFTEN = (
    r"(?:(?:bi|semi)?-?\s?(?:weekly|monthly)|fortnightly|(?:every|each) (?:(?:other|two|2|single) )?(?:weeks?|"
    r"fridays?|months?|(?:10|14|30) days|"
    r"fortnight|fifteen|15(?:th)?|1st)|(?:twice|once) (?:a|per) (?:month|week)|twice monthly|(?:1st|5th|10th|15th?|"
    r"20th) ?"
    r"(?:,|and|&|/|-) ?(?:the )?(?:15th|20th|25th|30(?:th)?|31st|1st|end|last)|(?:at |by )?(?:the )?end of (?:each|"
    r"every|the) "
    r"(?:week|month)|on fridays|15th|fortnight)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|fifth|tenth|fifteenth|twentieth|last)"
# A moment that comes back: 'every second Friday', 'on the 1st and 16th', 'the following Tuesday', 'the same day'.
_MOMENT = (
    rf"(?:(?:every|each) (?:(?:second|other|two|2|single) )?(?:weeks?|months?|days?|fortnight|{_DAY})s?|on {_DAY}s?|"
    rf"the (?:following|next) (?:{_DAY}|day|week|month)|the (?:very )?same (?:day|week)|twice (?:a|per|each) month|"
    rf"(?:on|by|around|before|at) the {_ORDINAL}(?: ?(?:and|&|/) ?(?:the )?{_ORDINAL})?(?: (?:working |business |"
    rf"calendar )?day)?"
    rf"(?: (?:of|in) (?:each|every|the) month)?\b(?! (?:draft|version|call|interview|round|week|month|year|floor|"
    rf"sale|order|delivery)))"
)
_GIVEN = (  # pay that reaches the worker, as a verb or as its subject
    r"(?:(?:is|are|be|get|gets|being|you're|we'll|been) (?:\w+ )?(?:paid|settled|sent|transferred|released|credited|"
    r"processed)|"
    r"paid(?: out)?(?=,? \(?(?:on|by|every|each|the|twice|around|before|in|via|through|to|directly|promptly)\b)|"
    r"we (?:\w+ )?(?:pay|settle|transfer|send (?:the|your) (?:money|pay|payment|fee))|i (?:\w+ )?pay|pay(?:ment|"
    r"out)?s?|salary|wages?|(?:your|the) money|payday|"
    r"payroll|your (?:fee|invoices?|share|earnings))"
)
_MEANS_AT = (
    r"(?:paypal|(?:transfer)?wise|payoneer|gcash|m-?pesa|revolut|skrill|bank(?: transfer)?|sepa|deel|remitly|usdt|"
    r"(?:in)?to your (?:\w+ )?account|on your (?:bank )?account)"
)
_RECURRING = re.compile(
    rf"\b(?<!paid )(?<!pay ){_GIVEN}\b(?! (?:ads?|social|search|media|newsletter|subscri\w+|holidays?|leaves?|time|"
    rf"vacation|campaigns?|traffic|partner\w*|"
    rf"reviews?|increase|raise|rise))[^.;\n]{{0,50}}?\b{_MOMENT}"
    rf"|\bpaid daily\b|\bdaily payouts?\b|\b{_MEANS_AT},? (?:or [\w-]+,? )?(?:{_MOMENT}|twice a month|weekly|monthly)"
    rf"|\b{_MOMENT},? (?:\w+ ){{0,3}}?(?:in)?to your (?:\w+ )?account\b"
    rf"|\b(?:every|each) (?:(?:second|other) )?(?:week|month|{_DAY}),? (?:we (?:pay|settle|transfer)|you (?:are|"
    rf"get) paid|your (?:pay|money|salary|wage|fee|"
    rf"invoice))\b"
    r"|\b(?:money|pay|salary|wages?)\b[^.;\n]{0,20}\b(?:arrives?|lands?|comes?|reaches|"
    r"goes out)\b[^.;\n]{0,40}\b(?:every|each|last|day|month|week)\b"
    rf"|\bsent to your (?:\w+ )?account\b|\bpayday is\b"
    r"|\b(?<!competitive )(?<!attractive )(?<!expected )(?<!estimated )monthly salary (?=[$€£₱]?\d[\d,. k]*(?:eur|"
    r"usd|php|gbp)?\s?(?:gross|net)\b)"
)
_SCHEDULE = re.compile(
    # 'bi-weekly pay', 'weekly on-time payments'; a bare 'monthly salary' is looked at below
    rf"\b(?:(?:bi|semi)[\s-]?(?:weekly|monthly)|weekly|fortnightly)\s(?:(?!incentive|bonus|commission|"
    rf"report)[\w-]+\s)?{_PAY}\b(?! rate)"
    r"|\bmonthly\s(?:[\w-]+\s)?(?:payments?|payouts?|paychecks?)\b"
    r"|\bmonthly (?:fixed|stable|guaranteed|base) (?:salary|pay)\b(?! plus| \+)"
    r"|\b(?:fixed|stable|steady|guaranteed|regular|timely|on[- ]time|consistent|reliable) monthly (?:salary|pay|"
    r"compensation|wage)\b"
    r"|\b(?:salary|pay|wage)\s?\((?:bi-?\s?|semi-?\s?)?(?:weekly|monthly)\)"
    r"|\b(?<!competitive )(?<!attractive )(?<!expected )(?<!estimated )(?<!base )monthly (?:salary|"
    r"pay)\b(?=\s*(?:[.,;!)]|$))"
    # 'paid weekly', 'payments are sent every 15th'
    r"|\b(?:paid|payments?|payouts?|pay (?:is|will|schedule|period|cycle|dates?|frequency|day)|payday|compensated|"
    r"salar(?:y|ies) (?:is |are |will be )?(?:paid|released|given|credited|sent|disbursed|deposited|schedule))\b"
    rf"(?! (?:and|time|vacation|leaves?|holidays?|social|ads?|media|search|campaigns?|"
    rf"per))[^.;\n\d%]{{0,60}}?\b{_OFTEN}"
    r"|\bpay(?:ing|s)? (?:out )?(?:bi-?\s?|semi-?\s?)?(?:weekly|monthly|fortnightly)\b"
    r"|\b(?:15th|1st) (?:and|&) (?:the )?(?:30th|15th|end of the month)\s(?:of the month\s)?(?:salary|pay\w*)\b"
    rf"|\bpayroll:?(?: is| runs| schedule)? {_OFTEN}"
    r"|\b(?:one|two|three|four|\d) pay ?days (?:per|a|each|every|in a) (?:month|week)\b|\bpaydays are\b"
    rf"|\bpay(?:ment|out)? (?:schedule|terms|cycle|frequency|dates?)\s?(?::|–|-| is| are)(?! (?:transparent|"
    rf"negotiable|flexible|fair|open|to be|competitive))"
)
_METHOD_NAME = (
    r"(?:transfer)?wise|paypal|payoneer|gcash|remitly|deel|veem|paymaya|maya|hurupay|western union|"
    r"(?:direct )?bank (?:transfer|"
    r"deposit|account)s?|wire transfers?|direct (?:bank )?deposits?|crypto\w*|usdt|bitcoin|telebirr|m-?pesa|zelle|"
    r"venmo|upwork"
)
_METHOD = re.compile(
    rf"\b(?:paid|pay|pays|payments?|payouts?|salary|compensation|payroll)\b[^.;\n]{{0,50}}\b(?:via|through|thru|by|"
    rf"using|with|in|on|"
    rf"is|are|method|methods)\b[^.;\n]{{0,16}}\b(?:{_METHOD_NAME})\b"
    rf"|\b(?:payments?|payouts?|paid|payment method|pay)\s?[:(–-]+\s?(?:[\w ]{{1,12}}\b)?(?:{_METHOD_NAME})\b"
    rf"|\b(?:via|through|thru)\s(?!upwork)(?:{_METHOD_NAME})\b"
    rf"|\b(?:{_METHOD_NAME})\s(?:payments?|payouts?)\b"
    r"|\bupwork(?:'s)? (?:time ?sheet|time ?tracker|hourly)\b"
    r"|\b(?:paid|pay(?:ments?)?|salary|wages?)\b[^.;\n]{0,70}\brate (?:on|of|at) the (?:day|date|time) of (?:the |each )?"
    r"(?:pay\w*|transfer)\b"
    r"|\bpayments? (?:is|are|will be) (?:made )?(?:on an? )?(?:task|project|assignment|deliverable)-based\b"
)
_METHOD_LINE = re.compile(
    rf"^\W*(?:{_METHOD_NAME})(?:(?:\s?[,/]\s?|,? or |,? and | & )(?:{_METHOD_NAME}))*\b[^.\n]{{0,25}}$"
)
_ON_DELIVERY = re.compile(
    r"\b(?:paid(?! training)|pay(?:ment)?s?)\b[^.;\n]{0,50}\b(?:upon|after|on|once|when|within \d{1,2} (?:hours|days|"
    r"business days) (?:of|after))\s"
    r"(?:[\w-]+\s){0,4}(?:completions?|delivery|approval|completed?|submissions?|approved|delivered|finished|done|"
    r"invoice)\b"
    r"|\b(?:\d{1,3} ?%|half|partial|deposit|payment)[^.;\n]{0,20}\b(?:up-?\s?front|in advance|at the start|"
    r"before (?:we|you) start)\b"
    r"|\bpaid (?:\w+ ){0,2}?(?:for|on|upon|at|after) (?:the )?(?:[\w-]+ (?:and|&) )?completion of (?:each|every)\b"
    r"|\bnet[\s-](?:7|10|14|15|30|45|60)\b(?! ?(?:,|k|00|%))"
    r"|\binvoices?\b[^.;\n]{0,30}\b(?:paid|within \d|every|weekly|monthly|end of)\b|\binvoice us\b"
)
# 'paid when you send the file back', 'within 24 hours of receiving each batch'
_AT_HAND_OVER = re.compile(
    r"\b(?:paid|pay|payments?|money|fee|invoices?)\b[^.;\n]{0,50}\b(?:when|once|after|as soon as|"
    r"the (?:same )?(?:day|moment)|within \w+ (?:hours|days|a week) "
    r"(?:of|after))\s(?:you(?:'ve| have)? (?:\w+ )?(?:send|sent|deliver\w*|hand(?:ed)?|submit\w*|finish\w*|"
    r"upload\w*)|receiving|receipt|we receive)\b"
    r"|\b(?:invoices?|paid|pay|settled?|transfer)\b[^.;\n]{0,40}\bwithin (?:\d{1,2}|an?|one|two|three|five|seven|"
    r"ten) (?:business |working )?(?:hours|days?|"
    r"weeks?)\b|\b(?:delivered|logged|submitted|finished)\b[^.;\n]{0,40}\b(?:is|are) paid\b"
)
_PART = (
    r"(?:\d{1,2} ?%|(?:the |a |an? )?(?:first |other |second )?(?:half|third|quarter)|"
    r"the (?:rest|remainder|balance|remaining)|deposit)"
)
_STEP = r"(?:now|up-?\s?front|in advance|before|after|at|on|upon|when|once|to start|is paid|for)"
# 'a third at the start, the rest on completion'
_PARTS = re.compile(
    rf"\b{_PART}(?!\w)(?: (?:of the \w+|is paid|paid|payment|as (?:an? )?\w+))?,? {_STEP}\b[^.;\n]{{0,40}}?(?:,|and|"
    rf"then|"
    rf"&|/|;| - )\s?(?:then )?{_PART}"
    rf"(?!\w)(?: (?:of the \w+|is paid|paid|payment))?,? {_STEP}\b"
    r"|\b(?:payment|paid|pay|fee|price)\b[^.;\n]{0,20}\bin (?:two|three|four|\d) (?:parts|instal\w+|steps|rates|"
    r"halves)\b"
    r"|\bpaid (?:\w+ )?(?:in advance|up-?\s?front)\b"
)
_MILESTONES = re.compile(
    r"\b(?:paid|pay|payments?|price|quote|funds?|released?)\b[^.;\n]{0,50}\bmilestones?\b(?! bonus| reviews?)"
    r"|\bmilestones?[\s-](?:based[\s-])?(?:pay\w*|contracts?|basis)\b|\b(?:per|by|in)[\s-]milestones?\b|"
    r"\bmilestone-based (?:pay|contract)\w*"
    r"|\bescrow\w*\b[^.;\n]{0,40}\b(?:pay\w*|fund\w*|releas\w*|deposit\w*|milestone\w*)|\b(?:pay\w*|fund\w*|money|"
    r"sum|amount|"
    r"budget|fee|price|deposit\w*)\b[^.;\n]{0,30}\bescrow"
)
_CLEAR = (
    (_SCHEDULE, "schedule"),
    (_RECURRING, "schedule"),
    (_METHOD, "method"),
    (_MILESTONES, "milestones"),
    (_ON_DELIVERY, "on delivery"),
    (_AT_HAND_OVER, "on delivery"),
    (_PARTS, "on delivery"),
)
_SPEAKS_OF_PAY = re.compile(
    r"\b(?:unpaid|pa(?:y|id)|pay\w+|salar\w+|wages?|compensat\w+|money|fees?|invoic\w+|settle\w*|escrow\w*|wise|"
    r"transferwise|"
    rf"{_METHOD_NAME}|m-?pesa|revolut|skrill|sepa|your (?:\w+ )?account|net[ -]\d+|milestone\w*|half|third|deposit|"
    rf"up-?\s?front|\d ?%|rest)(?!\w)"
)
# Payments that the worker handles for others, and pay that the worker is to name.
_BUSINESS = re.compile(
    r"\b(?:clients?|customers?|vendors?|suppliers?|tenants?|payroll|payables?|receivables?|merchants?|"
    r"process(?:ing)?|reconcil\w+|gateways?|"
    r"integrat\w+|stripe|subscriptions?|training is|users?|checkout|reports?|reporting|track(?:ing)?|disputes?|"
    r"collect\w*|record|arrive|bookkeep\w*|"
    r"rent|expenses?|donations?|premium|ledger|bills?|transactions?|accountants?|tax\w*|loan|wallet|app|"
    r"remind\w*|"
    r"redeem\w*|tuition|local payment|shopping|rewards?|b2b|project progress|experience (?:with|in)|knowledge of|"
    r"familiar\w*|proficien\w+)\b"
)
_WORKER_PAID = re.compile(
    r"^\W*payroll:?(?: is| schedule)? (?:twice|(?:bi|semi)?-?(?:weekly|monthly)|every)\b"
    r"|\b(?:you(?:'ll| will)? (?:get|be|are) paid|get paid|paid (?:out )?(?:bi-?\s?|semi-?\s?)?(?:weekly|monthly|"
    r"fortnightly|every|in usd|"
    r"via|through|by)|we pay|your (?:pay|salary)|pay schedule|pay is|payroll runs|per hour|/ ?h(?:ou)?r|base pay|"
    r"weekly pay|"
    r"pay weekly|bonus(?:es)?)"
)
_ASKED_FOR = re.compile(
    r"\b(?:(?:send|share|state|tell|us|me|include|provide|with|is|give|list|mention|add|and|of|for|on) your|expected|"
    r"desired|preferred|asking|state|target|requested|estimated|what is|list of)\s(?:[\w-]+\s){0,3}$"
)
_BONUS = re.compile(
    r"\b(?:bonus(?:es)?|incentives?|allowances?|raises?|reviews?|budget|ad spend|spend)\b[^.;\n]{0,20}$"
)

_UNSAID = PaymentTerms("none")
_FIRST_PAY_CUES = ("trial", "trial_opening", "training")
_SUM_SIGNS = "$€£₱"
_FIGURE = re.compile(r"\d{2}")


def read_payment_terms(page: Page, trial: Trial | None) -> PaymentTerms:
    """Read the terms of payment.

    A schedule, a means, milestones, escrow or pay on delivery are ``'clear'``; commission, equity or a share without a
    base, pay that waits for others or for success, unpaid or half-paid beginnings are ``'risky'``. Where both stand,
    the risk counts. A bare rate ('$400 a month') says nothing of when or how.

    Parameters
    ----------
    page : Page
    trial : Trial or None
        What `postingscan.read.trial.read_trial` finds on the page.

    Returns
    -------
    PaymentTerms
        With the telling words as its span, and a reason of a few words.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(description="$5 an hour, paid weekly by bank transfer."))
    >>> terms = read_payment_terms(page, trial=None)
    >>> terms.label, terms.reason, terms.span.text
    ('clear', 'schedule', 'paid weekly')
    >>> read_payment_terms(lay_out(Posting(description="The job is commission only.")), trial=None).label
    'risky'
    """
    return _risk(page, trial) or _clear(page) or _UNSAID


def _risk(page: Page, trial: Trial | None) -> PaymentTerms | None:
    base: bool | None = None
    for document in page.documents:
        if "terms_risk" not in document.cues:
            continue
        for sentence in document.sentences_with("terms_risk"):
            text = document.folded[sentence.start : sentence.end]
            if not payment_risk.SPEAKS_OF_PAY.search(text):
                continue
            for words, pattern, reason in payment_risk.RISKS:
                found = pattern.search(text) if any(map(text.__contains__, words)) else None
                if found and not _is_denied(text, found.start()):
                    if reason == "unpaid" and payment_risk.OWN_PAST.search(text, 0, found.start()):
                        continue
                    return _terms("risky", document, sentence, found, reason)
            share = payment_risk.SHARE.search(text) if payment_risk.OF_WORKER.search(text) else None
            if not share and sentence.section != "duties" and not _FIGURE.search(page.salary.text):
                share = payment_risk.COMMISSION.search(text)
            if share:
                if base is None:
                    base = any(payment_risk.BASE.search(each.folded) for each in page.documents)
                if not base:
                    return _terms("risky", document, sentence, share, "commission only")
        two_sums = sum(map(document.folded.count, _SUM_SIGNS)) > 1
        if not two_sums or document.cues.keys().isdisjoint(_FIRST_PAY_CUES):
            continue
        found = payment_risk.FIRST_PAY.search(document.folded)
        if found and "up to" not in found["rest"] and 2 * _amount(found["low"]) <= _amount(found["high"]):
            return PaymentTerms("risky", document.span(*found.span()), "half pay at first")
    unpaid = trial and trial.paid == "unpaid" and trial.kind != "task"
    if trial and unpaid and any("trial_unpaid" in document.cues for document in page.documents):
        return PaymentTerms("risky", trial.span, "unpaid at first")
    return None


def _clear(page: Page) -> PaymentTerms | None:
    for document in page.documents:
        if "terms" not in document.cues:
            continue
        for sentence in document.sentences_with("terms"):
            text = document.folded[sentence.start : sentence.end]
            if not _SPEAKS_OF_PAY.search(text):
                continue
            to_worker = _WORKER_PAID.search(text) is not None
            if sentence.section == "duties" and sentence.bullet and not to_worker:
                continue
            for pattern, reason in _CLEAR:
                found = pattern.search(text)
                before = text[max(found.start() - 50, 0) : found.start()] if found else ""
                if found and not to_worker and _BUSINESS.search(text, max(found.start() - 70, 0), found.end() + 90):
                    continue
                if found and not _ASKED_FOR.search(before) and not _BONUS.search(before):
                    return _terms("clear", document, sentence, found, reason)
            found = _METHOD_LINE.search(text)
            if found and sentence.section == "offer":
                return _terms("clear", document, sentence, found, "method")
    return None


def _terms(
    label: Literal["clear", "risky"], document: Document, sentence: Sentence, found: re.Match[str], reason: str
) -> PaymentTerms:
    start, end = sentence.start + found.start(), sentence.start + found.end()
    words = document.text[start:end]
    start += len(words) - len(words.lstrip(" -–•*:\t"))
    return PaymentTerms(label, document.span(start, end), reason)


def _is_denied(text: str, start: int) -> bool:
    return _NOT.search(text, max(start - 24, 0), start) is not None


_NOT = re.compile(r"(?:\bnot|n't|\bno|\bnever)(?: an?| any| just)?(?: [\w-]+)? $")


def _amount(figure: str) -> float:
    return float(figure.replace(",", ""))
