"""What busy people put around a question that is no part of it: openings, afterthoughts, where to look."""

import re

from actqa.answering.asked.kinds import metric_asked

_DOCUMENT = r"(?:report|page|study|document|text|article|source|publisher|author|analysts?)s?"
_LOOKED_AT = r"(?:report|page|study|document|text|article|table|chart|source|overview|summary)s?"

_OPENING = re.compile(
    r"(?:(?:ok(?:ay)?|hey|hi|hello|um+|uh+|hmm+|i mean|you know|btw|by the way|quick (?:one|question|q)|please|pls|"
    r"so(?! (?:far|much|many|long|called|big|fast|few|little)\b)|just (?:curious|wondering|checking)|"
    r"out of interest|(?:my )?boss asks|one more (?:thing|question)|"
    r"(?:well|right|look|listen|now|actually|basically|honestly|sorry|thanks|thx|alright|then|curious)"
    r"(?=\s?[,:;–-]))(?![\w'’])[,:;.!…–-]*\s+)+(?=\S)",
    re.IGNORECASE,
)
"""`ok so`, `hey, quick question:`."""
_ASKING = re.compile(
    r"(?:(?:can|could|would|will) you (?:please |maybe )?(?:tell|show|give|remind) me(?: again)?|"
    r"(?:please )?(?:tell|remind) me(?: again)?|i(?:['’]d| would) like to (?:know|understand|see)|"
    r"i(?: just)? (?:want|need) to (?:know|understand|find out|see)|do you (?:happen to )?know|any (?:idea|clue)|"
    r"i(?:['’]m| am) (?:trying to (?:find|work|figure) out|wondering|curious)|i wonder|wondering|"
    r"(?:is there |do (?:they|you) have |got )?any(?:thing| information| word)(?: (?:said|written|mentioned|known))? "
    r"(?:on|about)(?= (?:why|how|what|who|when|where)\b)|"
    r"i keep (?:seeing|hearing|reading|finding) (?:different|various|other|several|conflicting) "
    r"(?:numbers|figures|values) for)(?: about)?,?\s+(?=\S{2})",
    re.IGNORECASE,
)
"""`can you tell me`, `I keep seeing different numbers for`."""
_AFTER = re.compile(
    r"(?:(?<=\w)[,;]?\s+(?:in a nutshell|in short|(?:by|in|for) comparison|briefly|roughly|exactly|please|pls|"
    r"thanks|thx|if you know|"
    r"to be precise|by the way|btw|more or less|though|do you know)"
    r"|[,;.]\s+(?:and )?(?:i (?:think|guess|believe|need|want|assume|suppose|heard|recall|remember)\b[^?]*|"
    r"it(?:['’]s| is) for\b[^?]*|"
    r"(?:do|does|are) (?:the |these |those |its |all )?(?:numbers|figures|sources|estimates|values)\b[^?]*"
    r"\b(?:agree|match|differ|fit|consistent|add up)|"
    rf"(?:what|which) does (?:this|the) {_DOCUMENT} (?:give|say|state))"
    r"|,?\s+if (?:you|we|i|one) (?:apply|use|take|multiply by|go by) (?:its|the|that|their|this) "
    r"(?:share|percentage|part)(?: to the [\w ]{3,20})?"
    r"|,?\s+(?:according to|based on|going by|judging by|from|per|as per|in) (?:the|this|that|your|its) "
    rf"{_LOOKED_AT})"
    r"\s*(?P<mark>[?.!]*)\s*$",
    re.IGNORECASE,
)
"""`roughly?`, `, I need it for a slide`, `, according to the table`, `if you apply its share to the total`."""
_DOES_IT_GIVE = re.compile(
    rf"(?:and |but )?(?:(?:does|do|did) (?:the|this|that|it) ?(?:{_DOCUMENT})? ?(?:also |even |ever )?"
    r"(?:give|state|say|provide|disclose|quote|report|contain|show|tell(?: us| me)?|put|include|mention)|"
    rf"(?:is|are) there|(?:can|could) (?:i|you|we) (?:find|see|get)(?: in the {_DOCUMENT})?)\s+"
    r"(?:an? |any |the |us )?(?P<what>.+)",
    re.IGNORECASE,
)
"""`Does the report give a size for Spain?` asks for the size."""
_NUMBERED = {"size", "growth", "share", "price", "yoy"}
"""Metrics of which it is asked like that."""


def without_asides(text: str) -> str:
    """The question by itself; the text where nothing would be left."""
    bare = text.strip()
    for _ in range(3):
        before = bare
        bare = _ASKING.sub("", _OPENING.sub("", bare, count=1) if _OPENING.match(bare) else bare, count=1)
        bare = _AFTER.sub(lambda found: found["mark"], bare)
        if bare == before:
            break
    given = _DOES_IT_GIVE.fullmatch(bare)
    if given and metric_asked(given["what"].lower()) in _NUMBERED and not _VERBS.search(given["what"]):
        bare = given["what"]
    is_left = len(re.findall(r"\w+", bare)) > 1 or re.search(r"\b(?:why|how)\b", bare, re.IGNORECASE)
    return bare if is_left or metric_asked(bare.lower()) in _NUMBERED else text


_VERBS = re.compile(
    r"\b(?:whether|if|that|why|how|affect\w*|impact\w*|fall|fell|rise|rose|reasons?|evidence|doubts?)\b"
)
"""What a figure alone does not answer."""
