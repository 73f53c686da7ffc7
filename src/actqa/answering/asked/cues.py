"""What kinds of answer there are to questions for words: how each is asked for, and how a sentence gives it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from actqa.answering.asked import vocabulary

Subject = Literal["drivers", "restraints", "opportunities", "challenges"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of answer."""

    asked: re.Pattern[str]
    """How the question asks for it, in lower case."""
    said: re.Pattern[str]
    """How a sentence gives it."""
    dynamics: tuple[Subject, ...] = ()
    """Lists of the report's facts that give it."""
    needed: bool = False
    """Whether what does not say it is no answer."""
    weight: float = 1.0


def _cue(asked: str, said: str, *dynamics: Subject, needed: bool = False, weight: float = 1.0) -> Cue:
    whole = re.compile(rf"(?<![\w-])(?:{asked})(?![\w-])")
    return Cue(whole, re.compile(rf"(?<![\w-])(?:{said})", re.IGNORECASE), dynamics, needed, weight)


MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)

_PLACED = {
    at: rf"{word}[- ](?:largest|biggest|leading|fastest|most|highest|place|ranked|strongest)|(?:comes?|came|ranks?|"
    rf"ranked|is|"
    rf"are|in|was|were) (?:the )?{word}(?! of)|(?:number|no\.) {number}"
    for at, word, number in ((3, "third", "three"), (4, "fourth", "four"), (5, "fifth", "five"))
}
"""How a sentence gives that rank."""

CUES = {
    "reason": _cue(
        r"why|how come|how so|reasons?|what (?:explains|causes|caused|makes|made)|for what reason|because of what|"
        r"what (?:is|was|are) behind|what (?:drives|drove|led|keeps)|due to what|owing to what",
        r"because|since|due to|owing to|thanks to|as a result|results? (?:of|from|in)|reasons?|therefore|hence|thus|"
        r"so that|attribut\w+|on the (?:back|strength) of|driven by|drives?|owes?|led by|supported by|fuel\w+ by|"
        r"stem\w* from|helped by|explain\w*|means that|that is why|which is why|for (?:that|this) reason|"
        r"so (?=\w+ \w+)|"
        r"as (?!well|much|many|of|a whole|such)(?=\w+ \w+ \w+)|in order to|requir\w+|need for|given (?=\w+ \w+)|"
        r"contribut\w+|comes? (?:\w+ )?from|lets?|allow\w*|mak(?:es?|ing) it|keeps? ",
        weight=1.5,
    ),
    "hindrance": _cue(
        r"challeng\w+|restrain\w*|headwinds?|barriers?|obstacles?|hurdles?|hold\w*(?= (?:\w+ ){0,3}back)|"
        r"(?<=hold )back|(?<=holds )back|(?<=holding )back|problems?|issues?|"
        r"risks?|threat\w*|drawbacks?|downsides?|disadvantages?|worr\w+|concerns?|hamper\w*|hinder\w*|limit\w*|"
        r"curb\w*|slow(?!est)\w*|constrain\w*|hurt\w*|weak\w*|trouble\w*|wrong|pain points?|bottlenecks?|upset|catch|"
        r"stands? in the way|speaks? against|difficult\w*|inhibit\w*|dangers?|hazards?|stop(?:s|ping)?",
        r"challeng\w+|restrain\w*|headwind|barrier|obstacle|hurdle|(?:hold|held|holds|holding) (?:\w+ ){0,3}back|"
        r"problem|burdens?\b(?! of)|(?:the )?catch\b|weigh(?:s|ed|ing)? on|heaviest|worst|"
        r"risk|threat|drawback|downside|worr\w+|concern|hamper|hinder|limit(?:s|ed|ing)?\b|curb|slow|constrain|hurt|"
        r"weak|"
        r"high (?:cost|price|start|initial|capital|up-?front)\w*|costly|expensive|lack\w*|shortages?|scarc\w+|too few|"
        r"too (?:much|high|little)|sore|bottleneck|against this|speaks against|however|but |although|harder?\b|"
        r"difficult|complex|impede|inhibit|danger|hazard|stringent|volatil\w+|uncertain\w*|counterfeit\w*|poor",
        "restraints",
        "challenges",
    ),
    "driver": _cue(
        r"driv\w+|fuel\w*|boost\w*|tailwinds?|propel\w*|push\w*|pull\w*|lift\w*|spur\w*|supports?|behind the|"
        r"catalysts?|helps? (?:the )?(?:market|demand|growth|sales)",
        r"driv\w+|fuel\w*|boost\w*|tailwind|propel\w*|push\w*|pull\w*|lift\w*|spur\w*|support\w*|demand comes|rais\w+|"
        r"rising|increasing|growing|more |wider|help\w*|behind the",
        "drivers",
    ),
    "chance": _cue(r"opportunit\w+|prospects?|potential", r"opportunit\w+|open\w*|potential|prospect", "opportunities"),
    "leader": _cue(
        r"(?:has|have|had|with|holds?|uses?|buys?|runs?|takes?|gets?|makes?|sells?) (?:by far )?(?:the )?most|"
        r"leads?|leading|leaders?|leadership|dominat\w+|ahead|number one|first place|in front|on top|strongest|"
        r"(?:largest|biggest|main|top|most important|highest|major)(?= (?:\w+ )?(?:regions?|countr\w+|markets?|"
        r"segments?|"
        r"players?|compan\w+|firms?|vendors?|brands?|makers?|producers?|manufacturers?|suppliers?|users?|applications?|"
        r"types?|products?|channels?|shares?|crops?|uses?|customers?|buyers?|categor\w+|part|one|in)\b)|largest|"
        r"biggest",
        r"leads?\b(?! to)|led\b(?! by| to)|"
        r"leading(?! to)|leader|dominat\w+|largest|biggest|main |top |ahead|first place|in front|on top|owes|"
        r"comes? first|came first|ranks? first|account\w* for (?:the|over|more|nearly|about)|held the|holds? the|"
        r"highest(?! (?:(?:compound|annual|revenue|market) )*(?:cagr|growth|rate|pace))|lion|majority|"
        r"number one|most of",
    ),
    "second": _cue(
        rf"{vocabulary.SECOND.pattern}",
        r"second(?!-?hand| half)|2nd\b|runners?-up|number two|next (?=comes?\b|is\b|are\b|largest|biggest|in line)|"
        r"(?:comes?|ranks?|is|are) next|follow(?:s|ed|ing)?\b|behind (?:it|them|that)|then comes?|"
        r"after (?:it|them) comes?",
        needed=True,
        weight=2.0,
    ),
    **{
        f"place {at}": _cue(asking.pattern, _PLACED[at], needed=True, weight=2.0)
        for at, asking in vocabulary.NTH.items()
    },
    "smallest": _cue(
        r"smallest|lowest (?:share|sales|revenues?|demand|volumes?)|least(?! \d)|tiniest",
        r"smallest|lowest|least\b|tiniest|last\b|(?:comes?|ranks?) last",
        needed=True,
        weight=2.0,
    ),
    "slowest": _cue(
        r"slowest|lowest (?:cagr|growth|rate)|grow\w* (?:the )?(?:least|slowest)",
        r"slowest|lowest|least\b|most slowly",
        needed=True,
        weight=2.0,
    ),
    "fastest": _cue(
        r"fastest|quickest|most rapid\w*|highest (?:growth|cagr|rate)|grow\w* (?:so |too )?(?:fast|quick\w*|rapid\w*)|"
        r"(?:grow|gain|expand|climb|ris)\w* (?:the )?most|most (?:growth|dynamic)",
        r"fast\w*|quick\w*|rapid\w*|highest|surg(?:e|es|ed|ing)\b|livel\w+",
    ),
    "concentration": _cue(
        r"concentrated|concentration|consolidat\w+|fragment\w+|competitive|competition|crowded|monopol\w+|"
        r"oligopol\w+|rivalry",
        r"(?:market )?concentrat\w+|consolidat\w+|fragment\w+|competiti(?:on|ve)|rival\w*|top (?:two|three|four|five|"
        r"ten)|"
        r"few (?:large|big|players|firms|companies)|dominated by",
        needed=True,
    ),
    "time": _cue(
        r"when(?:'s|’s| (?:did|was|were|will|has|have|had|exactly)|\W*$)|when (?=(?:is|are) .*\b(?:due|expected|"
        r"planned|ready|coming|to be|start\w*|open\w*)\b)|(?:what|which) (?:year|date|month|day)|since when|"
        r"how long ago",
        rf"(?:{MONTH} )?(?:19|20)\d\d|in {MONTH}\b",
        needed=True,
    ),
    "excluded": _cue(
        r"left out|leaves? out|exclud\w+|omit\w*|not (?:included|covered|counted|part)|outside (?:of )?(?:the )?scope|"
        r"(?:does|do|did) (?:the|this|these|it|its) (?:[\w-]+ )?(?:include|cover|count|contain)|part of (?:the|this) "
        r"(?:study|report|scope|figures?|numbers?|count)|(?:included|covered|counted)(?= in\b|\W*$)",
        r"left out|leaves? out|exclud\w+|omit\w*|not (?:included|covered|counted|part)|outside|are left|without|"
        r"includ\w+|contain\w*|count(?:s|ed)?\b|covers?\b",
    ),
    "condition": _cue(
        r"when (?=(?:is|are|do|does|should|would|can|must)\b)|under (?:what|which) (?:condition|circumstance)s?|"
        r"in (?:what|which) cases?|how soon",
        r"when(?:ever)?\b|where |if |once |as soon as|unless|until|as long as|provided|in cases?|only |after ",
    ),
    "effect": _cue(
        r"effects?|affect\w*|impact\w*|influence\w*|what happen\w*|dent\w*|consequences?|implications?|"
        r"change\w*|hit|help or hurt|mean for",
        r"effect|affect|impact|influence|hurt|hit|cut|fell|lost|los[es]+\b|rais\w+|lift\w*|reduc\w+|increas\w+|because|"
        r"led to|caus\w+|result\w*|shift\w*|turn\w*|brought|so (?=\w+ \w+)|disrupt\w*|recover\w*|delay\w*|"
        r"accelerat\w*|slow\w*|push\w*|add\w*",
    ),
    "benefit": _cue(
        r"benefits?|advantages?|pros|good for|strengths?|use of|why use|help\w*",
        r"benefit|advantage|improv\w+|reduc\w+|sav\w+|enabl\w+|offer\w*|allow\w*|lets?\b|help\w*|easier|faster|cheaper|"
        r"better|lower\w*|higher|provid\w+|needs? (?:no|neither|less|fewer)|so that|without|no longer|fewer|cuts?\b|"
        r"spar(?:es?|ing)|keeps? (?:\w+ ){0,4}(?:low|down|fresh|clean|safe)|twice as|times as",
    ),
    "manner": _cue(
        r"how (?:is|are|was|were|do|does|did|can|has|have)",
        r"by \w+ing|through|process|method|made|using|use[sd]?\b|via|in which|with |based on|work\w*|from",
    ),
}
"""Kind of answer → its cue; a question may ask for several."""


REASON = CUES["reason"]
FASTEST = CUES["fastest"]
SLOWEST = CUES["slowest"]
RANKS = (
    *(CUES[named] for named in ("leader", "fastest", "second")),
    *(
        NEEDED_RANKS := tuple(
            CUES[named] for named in ("smallest", "slowest", *(f"place {at}" for at in vocabulary.NTH))
        )
    ),
)

_FIRST = r"(?:fastest|quickest|slowest|largest|biggest|smallest|leading|dominant|top|main|strongest)[ -](?:growing )?"
_AMONG = {
    "place": r"region|country|geography|state|continent|place|nation",
    "player": r"company|player|vendor|firm|brand|maker|manufacturer|supplier|provider",
    "segment": r"segment|application|end[- ]use(?:r)?|type|product|technology|channel",
}
_BUYERS = (
    r"(?:who|which|what) (?:is |are )?(?:the )?(?:biggest|largest|main|top|leading) "
    r"(?:buyer|user|customer|consumer)s?\b"
)
_RANKED = {"buyer": _BUYERS} | {
    kind: rf"(?:which|what) (?:[\w-]+ )?(?:{nouns})\b|\b{_FIRST}(?:[\w-]+ )?(?:{nouns})\b"
    for kind, nouns in _AMONG.items()
}
_RANKED["player"] += rf"|who (?:is|are) the (?:\w+ ){{0,3}}(?:{_AMONG['player']}|producer)s?\b"


@lru_cache(maxsize=512)
def ranked(question: str) -> str:
    """Among what a leader is asked for: places, players or segments; empty where the question names no kind."""
    lower = question.lower()
    return next((kind for kind, asked in _RANKED.items() if re.search(asked, lower)), "")


def ranked_words(question: str) -> str:
    """The words by which it names the kind, and what that does: `which segment … grows`; empty where none is named."""
    lower = question.lower()
    found = (re.search(asked, lower) for asked in _RANKED.values())
    named = next((match.group() for match in found if match), "")
    return f"{named} {' '.join(_GROWS.findall(lower))}" if named else ""


_GROWS = re.compile(r"\b(?:grow|expand|develop|ris)(?:s|es|ing|th)?\b")


@lru_cache(maxsize=512)
def cues_of(question: str) -> tuple[Cue, ...]:
    """The kinds of answer that a question asks for."""
    lower = question.lower()
    found = tuple(cue for cue in CUES.values() if cue.asked.search(lower))
    return tuple(cue for cue in found if cue not in NEEDED_RANKS) if REASON in found else found


_DEFINED = re.compile(
    r"(?:what(?:'s|’s| is| are)(?: meant by)?|define|definition of|meaning of|explain|describe) (?:an? |the |term )?"
    r"(?P<thing>[\w& /-]+?)(?: mean)?\W*$"
    r"|what do(?:es)? (?:an? |the )?(?P<thing2>[\w& /-]+?) (?:mean|do|stand for)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def defined(question: str) -> str:
    """The thing that is to be defined, or empty."""
    found = _DEFINED.match(question.strip())
    return (found["thing"] or found["thing2"]).strip() if found else ""


_PREDICATES = (
    "is|are|refers?|means?|entails?|involves?|denotes?|consists?|describes?|comprises?|finds?|cuts?|scores?|charges?|"
    "uses?|turns?|works?|allows?|enables?|helps?|takes?|keeps?|makes?|gives?|adds?|can be"
)
_NOT_DEFINING = (
    r"(?:the |a |an |now |also |still |by far )*(?:top|largest|biggest|leading|dominant|main|fastest|second|first|"
    r"expected|"
    r"projected|estimated|anticipated|forecast|valued|set|likely|poised|put|pegged|highest|smallest)\b"
)


@lru_cache(maxsize=512)
def _defining(thing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    bare = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", re.sub(r"(?:es|s)$", "", thing))))
    opening = re.compile(
        rf"^\W*(?:an? |the |in \w+, )?(?:[\w-]+ ){{0,4}}?\(?{bare}\w*\)?(?: \w+){{0,2}}(?:,? \([^)]*\))?"
        rf"(?:,? (?:{_PREDICATES})\b(?! (?:{_NOT_DEFINING}))|, (?:a|an|the|which|in which|also)\b|:)",
        re.IGNORECASE,
    )
    inside = re.compile(
        rf"\b{bare}\w*(?: \([^)]*\))?(?:, (?:an?|which|in which|where|that is|i\.e\.)\b| (?:is an?|are|means?|"
        rf"refers? to)\b)",
        re.IGNORECASE,
    )
    return opening, inside


def defines(thing: str, sentence: str) -> float:
    """1 where the sentence begins by saying what the thing is or does, less where it says so in passing."""
    if not thing:
        return 0.0
    opening, inside = _defining(thing)
    return 1.0 if opening.match(sentence) else 0.6 if inside.search(sentence) else 0.0
