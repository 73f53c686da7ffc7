"""What a name in a list is: its words to compare by, what stands in brackets, what is no name at all."""

import re
from functools import lru_cache

_SUFFIXES = (
    "inc incorporated ltd limited llc corp corporation co company companies plc ag sa se gmbh kg kgaa nv bv ab as asa "
    "oy oyj spa srl sas sarl group holding holdings pvt private pty lp llp kk bhd sdn pte tbk jsc pjsc"
).split()
"""Words that say of what legal kind a company is."""

SUFFIX = re.compile(
    r"(?<![\w.])(?:(?:a\.s|s\.r\.o|d\.o\.o|[Ss]p\.?\sz\s?o\.?\s?o|e\.V|S\.L|S\.A\.U|S\.A\.S|AŞ|A\.Ş|OÜ|ApS|Lda|Kft|Zrt|"
    r"OOO|PJSC|JSC|Tbk|Oy|SGPS|SAS|SRL|N\.A|Company|Group|Holdings?)(?![\w])\.?|(?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|Corporation|LLP|L\.L\.P|L\.P|LP|S\.A|SA|GmbH|AG|N\.V|NV|B\.V|BV|PLC|Plc|plc|"
    r"Limited"
    r"|Pvt|Pte|Pty|S\.p\.A|SpA|S\.r\.l|Srl|KG|K\.K|KGaA|SE|S\.E|A/S|AB|ASA|Oyj|Incorporated|Sdn|Bhd)\b\.?)",
)
"""A company's legal form, as it follows a comma or ends a name."""


def ends_in_form(name: str) -> bool:
    """Whether a name ends in a company's legal form: `Acme Group plc`."""
    return any(found.end() == len(name) for found in SUFFIX.finditer(name))


_SENTENCE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|will|has|have|had|can|could|should|may|might|must|held|led|leads|dominate[sd]?|represents?|"
    r"accounted|contributed|contributes|captured|represented|generated|brought|made|makes|holds?|took|takes|"
    r"accounts|expected|projected|anticipated|registered|witness(?:es|ed)?|drives?|driven|due|based on|because|"
    r"estimated|forecasted|offers|continues?|remains?|that|which|who|whose|(?i:click|request|download)|our|your|we|"
    r"you)(?![\w-])",
)
"""Words that running text has and names have not."""

_CHAPTERS = re.compile(
    r"^(?:(?:\w+ )?(?:market )?(?:introduction|overview|dynamics|drivers?|restraints?|challenges|opportunit(?:y|ies)|"
    r"trends?|segmentation|snapshot|landscape|definition|scope|size|share|outlook)(?: (?:and|&|/) .*)?"
    r"|(?:regional|geographic(?:al)?|country|segment(?:al)?) analysis|competition (?:assessment|analysis|landscape)"
    r"|(?:\w+ )?(?:research )?(?:methodolog(?:y|ies)|approach)|executive summary|premium insights"
    r"|(?:(?:key|recent|latest|strategic|industry|market|company) )*(?:news|developments?|takeaways|findings|"
    r"insights|highlights)"
    r"|(?:\w+ )?competitive (?:landscape|analysis|benchmarking|intelligence|rivalry|scenario)"
    r"|(?:key |major |leading |top )?(?:company|companies|vendor|player)s?(?: profil\w*| analysis| overview| "
    r"landscape)?"
    r"|pestle?|.*\b(?:porter(?:['’]?s)? (?:five|5|diamond)|porter['’]s|pestle? analysis|swot|"
    r"bargaining power|threat of|(?:value chain|supply chain|regulatory|patent|pricing|ecosystem|"
    r"trade|technology|market share|pipeline|tariff|cost|price trend|import|case study) (?:analysis|landscape|"
    r"framework|"
    r"scenario|overview|trends?)|methodology|assumptions|abbreviations|analyst (?:views?|note)|study "
    r"objectives)\b.*|stakeholders"
    r"|segment(?:al)? (?:dashboard|overview|snapshot)"
    r"|conclusions?|appendix|disclaimer|references|about (?:us|the)\b.*|contact\w*|future outlook.*|recommendations"
    r"|financial (?:overview|performance|analysis)|(?:company|business|product) (?:overview|portfolio|offerings?)"
    r"|strateg(?:y|ies)|mergers? (?:and|&) acquisitions?|(?:table|list) of .*|(?:table|fig(?:ure)?|chart|"
    r"exhibit)\.? \d.*"
    r"|(?:primary|secondary)(?: (?:and|&) (?:primary|secondary))? (?:research|sources)|.*\banalyst review|"
    r"key market trends.*|.*\bmovement analysis\b.*|.*\bmarket\b[^.]*\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d.*|"
    r"in-house database|"
    r"analyst review|"
    r"data (?:mining|triangulation|validation)"
    r"|(?:pest|swot|political|economic|social|technological|legal|environmental) analysis|limitations|faqs?"
    r"|frequently asked.*|analysis of .*|impact of .*|covid.*|market by .*|.*\bmarket\b.*\b(?:by|forecast)\b.*)$",
    re.IGNORECASE,
)
"""Entries of a table of contents that are chapters."""

OTHERS = re.compile(
    r"^(?:and |&|many |several |all )?(?:others?|etc|more|among others|together|jointly|collectively|combined|"
    r"other (?:(?:prominent|key|major|notable|leading|regional|local|small|smaller|emerging|market|industry) ){0,2}"
    r"(?:players?|companies|vendors?|manufacturers?|participants?|brands|firms|suppliers?|producers?))\.?$",
    re.IGNORECASE,
)


PROFILE_PARTS = re.compile(
    r"^(?:(?:company|business|corporate|firm) (?:overview|profile|strategy|strategies|description|"
    r"snapshot|information)|"
    r"(?:key )?products? (?:offered|offerings?|portfolio|overview|benchmarking)|products? (?:and|"
    r"&) services(?: offered)?|"
    r"(?:key )?financial (?:performance|overview|highlights|analysis|data|details)|financials|"
    r"key performance indicators|key (?:executives|"
    r"strategies|developments?)|(?:key )?risk analysis|(?:key )?recent (?:developments?|activities|news)|"
    r"regional presence|"
    r"strategic (?:initiatives|developments?|overview|moves)|(?:business )?segments?|headquarters|employees|"
    r"analyst view|"
    r"(?:company )?swot analysis|operating segments|geographic(?:al)? presence|winning imperatives|threat from "
    r"competition|"
    r"current focus (?:and|&) strategies)$",
    re.IGNORECASE,
)
"""Entries under a company's name in a list of profiles."""


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """A name's words to compare by: lower case, singular, `&` as `and`, without brackets."""
    plain = re.sub(r"\([^()]*\)", " ", name).lower().replace("&", " and ")
    words = re.sub(r"[\W_]+", " ", plain).split()
    return " ".join(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words)


@lru_cache(maxsize=20_000)
def company_key(name: str) -> str:
    """A company's words to compare by, without its legal form."""
    plain = re.sub(r"\([^()]*\)", " ", name).lower().replace("&", " and ").replace(".", "")
    words = [w for w in re.sub(r"[\W_]+", " ", plain).split() if w not in {"and", "the"}]
    return " ".join(w for w in words if w not in _SUFFIXES) or " ".join(words)


@lru_cache(maxsize=20_000)
def is_chapter(name: str) -> bool:
    """Whether it is a part of a report rather than of a market."""
    return bool(_CHAPTERS.match(re.sub(r"^[\dIVX]+(?:\.\d+)*\.?\s+", "", name.strip(" .:"))))


def has_talk(text: str) -> bool:
    """Whether it has words of running text outside brackets."""
    return bool(_SENTENCE.search(re.sub(r"\([^()]*\)", "", text)))


@lru_cache(maxsize=20_000)
def is_name(name: str, words: int = 9) -> bool:
    """Whether it could name a thing: short, no running text, no bare figure."""
    plain = name.strip()
    said = plain.split()
    if not plain or len(plain) > 90 or not 0 < len(said) <= words or not re.search(r"[^\W_]", plain):
        return False
    if has_talk(plain) or plain[-1] in "?!" or "://" in plain:
        return False
    figure = re.fullmatch(r"[\d\s.,%$€£–-]+|.*\d%.*", plain) or re.match(r"(?:USD|US\$|CAGR)\b", plain)
    return not figure and not _SUM.search(plain)


_SUM = re.compile(
    r"(?:US\$|[$€£¥₹]|\b(?:USD|EUR|INR|GBP)\s)\s?\d[\d.,]*\s?(?:million|billion|trillion|crore|[mb]n)\b", re.I
)
"""An amount of money that no name has in it."""


_BOUND = r"(?:above|below|over|under|up ?to|less than|more than|at least|from|[<>≤≥]=?)"
_SIZE = r"(?:USD|US\$|EUR|INR|GBP|[$€£¥₹])?\s?\d[\d.,]*\s?(?:[A-Za-zµ°²³\"”/]{1,8}(?:\s(?:years?|months?))?)?"
_CLASS = re.compile(
    rf"(?!(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d$)(?:{_BOUND}\s?{_SIZE}|{_SIZE}\s?(?:[-–—]|to|and)\s?{_SIZE}|"
    rf"between {_SIZE} and {_SIZE}|{_SIZE}\s(?:and|or) (?:above|over|older|more|up|below|under|less|younger)|"
    rf"{_SIZE}\+)",
    re.IGNORECASE,
)


def is_class(name: str) -> bool:
    """Whether it names a class by its bounds: `18-24`, `0.5 mm to 1.5 mm`, `55 and above`, `65+`, `<10 kW`."""
    return bool(_CLASS.fullmatch(name.strip()))


def could_name(name: str, words: int = 9) -> bool:
    """Whether it could name a part of a market: a thing, or a class by its bounds."""
    return is_name(name, words) or is_class(name)


_NUMBERED = re.compile(
    r"^(?:(?:slide|chapter|section|part)\s+)?[\dIVX]+(?:\.\d+)*[.):]?\s+(?:[–—-]\s+)?", re.IGNORECASE
)


def unnumbered(title: str) -> str:
    """A title without its number."""
    return _NUMBERED.sub("", title)
