"""The words of questions to several reports. Another way to ask is a line here and a case in a test."""

import re

_REPORTS = r"(?:reports?|studies|study)"
_MARKETS = r"(?:markets?|industr(?:y|ies)|sectors?)"
_ANY = rf"(?:{_REPORTS}|{_MARKETS}{{parts}})\b".format(
    parts=(
        r"(?! (?:segments?|drivers?|trends?|leaders?|players?|shares?|restraints?|sizes?|opportunit\w+|challenges?|"
        r"regions?|developments?|companies|participants?|values?|growth|forecasts?|reports?|dynamics|concentration)\b)"
    )
)
"""What `market` may not be followed by: there no market is meant, but something of one."""

ALL = re.compile(
    r"\b(?:which|what|how many|in what|any|all|each|every|these|those|various|different|other|several)"
    rf"(?: of (?:the|these|those|all|your|our))?(?: \w+)?? {_ANY}"
    rf"|\b(?:number|list) of {_ANY}"
    r"|\b(?:across|among|amongst|out of|of) (?:all )?(?:the |these |those |your |our )?"
    r"(?:reports|markets|industries|studies|sectors|board)\b"
    r"|\bthe (?:reports|markets|studies)\b|\b(?:a|any) report (?:on|about|for|covering)\b"
)
"""That a question is to all reports."""

CATALOGUE = re.compile(
    r"(?:(?:so |and |please )?(?:what|which|how many|list|show|name|give me|tell me)\b.{0,25}?)?"
    r"\b(?:reports|markets|studies|industries)"
    r"(?: (?:do|can|are|have|did|is|that))?(?: (?:you|there|we|i|u|it))?"
    r"(?: (?:have|cover|covered|know|indexed|available|ask about|here|in (?:the )?(?:index|corpus|library)|hold|ask|"
    r"loaded))*\W*"
)
"""A question for the reports that there are; it says nothing else."""

COVERS = re.compile(
    r"\b(?:cover\w*|about|on|deals? with|discuss\w*|treats?|address\w*|look(?:s|ing)? at|for|concerns?|is there)\b"
)
"""How a report is asked for by its market."""

PLAYS = re.compile(
    r"\b(?:players?|compet\w+|vendors?|manufacturers?|makers?|suppliers?|compan(?:y|ies)|firms?|rivals?|active|"
    r"present|operates?|profiled?|participants?|producers?|providers?|brands?|in the business|plays?)\b"
)
LED_BY = re.compile(r"\b(?:led|leads?|leading|dominat\w+|head(?:s|ed)|on top)\b")
"""That something ranks first of its kind."""

RANKING = re.compile(r"\b(?:rank\w*|sort(?:ed)?|order(?:ed)?|top (?:\d+|two|three|four|five|ten)|league)\b")
HOW_MANY_SHOWN = re.compile(r"\b(?:top|first|best|largest|biggest|fastest|highest) (\d{1,2}|two|three|four|five|ten)\b")
SAYS = re.compile(r"\b(?:mention\w*|talk\w*|says?|discuss\w*|refers?|speaks?)\b")
COMPARATIVES = {"size": r"\b(?:bigger|larger|smaller)\b", "growth": r"\b(?:faster|slower)\b"}
"""Metric → words that compare it without naming it."""
COUNTED = re.compile(r"\b(?:how many|number of)\b")

COMPARING = re.compile(r"\b(?:vs\.?|versus|compar\w+|between|against|than|or|and|both|with|difference)\b|[,&/]")
"""That a question may be of two markets."""

ASKING = frozenset(
    "compare compared comparison comparing rank ranks ranked ranking rankings sort sorted order ordered bigger larger "
    "faster slower smaller against give gives given measured state states stated mention mentions mentioned exist "
    "exists there faster-growing fastest-growing slowest-growing competitor competitors player players active present "
    "talk talks discuss discusses deal deals across among amongst industries industry sectors sector study studies "
    "board available cover covers covered coverage respectively side difference differ differs better best worst which "
    "has value values provide provides contain contains include includes look looks versus vs top three five ten two "
    "four first second fastest slowest grow grows growing list lists listed names named least rest led leads dominated "
    "dominates".split()
)
"""Words of questions to several reports that name nothing to be found in them."""

FIGURES = {
    "size": "market size",
    "growth": "growth rate (CAGR)",
    "share": "market share",
    "yoy": "year-on-year growth",
    "price": "price",
}
"""Metric → how a figure of it is asked for of one report."""

RANKS = {
    ("size", False): ("Largest", "Smallest"),
    ("size", True): ("Larger", "Smaller"),
    ("", False): ("Highest", "Lowest"),
    ("", True): ("Higher", "Lower"),
}
"""Metric, and whether there are but two → what the first in rank is called, from above and from below."""

MARKET_OF = re.compile(
    r"((?:[\w&'-]+ ){1,5})(?:markets?|industry|sector)\b|\b(?:market|industry) (?:for|of) ((?:[\w&'-]+ ?){1,4})"
)
"""What a question calls its market."""
