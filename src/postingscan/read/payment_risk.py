"""What makes pay uncertain: others who must pay first, success, shares, exposure, half-paid or unpaid beginnings."""

from __future__ import annotations

import re

CUES: dict[str, tuple[str, ...]] = {
    "terms_risk": (
        "commission*", "equity", "profit shar*", "revenue shar*", "rev share", "exposure", "volunteer*", "unpaid",
        "no salary",
        "no base", "no win", "no wins", "no basic", "no fixed", "no pay", "no payment", "not pay", "only pay",
        "won't pay", "pro bono",
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
        "has paid us", "have paid us", "pays us", "paid us", "settled", "settles", "has paid", "have paid",
        "signed off",
        "signs off", "client approv*", "client has approved", "client has accepted", "client accepts",
        "entire system", "entire platform", "entire app", "entire website", "entire book", "all modules",
        "complete system", "complete platform", "complete app", "whole system", "whole platform", "everything is",
        "are delivered", "is delivered", "complete website", "full system", "not able to pay",
        "unable to pay", "cannot pay", "can't pay", "instead of money", "instead of a salary", "instead of salary",
        "instead of pay*", "no budget", "credited", "credit only", "share of the", "part of the profit*",
        "percentage of",
        "the profit*", "profits", "future sales", "share of", "start paying", "begin paying", "salary starts",
        "starting once", "pay starts", "first orders", "hundred orders", "100 orders", "orders have", "until launch",
        "until the launch", "after we launch", "has had", "investor", "grant comes", "grant", "stayed", "stays",
        "after the start",
        "days after", "months after", "fixed part", "purely", "deal is", "contract is", "something when", "only earn",
        "were reached", "was reached", "are reached", "is reached", "are met", "is met", "were met", "was met",
        "are hit", "is hit", "not satisfied", "not happy", "first quarter", "opening month",
        "first three", "first two", "initial month*", "initial week*", "initial two", "initial three", "test period",
        "as a deposit", "real money", "take off", "takes off", "nothing fixed",
        "we publish", "we accept", "videos we use", "that we use", "we keep", "may be paid", "whether it is paid",
        "in lieu of", "in return", "the revenue*", "of revenue*", "of the sales", "of the income", "performance based",
        "per booking", "per booked", "per appointment", "per conversion", "per show", "founding equity", "founding shares", "founders equity", "founders' equity", "payable",
        "commision*", "is sold", "are sold", "been sold", "earn only", "come later", "comes later", "revenue split",
        "profit split", "are hired", "is hired", "get hired", "gets hired", "they're hired", "gets placed", "non paid",
        "stipend", "intern", "internship",
        "60%", "70%", "40%",
    ),
}  # fmt: skip

_PAYING = (
    r"(?:paid|pay(?:ing|able|ments?|outs?)?|salar(?:y|ies)|compensat\w+|wages?|fees?|money|(?:your|get|"
    r"receive) (?:\w+ )?share|invoices?|"
    r"transfer)"
)
# 'I have worked pro bono': the writer's own past.
OWN_PAST = re.compile(r"\b(?:i|we)(?:'ve| have| had)\b[^.;\n]{0,60}$")
_UNTIL = r"(?:once|when|after|until|if|as soon as|provided|only if|starting once|unless)"

_MOMENTS = ("once", "when", "after", "until", "if", "as soon as")

# Some words, one of which stands wherever the pattern matches: they are looked for first, at a fraction of the time.
RISKS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (
        ("commission", "no ba", "no fixed", "without"),
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
        ("equity", "shares", "tokens"),
        re.compile(
            r"\bequity[\s-]only\b|\b(?:only|sweat|just) equity\b|\b(?:in exchange for|paid (?:in|with)|"
            r"in return for) (?:[\d.%]+ |some )?"
            r"(?:equity|shares|tokens)\b|\bequity\b[^.;\n]{0,30}\b(?:in lieu|instead) of (?:a |any )?(?:salary|pay|"
            r"cash)\b"
            r"|\b(?:pay|salary|cash|budget) (?:is |will be |would be )?(?:very )?(?:low|small|minimal|limited|modest|"
            r"little)\b[^.;\n]{0,30}\bequity\b"
            r"|\b(?:low|little|small|minimal) (?:pay|salary|cash|budget)\b[^.;\n]{0,30}\b(?:high|but|with|generous|"
            r"large|big)\b[^.;\n]{0,20}\bequity\b"
            r"|\bequity[- ]based (?:role|position|partnership|opportunity)\b"
            r"|^(?![^\n]*(?:\b(?:salary|pay)\b|[$€£]))[^\n]*?\b\d{1,2} ?% (?:of )?(?:the |our )?(?:founding|founders?'?) "
            r"(?:equity|shares|stock)\b"
            r"|\bno salary\b[^.;\n]{0,40}\bequity\b|\bequity\b[^.;\n]{0,40}\bno (?:salary|cash)\b"
        ),
        "equity only",
    ),
    (
        ("shar",),
        re.compile(
            r"\b(?:revenue|profit|rev)[\s-]shar\w+ (?:only|basis|instead|model)\b|\b(?:only|purely|paid (?:by|via|"
            r"through|on|in)|exchange for|"
            r"compensation (?:is|will be)|based on) (?:an? )?(?:[\w%]+ ){0,2}(?:revenue|profit|rev)[\s-]shar\w+"
        ),
        "revenue share only",
    ),
    (
        (*_MOMENTS, "deferred", "delayed"),
        re.compile(
            r"\b(?:paid|pay(?:ment|out)?s?|salary|salaries|compensat\w+|wages?)\b[^.;\n]{0,70}\b(?:once|when|after|"
            r"until|if|as soon as)\s"
            r"(?:[\w']+\s){0,4}?(?:clients? pays?|clients? (?:has |have )?paid|we (?:get|are|receive|raise|secure|"
            r"start making|make|become|have|"
            r"generate)\b[^.;\n]{0,20}\b(?:paid|funded|funding|investment|investors?|revenue|profit\w*|money|sales)|"
            r"funding|funded|"
            r"investment|revenue comes|profitable|customers? pays?|sale is (?:made|closed)|(?:is|are|has been|gets) sold|deal closes)\b"
            r"|\b(?:deferred|delayed) (?:pay|salary)\b"
        ),
        "paid when others pay",
    ),
    (
        (*_MOMENTS, "provided", "unless"),
        re.compile(
            # 'you are paid once the end client has paid us', and the other way round
            rf"\b{_PAYING}\b[^.;\n]{{0,50}}\b{_UNTIL}\s(?:[\w'-]+\s){{1,4}}?(?:(?:has |have )?(?:paid|settled|"
            rf"transferred)|pays|settles)"
            r"(?:\s(?:us|me|our|its|their|the)\b|\W*$)"
            rf"|\b(?:once|when|as soon as) (?:[\w'-]+ ){{1,4}}?(?:has paid|have paid|pays|"
            rf"pay) us\b[^.;\n]{{0,30}}\b(?:you|your)\b"
            # the worker waits for orders, funding or profit
            rf"|\b{_PAYING}\b[^.;\n]{{0,60}}\b{_UNTIL}\s(?:[\w'-]+\s){{0,5}}?(?:first \w*\s?(?:orders|sales|"
            rf"customers|revenues?)|seed round|"
            r"grant comes|investors?|funding|takes? off|breaks? even|(?:is|there is|there's) (?:a )?profit)\b"
            r"|\b(?:gets?|be|is|are) paid (?:\w+ )?until launch\b|\b(?:nobody|no one) (?:gets|"
            r"is) paid\b[^.;\n]{0,10}\buntil\b"
            r"|\bstarting once\b[^.;\n]{0,40}\b(?:orders|sales|customers|funding|profit)\b"
            # a placement that must last
            rf"|\b{_PAYING}\b[^.;\n]{{0,50}}\b(?:after|once|when|if)\s(?:[\w'-]+\s){{1,4}}?(?:(?:has |"
            rf"have )?(?:stayed|stays?|remain(?:s|ed)?|"
            r"last(?:s|ed)|been there))\b[^.;\n]{0,20}\b(?:days|weeks|months)\b"
            r"|\b(?:fees?|payable|paid|payout)\b[^.;\n]{0,40}\b(?:days|weeks|months) after (?:the |their |"
            r"your )?(?:start|placement|hire|first day)\b"
        ),
        "paid when others pay",
    ),
    (
        (*_MOMENTS, "upon"),
        re.compile(
            rf"\b{_PAYING}\b[^.;\n]{{0,50}}\b(?:only )?(?:once|when|after|until|if|"
            rf"upon)\s(?:\w+\s){{0,2}}?(?:end )?(?:client|customer|publisher|"
            r"broadcaster|brand)(?:'s)?\s(?:has |have |is )?(?:approv\w+|accept\w+|sign(?:s|ed)? off|satisfied|happy)"
            r"|\bonly after the (?:end )?(?:client|customer) (?:has )?(?:approved|accepted|signed)"
        ),
        "paid when the client approves",
    ),
    (
        ("entire", "complete", "whole", "full", "everything", "all "),
        re.compile(
            rf"\b{_PAYING}\b[^.;\n]{{0,40}}\b(?:once|when|after|until|upon|on)\s(?:\w+ ){{0,3}}?(?:(?:entire|"
            rf"complete|whole|full) "
            r"(?:system|platform|app|application|software|game|site|website|book|series|course|shop|product)|"
            r"everything|all \d{2,3} \w+)\b"
            r"[^.;\n]{0,30}\b(?:delivered|live|finished|tested|done|complete[d]?|published|runs?|running|online|"
            r"works?)\b"
        ),
        "paid only when all is delivered",
    ),
    (
        (
            "able to pay",
            "cannot",
            "can't",
            "can not",
            "no budget",
            "no money",
            "instead of",
            "credit only",
            "exposure",
            "in lieu",
            "rather than",
        ),
        re.compile(
            r"\b(?:not able|unable) to pay\b(?! more)|\b(?:cannot|can't|can not) pay(?: you)?\b(?= ?(?:[,.;]|but|yet|"
            r"for now|at|right now|anything|$))"
            r"|\b(?:no budget|no money)\b[^.;\n]{0,30}\bbut\b|\binstead of (?:a |any )?(?:money|salary|pay|payment|"
            r"wages?|cash|fee)\b"
            r"|\b(?:credit|exposure) only\b|\b(?:for|only|just|offer|is|be) (?:great |good |huge |massive |"
            r"some )?exposure\b(?! to)|\bin lieu of (?:a |any )?(?:pay|salary)\b"
            r"|\byour (?:name|credit)\b[^.;\n]{0,30}\b(?:instead of|rather than)\b"
        ),
        "unpaid",
    ),
    (
        ("profit", "fixed", "only", "purely", "solely", "entirely", "exclusively"),
        re.compile(
            r"\b(?:split|share) (?:the|all|our) profits?\b[^.;\n]{0,40}\b(?:nothing|no|only|instead)\b|"
            r"\bno(?:thing)? fixed(?: part| component| pay)\b"
            r"|\bonly (?:get|earn|receive|make)\b[^.;\n]{0,30}\b(?:when|if|once)\b[^.;\n]{0,20}\b(?:deal|sale|"
            r"contract|customer|client|lead)s?\b"
            r"|\b(?:income|earnings|pay|salary|compensation|remuneration)\b[^.;\n]{0,24}\b(?:purely|solely|only|"
            r"entirely|exclusively) (?:from|through|"
            r"by|on|via) (?:your )?(?:commissions?|sales|results)\b"
        ),
        "commission only",
    ),
    (
        ("target", "number", "quota", "goal", "kpi", "if we", "for the "),
        re.compile(
            r"^(?![^\n]*\b(?:bonus|incentive|commission|raise))[^\n]{0,300}\b(?:pay|paid|payments?|salary|wages?|"
            r"fee)\b[^.;\n]{0,50}\b(?:only )?(?:if|"
            r"provided|only when)\b"
            r"[^.;\n]{0,30}\b(?:targets?|numbers|quotas?|goals|kpis?)\b[^.;\n]{0,16}\b(?:met|reached|hit|achieved|"
            r"fulfilled)\b"
            r"|\bif we (?:are|'re) not (?:satisfied|happy)\b[^.;\n]{0,24}\bno (?:payment|pay|money|fee)\b"
            r"|\bpay (?:you )?(?:only )?for the \w+ (?:that )?we (?:publish|use|like|keep|accept|choose|approve)\b"
        ),
        "paid by result only",
    ),
    (
        ("no ", "not", "won't", "don't", "only", "if "),
        re.compile(
            r"\bno (?:results?|wins?|sales?|success|leads?|work),? no (?:pay\w*|fee|salary)\b|\bno payment (?:will|"
            r"would|"
            r"shall|is)\b"
            r"|\b(?:only|not|won't|don't) pay(?: you)?(?: only)? (?:for|if|when|unless)[^.;\n]{0,50}\b(?:approved|"
            r"work(?:s|ing)|like|satisf\w+|"
            r"results?|closed|successful|qualified|accepted|sold)\b|\bpaid only (?:for|if|"
            r"when)\b[^.;\n]{0,40}\b(?:approved|closed|"
            r"successful\w*|qualified|accepted|sold|results?)\b|\bif (?:we (?:are|'re)|i am|i'm) not (?:happy|"
            r"satisfied)\b[^.;\n]{0,30}\bnot? pay"
            r"|\bonly the winner\b|\b(?:earn|(?:get|are|be) paid|make money) only (?:when|if|once)\b[^.;\n]{0,25}\b(?:close|"
            r"sell|deals?|sales?|win|book|convert)\b"
            r"|^(?![^\n]*\b(?:bonus|incentive|allowance))[^\n]*\b(?:paid|compensated|pay you)\b[^.;\n]{0,60}\bif (?:they|he|"
            r"she|it|the (?:candidate|lead|deal|client|sale))(?:'re|'s| is| are| gets?| get)? (?:hired|approved|accepted|"
            r"placed|sold|closed|signed)\b"
            r"|\bonly (?:be |become )?(?:payable|paid|due)\b[^.;\n]{0,30}\b(?:upon|if|once|when|after|"
            r"against)\b[^.;\n]{0,40}\b(?:success\w*|satisf\w+|happy|working|works|results?)\b"
        ),
        "paid by result only",
    ),
    (
        ("unpaid", "volunteer", "no ", "exposure", "bono", "non-paid", "without", "intern"),
        re.compile(
            r"\b(?:unpaid|non-paid) (?:(?!lunch|break|leave|time)[\w-]+ ){1,3}(?:internship(?!s)|intern\b)"
            r"|\bnon-paid (?:internship(?!s)|position|role|opportunity)\b"
            r"|\b(?:internship|intern)\b[^.;\n]{0,40}\b(?:is (?:currently |initially )?(?:not paid|unpaid|without pay)|"
            r"(?:no|without (?:an?|any)?) ?(?:pay|salary|stipend|compensation))\b"
            r"|\binternship\W{1,3}(?:unpaid|not paid)\b"
            r"|\bunpaid (?:internships? position|intern\b|internship(?!s)|position|role|partnership|opportunity|"
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
    (
        ("may", "might", "whether"),
        re.compile(
            r"\b(?:may|might) or may not be (?:paid|compensated)\b|\b(?:may|might) be (?:either )?(?:un)?paid or\b"
            r"|\bwhether (?:it|this|that) (?:is|will be|gets) paid depends\b"
        ),
        "may or may not be paid",
    ),
    (
        ("low", "small", "limited", "modest", "exponentially", "reduced", "discounted"),
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
        ("50", "half"),
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
        ("half", "%"),
        re.compile(
            r"\b(?:first|initial|opening|probation\w*|trial|test)\b[^.;\n]{0,24}(?:\b(?:weeks?|months?|quarter|"
            r"period)\b)?[^.;\n]{0,20}\b(?:you (?:get|earn|receive)|"
            r"we pay|at|paid(?: at)?|pays?)\s(?:only )?(?:half|[3-7]\d ?%)(?! (?:bonus|commission|discount))"
        ),
        "half pay at first",
    ),
    (
        ("rest", "remaining", "balance", "other", "proven", "held", "hold"),
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
    (
        ("keep", "real", "proper", "full", "serious"),
        re.compile(
            r"\bkeep (?:the |your )?first (?:week|month)(?:'s)? (?:pay|salary|wages?)\b|\b(?:real|proper|full|"
            r"serious) (?:money|pay|salary) (?:comes?|"
            r"follows?|starts?|later|once)\b"
        ),
        "pay held back",
    ),
)
# Said of commission or a share: risky unless a base stands somewhere in the posting.
SHARE = re.compile(
    r"\b(?:you(?:'ll| will)? (?:get|receive|earn|take|keep|have)|your (?:reward|pay|compensation|income|fee|"
    r"earnings)|compensation|"
    r"pay(?:ment)?|paid|remuneration|salary|reward|works? for|in return|in exchange)\b[^.;\n]{0,30}(?:\b(?:share|"
    r"part|percentage|portion|cut|slice)"
    r"|\d ?%) of (?:the |our |all |any |future |your |net |gross ){0,2}(?:profits?|revenues?|sales|earnings|income)\b"
    r"|\b(?:an?|the) (?:share|part|cut) of (?:the |our |any )?profits? (?:as soon as|once|when|if)\b"
    r"|\bcommissions?[\s-]based\b(?! (?:e-?commerce|site|website|platform|app|on top))|\b(?:paid|income|pay|"
    r"compensation|salary|earnings?)\b"
    r"[^.;\n\d]{0,20}\b(?:by|on|in|is|via|:)\s(?:an? )?commissions?\b|\bearn (?:an? |"
    r"up to )?(?:[\w-]+ )?(?:\d{1,2}(?:-\d{1,2})? ?)?%"
    r"|\b\d{1,2} ?% (?:commission )?(?:per|of|on|for|from) (?:(?:each|every|all|what|any|the) )?(?:sales?|deals?|"
    r"closed|revenue|profits?|you sell)"
    r"|\b(?:sal[ae]r\w+|sallar\w+|pay)\b[^.;\n]{0,12}\b(?:based|depend\w*) on (?:the |your )?commiss?ions?\b"
    r"|\bperformance-based (?:pay|compensation|payments?|payouts?|income|earnings)\b(?! (?:increase|raise|bonus|review|"
    r"rise|structure|system)|s? on top| in addition)"
    r"|\b(?:pay(?:outs?|ments?)?|paid|earn\w*|compensation) (?:is |are )?(?:only |purely )?(?:\w+ )?per[- ](?:booking|"
    r"booked|closed|conversion|successful|show|signed)\b|\bper-(?:booking|sale|deal|conversion|closing) (?:pay|payouts?|"
    r"payments?|fees?|basis)\b"
    r"|\b(?:revenue|profit)[\s-](?:shar\w+|split)\s?[(:-]?\s?\d{2} ?[/%:-]|\b\d{2} ?/ ?\d{2} (?:revenue|profit)[\s-](?:split|"
    r"shar\w+)\b|\bpay(?:ment)? (?:will )?comes? later\b"
    r"|\b\d{1,2} ?% of what you\b|\bcommissions? (?:is |are |will be )?(?:provided|paid|given|"
    r"offered)\b[^.;\n]{0,20}\b(?:based on|per|on|for)\b"
)
# Without any of these a sentence holds no risk, whatever its cue.
SPEAKS_OF_PAY = re.compile(
    r"pa(?:y|id)|commision|stipend|salar|wage|compensat|commission|fees?\b|money|equity|profit|revenue|earn|volunteer|pro[ -]bono|"
    r"budget|50 ?%|half|"
    r"exposure|only get|reward|income|shares|%|rate\b|winner|no fixed|proven"
)
OF_WORKER = re.compile(
    r"\b(?:you\w*|commiss?ion\w*|earn\w*|pay(?:outs?)?|payment|compensation|salary|income|reward|works? for)\b"
)
# Nothing but this on offer: risky where neither a base nor a figure in the salary field stands beside it.
COMMISSION = re.compile(
    r"\bcommissions? (?:per|structure|for (?:each|every)|on (?:each|every|all))\b|\b(?:attractive|uncapped|high|"
    r"competitive|good|"
    r"generous|weekly) commissions?\b(?! and (?:salary|base))|\bearnings depend on performance\b"
)
BASE = re.compile(
    r"(?<!no )(?<!without )(?<!without a )\b(?:base|basic|guaranteed|fixed|hourly|monthly|regular)\s(?:pay|salary|"
    r"rate|wage|income|retainer|amount)\b"
    r"|\bmarket[ -]rate\b|\bcompetitive (?:pay|compensation|wage)\b|\bbase (?:\+|plus|and)|\b(?:retainer|per hour|"
    r"an hour|stipend|allowances?)\b|/ ?h(?:ou)?r\b|\b(?:plus|\+|and) (?:\w+ )?commissions?\b"
    r"|(?<!no )\b(?:salary|sallery)\b(?! (?:expectations?|is commission|range expect))(?!\s?[:-]?\s?commission)"
    r"|[$€£₱]\s?\d[\d,.]*k?(?:\s?(?:-|–|to)\s?[$€£₱]?\s?\d[\d,.]*k?)?\s?(?:usd )?(?:/|per |a )\s?(?:month|mo|week|wk|"
    r"hour|day|year)"
)
FIRST_PAY = re.compile(
    r"\b(?:probation\w*|trial|training|first (?:\w+ )?(?:weeks?|"
    r"months?))\b[^.;\n$€£₱]{0,40}[$€£₱]\s?(?P<low>\d[\d,]*(?:\.\d+)?)(?P<rest>[^$€£₱]{0,90})"
    r"\b(?:after|then|afterwards|thereafter|once|from)\b[^.;$€£₱]{0,50}[$€£₱]\s?(?P<high>\d[\d,]*(?:\.\d+)?)"
)
