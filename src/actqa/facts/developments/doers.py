"""Who did what news tells of: the company that acts, found by its name, its legal form or its verb."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actqa.facts.developments.events import AGENT, ANY_YEAR, DATES, DONE, VERB, date
from actqa.facts.lookup import Lookup
from actqa.facts.names import SUFFIX, company_key
from actqa.facts.players.lists import AUTHORITY
from actqa.facts.players.subjects import is_plain
from actqa.places import is_place

_NAME = re.compile(
    rf"(?:The\s+)?(?:[^\W_a-z][\w.’'&+/-]*|[a-z]+[A-Z]\w*|[^\W\d_A-Z]\w{{3,}}(?=\s{SUFFIX.pattern}))"
    r"(?:(?:,\s+(?=(?:Inc|Ltd|LLC|Co|Corp|LLP|S\.A|N\.V|B\.V|PLC|plc)\b))?(?:\s+(?:of|for|de|&|"
    r"the)(?=\s+[^\W_a-z]))*[,]?\s+(?:[^\W_a-z][\w.’'&+/-]*|&|plc\b))*(?:\sz\s?o\.?o\.?)?"
)
_NOT_NAMES = re.compile(
    r"^(?:The|A|An|In|On|It|Its|They|This|These|That|For|With|After|Following|Both|Several|Many|Meanwhile|However|"
    r"Also|According|"
    r"Between|Throughout|Until|Over|Under|Before|During|Within|Across|Through|Around|Amid|Despite|Once|We|You|He|She|There|Here|Two|Three|Four|Five|Last|Next|Since|From|By|To|At|As|When|While|Where|Another|Some|"
    r"Most|All|"
    r"Each|Every|Similarly|Earlier|Later|Recently|Additionally|Moreover|Today|Now|Then|Also|More|Such|"
    r"Researchers|Scientists|Companies|Analysts|Experts|Regulators|Market|Global|Governments?)$"
)
_LEDE = re.compile(
    r"^(?:[^,]{0,60}?-based|[a-z][\w ,-]{0,60}?(?:company|maker|manufacturer|giant|firm|startup|start-up|provider|"
    r"supplier|producer|specialist|leader|major))\s+(?=(?-i:[A-Z0-9]))|^(?:US|U\.S\.|UK)-based\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """The competitors that are known of."""

    called: Mapping[str, str]
    """What they are compared by → their name."""
    names: Lookup


NOBODY = Known({}, Lookup(()))


_NO_NAME = re.compile(r"\b(?:19|20)\d\d$|^(?:Between|Top|Format|Published|Pages?|Report ID)\b")
"""In what no company is called."""


def is_no_name(name: str) -> bool:
    """Whether it is a word that sentences begin with, or a date."""
    return bool(_NOT_NAMES.match(name) or not re.search(r"[^\W\d_]", name) or _is_date(name))


def proper_name(text: str, at: int) -> re.Match[str] | None:
    """The run of words with capitals that begins there."""
    return _NAME.match(text, at)


def acting(text: str, start: int, known: Known) -> str:
    """The company that a line of news begins with, whatever it did: one that is known, or has its legal form."""
    agent = AGENT.search(text, start)
    if agent:
        return first_name(agent["who"] or agent["whose"], known)
    source = _FROM.match(text, start)
    if source:
        return first_name(source["who"], known)
    lede = _LEDE.match(text[start:])
    found = _NAME.match(text, lede.end() + start if lede else start)
    name = first_name(found.group(), known) if found else ""
    end = found.end() if found else 0
    behind = start and (text[:start].rstrip().endswith((",", ":", "–", "—", "-")) or len(name.split()) > 1)
    proper = (behind or _HEADLINE.search(text)) and _ACTS.match(text, end)
    sure = company_key(name) in known.called or SUFFIX.search(name) or (proper and not is_place(name))
    return name if name and sure and not AUTHORITY.search(name) else ""


def headlined(text: str, start: int) -> str:
    """The company that a line set in capitals throughout begins with: `Acme Hose Launches a Coil (May 2024)`."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text[start:])
    capitals = sum(word[0].isupper() for word in words)
    verb = VERB.search(text.lower(), start) if capitals * 10 >= 7 * len(words) else None
    name = text[start : verb.start()].strip(" ,–—-") if verb else ""
    named = 0 < len(name.split()) < 6 and _NAME.fullmatch(name) and not is_no_name(name) and not is_place(name)
    return name if named and not all(map(is_plain, name.split())) and not AUTHORITY.search(name) else ""


_FROM = re.compile(r"From\s(?P<who>[A-Z][^,.;]{1,40}?)\s(?:comes?|came)\s")
"""Who brings something out: `From Acme come two lamps.`"""
_HEADLINE = re.compile(r"(?:[(\[]|\s[–—-]\s|,\s)[^()\[\]–—]{0,20}(?:19[89]|20[0-4])\d[)\]]?\.?$")
"""A line that ends with its date: `Acme buys Bolt (June 2023)`."""
_ACTS = re.compile(
    r"(?:,\s(?!and\b)[^,.;]{3,80},|\s\([^()]{1,60}\))?"
    r"\s(?:(?:has|had)\s)?(?:[a-z]{2,}(?:s|ed|t|n|k|d)|came|gave|made|drew|grew|chose|saw)\s"
)
"""A verb behind a name."""


def _own_clause(subject: str) -> str:
    """What stands before a verb, without a whole clause before that: `Acme looked to Spain, and Bolt`."""
    *before, last = re.split(r"[,;]\s(?:and|while|but|whereas)\s(?=[A-Z])", subject)
    return last if before and re.search(r"[A-Za-z.]\s[a-z]{3,}(?:ed|s|nt|ght|ld)\s", before[-1]) else subject


def who_did(text: str, start: int, verb: re.Match[str], known: Known) -> str:
    """The company that did it: who it was done by, the subject, or whom an authority's act is about."""
    agent = AGENT.search(text, start)
    if agent:
        return first_name(agent["who"] or agent["whose"], known)
    subject = _own_clause(text[start : verb.start()])
    done = DONE.search(text, start) if re.match(r"(?:an?|the|its|this|new|\d+)\s", subject, re.IGNORECASE) else None
    if done:
        return first_name(done["who"], known)
    if subject.strip(" ,").lower() == "it":
        other = first_name(text[verb.end() :], known)
        return "" if is_place(other) else other
    lede = _LEDE.match(subject)
    subject = subject[lede.end() :] if lede else subject
    if re.search(r"\bmarket\b", subject) and not SUFFIX.search(subject):
        return ""
    if AUTHORITY.search(first_name(subject, NOBODY)) or AUTHORITY.search(subject.strip()):
        whose = first_name(re.sub(r"^.*?\b(?:to|for|from|of|by)\s+(?=[A-Z])", "", text[verb.end() :]), known, bare=True)
        return "" if is_place(whose) else whose
    return first_name(subject, known)


_KEYED = re.compile(
    r"(?P<who>[^\W_a-z][^:–—;()]{1,50}?(?:\s\([^()\d]{2,30}\))?)(?:"
    r"(?:,\s(?:\d{1,2}\s)?[A-Z][a-z]+\.?\s(?:19|20)\d\d|\s\([^()]{0,20}(?:19|20)\d\d\))\s?(?::|\s[–—-])\s"
    r"|:\s(?=(?i:in|on|during)\s)|\s[–—-]\s(?=[^:;]*\W(?:19|20)\d\d\)?\.?$))"
)
"""The company that a line of news has for its key: `Acme (May 2024): …`, `Acme: In May 2024, …`, `Acme – Bolt, "
"May 2024`."""
_HEADED = re.compile(r"(?P<who>[^\W_a-z][^:–—;()]{1,50}?)\s?:\s+(?=\S)")
"""The same behind its date: `May 2024 – Acme: a new line`."""
_LED_IN = re.compile(
    r"(?:following|after|as part of|building on|having|with|ahead of|despite|in line with|in a bid to|in order "
    r"to|to)\s",
    re.I,
)
"""Opens a clause before the one that tells the event."""


def keyed_by(text: str, known: Known, start: int = 0) -> str:
    """The company that a line of news has for its key, perhaps behind its date; else empty."""
    found = _KEYED.match(text) or (_HEADED.match(text, start) if start else None)
    name = found["who"].strip() if found else ""
    words = re.findall(r"[^\W_][\w&+’'-]*", name)
    if not words or len(words) > 6 or VERB.search(name) or _is_date(name) or is_place(name) or ANY_YEAR.search(name):
        return ""
    sure = company_key(name) in known.called or SUFFIX.search(name)
    capital = sum(w[0].isupper() for w in words) * 2 >= len(words) and not all(map(is_plain, words))
    return re.sub(r"\s\([^()]*\)$", "", name) if sure or capital else ""


def behind_clause(text: str) -> int:
    """Where, behind a clause that leads in, the one begins that names who did it: `Following its float, Acme "
    "sold …`."""
    if not _LED_IN.match(text):
        return 0
    for comma in re.finditer(r",\s(?=[^\W\d_a-z])", text[:200]):
        verb = VERB.search(text, comma.end(), comma.end() + 90)
        if verb and "," not in text[comma.end() : verb.start()]:
            return comma.end()
    return 0


def first_name(stretch: str, known: Known, *, bare: bool = False) -> str:
    """The first name in it; of a longer run the competitor it holds."""
    for found in _NAME.finditer(stretch):
        name = _owner(re.sub(r"^(?:19|20)\d\d,\s", "", found[0].strip(" ,")), known)
        name = name if name.endswith((".", ")")) and SUFFIX.search(name) else name.strip(". ")
        if (
            _NOT_NAMES.match(name)
            or not re.search(r"[^\W\d_]", name)
            or _NO_NAME.search(name)
            or _is_date(name)
            or (all(map(is_plain, name.split())) and company_key(name) not in known.called and not SUFFIX.search(name))
            or re.match(r"(?:USD|INR|EUR|CAGR)\b", name)
        ):
            continue
        if bare and AUTHORITY.search(name):
            continue
        listed = [n for n in known.names.at(stretch, found.start()) if len(n) > len(name)]
        return max(listed, key=len, default=name if found.start() == 0 else known.called.get(company_key(name), name))
    return ""


def _is_date(name: str) -> bool:
    return any(pattern.match(name) for pattern in DATES) or bool(
        date(f"{name.split()[0]} 2000") and len(name.split()) == 1
    )


def _owner(name: str, known: Known) -> str:
    """Whose something is (`Acme's Widget`), unless it is the name of the company (`Land's End, Inc.`)."""
    name = re.sub(r"[’']s$", "", name)
    owner = re.split(r"[’']s ", name)[0]
    if company_key(name) in known.called or (SUFFIX.search(name) and not SUFFIX.search(owner)):
        return name
    return owner
