"""The words by which a report opens a list of competitors, and by which a name is no competitor's."""

import re
from collections.abc import Iterator

from actqa.facts.names import unnumbered
from actqa.facts.stems import holds

_WHO = (
    r"(?:players?|compan(?:y|ies)|vendors?|competitors?|manufacturers?|suppliers?|producers?|participants?|firms?|"
    r"(?<!with )brands|"
    r"providers?|(?:industry|market) leaders?|names|businesses|operators?|makers?|developers?|contenders?|rivals?|"
    r"organi[sz]ations?|enterprises|corporations|specialists|giants|majors|incumbents|multinationals|start-?ups|newcomers|"
    r"workshops|challengers)"
)
_RANK = (
    r"(?:key|major|leading|leaders?|top|prominent|main|select(?:ed)?|notable|dominant|other|important|principal|"
    r"largest|biggest|big|"
    r"profiled|mentioned|covered|featured|competing|renowned|well-known|established|significant|crucial|global|"
    r"tier|market|industry|"
    r"list of|operating|active|emerging|named|competitive|representative|best-known|specialist)"
)

_TRADE = (
    r"(?:(?!(?:driv|fact|sect|indicat|custom|buy|us|consum|export|import|numb|paramet|chapt|matt|answ|barri|offer|"
    r"lev|corrid|stakehold|end[- ]us|mark|ord|retail|invest|farm|advis|regulat|own|read|visit|work|"
    r"pillars|cent)(?:ers|ors)\b)"
    r"[a-z]{3,}(?:ers|ors)|(?:co-?)?operatives|dairies|wineries|refineries|airlines|utilities|shipyards|laboratories|banks|chains|OEMs)"
)
"""Plurals of trades: brewers, insurers, fabricators."""

_TIER = (
    r"(?:global|regional|local|domestic|international|national|niche|emerging|established|market|industry|other|smaller|"
    r"large|mid-sized|tier (?:\d|I{1,3}|IV|one|two|three))"
)
_TIERS = re.compile(
    rf"(?:{_TIER}\s)*(?:leaders|challengers|followers|contenders|innovators|visionaries|disruptors|specialists|newcomers|"
    rf"start-?ups|(?:new )?entrants|incumbents|rising stars)$|{_TIER}\s(?:{_TIER}\s)*{_WHO}$|"
    r"tier (?:[1-4]|I{1,3}|IV|one|two|three)(?: \(.*\))?$",
    re.IGNORECASE,
)
"""Headings over competitors of one rank or reach."""

_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_RANK}\b[^.?!]*\b{_WHO}\b",
        rf"\b{_WHO}\b[^.?!]*\b(?:profiled|profiles?|mentioned|covered|featured|include[ds]?|analy[sz]ed|listed|"
        rf"assessed|studied|in the report|included)\b",
        rf"^(?:the )?{_WHO}(?: names?| list)?\s*:?$",
        r"\b(?:industry|market) leaders\b|^(?:market )?leaders\b|\bwho(?: i|')s who\b|\bvendor landscape\b",
        rf"^{_WHO} (?:in|of|operating|active|we|that|which|who|to watch|dominating|shaping|leading|driving)\b",
        rf"^(?:the )?{_RANK}\s(?:[\w-]+\s){{0,3}}?{_TRADE}$",
        rf"^{_WHO} (?:market )?shares?\b|^(?:market )?shares? (?:of|by) {_WHO}\b",
    )
)
"""Headings, keys and lead-ins of lists of competitors."""

_NOT_TITLES = re.compile(
    r"\b(?:information|stakeholders?|strateg(?:y|ies)|questions?|customers?|developments?|evaluation|benchmarking|"
    r"quadrant|matrix|"
    r"positioning|trends?|drivers?|challenges|news|segments?|region(?:al|s)?|opportunit\w+|report (?:scope|"
    r"coverage)|size|"
    r"(?:share|swot|company|player|competitive) analysis|primary (?:participants?|respondents?|research)|respondents?|"
    r"methodology|why|how|factors|entrants|end[- ]users?|"
    r"topics|features|findings|"
    r"takeaways|application|applications|reports?|products?|technology|buyers|target audience|audience|highlights|"
    r"growth|"
    r"countr(?:y|ies)|initiatives?|by (?:type|product|application|region)|customization|benefits|number)\b"
    r"(?! (?:profiled|in the report|include))",
    re.IGNORECASE,
)
"""Headings with a word for competitors that list something else."""

LANDSCAPE = re.compile(
    rf"\b(?:competiti(?:ve|on)|rivalry|sellers|(?:supply|supplier|vendor) base|{_WHO})\b"
    r"|^\W*(?:q?[\dIVX]+(?:\.\d+)*[.):]?\s)?who(?:['’]s|\s(?:is|are|matters?|counts?|sells?|makes?|leads?|runs?|builds?|supplies|competes?|owns?|"
    r"operates?|dominates?|wins?|plays?|does))\b",
    re.IGNORECASE,
)
"""Headings of parts about competitors."""

_NAMING = (
    r"(?:include[sd]?(?! in\b)|including|(?:are|is|were)(?! (?:also |still |not )?(?:profiled|covered|listed|featured|"
    r"included|analy[sz]ed|studied|operating|active|working|part|present)\b)|such as|like|namely|"
    r"among (?:them|these|which|whom)|"
    r"featur(?:es?|ing)|compris(?:es?|ing)|(?:is|are) "
    r"led by|covers?|"
    r"consists? of|encompass(?:es)?|profiles?|mentioned are|named are|i\.e\.,?|viz\.?)"
)
_CUES = (
    re.compile(
        rf"\b{_WHO}\b(?P<between>(?:(?! with brands\b)[^.;:]){{0,160}}?)(?:[,:]?\s*\b{_NAMING}(?=[\s:,]))"
        r"(?:\s+(?:the following|but (?:are )?not limited to|mainly|among others))?[\s:,–-]*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|(?<=\.\s)|\b{_RANK}\b[^.;:]{{0,60}})\b{_WHO}\b[^.;:]{{0,120}}:(?:\s+|(?=1[.)]\s))", re.IGNORECASE
    ),
    re.compile(rf"\b{_WHO}\b[^.;:()–—]{{0,60}}?\s[–—-]\s(?=[^;:–—]{{3,300}}\s[–—-]\s)", re.IGNORECASE),
)
"""Words before a series of competitors: `key players in the market include`; the second ends in a colon, the third in "
"the first of two dashes that set the series apart."""

IN_BRACKETS = re.compile(
    rf"\b{_WHO}\s\((?:e\.g\.,?\s|such as\s|including\s|like\s|mainly\s)?(?=(?-i:[^\W_a-z]))", re.IGNORECASE
)
"""A word for competitors before a bracket with their names."""

_FIELD = re.compile(
    r"\b(?:field|landscape|scene|competition|market|industry|space)\b[^.;:]{0,40}?\b(?:is|are)\s"
    r"(?:still\s|largely\s|mainly\s)?(?:made up|composed|"
    r"formed|shaped|dominated|led|contested|shared|populated|headed)\s(?:of|by|among|between)\s+"
    r"(?:companies like\s|names like\s)?",
    re.IGNORECASE,
)
"""Words before competitors that name none of the words for them."""

_ARE = re.compile(
    rf"\s+(?:are|were|is|remain|rank|count)\b[^.;:]{{0,30}}\b(?:(?:among|some of|one of|the|{_RANK}|five|four|"
    rf"three|two|ten)\s+)+[^.;:]{{0,40}}\b(?:{_WHO}|leaders)\b",
    re.IGNORECASE,
)
"""Words behind a series of competitors: `are the leading players`."""

HERE = re.compile(
    r"(?:\breport (?:also )?(?:profiles|covers|names|features|looks at|analy[sz]es)|\b(?:come|comes|sends?|"
    r"contributes?|adds?|hails?|brings?|fields?)"
    r"|\bnamely|\b(?:leaders?|challengers?|followers?|contenders?|innovators?|visionaries|specialists?|tier \w+|"
    r"(?:niche|emerging|"
    r"regional|global|local|other|smaller) players?|start-?ups|newcomers|(?:new )?entrants|incumbents):"
    r"|\bthe (?:former|latter|first|others) (?:include|are|comprise)|\bbehind (?:them|it|these|this|the leaders?) "
    r"(?:stands?|comes?|are|is|follows?)|\b(?:market )?leaders? (?:there )?(?:is|are)|\bcompet(?:es?|ing) "
    r"(?:[a-z]+ ){0,4}?(?:with|against)"
    r"|\b(?:followed|trailed) (?:closely )?by|\b(?:ahead|in front) of"
    r"|\b(?:second|third|next) (?:place )?(?:is|are|goes to|comes|ranks|stands)"
    r"|\b(?:among|amongst)\s(?:(?:the|its|their|other)\s)*[^.,;:]{0,40}?\s(?:are|is|were)"
    r"|\balso (?:in|on|among|active|present|competing)\b[^.,;:]{0,40}?\s(?:are|is)"
    r"|\bothers? (?:we|that|to|in|also)\b[^.:]{0,30}:"
    r"|\b(?:others|the rest|rivals|challengers|its rivals) (?:are|include)"
    r"|\b(?:represented|led|dominated|headed|spearheaded|shared) (?:by|among|between)"
    r"|\b(?:profiled are|profiled include))(?=\s)\s+",
    re.IGNORECASE,
)
"""In a part about competitors, words before names."""

LEADS = re.compile(
    r"(?:^|(?<=[a-z)%\d]\.\s)|(?<=;\s))(?P<who>[^\W_a-z][\w.’'&/+-]*(?:,?\s(?:[^\W_a-z][\w.’'&/+-]*|&|of|de|plc|and(?=\s[^\W_a-z])))*)"
    r"(?:\s\([^()]{1,60}\))?(?:,[^,.;]{2,80},)?\s(?:(?:is|was|remains|stays|are)\s(?:still\s|by far\s|"
    r"clearly\s)?(?:the\s|"
    r"in\s)?(?:[\w’'-]+\s){0,3}?"
    r"(?:leaders?|number one|largest|biggest|first|front|top|ahead|second|third|next)\b|leads?\b|heads?\b|tops?\b|"
    r"dominates?\b|"
    r"ranks?\b|comes?\s(?:first|next|second|third)|follows?\b|(?:holds?|held|has|had|have|controls?|commands?|"
    r"commanded|owns?|takes?|took|accounts? for|"
    r"accounted for)\s(?:an?\s|the\s)?(?:estimated\s|about\s|around\s|nearly\s|some\s|over\s|roughly\s|close to\s|"
    r"more than\s|almost\s|share of\s|largest share)*(?:[\d.]+\s?(?:%|per\s?cent)|share))",
)
"""In a part about competitors, a name that opens a sentence on who leads."""

CHAPTER = re.compile(
    r"^(?:[\dIVX]+(?:\.\d+)*\.?\s+)?(?:company|vendor|player|competitor|key (?:company|player|vendor)) profiles?\b",
    re.IGNORECASE,
)
"""The chapter of a table of contents whose entries are competitors."""

COLUMN = re.compile(rf"^(?:(?:{_RANK}\s+)*(?:{_WHO}|group|who))(?: name| profiled)?s?$", re.IGNORECASE)
"""The head of a table's column of competitors."""

AUTHORITY = re.compile(
    r"^(?:(?:the )?(?:u\.?s\.? )?(?:fda|ema|epa|who|sec|ftc|nmpa|mhra|fcc|faa|esma|nih|cdc|usda|doj|doe|imf|oecd|"
    r"un|eu|world bank|pmda|cdsco|iea|iata))$"
    r"|\b(?:food and drug administration|european commission|european medicines agency|ministry of|department of|"
    r"government of|"
    r"commission|federation of|trade association|world health organization|united nations|parliament|congress|"
    r"university|universities|regulators?|authorit(?:y|ies)|agency|administration|bureau)\b",
    re.IGNORECASE,
)
"""Regulators, governments and schools."""

GENERIC = frozenset(
    "companies company players player vendors manufacturers suppliers firms startups start-ups new entrants "
    "others many "
    "several various these they market markets global local regional international domestic the industry organizations "
    "hospitals clinics governments distributors retailers consumers customers end-users investors research institutes "
    "overview introduction strategies products services".split()
)
"""Words that alone name nobody."""


_WHO_STEMS = tuple(
    "compan player vendor compet manufactur supplier producer participant firm brand provider leader "
    "names businesses "
    "operator maker developer contender rival organi enterprise corporation seller base who specialist "
    "giant majors incumbent "
    "multinational start newcomer workshop challenger".split()
)
"""What the words for competitors begin with."""


_OF_TRADE = re.compile(rf"(?:[\w-]+\s){{0,2}}(?:{_WHO}|{_TRADE})$", re.IGNORECASE)


def names_trade(line: str) -> bool:
    """Whether a line names nothing but a kind of companies: `Private Dairies`, `Online Retailers`."""
    return bool(_OF_TRADE.match(unnumbered(line)))


def cues(text: str) -> Iterator[re.Match[str]]:
    """Where a text leads to a series of competitors; one without a word for them is not looked through."""
    if _on_competitors(text):
        for pattern, mark in zip(_CUES, ("", ":", ("–", "—", " - ")), strict=True):
            if not mark or any(one in text for one in mark):
                yield from pattern.finditer(text)
        yield from _FIELD.finditer(text)


def rank(text: str) -> re.Match[str] | None:
    """Where, behind a series, a text says that these are competitors."""
    return _ARE.search(text) if _on_competitors(text) else None


def _on_competitors(text: str) -> bool:
    return holds(text, _WHO_STEMS) and bool(LANDSCAPE.search(text) or " leaders" in text)


_ASKS = re.compile(
    rf"(?:q\d*[.:)]?\s)?(?:who|which|what)\b(?=[^?]{{0,80}}\b(?:{_RANK}|leads?|dominates?|makes?|operates?|compan(?:y|ies))\b)"
    rf"[^?]{{0,80}}\b{_WHO}\b[^?]{{0,80}}\?$",
    re.IGNORECASE,
)
"""Questions that competitors answer."""

_PROFILES = re.compile(
    r"(?:the|this|our) (?:report|study|analysis) (?:also )?profiles(?: the following)?$|"
    r"(?:also )?profiled(?: (?:here|in (?:the|this) (?:report|study)))?$",
    re.IGNORECASE,
)
"""Says of the report that it profiles, of those that follow."""

_FOLLOWING = re.compile(
    rf"\b(?:following|{_RANK})\s(?:[\w-]+\s){{0,3}}?{_WHO}\b(?: (?:in|of|operating in|active in) [^,.;:]{{2,60}})?"
    rf"(?:,? (?:including|include|are|namely|such as|as follows|below|listed below))?$"
    rf"|\bfollowing\s(?:[\w-]+\s){{0,3}}?{_WHO}\b",
    re.IGNORECASE,
)
"""How what leads to a list of competitors ends before its colon, or whom it says to follow."""

LEADING = re.compile(
    rf"\b(?:{_WHO}|dominat\w+|compet\w+|lead|leads|led by|followed by|market|top (?:two|three|four|five|ten))\b",
    re.IGNORECASE,
)
"""Words of sentences whose names are competitors'."""


_MARK = re.compile(r"^[^\w(\"“‘']+")
"""Signs before a title: arrows, stars."""

_IN_REPORT = re.compile(
    r"(?<=[a-z])\s(?:in|by|for) (?:the|this|our) (?:\w+ ){0,8}?(?:report|study|research|analysis)$", re.IGNORECASE
)
"""Ends a title that says where its companies are named."""

_GOES_ON = re.compile(r"\s(?:are|is|include|as follows)(?: the following)?$", re.IGNORECASE)
"""Behind that, before the list."""


def opens_players(line: str) -> bool:
    """Whether a heading, key or lead-in opens a list of competitors."""
    plain = unnumbered(_MARK.sub("", line).rstrip(":;-– "))
    if any(pattern.match(plain) for pattern in (_ASKS, _PROFILES, _TIERS)):
        return True
    if line.rstrip().endswith(":") and _FOLLOWING.search(plain):
        return True
    if len(plain) > 200 or plain.endswith("?") or _NOT_TITLES.search(_IN_REPORT.sub("", _GOES_ON.sub("", plain))):
        return (
            bool(re.search(rf"^{_RANK}\b.*\b{_WHO}\b.*\binclude:?$", plain, re.IGNORECASE))
            if len(plain) <= 200
            else False
        )
    return any(pattern.search(plain) for pattern in _TITLES)
