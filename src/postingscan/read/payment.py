"""When and how the worker is paid, and whether the pay hangs on something that the worker cannot steer."""

from __future__ import annotations

import re
from typing import Literal

from postingscan.read.document import Document, Page, Sentence
from postingscan.read.facts import PaymentTerms
from postingscan.read.trial import read_trial

CUES: dict[str, tuple[str, ...]] = {
    "terms": (
        "weekly", "biweekly", "monthly", "bimonthly", "semimonthly", "fortnightly", "fortnight", "every week",
        "every month",
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
        "via upwork",
        "through upwork", "upwork timesheet", "upwork time tracker", "upon completion", "on completion",
        "after completion",
        "upon delivery", "on delivery", "after delivery", "upon approval", "after approval", "upon approved",
        "job is complete",
        "work is complete", "job is done", "work is done", "is completed", "are completed", "upfront", "up front",
        "in advance",
        "deposit", "net 7", "net 14", "net 15", "net 30", "net 45", "net 60", "invoice us", "invoices", "invoice",
    ),
    "terms_risk": (
        "commission*", "equity", "profit shar*", "revenue shar*", "rev share", "exposure", "volunteer*", "unpaid",
        "no salary",
        "no base", "no basic", "no fixed", "no pay", "no payment", "not pay", "only pay", "won't pay", "pro bono",
        "not be paid", "without pay", "has to be proven", "client pays", "clients pay", "get paid", "gets paid",
        "we raise",
        "funding", "funded", "investors", "investment", "become profitable", "profitable", "deferred", "results based",
        "low budget", "small budget", "limited budget", "budget is low", "pay is low", "salary is low", "low pay",
        "low salary",
        "lower rate", "low rate", "reduced rate", "start low", "exponentially", "half", "50%", "50 %", "probation*",
        "trial*",
        "withheld", "is held", "be held", "deal closes", "sale is", "first month", "first week", "first two weeks",
        "first two months", "first 2 months", "first three months", "first 3 months", "held back", "on hold",
        "per closed", "each sale", "every sale", "per sale", "each deal",
        "per deal",
        "of sales", "of what you", "each completed", "only the winner", "in exchange for",
    ),
}  # fmt: skip

_PAY = r"(?:pay(?:ment|out|check|che(?:ck|que))?s?|salar(?:y|ies)|wages?|compensation|remuneration)"
_OFTEN = (
    r"(?:(?:bi|semi)?-?\s?(?:weekly|monthly)|fortnightly|(?:every|each) (?:(?:other|two|2|single) )?(?:weeks?|"
    r"fridays?|months?|"
    r"fortnight|fifteen|15(?:th)?|1st)|(?:twice|once) (?:a|per) (?:month|week)|twice monthly|(?:1st|5th|10th|15th?|"
    r"20th) ?"
    r"(?:,|and|&|/|-) ?(?:the )?(?:15th|20th|25th|30(?:th)?|31st|1st|end|last)|(?:at |by )?(?:the )?end of (?:each|"
    r"every|the) "
    r"(?:week|month)|on fridays|15th|fortnight)"
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
    r"|(?<!competitive )(?<!attractive )(?<!expected )(?<!estimated )(?<!base )\bmonthly (?:salary|"
    r"pay)\b(?=\s*(?:[.,;!)]|$))"
    # 'paid weekly', 'payments are sent every 15th'
    r"|\b(?:paid|payments?|payouts?|pay (?:is|will|schedule|period|cycle|dates?|frequency|day)|payday|compensated|"
    r"salar(?:y|ies) (?:is |are |will be )?(?:paid|released|given|credited|sent|disbursed|deposited|schedule))\b"
    rf"(?! (?:and|time|vacation|leaves?|holidays?|social|ads?|media|search|campaigns?|"
    rf"per))[^.;\n\d%]{{0,60}}?\b{_OFTEN}"
    r"|\bpay(?:ing|s)? (?:out )?(?:bi-?\s?|semi-?\s?)?(?:weekly|monthly|fortnightly)\b"
    r"|\b(?:15th|1st) (?:and|&) (?:the )?(?:30th|15th|end of the month)\s(?:of the month\s)?(?:salary|pay\w*)\b"
    rf"|\bpay(?:ment|out)? (?:schedule|terms|cycle|frequency|dates?)\s?(?::|–|-| is| are)"
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
    r"|\bnet[\s-](?:7|10|14|15|30|45|60)\b(?! ?(?:,|k|00))"
    r"|\binvoices?\b[^.;\n]{0,30}\b(?:paid|within \d|every|weekly|monthly|end of)\b|\binvoice us\b"
)
_MILESTONES = re.compile(
    r"\b(?:paid|pay|payments?|price|quote|funds?|released?)\b[^.;\n]{0,50}\bmilestones?\b(?! bonus| reviews?)"
    r"|\bmilestones?[\s-](?:based[\s-])?(?:pay\w*|contracts?|basis)\b|\b(?:per|by|in)[\s-]milestones?\b|"
    r"\bmilestone-based (?:pay|contract)\w*"
    r"|\bescrow\w*\b[^.;\n]{0,40}\b(?:pay\w*|fund\w*|releas\w*|deposit\w*|milestone\w*)|\b(?:pay\w*|fund\w*|"
    r"deposit\w*)\b[^.;\n]{0,30}\bescrow"
)
_CLEAR = ((_SCHEDULE, "schedule"), (_METHOD, "method"), (_MILESTONES, "milestones"), (_ON_DELIVERY, "on delivery"))
# Payments that the worker handles for others, and pay that the worker is to name.
_BUSINESS = re.compile(
    r"\b(?:clients?|customers?|vendors?|suppliers?|tenants?|payroll|payables?|receivables?|merchants?|"
    r"process(?:ing)?|reconcil\w+|gateways?|"
    r"integrat\w+|stripe|subscriptions?|training is|users?|checkout|reports?|reporting|track(?:ing)?|disputes?|"
    r"collect\w*|bookkeep\w*|"
    r"rent|expenses?|donations?|premium|ledger|bills?|transactions?|accountants?|tax\w*|loan|wallet|app|platform|"
    r"remind\w*|"
    r"experience (?:with|in)|knowledge of|familiar\w*|proficien\w+)\b"
)
_WORKER_PAID = re.compile(
    r"\b(?:you(?:'ll| will)? (?:get|be|are) paid|get paid|paid (?:out )?(?:bi-?\s?|semi-?\s?)?(?:weekly|monthly|"
    r"fortnightly|every|in usd|"
    r"via|through|by)|we pay|your (?:pay|salary)|pay schedule|pay is|per hour|/ ?h(?:ou)?r|base pay|weekly pay|"
    r"pay weekly|bonus(?:es)?)"
)
_ASKED_FOR = re.compile(
    r"\b(?:your|expected|desired|preferred|asking|state|target|requested|estimated|what is|list of)\s(?:[\w-]+\s){0,3}$"
)
_BONUS = re.compile(
    r"\b(?:bonus(?:es)?|incentives?|allowances?|raises?|reviews?|budget|ad spend|spend)\b[^.;\n]{0,20}$"
)

_RISKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\bcommissions?[\s-]only\b|\b(?:only|purely|strictly|100 ?%|fully|entirely|straight|solely|exclusively|"
            r"pure)[\s-]"
            r"(?:on )?(?:an? )?commissions?\b(?! on top)|\bno (?:base|basic|fixed)(?: (?:salary|pay|"
            r"rate))?\b(?=[^.;\n]{0,60}\b(?:commission|%))"
            r"|\bcommission\b[^.;\n]{0,40}\bno (?:base|basic|fixed)\b|\bwithout (?:an? )?(?:base|fixed|"
            r"basic) (?:salary|pay)\b"
        ),
        "commission only",
    ),
    (
        re.compile(
            r"\bequity[\s-]only\b|\b(?:only|sweat|just) equity\b|\b(?:in exchange for|paid (?:in|with)|"
            r"in return for) (?:[\d.%]+ |some )?"
            r"(?:equity|shares|tokens)\b|\bequity\b[^.;\n]{0,30}\b(?:in lieu|instead) of (?:a |any )?(?:salary|pay|"
            r"cash)\b"
            r"|\bno salary\b[^.;\n]{0,40}\bequity\b|\bequity\b[^.;\n]{0,40}\bno (?:salary|cash)\b"
        ),
        "equity only",
    ),
    (
        re.compile(
            r"\b(?:revenue|profit|rev)[\s-]shar\w+ (?:only|basis|instead|model)\b|\b(?:only|purely|paid (?:by|via|"
            r"through|on|in)|exchange for|"
            r"compensation (?:is|will be)|based on) (?:an? )?(?:[\w%]+ ){0,2}(?:revenue|profit|rev)[\s-]shar\w+"
        ),
        "revenue share only",
    ),
    (
        re.compile(
            r"\b(?:paid|pay(?:ment|out)?s?|salary|salaries|compensat\w+|wages?)\b[^.;\n]{0,70}\b(?:once|when|after|"
            r"until|if|as soon as)\s"
            r"(?:[\w']+\s){0,4}?(?:clients? pays?|clients? (?:has |have )?paid|we (?:get|are|receive|raise|secure|"
            r"start making|make|become|have|"
            r"generate)\b[^.;\n]{0,20}\b(?:paid|funded|funding|investment|investors?|revenue|profit\w*|money|sales)|"
            r"funding|funded|"
            r"investment|revenue comes|profitable|customers? pays?|sale is (?:made|closed)|deal closes)\b"
            r"|\b(?:deferred|delayed) (?:pay|salary)\b"
        ),
        "paid when others pay",
    ),
    (
        re.compile(
            r"\bno (?:results?|sales?|success|leads?|work),? no (?:pay\w*|fee|salary)\b|\bno payment (?:will|would|"
            r"shall|is)\b"
            r"|\b(?:only|not|won't|don't) pay(?: you)?(?: only)? (?:for|if|when|unless)[^.;\n]{0,50}\b(?:approved|"
            r"work(?:s|ing)|like|satisf\w+|"
            r"results?|closed|successful|qualified|accepted|sold)\b|\bpaid only (?:for|if|"
            r"when)\b[^.;\n]{0,40}\b(?:approved|closed|"
            r"successful\w*|qualified|accepted|sold|results?)\b|\bif (?:we (?:are|'re)|i am|i'm) not (?:happy|"
            r"satisfied)\b[^.;\n]{0,30}\bnot? pay"
            r"|\bonly the winner\b"
        ),
        "paid by result only",
    ),
    (
        re.compile(
            r"\bunpaid (?:internships? position|intern\b|internship(?!s)|position|role|partnership|opportunity|"
            r"volunteer|at (?:first|the (?:moment|"
            r"start|beginning)))|\b(?:position|role|internship|internships|job|program|work) (?:is|are|"
            r"will be)(?: [\w,]+){0,7}? unpaid\b"
            r"|\b(?:salary|salary type|compensation|pay|employment type)\s?[:-]\s?unpaid\b|\bvolunteer (?:position|"
            r"role|basis)\b"
            r"|\bno (?:salary|monetary compensation|payment|pay) (?:at (?:first|the)|initially|until|"
            r"for the (?:first|moment)|for now)\b"
            r"|\b(?:paid in|in exchange for|only for) (?:the )?exposure\b|\b(?:on an?|is) pro[ -]bono\b"
        ),
        "unpaid",
    ),
    (re.compile(r"\bmay or may not be (?:paid|compensated)\b"), "may or may not be paid"),
    (
        re.compile(
            r"\b(?:low|small|limited|lower|modest)(?:er)? (?:starting )?(?:pay|salary|rate|budget|"
            r"compensation)\b[^.;\n]{0,30}\b(?:at first|for now|"
            r"initially|in the beginning|at the (?:start|beginning|moment)|to start|but|"
            r"first)\b[^.;\n]{0,60}\b(?:more|increas\w+|raise|grow|"
            r"higher|future|better)\b|\b(?:pay|salary|budget|rate) (?:is|will be) (?:low|small|"
            r"limited)\b[^.;\n]{0,20}\b(?:at first|for now|"
            r"initially|in the beginning|at the (?:start|beginning|moment)|to start)\b|\b(?:salary|pay|"
            r"rate) will (?:increase|grow|rise) "
            r"exponentially\b|\b(?:lower|reduced|discounted) rate (?:for|on) (?:the |this )?(?:first|initial)\b"
        ),
        "low pay now for more later",
    ),
    (
        re.compile(
            r"\b(?:50 ?%|half)\b[^.;\n]{0,40}\b(?:during|in|while|for|throughout)\b[^.;\n]{0,24}\b(?:probation\w*|"
            r"trial|training|first month)\b"
            r"|\b(?:probation\w*|trial (?:period|month|week)|first month)\b[^.;\n]{0,40}\b(?:50 ?%|"
            r"half) (?:of )?(?:the |your )?(?:regular |full |normal )?"
            r"(?:pay|salary|rate|wage)\b"
        ),
        "half pay at first",
    ),
    (
        re.compile(
            r"\b(?:rest|remaining|balance|other)\b[^.;\n]{0,24}(?:\d ?%|\bhalf\b|\bmoney\b|\bamount\b|"
            r"\bpayment\b)[^.;\n]{0,40}\b(?:after|once|when|if)\b"
            r"[^.;\n]{0,24}\b(?:months?|proven|profit|sales?)\b|\bhas to be proven\b[^\n]{0,80}\b(?:money|paid|"
            r"payment)\b"
            r"|\b(?:first|one|1) (?:week|month)(?:'s)?(?: of)? (?:pay|salary|wages?)\b[^.;\n]{0,20}\b(?:held|"
            r"withheld|on hold)\b"
        ),
        "pay held back",
    ),
)
# Said of commission or a share: risky unless a base stands somewhere in the posting.
_SHARE = re.compile(
    r"\bcommissions?[\s-]based\b(?! (?:e-?commerce|site|website|platform|app|on top))|\b(?:paid|income|pay|"
    r"compensation|salary|earnings?)\b"
    r"[^.;\n\d]{0,20}\b(?:by|on|in|is|via|:)\s(?:an? )?commissions?\b|\bearn (?:an? |"
    r"up to )?(?:[\w-]+ )?(?:\d{1,2}(?:-\d{1,2})? ?)?%"
    r"|\b\d{1,2} ?% (?:commission )?(?:per|of|on|for|from) (?:(?:each|every|all|what|any|the) )?(?:sales?|deals?|"
    r"closed|revenue|profits?|you sell)"
    r"|\b\d{1,2} ?% of what you\b|\bcommissions? (?:is |are |will be )?(?:provided|paid|given|"
    r"offered)\b[^.;\n]{0,20}\b(?:based on|per|on|for)\b"
)
# Nothing but this on offer: risky where neither a base nor a figure in the salary field stands beside it.
_COMMISSION = re.compile(
    r"\bcommissions? (?:per|structure|for (?:each|every)|on (?:each|every|all))\b|\b(?:attractive|uncapped|high|"
    r"competitive|good|"
    r"generous|weekly) commissions?\b(?! and (?:salary|base))|\bearnings depend on performance\b"
)
_BASE = re.compile(
    r"(?<!no )(?<!without )(?<!without a )\b(?:base|basic|guaranteed|fixed|hourly|monthly|regular)\s(?:pay|salary|"
    r"rate|wage|income|retainer|amount)\b"
    r"|\bmarket[ -]rate\b|\bcompetitive (?:pay|compensation|wage)\b|\bbase (?:\+|plus|and)|\b(?:retainer|per hour|"
    r"an hour|stipend|allowances?)\b|/ ?h(?:ou)?r\b|\b(?:plus|\+|and) (?:\w+ )?commissions?\b"
    r"|(?<!no )\b(?:salary|sallery)\b(?! (?:expectations?|is commission|range expect))(?!\s?[:-]?\s?commission)"
    r"|[$€£₱]\s?\d[\d,.]*k?(?:\s?(?:-|–|to)\s?[$€£₱]?\s?\d[\d,.]*k?)?\s?(?:usd )?(?:/|per |a )\s?(?:month|mo|week|wk|"
    r"hour|day|year)"
)
_FIGURE = re.compile(r"\d{2}")
_FIRST_PAY = re.compile(
    r"\b(?:probation\w*|trial|training|first (?:\w+ )?(?:weeks?|"
    r"months?))\b[^.;\n$€£₱]{0,40}[$€£₱]\s?(?P<low>\d[\d,]*(?:\.\d+)?)(?P<rest>[^$€£₱]{0,90})"
    r"\b(?:after|then|afterwards|thereafter|once|from)\b[^.;$€£₱]{0,50}[$€£₱]\s?(?P<high>\d[\d,]*(?:\.\d+)?)"
)


def read_payment_terms(page: Page) -> PaymentTerms:
    """Read the terms of payment.

    A schedule, a means, milestones, escrow or pay on delivery are ``'clear'``; commission, equity or a share without a
    base, pay that waits for others or for success, unpaid or half-paid beginnings are ``'risky'``. Where both stand,
    the risk counts. A bare rate ('$400 a month') says nothing of when or how.

    Parameters
    ----------
    page : Page

    Returns
    -------
    PaymentTerms
        With the telling words as its span, and a reason of a few words.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> terms = read_payment_terms(lay_out(Posting(description="$5 an hour, paid weekly by bank transfer.")))
    >>> terms.label, terms.reason, terms.span.text
    ('clear', 'schedule', 'paid weekly')
    >>> read_payment_terms(lay_out(Posting(description="The job is commission only."))).label
    'risky'
    """
    return _risk(page) or _clear(page) or PaymentTerms("none")


def _risk(page: Page) -> PaymentTerms | None:
    base: bool | None = None
    for document in page.documents:
        if "terms_risk" not in document.cues:
            continue
        for sentence in document.sentences_with("terms_risk"):
            text = document.folded[sentence.start : sentence.end]
            for pattern, reason in _RISKS:
                found = pattern.search(text)
                if found and not _is_denied(text, found.start()):
                    return _terms("risky", document, sentence, found, reason)
            share = _SHARE.search(text)
            if not share and sentence.section != "duties" and not _FIGURE.search(page.salary.text):
                share = _COMMISSION.search(text)
            if share:
                if base is None:
                    base = any(_BASE.search(each.folded) for each in page.documents)
                if not base:
                    return _terms("risky", document, sentence, share, "commission only")
        found = _FIRST_PAY.search(document.folded)
        if found and "up to" not in found["rest"] and 2 * _amount(found["low"]) <= _amount(found["high"]):
            return PaymentTerms("risky", document.span(*found.span()), "half pay at first")
    if any("trial_unpaid" in document.cues for document in page.documents):
        trial = read_trial(page)
        if trial and trial.paid == "unpaid" and trial.kind != "task":
            return PaymentTerms("risky", trial.span, "unpaid at first")
    return None


def _clear(page: Page) -> PaymentTerms | None:
    for document in page.documents:
        if "terms" not in document.cues:
            continue
        for sentence in document.sentences_with("terms"):
            text = document.folded[sentence.start : sentence.end]
            others = _BUSINESS.search(text) is not None and not _WORKER_PAID.search(text)
            if others or (sentence.section == "duties" and not _WORKER_PAID.search(text)):
                continue
            for pattern, reason in _CLEAR:
                found = pattern.search(text)
                before = text[max(found.start() - 50, 0) : found.start()] if found else ""
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
