"""The words questions are asked with. Another way to ask is a line here and a case in a test."""

import re

METRICS = {
    "growth": (
        "cagr|growth rate|grow|grows|growing|growth|fast|faster|yoy|year-over-year|year-on-year|"
        "rate of growth|annual increase"
    ),
    "share": (
        "share|shares|percentage|percent|what part|part of|proportion|fraction|contribution|"
        "contribute|contributes|portion|how much of"
    ),
    "count": ("how many|number of"),
    "size": (
        "size|sizes|worth|valued|valuation|value|values|revenue|revenues|sales|sale|big|large|"
        "larger|volume|forecast|projection|projected|estimate|estimated|how much|dollars|dollar|"
        "money|turnover|reach|exports|sold|usd|expand|increase|gain|add"
    ),
}
"""Metric → words that ask for it, parted by bars; the more telling metric first."""

PASSAGE_OPENERS = re.compile(
    r"(?:and\s+)?(?:why|how come|how so|how (?:do|does|did|is|are|can|has|have)|explain|describe|does|do|is|are|did|"
    r"can|will|for what reason|when|where|who (?!are)|what(?:'s|’s| is) (?:the (?:reason|problem|main|role)|an?)|"
    r"what (?:do|does|did|can|could|happened|happens|has|have|makes?|made|causes?|drives?|curbs?|holds?|limits?|helps?|"
    r"hurts?|hurt|worries|moves|pulls|explains|led|leads|keeps|stands|speaks|lies|became|came|changed|about))\b"
)
"""How a question begins, in lower case, that wants words rather than a number."""

TOPICS = {
    "players": "player players company companies vendor vendors competitor competitors manufacturer manufacturers "
    "leader leaders firm firms participant participants supplier suppliers producer producers brand brands names",
    "regions": "region regions geography geographies country countries territory territories",
    "segments": "segment segments segmentation category categories type types application applications product "
    "products technology technologies process processes channel channels groups package packages grade grades forces "
    "end-user end-users end-use",
    "drivers": "driver drivers",
    "restraints": "restraint restraints barriers",
    "opportunities": "opportunity opportunities",
    "challenges": "challenges",
    "trends": "trends",
    "developments": "development developments deals acquisitions launches",
}
"""What lists are asked for → words that ask for it."""

STOP_WORDS = frozenset(
    "a an the of in on at by for from to with and or is are was were be been being do does did will would "
    "should could can has have had what which who whom whose when where why how much many it its this that "
    "these those there their as per report reports market markets mkt industry global world worldwide according "
    "tell me give list name please about say says said than then so into over during between end total overall "
    "us expected forecast projected estimated named any some most more less least one two year years yearly "
    "annual annually period stated given main key major prominent".split()
)
"""Words of a question that name nothing to be matched."""

VERBS = frozenset(
    "leads dominates holds grows accounts commands ranks contributes shows sees has is was pays sells earns makes "
    "takes comes goes gains loses rises falls drives uses needs offers buys".split()
)
"""Verbs that end like a plural: `which region leads?` asks for no list."""

FOLLOW_UPS = ("and", "what about", "how about", "also", "then", "same for", "or", "but")
"""How a question begins that goes on from the one before."""

MONTHS = frozenset("january february march april may june july august september october november december".split())

SPELLINGS = (
    (r"tyre", "tire"),
    (r"centre", "center"),
    (r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|ful$|ite$)", "or"),
    (r"fibre", "fiber"),
    (r"litre", "liter"),
    (r"isation", "ization"),
    (r"ise(?=s?$|d$)", "ize"),
    (r"ising$", "izing"),
    (r"programme", "program"),
    (r"aluminium", "aluminum"),
    (r"^paed", "ped"),
    (r"^oe", "e"),
    (r"aemi", "emi"),
)
"""British → American, within a word in lower case; both questions and reports are brought to one spelling."""

ADJECTIVE_NOUNS = "market|markets|country|countries|region|regions|share|sales|demand|revenue|revenues|industry|segment"
"""What makes an adjective a place: `the German market`, but not `the French process`."""
