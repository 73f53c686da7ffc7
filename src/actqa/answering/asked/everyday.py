"""Everyday turns of phrase in the plain words that questions are understood by: `Who's top dog?`, `biggest slice`."""

import re

_SHARE = r"(?:slice|chunk|piece|bite|cut|hunk|part)"
_OF_IT = r"(?: of (?:the )?(?:pie|cake|market|action|sales|revenues?|business))?"
_TOP = r"(?:biggest|largest|highest|greatest|strongest|heaviest)"

REWORDINGS = (
    (r"\b(?:who|what)(?:'s|’s| is) (?:the )?(?:top|big) dog\b", "which company is the market leader"),
    (
        r"\bwho (?:are|r) (?:the )?(?:top|big) (?:dogs|guns|boys|names|hitters|guys|cats)\b",
        "who are the leading players",
    ),
    (r"\b(?:top|big) (?:dogs|guns|boys|names|hitters|guys)\b", "leading players"),
    (r"\b(?:the )?(?:top|big) dog\b", "the market leader"),
    (
        r"^(?:who is |who's |what is )?(?:the )?(?:market|industry|category) leader\W*$",
        "which company is the market leader",
    ),
    (
        rf"^(?:the )?{_TOP} (?:share|{_SHARE}){_OF_IT},? (?:by|among|across) (?P<what>[\w &/-]+?)\W*$",
        r"which \g<what> has the largest share",
    ),
    (rf"\b(?:the )?{_TOP} {_SHARE}{_OF_IT}\b(?! of)", "the largest share"),
    (r"\bwhere (?:is|are) most of (?:the |its |their )?(?P<what>[\w -]+)", r"which region has the most \g<what>"),
    (
        rf"\bwhere (?:is|are) (?:the |its )?(?P<what>[\w -]+?) (?:the )?{_TOP}(?= |\W*$)",
        r"which region has the largest \g<what>",
    ),
    (
        r"\bwhere (?:is|does|do|will|are) (?:the |this |it |they )?(?:[\w-]+ ){0,3}?(?:grow|growing|grows|rise|"
        r"rising|expand"
        r"|expanding) (?:the )?(?:fastest|quickest|most)\b",
        "which region grows fastest",
    ),
    (r"\bwhere (?:is|are) (?:the )?(?:growth|demand) (?:the )?(?:fastest|quickest)\b", "which region grows fastest"),
    (r"\b(?:take|takes|taking) off\b", "grow"),
    (
        r"\b(?:number one|no\. ?1|#\s?1) (?=region|segment|player|country|market|application|channel|company)",
        "largest ",
    ),
    (r"(?<=\w)['’]s (?=(?:grow|ris|expand|gain|lead|driv|hold|slow|fall)\w*ing\b)", " is "),
    (r"^by (?P<what>(?!when)[a-z][a-z -]{2,30})\W*$", r"what are the \g<what> segments"),
    (
        r"^(?:and |so )?how much (?P<did>do|does|did|will) (?P<who>(?!.*(?:[$€£]|usd|dollar|euro)).{2,40}?) "
        r"(?:account for|make up|represent)\W*$",
        r"what share \g<did> \g<who> have",
    ),
    (
        r"^(?:and |so )?(?:what|which|whom?) (?:does|do) (?:the |this |that |your )?(?:reports?|stud(?:y|ies)|pages?|"
        r"authors?|they|it) (?:list|name|give|mention|show|see|call|count) as (?:the |its )?(?P<what>[\w &/-]+?)\W*$",
        r"list the \g<what>",
    ),
    (
        r"^(?:the )?(?P<who>[\w-]+s) (?:mentioned|named|listed|given|shown|profiled|described|counted|seen) as "
        r"(?:the |its )?"
        r"(?P<what>(?:[\w-]+ ){0,3}(?:players|compan(?:y|ies)|vendors|competitors|firms|names|leaders|ones))\W*$",
        r"list the \g<what>",
    ),
    (r"\bin (?:what|which) (?P<what>[\w-]+s) (?:is|are) (?P<rest>[^()]*?) ?\(segmentation\)", r"what are the \g<what>"),
    (
        r"^(?:so |and )?(?:what is |what's |whats |how is |hows )?(?:the )?"
        r"(?:market |growth |future |overall |long[- ]term )*"
        r"(?:outlook|prospects?|forecast|trajectory)(?: (?:for|of) (?:the |this )?(?:market|industry|sector))?"
        r"(?: look(?:ing)?(?: like)?)?\W*$",
        "how big will the market become",
    ),
    (r"\bm ?& ?a\b", "mergers and acquisitions"),
    (r"\b(?:the |its )?base year (?=(?:19|20)\d\d)", ""),
    (
        r"\s*\((?:please )?(?:calculate|compute|derive|work|worked|taken|from)\b[^()]*\b(?:values?|figures?|"
        r"numbers?|dollars?|sizes?)\b[^()]*\)",
        "",
    ),
    (
        r"^(?:and |so )?(?:is|are) the (?P<year>20\d\d) (?:market )?(?:numbers?|figures?|values?|sizes?) (?:given )?"
        r"(?:consistent|right|the same(?: everywhere)?|correct|in agreement)\W*$",
        r"what is the market size in \g<year>",
    ),
    (
        r"^(?:and |so )?which (?P<what>(?:(?!of|is|one)[\w-]+ ){1,3})(?:(?:should|can|do|would|shall) (?:i|we|one|you) "
        r"(?:trust|use|quote|cite|believe|go with|rely on|take)|is (?:the )?(?:right|correct|true|official|accurate|"
        r"valid|best supported|reliable)(?: one)?|to (?:trust|use|quote|cite|believe))\W*$",
        r"what is the \g<what>",
    ),
    (
        r"^(?:and |so )?(?:why|how come) (?:are there|does (?:it|the (?:report|page)) (?:give|state|have|show)|"
        r"do(?: the)?) "
        r"(?:so many|two|three|several|many|different|multiple|various|differing|conflicting)? ?(?:different )?"
        r"(?P<what>market sizes?|sizes?|cagrs?|growth rates?)"
        r"(?: (?:differ|disagree|conflict|diverge|not (?:agree|match)))?"
        r"(?: (?:figures?|numbers?|values?|given|stated|mentioned|here|there))*\W*$",
        r"which \g<what> contradict each other",
    ),
    (
        r"^(?:and |so )?(?:is|does) (?:the |this |that )?(?:stated |given |quoted )?(?:[\d.]+ ?% )?(?:a |as )?"
        r"(?:cagr|growth rate|rate)(?: of [\d.]+ ?%)? (?:really |actually |also )?(?:consistent|in line|compatible|"
        r"match|fit|agree|tally|square)(?: with)? (?:the |its |those |stated |market |start |end |and )*"
        r"(?:values?|sizes?|figures?|numbers?)\W*$",
        "what CAGR is implied by the values",
    ),
    (r"\b(?P<gap>difference|gap|spread) btw\b", r"\g<gap> between"),
    (
        r"\bhow (?:many years|long) (?:is|are|does|in|of|has) (?:in )?(?:the )?(?:forecast|projection)"
        r"(?: period| horizon)?(?: last| run| cover| span| is it| have)?\W*$",
        "forecast period",
    ),
    (r"\bsecond[- ]place\b", "second place"),
    (
        r"\s*[,;.?!(–-]+\s*(?:it(?:['’]s| is) |if |as )?not (?:directly |explicitly )?(?:stated|given|said|"
        r"spelled out)\b(?: (?:there|directly|anywhere))?\)?[,;]?",
        "",
    ),
    (r"\bnon (?=[a-z])", "non-"),
    (r"\btop(?=\d)", "top "),
    (r"(?<=\w) \+ (?=\w)", " plus "),
    (r"\bwho are (?:the )?big (?P<count>two|three|four|five|six|\d)\b", r"who are the leading \g<count> players"),
    (r"\bgen[ -]ai\b", "generative AI"),
    (r"^(?:the )?(?P<what>[\w -]{3,30}?),? (?:meaning|definition|meaning\?)\W*$", r"define \g<what>"),
    (
        r"\b(?:at present|at the moment|right now|these days|as it stands|as of (?:now|today)|presently|nowadays)\b",
        "now",
    ),
)
"""Everyday phrase, as a regular expression in any case → plain words."""

_COMPILED = tuple((re.compile(phrase, re.IGNORECASE), plain) for phrase, plain in REWORDINGS)


def in_plain_words(text: str) -> str:
    """The question with its everyday phrases in plain words."""
    for phrase, plain in _COMPILED:
        text = phrase.sub(plain, text)
    return text
