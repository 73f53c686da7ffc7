"""Names that are the subject of a sentence on competition: `Acme, Bolt and Crane compete on price`."""

import re
from collections.abc import Iterator

from actqa.facts.stems import holds

NAME = re.compile(
    r"(?:[^\W_a-z]|(?<!\w)[a-z]{1,4}(?=[A-Z]))[\w.’'+/-]*(?:,?\s(?:[^\W_a-z][\w.’'+/-]*|(?:&|\+|of|de|und|for)(?=\s[^\W_a-z])|plc|"
    r"d\.o\.o\.?|s\.r\.o\.?|a\.s\.?)(?![\w]))*(?:\sz\s?o\.?o\.?)?(?:\s?\([^()]{1,60}\))?"
)
"""A company's name as running text has it, with where it is from in brackets."""

BETWEEN = re.compile(
    r"(?:\s(?:is|leads?|heads?|ranks?|comes?|dominates?)\b[^,.;]{0,30}(?=,))?\s?(?:,|;|and|&|or|as well as|"
    r"along with|followed by|ahead of|then|from|\s)+\s?"
)
"""Between two names of a series."""

ANSWER = re.compile(r"(?:Ans(?:wer)?[.:]|A:)\s+")
"""Opens the answer to a question."""

_CONTESTED = re.compile(
    r"\b(?:market|industry|landscape|space|field|structure|sector|trade|business)\b[^.;]{0,60}\b(?:fragmented|consolidated|concentrated|"
    r"oligopol\w+|duopol\w+)\b|\bcompetitive (?:landscape|field|scene)\b|\brival(?:s|ry)\b|\bcompetition (?:is|"
    r"in|among|between|remains|has)\b",
    re.IGNORECASE,
)
"""Words of paragraphs on who competes with whom."""

_OPENS = re.compile(
    r"(?:^|(?<=[a-z)%\d]\.\s)(?<!(?:Pte|Pty|Pvt|Inc|Ltd)\.\s)(?<!Co\.\s)(?<!Corp\.\s)(?<!Dr\.\s)(?<!M[rs]\.\s)(?<!Prof\.\s)|(?<=;\s)|(?<=:\s)|(?<=,\swhile\s)|(?<=,\swhereas\s))(?:(?i:globally|today|currently|meanwhile|elsewhere|"
    r"regionally|in addition|"
    r"by contrast),\s)?(?:(?:Ans(?:wer)?[.:]|A:)\s+)?(?=[^\W_a-z]|[a-z]{1,4}[A-Z])"
)
_ACTS = "|".join(
    (
        "have hold held compete lead dominate account control command follow offer focus sell make supply serve "
        "fight vie "
        "operate remain are were maintain rely invest expand build own run produce target win gain share round "
        "rank stand "
        "continue differentiate benefit cater concentrate specialize specialise come complete emphasize "
        "emphasise leverage "
        "play provide draw use push press battle enjoy set distribute cover position trail chase take bring "
        "form represent "
        "constitute top head work spend possess boast capture garner secure adopt pursue prioritize prioritise "
        "market divide "
        "split trade design develop manufacture import export brew mine grow ship rent lease insure generate "
        "keep seek strive "
        "collaborate partner dedicate innovate integrate deliver appeal excel shape drive contribute"
    ).split()
)
"""What companies do, in the plural."""
_ACTS_ALONE = "|".join(
    (
        "competes sells makes focuses offers supplies serves specializes specialises operates owns runs "
        "produces targets "
        "differentiates concentrates caters relies trails follows holds leads dominates commands controls "
        "remains maintains "
        "emphasizes emphasises leverages positions stays benefits distributes excels brings draws defends manufactures"
    ).split()
)
"""The same, in the singular."""
_DOES = re.compile(
    r",?\s(?:(?:all|both|each|also|together|jointly|collectively|currently|still|mainly|then|in turn|among others,|"
    rf"and others)\s)*(?:{_ACTS})\b",
)
_DOES_ONE = re.compile(
    r"(?:,\s[^,.;]{2,70},)?\s(?:also\s|mainly\s|still\s|in turn\s)?(?:is (?:strong|known|active|present|another|one of|"
    r"based|headquartered|listed|"
    rf"a|an|the)|has (?:a|an|its|gained|built|won|the)|sets itself|stands out|{_ACTS_ALONE})\b",
)
_NO_RIVALS = "|".join(
    (
        "customers? clients? buyers? users? retailers? distributors? investors? regulators? segments? regions? "
        "countr(?:y|ies) "
        "markets materials? types? technolog(?:y|ies) channels? applications? factors? strateg(?:y|ies) "
        "drivers? trends? "
        "products? challenges?"
    ).split()
)
_ARE_OTHERS = re.compile(rf"\s(?:is|are|were|remain)\b[^.;]{{0,50}}\b(?:{_NO_RIVALS})\b")
"""Behind names: they are no competitors."""
NO_SUBJECTS = frozenset(
    "Dr Mr Ms Mrs Prof The This These Those That It Its They Their There Such In On At By With For From And But "
    "While Both Each "
    "All Some Most "
    "Many Several Few Other Others Competition Rivalry Concentration Price Prices Quality Global Local Regional "
    "Domestic "
    "International Large Small Leading Key Major Top Tier Smaller Larger Mergers Acquisitions Partnerships "
    "Collaborations "
    "Launches Expansions Investments Innovation Agreements Research Development Market Industry Companies Players "
    "Manufacturers Vendors Suppliers Brands Firms Product Products Service Services Technology Technologies Company "
    "Strategic Competitive Entry Barriers Buyers Customers".split()
)
"""What sentences begin with that is no name."""


PLAIN = frozenset(
    "chain shift deal news outlook interior exterior indoor outdoor online offline retail retailer e-commerce "
    "ecommerce direct indirect store "
    "supermarket hypermarket pharmacy "
    "hospital clinic specialty convenience wholesale distributor distribution channel sales residential "
    "commercial industrial household private label brand premium economy budget mid-range luxury mass consumer "
    "customer buyer patient adult child children men women male female kid pet dog cat vehicle passenger car "
    "truck bus two-wheeler aftermarket original equipment part component system device machine tool hardware "
    "software service solution platform cloud on-premise hybrid mobile digital smart connected automatic "
    "semi-automatic manual electric gasoline diesel battery solar wind hydrogen gas oil water steam air power "
    "energy fuel plastic metal steel aluminum aluminium wood paper glass rubber ceramic cotton polyester nylon "
    "leather stainless carbon copper iron zinc organic natural synthetic conventional liquid powder solid gel "
    "tablet capsule cream fresh frozen dried canned food beverage feed dairy meat cereal bakery snack beauty "
    "personal care health healthcare pharmaceutical medical biotech agriculture construction mining automotive "
    "aerospace defense defence marine logistics transport transportation government military education bank "
    "banking insurance finance telecom media entertainment hotel restaurant tourism sport gaming small medium "
    "large enterprise big tier top leading key major global local regional domestic international north south "
    "east west central northern southern eastern western asia europe america africa pacific price cost quality "
    "design safety speed size share growth demand supply trade tariff tax regulation policy law standard war "
    "pandemic covid inflation raw material labor labour capital capacity output export import new old high low "
    "strong weak rising growing plant factory field research development product production innovation "
    "technology data security network wireless internet digitalization sustainability recycling environment "
    "climate competition rivalry entry barrier threat company player manufacturer maker vendor supplier producer "
    "operator provider developer firm business industry market sector segment category type application group "
    "strategy partnership collaboration alliance merger acquisition agreement contract launch expansion "
    "investment diy r&d oem it ai iot hvac b2b b2c sme covid-19 mri ct led lcd pvc esg eu us usa uk uae apac "
    "emea latam mea crispr car-t dna rna euv duv 5g 4g lte gps api saas paas iaas".split()
)
"""Words that headings, segments and channels are made of, in the singular: by them alone nobody is named."""

_PLAIN_ENDS = re.compile(
    r"(?:tion|sion|ment|ness|ship|ism|ility|arity|ivity|ance|ence|based|free|related|driven|grade|wide|side|term|scale|logy|"
    r"logie|graphy|therapy|ization|isation|turing|cating|essing|eting|icing|ncing)s?$"
)
"""Endings of nouns and adjectives that name nobody."""


def is_plain(word: str) -> bool:
    """Whether a word names nobody by itself."""
    if re.search(r"[^\W\d_A-Z][A-Z]", word):
        return False
    one = word.rstrip(".,").lower()
    singular = re.sub(r"ies$", "y", one) if one.endswith("ies") else one.removesuffix("s")
    return one in PLAIN or singular in PLAIN or singular.removesuffix("e") in PLAIN or bool(_PLAIN_ENDS.search(one))


_ACTS_ITSELF = re.compile(
    r"(?:,\s[^,.;]{2,70},)?\s(?:also\s|mainly\s|still\s|in turn\s)?(?:is (?:strong|known|active|present)|"
    r"has (?:built|moved|gained|won)|sells|makes|supplies|serves|operates|owns|runs|produces|competes|speciali[sz]es|"
    r"focuses|manufactures|distributes|defends)\b"
)


def acts_itself(text: str, end: int) -> bool:
    """Whether what a sentence says behind a name is said of companies alone."""
    return _ACTS_ITSELF.match(text, end) is not None


_CONTEST_STEMS = ("fragment", "consolidat", "concentrat", "opoly", "opolist", "compet", "rival")


def is_contested(text: str) -> bool:
    """Whether a paragraph is on who competes with whom."""
    return holds(text, _CONTEST_STEMS) and bool(_CONTESTED.search(text))


def subjects(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each run of names that a sentence or clause is on, and whether its verb is plural."""
    for opening in _OPENS.finditer(text):
        run = _run(text, opening.end())
        if not run or run[0].group().split()[0].strip(",.") in NO_SUBJECTS:
            continue
        end = run[-1].end()
        many = _DOES.match(text, end) is not None
        if (many or _DOES_ONE.match(text, end)) and not are_others(text, end):
            yield run[0].start(), end, many


def are_others(text: str, end: int) -> bool:
    """Whether a sentence says behind names that they are no competitors."""
    return _ARE_OTHERS.match(text, end) is not None


def _run(text: str, start: int) -> list[re.Match[str]]:
    """Names that follow each other from a place on."""
    run: list[re.Match[str]] = []
    found = NAME.match(text, start)
    while found:
        run.append(found)
        joint = BETWEEN.match(text, found.end())
        found = NAME.match(text, joint.end()) if joint else None
    return run
