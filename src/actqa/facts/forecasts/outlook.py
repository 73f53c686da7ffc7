"""The words by which sizes and growth are told from other numbers. A publisher's new phrasing is a line here."""

import re


def _words(*lines: str) -> str:
    return "|".join(lines)


RATE = re.compile(
    _words(
        r"\bcagrs?\b",
        r"compound(?:ed)? annual",
        r"\bannual rates?\b",
        r"(?:annual(?:ized|ised)?|yearly|mean|average) growth",
        r"growth rate",
        r"growth (?:of|at|by)\b",
        r"growth for\b",
        r"rate of growth",
        r"\b(?:at a|, a) rate of\b",
        r"growth (?:is|was|will|comes|reads|stands)\b",
        r"\bgrow(?:s|n|ing)?\b",
        r"\bgrew\b",
        r"\bexpand(?:s|ed|ing)?\b",
        r"\b(?:shr[aiu]nk\w*|contract(?:s|ed|ing)(?=\s(?:by|at|to|from|in|a|\d))|slump\w*|fell|falls?|fallen|drop(?:s|ped)?|decreas\w+|slip(?:s|ped)?|slid|slides?)\b",
        r"\b(?:rise|rises|rising|rose|climb|climbs|climbing|widen|advances?|advancing|advanced|increase|increases|increasing|decline|"
        r"declines)\b",
        r"year[- ]over[- ]year",
        r"year[- ]on[- ]year",
        r"\by[-/]?o[-/]?y\b",
        r"\ba year\b",
        r"\bper (?:year|annum)\b",
        r"\bannually\b",
        r"\b(?:is|are|was) (?:set|due|headed|heading|down) for\s*$",
        r"\bp\.\s?a\.",
    ),
    re.IGNORECASE,
)
"""Near a percentage: it is a growth rate."""

RATE_AFTER = re.compile(
    r"^(?:\s*(?:and|or|to|,)\s+[\d.]+\s?%)?\s*[:=]?\s*(?:\(?(?:projected |expected |estimated |forecast "
    r")?(?:cagr|compound|annual(?:ly|ized|ised)?|growth|yearly|(?:more|"
    r"less|up|down) than a year|"
    r"(?:for|over|between|from|during|in)\s(?:the (?:years|period)\s)?(?:from )?(?:19|20)\d\d\s?"
    r"(?:(?:to|and|until)\s(?:19|20)|[-–—]\s?(?:19|20)?)\d\d\b|"
    r"(?:rate\s)?(?:a year|per (?:year|annum))|p\.\s?a\.|year[- ]o))",
    re.IGNORECASE,
)
"""Right after a percentage."""

STRONG_RATE = re.compile(
    r"\bcagrs?\b|compound(?:ed)? annual|growth rate|rate of growth|year[- ]o(?:ver|n)[- ]year|\by[-/]?o[-/]?y\b",
    re.IGNORECASE,
)

UP_FROM = re.compile(
    r"\b(?:(?<!make )(?<!made )(?<!makes )(?<!making )up(?: by)?|down(?: by)?|rise of|increase of|"
    r"growth of|drop of|jump of|gain "
    r"of)\s*$",
    re.IGNORECASE,
)
"""Right before a percentage that is one year's growth."""

YEARLY = re.compile(
    r"\by[- /]?o[- /]?y\b|\byear[- ]o(?:n|ver)[- ]year|\b(?:yearly|annual) (?:growth|"
    r"change)\b",
    re.IGNORECASE,
)
"""Heads of columns with the growth of each year."""

NO_MARKET = re.compile(
    r"\b(?:prices?|wages?|salar(?:y|ies)|costs?|population|inflation|gdp|income|rents?|emissions|temperatures?|unemployment|"
    r"interest|traffic|taxes|tariffs?)\b",
    re.IGNORECASE,
)
"""What grows beside a market."""

DECLINE = re.compile(
    r"\b(?:declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|f(?:a|e)lls?|falling|fallen|dropp?(?:s|ed|ing)?|shrank|shrink(?:s|ing)?|"
    r"contract(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid|slides?|slump(?:s|ed)?|down|lost|los(?:es|ing)|minus|negative)\s"
    r"(?:(?:by|of|at|about|around|nearly|over|some|a|an|rate|cagr|annual|compound|growth|roughly|approximately|almost|only|to)\s){0,6}$",
    re.IGNORECASE,
)
"""Right before a percentage: it is one of decline."""

INCREMENT = re.compile(
    r"\b(?:opportunit(?:y|ies)|increment\w*)\b[^.;]{0,60}$|\bgrowth\s(?:is|was|will be|would "
    r"be)\s[^.;]{0,30}\s(?:at|of|"
    r"by)\s*$|"
    r"\b(?:grow|grows|growing|grew|growth|increase|increases|increasing|increased|expand|expands|rise|rises|rising|"
    r"rose|"
    r"climb|gain|add|adds|adding|fell|fall|falls|drop|decline|declined)\b[^.;,]{0,20}\s(?:of|by)\s*$|\b(?:add|adds|adding|"
    r"gain|gains|gaining)\s*$",
    re.IGNORECASE,
)
"""Right before a value: it is an amount of growth, not a size."""

GROWTH_KEY = re.compile(
    r"\b(?:market|absolute|incremental|revenue|sales) (?:dollar |future )?(?:growth|increase|increment|"
    r"opportunit(?:y|ies))\b|"
    r"\b(?:growth|increment|opportunity)\b[^|]{0,12}\d{4}",
    re.IGNORECASE,
)
"""What keys an amount of growth in a table rather than a size."""

MORE_THAN_BEFORE = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|above|below|up|down)\b[^.;,]{0,25}\b(?:than|from|on|over)?\s?"
    r"(?:(?:in|the|a|one)\s)*(?:year|twelve months|previous|prior|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
"""Right behind a value: it is by how much a size has changed."""

MEASURE_OPENS = re.compile(
    r"(?:the )?(?:revenues?|sales|value|volume|shipments?|output|orders|turnover)\s", re.IGNORECASE
)
"""Opens a paragraph on one more measure of what the paragraph before it is on."""

FOLLOWS = re.compile(
    r"(?:(?!and\b)[\w&-]+\s){1,4}(?:follows?|followed|comes? (?:next|second|third|last)|came (?:next|"
    r"second|third|last)|"
    r"ranks?|is next|trails?)\b"
)
"""Opens a paragraph on the next of those that the one before it is on."""

OF_THIS = re.compile(r"(?:of (?:this|that|these|those|which|the total|it)|thereof)\b", re.IGNORECASE)
"""Opens a sentence on the parts of the value before it."""

SIZE = re.compile(
    _words(
        r"\bmarket",
        r"\bturnover\b",
        r"\bindustry\b",
        r"\bsales\b",
        r"\brevenues?\b",
        r"\bvalued?\b",
        r"\bvaluation\b",
        r"\bworth\b",
        r"\bsize[ds]?\b",
        r"\bvolume",
        r"\bsegment",
        r"\bdemand\b",
        r"\bconsum",
        r"\bshipment",
        r"\bproduction\b",
        r"\boutput\b",
        r"\bexports?\b",
        r"\bimports?\b",
        r"\bfleet\b",
        r"\binstalled\b",
        r"\bcapacity\b",
        r"\bbusiness\b",
        r"\bspen[dt]",
        r"\bsold\b",
        r"\bbuilt\b",
        r"\bcargo\b",
        r"\breach",
        r"\btouch\b",
        r"\bhit\b",
        r"\bsurpass",
        r"\bexceed",
        r"\bcross\b",
        r"\battain",
        r"\bestimat",
        r"\bproject",
        r"\bforecast",
        r"\bexpect",
        r"\banticipat",
        r"\baccount(?:s|ed)? for",
        r"\bgenerat",
        r"\bh(?:e|o)lds?\b",
        r"\bstood\b",
        r"\bcontribut",
        r"\bm(?:akes?|ade) up\b",
        r"\bbrought\b",
        r"\brake in",
        r"\bpegged\b",
        r"\bpoised\b",
        r"\b(?:led|follow(?:s|ed)|came) (?:with|to|at)\b",
        r"\bgrow",
        r"\bcagr\b",
    ),
    re.IGNORECASE,
)
"""A sentence that gives a size holds one of these."""

NOT_A_SIZE = re.compile(
    _words(
        r"\bacqui(?:re|res|red|ring|sition)",
        r"(?<!units )\bbought\s(?:(?:the|a|its|out|back)\b|an\s(?!estimated)|(?-i:[A-Z]))",
        r"\bunder construction\b",
        r"\btook over\b",
        r"\btakeover\b",
        r"\bmerger\b",
        r"\bdeals?\b",
        r"\blosses\b",
        r"\blost\b(?!\s(?:ground|share|steam|momentum|pace))",
        r"\bsavings\b",
        r"\bsave[sd]?\b",
        r"\bwasted\b",
        r"\binvest(?:ed|s|ing)\b",
        r"\binvestment of\b",
        r"\bfund(?:ing|ed|s)\b",
        r"\bgrant\b",
        r"\bventure\b",
        r"\bput\s+into\b",
        r"\braised\b",
        r"\bloan\b",
        r"\bcontract\b",
        r"\bprice[ds]?\b",
        r"\bpriced\b",
        r"\bcosts?\b",
        r"\bper (?:unit|patient|ton|tonne|kg|litre|liter|person|capita|day|month|treatment|dose|user)\b",
        r"\bfees?\b",
        r"\b(?:single|multi|corporate|enterprise|site)[ -]?(?:user)? licen[cs]e|\b(?:single|multi|corporate)[ -]user\b",
        r"\bwr(?:ote|ites?|itten) (?:down|off)\b",
        r"\bbook(?:s|ed)? a\b",
        r"\bfine[ds]?\b",
        r"\bbudget\b",
        r"\bbill\b",
        r"\bsalary\b",
        r"\bchanged hands\b",
        r"\b(?:the|a|an|its|one|each|that|new)\s(?:[\w-]+\s){0,2}(?:plant|mill|refinery|terminal|smelter|warehouse)\b",
        r"\bnew plant",
        r"\bplantations?\b",
        r"\bfactory\b",
        r"\b(?:net|group|company) (?:sales|revenues?)\b",
        r"\b(?:net|group|company|annual|its|their|consolidated|\w+[’']s?) turnover\b",
        r"\b(?:with|have|having|earning)\s(?:an? )?(?:annual |yearly )?(?:revenues?|sales|turnover)s?\s"
        r"(?:of )?(?:above|over|below|under|between|exceeding|more than|less than|up to)\b",
        r"\b(?:compan(?:y|ies)|players?|firms?)\s(?:\w+\s){0,2}ha(?:ve|s|d)\s(?:annual |yearly )?"
        r"(?:revenues?|turnover)\sof\b",
        r"\border (?:book|intake|backlog)\b",
        r"\bmarket cap(?:itali[sz]ation)?\b",
        r"\b(?:ebitda|profits?|earnings|dividend|gdp|gross domestic product)\b",
        r"\bpatients? (?:were|are|suffer|die)",
        r"\bdeaths?\b",
        r"\bdiagnosed\b",
        r"\bvisits\b",
        r"\bpopulation\b",
        r"\bharvest",
    ),
    re.IGNORECASE,
)
"""A sentence with one of these speaks of a deal, a price, a cost or people, not of a market's size."""

PER_SOMETHING = re.compile(
    r"(?:\s(?!(?:a|an|per|each|every|in|by)\b)[\w-]+){0,3}?\s(?:a|an|per|each|every)\s"
    r"(?:day|hour|minute|night|week|month|head|person|capita|household|customer|visit|shift|plant|site|store|ship|"
    r"vehicle|hectare|acre|patient|bed)\b",
    re.IGNORECASE,
)
"""Right behind a value: it is an amount per day or head, not that of a market in a year."""

ESTIMATES = re.compile(
    r"\b(?:puts?|arrives?|comes?|reckons?|estimates?|lists?|reports?|gives?|quotes?|cites?|values?|pegs?|counts?|"
    r"looks?|sees?|expects?)\s(?:(?:it|them|this|the|for|at|up|on|to|forward|market|figure|number|total|value|same)\b\s?)*$",
    re.IGNORECASE,
)
"""Right before a figure: whoever is named before gives it of the market, and is not what it is of."""

BY_ANOTHER = re.compile(
    r"\b(?:publisher|house|consultancy|association|analysts?|institute|agency|body|bureau)\b[^.;]{0,60}?\s"
    r"(?:puts?|values?|estimates?|sees|expects?|reckons?|pegs?|speaks? of|counts?|arrives? at|gives?|forecasts?)\b",
    re.IGNORECASE,
)
"""Opens a sentence in which somebody else gives figures of the market."""

PUTS_IT = re.compile(
    r"\b(?:puts?|estimates?|reckons?|values?|pegs?|sees?|gives?)\s(?:it|them|this)\b[^,;.]{0,20}$", re.IGNORECASE
)
"""Right before a figure that somebody gives of what was spoken of."""

BY_WHOM = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he)\s(?:[A-Z][\w-]+\s)?(?:[a-z]+\s)?(?:house|agency|consultancy|institute|firm|bank|publisher|broker|analyst|"
    r"newspaper|association|researcher|body)\b(?:\s(?:in|from|of|based in)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?",
)
"""Who gives a figure, and where they are: of neither is it."""

COUNTED_ASIDE = frozenset(
    "pages tables figures charts companies players firms vendors countries regions segments years months days weeks "
    "hours "
    "people patients cases procedures visits employees students reports projects plants tests devices hospitals "
    "hectares"
    " acres miles km".split()
)
"""Things whose count is not the size of a market."""

LIVING = frozenset(
    "adults children infants babies women men persons citizens inhabitants residents pilgrims tourists travellers "
    "travelers visitors passengers diabetics smokers drivers workers jobs pupils teachers doctors nurses dentists "
    "physicians pets dogs cats horses cattle cows pigs animals births deaths".split()
)
"""Those who live, of whom no market is made up, whatever is said of them before (`insured pets`)."""

SMALL_MEASURES = frozenset(
    "kg kilogram kilograms gram grams pounds pound lbs litre liter litres liters ml gallons".split()
)
"""Measures of which a market has many, and one thing has some."""

EXPECTED = re.compile(
    r"\b(?:will|should|would|could (?:top|reach|hit|rise|climb|grow|pass|cross)|expect|forecast|project|"
    r"anticipat|poised|set to|"
    r"by\s(?:the (?:end|close|year)|early|late|mid|then|(?:FY\s?)?(?:19|20)\d\d)|reach(?!ed)|due|likely|estimated to|"
    r"predicted|to (?:reach|grow|rise|climb|double|expand)|on its way)",
    re.IGNORECASE,
)

FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
"""Right before a value: it is the one at the start of a period named before it."""

UP_TO = re.compile(
    r"(?:\bwhen (?:it|the market|sales|demand) (?:is|are|will|should)\b[^.;]{0,30}|"
    r"\b(?:to|reach|reaches|reaching|hit|hitting|touch|touching|attain|attaining|total|totall?ing|surpass|surpassing|"
    r"(?:arriv(?:e|es|ing)|end(?:s|ing)? up|clos(?:e|es|ing)) at|near(?:s|ing)?|approach(?:es|ing)?)\b"
    r"(?: (?:over|nearly|about|around|some|a|an|approximately|value|size|valuation|of))*)\s*$",
    re.IGNORECASE,
)
"""Right before a value: it is the one at the end of a period named before it."""

NOW = re.compile(r"\b(?:at present|presently|currently|today|now|this year)\b", re.IGNORECASE)
"""The start of the period the report looks at."""

OF_BASE_YEAR = re.compile(
    r"\bbase[- ]year (?:market )?(?:size|value|revenue|valuation)\b|"
    r"\b(?:size|value|revenue|valuation),? (?:\()?(?:in |for |at )?(?:the )?base year\b",
    re.IGNORECASE,
)
"""Keys the value of the year that the report starts from."""

OF_LAST_YEAR = re.compile(
    r"\b(?:forecast|end|final|last|horizon)[- ]year (?:market )?(?:size|value|revenue|valuation)\b|"
    r"\b(?:size|value|revenue|valuation),? (?:at|by) (?:the )?(?:end|close) of (?:the )?(?:forecast|period|study)\b",
    re.IGNORECASE,
)
"""Keys the value of the year that its forecast ends in."""

IN_BASE_YEAR = re.compile(r"[^.;\d]{0,20}\b(?:in|for|at|during) (?:the |its )?base year\b", re.IGNORECASE)
"""Behind a value of that year."""

AT_THE_END = re.compile(
    r"\b(?:when the (?:window|period) closes|(?:by|at) the (?:end|close) of (?:the|this) (?:forecast|analysis|study|"
    r"review|"
    r"assessment|projection)?\s?(?:period|window|horizon|timeline)|by the end of the forecast)\b",
    re.IGNORECASE,
)
"""The end of it."""

SAME_YEAR = re.compile(
    r"\b(?:(?:the|that) same (?:year|date|day)|(?:in|for|that|on|at) that (?:year|date))\b", re.IGNORECASE
)
"""The year named last."""

THROUGHOUT = re.compile(
    r"\b(?:(?:during|over|throughout|across|in|within|for) the (?:same |entire |whole |coming )?(?:forecast|analysis|"
    r"study|review|"
    r"assessment|projection|estimation)?\s?(?:period|window|horizon|timeframe|stretch))\b",
    re.IGNORECASE,
)
"""From its start to its end."""

ASIDE_HEADS = re.compile(r"impact|relevance|timeline|rank|score|weight", re.IGNORECASE)
"""Column heads over percentages that are no rates of a market."""
