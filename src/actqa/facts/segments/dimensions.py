"""The words that say what a market is split by, and where a report says so."""

import re
from functools import lru_cache

from actqa.facts.names import key
from actqa.places import is_region

_KNOWN = frozenset(
    key(name)
    for name in (
        "age, age group, aircraft type, animal, animal type, application, area, battery type, breed, business model, "
        "capacity, category, channel, chemistry, class, coating, component, component type, configuration, "
        "connectivity, construction, consumer group, container type, crop, crop type, cuisine, customer, "
        "customer type, delivery mode, demographics, density, deployment, deployment mode, deployment model, "
        "deployment type, design, device, device type, diagnosis, disease, disease type, disease indication, "
        "distribution, "
        "distribution channel, dosage form, drive type, drug, drug class, drug type, duration, end use, end use "
        "industry, end use sector, end user, end user industry, enterprise size, equipment, equipment type, fiber "
        "type, field, fibre, fibre type, client, client type, fiber, fit, fitting, flavor, flavour, food "
        "type, form, form factor, format, formulation, "
        "frequency, fuel, fuel type, function, functionality, gender, generation, grade, "
        "hardware, indication, industry, industry vertical, ingredient, ingredient type, installation, "
        "insurance type, life stage, livestock, location, machine type, material, material type, mechanism, mobility, "
        "modality, mode, model, mode of operation, mounting, movement, nature, offering, operation, organization "
        "size, organisation size, origin, ownership, packaging, packaging type, pack size, patient, patient type, "
        "payload, payment mode, pet, pet type, phase, platform, policy type, position, power, power output, power "
        "rating, "
        "power source, price, price point, price range, price segment, process, process type, processing, product, "
        "product category, product form, product type, propulsion, propulsion type, protocol, provider, purity, "
        "range, rating, raw material, resin, robot type, room type, route, route of administration, sales channel, "
        "sector, service, service type, shape, site, size, skin type, software, solution, source, species, speed, "
        "stage, standard, storage, structure, style, subscription, surface, system, system type, technique, "
        "technology, tenure, test type, therapy, therapy type, thickness, tier, treatment, treatment type, type, "
        "type of product, usage, use, use case, user, user type, variety, vehicle, vehicle class, vehicle type, "
        "vertical, voltage, voltage range, volume class, weight, width, workload, "
        "region, regions, geography, country, product type, end use type, plan, coverage, course, course type, grade "
        "sub category, "
        "sub categories, level, length, diameter, colour, "
        "color, finish, scent, taste, buyer, buyer type, sales model, engine type, "
        "cell type, contract type, mount, mount type, head type, head movement, cut, species group, farm size, "
        "company size, level, learning mode, procedure, procedure type, specialty, tank type, vessel type, wavelength"
    ).split(", ")
)
"""What markets are split by."""

_KIND_OF = re.compile(
    r"(?!(?:a|an|each|any|same|one|other|this|that|which|some|what|all|new|every|no|of|in|on|and|or|the|main|key|"
    r"major)\b)"
    r"[a-z-]+ (?:(?!and\b|or\b|of\b)[a-z-]+ )?(?:type|size|channel|user|application|technology|material|grade|"
    r"class|mode|source)"
)
"""And of what else there are types, sizes and so on (`lock type`), as it is compared."""

GEOGRAPHY = frozenset(
    key(n)
    for n in (
        "Region",
        "Regions",
        "Regional",
        "Geography",
        "Geographies",
        "Geographic",
        "Geographical",
        "Geographic Region",
        "Key Region",
        "Key Regions",
        "Location",
        "Geographical Region",
        "Regional Analysis",
        "Geography Analysis",
    )
)
"""Namings of the one dimension of places."""

_COUNTRY = frozenset({"country", "countrie", "key country", "key countrie", "nation", "countries and region"})

_NEVER = re.compile(
    r"^(?:\d|an?\b|our\b|its\b|this\b|these\b|those\b|their\b|to\b|volume$|value$|revenue$|sales$|shares?$|market\b|"
    r"(?:where|what|who|how|why|when|tables?|figures?|charts?|exhibits?|slides?|chapters?|sections?|sources?:|"
    r"notes?|numbers?|report)\b|"
    r"companies|company|players?|vendors?|designation$|job (?:title|role)|respondents?\b|share\b|years?$|year\b|"
    r"author|research|experts?|analysts?|the (?:end|year))",
    re.IGNORECASE,
)
"""What follows "by" where nothing is split."""

_NOISE = re.compile(
    r"(?:"
    r"\s*[(\[][^()\[\]]*[)\]]|\s*[,:–-]\s*(?:\d{4}|forecast|in |revenue|value|market|(?:usd|us\$|inr|eur)\b).*|\s+\d{1,"
    r"4}|\s+(?:\d{4}\b.*)"
    r"|\s+(?:segment(?:s|ation)?|insights?|outlook|analysis|market|overview|estimates.*|trends.*)"
    r"|\sinto|,\s(?:(?:this|the) report )?covers?|\scan be (?:divided|split) into)+\s*$",
    re.IGNORECASE,
)
"""What stands after a dimension: brackets, years, `Insights`."""

_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:[\dIVX]+(?:\.\d+)*\.?\s+)?(?:the\s+)?(?:market\s+)?(?:segment(?:ed|ation|s)?\s+|split\s+|"
        r"breakup\s+)?(?:by|on the basis of|based on)\s+(?P<d>.+)$",
        r"\b(?:market|segmentation|segments?|break-?up|breakdown|split|forecasts?|size|share|analysis|revenue|demand|"
        r"volume|sales|classification|outlook|estimates)\b[^.?!]{0,80}?[\s,:-](?:by|based on|on the basis "
        r"of)\s+(?P<d>[^,]{2,45})(?:,.*)?$",
        r"^(?P<d>[^,:]{2,40}?)(?<!market)\s+(?:outlook|segments?|segmentation|scope)\s*\(.*\)$",
        r"^(?P<d>[^,:]{2,40}?)(?<!market)\s+(?:insights?|analysis)\s*\((?:revenue|volume|value|usd|us\$).*\)$",
        r"\bfor (?:the following|these|all) (?P<d>(?:geographic(?:al)? )?regions)(?: (?:and|&) countries)?$",
    )
)
_BY_WHOM = re.compile(
    r"\b(?:led|driven|followed|fuell?ed|supported|carried|held|helped|dominated|caused|offered|made|taken|lifted|posed|"
    r"pushed|backed|used|covered|offset|sold|hit|spurred|marked|shaped|propelled|boosted)\s(?:mainly\s|mostly\s|largely\s)?by\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before what somebody or something does, of which nothing is split."""

_CHAPTER = re.compile(
    r"\bmarket\s?[:–—-]\s(?P<d>[A-Za-z][\w /&-]{2,40}?)\s(?:(?:business|segment(?:al)?|revenue|trend|market|share|"
    r"movement) )*(?:estimates?|analysis|outlook|insights?)"
    r"\b[^.?!,:]{0,40}(?:,\s[\d&–\s-]+)?$",
    re.IGNORECASE,
)
"""A chapter on the parts of one dimension: `Widget Market: Type Estimates & Trend Analysis`."""

_KEY = re.compile(
    r"^(?:(?:key |market )?segments?|segmentations?|market segmentation|segments? (?:covered|analy[sz]ed|included|"
    r"scope)|"
    r"(?:covered|key) segments|segmental? coverage|report segmentation|segmentation (?:covered|scope))\s*:?$",
    re.IGNORECASE,
)
_PLACES_KEY = re.compile(
    r"^(?:(?:key |geographic(?:al)? )?regions?(?:\s?/\s?countries)?|geograph(?:y|ies)|regional|"
    r"geographic(?:al)?)(?:\s+(?:scope|covered|coverage|analy[sz]ed|"
    r"included|outlook|and countries covered|& countries covered))?\s*:?$",
    re.IGNORECASE,
)
_SPLITS = re.compile(
    r"\bsegmentation\b|\btaxonomy\b|\bsegments? (?:covered|overview|analy[sz]ed|studied|in the report)|"
    r"\b(?:splits?|segments|divides|segmented|divided)\b.*\b(?:by|market|into)\b|^(?:market )?segments$|"
    r"\bcategori[sz]ation\b|"
    r"\bmarket (?:break-?up|breakdown|classification|structure by)\b|\bkey (?:market )?segments\b|\bsegmental\b",
    re.IGNORECASE,
)
REGIONAL = re.compile(
    r"\b(?:regional|geograph(?:y|ic|ical))\b.*\b(?:outlook|insights?|analysis|overview|landscape|perspective|"
    r"segmentation|trends|"
    r"breakdown|coverage|scope)\b|^(?:regional|geograph(?:y|ic))\b|\bby (?:region|geography)\b|"
    r"\b(?:outlook|insights|analysis) by region\b|\bregions (?:and countries )?(?:covered|analy[sz]ed)\b",
    re.IGNORECASE,
)
"""A heading over paragraphs on one region each."""

_REGIONAL = {
    "regional": "Region",
    "geographic": "Geography",
    "geographical": "Geography",
    "regions": "Region",
    "geographies": "Geography",
    "geographic region": "Region",
    "key regions": "Region",
    "regional analysis": "Region",
    "key regions and countries": "Region",
    "key regions & countries": "Region",
    "regions and countries": "Region",
    "regions & countries": "Region",
    "region and country": "Region",
    "countries and regions": "Region",
    "region/country": "Region",
}


@lru_cache(maxsize=20_000)
def tidy(name: str) -> str:
    """A dimension as named, without what stands around it; empty where it is none."""
    plain = " ".join(name.strip(' .:;,-–*"“”').split())
    plain = re.sub(r"^(?:and\s+)?(?:the|by|its|each|global|and)\s+|\s*\([^()]*\)$", "", plain, flags=re.IGNORECASE)
    if key(plain) not in _KNOWN:
        plain = _NOISE.sub("", plain).strip(" .:;,-–") or plain
    plain = _studied(_REGIONAL.get(plain.lower(), plain))
    if (
        not plain
        or len(plain.split()) > 5
        or len(plain) > 45
        or (_NEVER.match(plain) and key(plain) not in _KNOWN)
        or re.search(r"[.?!|]|\b(?:market|companies|players|vendors|rivalry|competition)\b", plain, re.I)
    ):
        return ""
    return _cased(plain)


def _studied(plain: str) -> str:
    """What a key names of whose parts it says that they are studied: `Types Covered`."""
    found = _STUDIED.fullmatch(plain)
    one = re.sub(r"ie$", "y", re.sub(r"(?<=class)e$", "", found["d"])) if found else ""
    return one if one and is_known(one) and not (is_geography(one) or is_countries(one)) else plain


_STUDIED = re.compile(
    r"(?P<d>[A-Za-z][\w /&-]{2,40}?)s?\s(?:covered|included|analy[sz]ed|studied|considered)", re.IGNORECASE
)


def _cased(plain: str) -> str:
    """`process` and `VEHICLE TYPE` as `Process`, `Vehicle Type`; the rest as it stands."""
    if plain.islower() or (plain.isupper() and len(plain) > 4):
        return " ".join(w if w in {"of", "and", "or"} else w[:1].upper() + w[1:].lower() for w in plain.split())
    return plain[:1].upper() + plain[1:]


def is_known(name: str) -> bool:
    """Whether it is something markets are commonly split by."""
    plain = key(name)
    return plain in _KNOWN or plain in GEOGRAPHY or bool(_KIND_OF.fullmatch(plain))


_VAGUE = frozenset(
    "level position standard nature field site area plan movement fit cut design frequency range stage".split()
)


def is_vague(dimension: str) -> bool:
    """Whether it splits a market only where others stand beside it, as the word says much else (`Level`)."""
    return key(dimension) in _VAGUE


_BARE = frozenset(
    key(name)
    for name in (
        "type, product type, application, end user, end use, end use industry, distribution channel, sales "
        "channel, region, "
        "geography, industry vertical, deployment mode, deployment type, deployment model, organization size, "
        "enterprise "
        "size, age group, material type, vehicle type, power source, price range, route of administration, drug class, "
        "dosage form, service type, component type, packaging type, technology type, channel, technology, grade, form"
    ).split(", ")
)


def is_bare(name: str) -> bool:
    """Whether a line alone in a list names a dimension and can hardly name a segment."""
    return key(name) in _BARE


def is_head(line: str) -> bool:
    """Whether a line is nothing but a dimension whose name no segment has, so that a list begins below it."""
    named = key(line.strip(" :-–—"))
    return named in _BARE and named not in {"technology", "grade", "form", "channel"}


def is_geography(dimension: str) -> bool:
    """Whether the dimension is that of regions."""
    return key(dimension) in GEOGRAPHY


def is_countries(dimension: str) -> bool:
    """Whether the dimension is that of countries alone."""
    return key(dimension) in _COUNTRY


_VALUED = re.compile(r"by [^:,]{2,40}:\s[^:]*[,;]", re.IGNORECASE)
"""A line that says itself what it opens: `By Seal: metal, rubber`."""


def is_valued(line: str) -> bool:
    """Whether a line gives a dimension with its segments."""
    return bool(_VALUED.match(line))


_FOLLOWING = re.compile(
    r",?\s(?:the|this|our)\s[^,.;:]{0,80}?\b(?:is|are|was|has been|have been|can be)\s(?:further\s)?"
    r"(?:segmented|divided|categori[sz]ed|classified|split|bifurcated|studied|analy[sz]ed|sub-?divided)"
    r"(?:\s(?:as follows|as under|into(?: the following(?: \w+)?)?|below|as below))?\s?:?$",
    re.IGNORECASE,
)
"""Ends a line that opens a list: `Based on material, the market has been segmented as follows:`."""


@lru_cache(maxsize=20_000)
def lead(line: str) -> str:
    """The dimension a heading or item opens (`By Product`, `… Market, By Product, 2021 - 2031 (USD Million)`)."""
    plain = _FOLLOWING.sub("", line.strip()).rstrip(":;-– ")
    if (
        len(plain) > 160
        or (re.search(r"\([^()]*,[^()]*\)$", plain) and not re.search(r"\d", plain))
        or is_valued(plain)
        or re.match(r"(?:table|fig(?:ure)?\.?|chart|exhibit|graph)\s*\d", plain, re.IGNORECASE)
    ):
        return ""
    chapter = _CHAPTER.search(plain)
    if chapter and (is_known(tidy(chapter["d"])) or "trend analysis" in plain.lower()):
        return tidy(chapter["d"])
    for pattern in _LEADS:
        found = pattern.search(plain)
        if found and not _BY_WHOM.search(plain[: found.start("d")]):
            several = any(
                is_known(tidy(rest)) for rest in re.split(r",|\band\b", plain[found.end("d") :]) if rest.strip()
            )
            return "" if several else tidy(re.split(r":\s", found["d"])[0])
    return ""


def names_segments(line: str) -> bool:
    """Whether it is a key whose value names segments (`Segments Covered`)."""
    return bool(_KEY.match(line.strip()))


def names_places(line: str) -> bool:
    """Whether it is a key whose value names regions (`Regional scope`)."""
    return bool(_PLACES_KEY.match(line.strip()))


def splits(line: str) -> bool:
    """Whether a heading says that lists by dimension follow."""
    return bool(_SPLITS.search(line))


def is_regional(line: str) -> bool:
    """Whether a heading says that its parts are about regions."""
    return bool(REGIONAL.search(line)) and not is_region(line)
