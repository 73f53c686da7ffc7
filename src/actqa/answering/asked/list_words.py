"""The words lists are asked for with. Another way to ask is a word here and a case in a test."""

import re

TOPICS = {
    "players": "player players company companies vendor vendors competitor competitors manufacturer manufacturers "
    "leader leaders firm firms participant participants supplier suppliers producer producers brand brands rival "
    "rivals provider providers competition maker makers incumbents competing competes compete businesses "
    "corporations houses organizations carriers operators developers contenders challengers",
    "regions": "region regions geography geographies country countries territory territories regional nations nation "
    "geographic geographical geographically continents areas",
    "drivers": "driver drivers driving drives drive tailwinds tailwind catalysts catalyst fueling fuels",
    "restraints": "restraint restraints restrains restraining barriers barrier headwinds headwind obstacles hurdles "
    "constraints inhibitors limitations restrictions brakes restrain hamper hampers hampering hinder hinders "
    "hindering "
    "impede impedes",
    "opportunities": "opportunity opportunities",
    "challenges": "challenge challenges threats risks disadvantages drawbacks downsides weaknesses cons negatives",
    "trends": "trend trends",
}
"""What lists are asked for → words that ask for it."""

TOPIC_OF = {word: topic for topic, listed in TOPICS.items() for word in listed.split()}

BESIDE = {"restraints": ("challenges",), "challenges": ("restraints",)}
"""What is given in place of a list that a report does not have, under its own name."""

PARTED = re.compile(r"\b(?:sub-?)?(?:segment|categor|dimension|split|broken|divid|classif|breakdown|group|kind|part)")
"""Asks for whatever the market is parted by, in lower case."""

COUNTRIES = frozenset("country countries nation nations".split())
"""Words for regions that ask for what the regions hold."""

NESTED = frozenset("geography geographies geographic geographical geographically territories countries".split())
"""Words for regions that ask for the regions with what they hold."""

PLAIN = frozenset(
    "details detail weigh weighs snapshot "
    "way ways means forces segment segments segmentation segmented sub-segment sub-segments "
    "subsegment subsegments category "
    "categories subcategory subcategories kind kinds group groups class classes sort sorts part parts breakdown "
    "bracket brackets slab slabs roster rundown lineup line-up "
    "split "
    "splits list names dimension dimensions section sections bucket buckets division divisions lines "
    "line range band bands options option different various distinct separate following important specific individual "
    "table tables contents content toc page pages chapter chapters production "
    "manufacturing making several active prominent notable sub market analysis scope coverage level field "
    "tiers".split()
)
"""Words for any list: they choose none."""

WEAK = frozenset("type types mode modes form forms product products model models size sizes".split())
"""Words that name a dimension, or, next to one that does, any list: `end user types`."""

ALIKE = (
    "enduser customer buyer user client consumer vertical industry sector audience setting",
    "channel distribution outlet retail store route sale shop selling retailer",
    "application use usage purpose usecase function industry sector vertical indication therapy disease",
    "product type kind variety form offering item",
    "technology technique method process tech platform",
    "material ingredient feedstock input composition source raw polymer resin substance",
    "deployment hosting installation",
    "organization enterprise company firm",
    "flavor taste",
    "component offering solution element",
    "price pricing cost",
    "grade quality purity score",
    "capacity rating size power wattage output",
    "payload weight load",
    "age generation patient demographic",
)
"""Words, in the singular, that name the same dimension in different reports."""

NOT_LISTED = frozenset(
    "sale sales sold buy buys bought look looks looked use used uses analyzed analysed analyze studied treat treated "
    "distinguish distinguishes distinguished discuss discussed examine examined consider considered include includes "
    "included divide divided broken break breaks cut cuts classify classified profile profiles profiled feature "
    "features track tracked tracks study sit sits exist exists mention mentions outline outlined detail detailed "
    "serve serves served available provided given stated offer offered offers present presented "
    "identify identified identifies highlight "
    "highlighted assess assessed analyse recognize recognized play plays sells earns".split()
)
"""Verbs and such around what is asked for."""

HAPPENED = re.compile(
    r"\b(?:recent|latest|newest|new) (?:\w+ )?(?:developments?|deals?|news|launch(?:es)?|moves?|events?|"
    r"activit(?:y|ies)|acquisitions?|mergers?|partnerships?|collaborations?|announcements?|happenings|updates?|m&a|"
    r"initiatives)\b|"
    r"\b(?:key|major|strategic|industry|company|corporate|any) (?:developments?|deals?|acquisitions?|mergers?|"
    r"partnerships?|joint ventures?|tie-?ups?|alliances?|takeovers?|launch(?:es)?|news|m&a|(?:plant |site |"
    r"factory )?closures?|"
    r"shutdowns?|bankruptc(?:y|ies)|insolvenc(?:y|ies)|funding(?: rounds?)?|approvals?|expansions|(?:new )?(?:plants|"
    r"factories|product launches|products launched))\b(?! (?:cost|time|rate|process))|\b(?:developments|"
    r"acquisitions|mergers|deals|partnerships|collaborations|"
    r"joint ventures|launches|takeovers|announcements|m&a)\b|"
    r"\bwhat(?:'s|’s| is| was| has| has been)? (?:happened|happening|new|been happening|going on)\b|"
    r"\bsince (?:19|20)\d\d,? what(?: has| have)? changed\b|\bwhat(?: has| have)? changed since (?:19|20)\d\d\b|"
    r"\bwhat(?: has| have)? changed in (?:19|20)\d\d\b|\banything new\b|\bnews\b|"
    r"\bwhat (?:has|have|did) .{2,60}\b(?:done|been (?:doing|up to)|announced?|launched?|acquired?|do|been)\b"
    r"(?: (?:lately|recently|of late|in (?:19|20)\d\d|last year|this year|so far))?\W*$|"
    r"\b(?:which|what) (?:compan\w+|firms?|players?|vendors?|manufacturers?|producers?|makers?|brands?) "
    r"(?:have |has |had )?(?:recently )?(?:announced|launched|acquired|bought|merged|partnered|expanded|opened|"
    r"introduced)\b|"
    r"\bwho (?:bought|acquired|merged|took over(?! (?:at|as|from)\b)|partnered)\b"
)
"""Asks for what happened, in lower case."""

WHO = re.compile(
    r"(?!.*\bmost\b)(?:and |so )?who (?:else )?(?:makes?|sells?|manufactures?|produces?|supplies|supply|builds?|"
    r"competes?|compete|"
    r"operates?|provides?|offers?|plays|(?:is|are|was|were) (?:being |also |all )?(?:profiled|listed|"
    r"named|covered|mentioned|"
    r"featured|included)|is (?:active|in (?:this|the) (?:market|business))|are active)\b"
)
"""Asks for players without a word for them, in lower case."""

WHO_LEAD = re.compile(
    r"(?:and |so )?(?:which|what) ([\w-]+s) (?:lead|dominate|head|top|are (?:leading|ahead|on top))\b"
)
"""Asks for the leading ones, in lower case."""

LISTING = re.compile(
    r"(?:(?:can|could|would|will) you |please |i (?:need|want|would like) |(?:is|are) there |do you have |"
    r"does it have |get me |show me |give me )+(?:a |an |the |any |all )*(?:full |complete |short )?"
    r"(?:list|names?|enumerat\w+|breakdown|overview|break down)\b"
)
"""Asks for a list politely, in lower case."""

SPLIT = re.compile(
    r"(?:and |so )?how (?:is|was|has|does|do) (?:the |this |it |they )?(?:[\w-]+ ){0,5}?(?:segment|split|divide|"
    r"broken down|break down|classif|categori[sz])\w*"
)
"""Asks for dimensions, in lower case."""

HOLDS_BACK = re.compile(
    r"(?:which|what)(?:'s|’s)? (?:is |are |could |may |might |would |will |factors? |things? |are the factors )*"
    r"(?:hold|slow|limit|restrain|hamper|hinder|imped|block|curb|constrain|check)\w* (?:back |down )?"
    r"(?P<what>(?:the |this |its )?(?:[\w-]+ ){0,3}?(?:market|growth|demand|adoption|industry|expansion|sales|it|"
    r"business|[\w-]+)(?:'s|’s)?)(?: growth)?"
    r"(?: back| down)?(?:,? (?:factors?|reasons?|restraints?|pls|please))?\W*$"
)
"""Asks for restraints, in lower case."""

COUNTED = re.compile(
    r"(?:and |so )?(?:how many|number of) (?:[\w/&'-]+ ){1,4}?(?:is|are|does|do|did|was|were)\b.*\b(?:split|"
    r"segment\w*|divid\w*|broken|break|cover\w*|named?|list\w*|distinguish\w*|profil\w*|consider\w*|look\w*|analy\w+|"
    r"featur\w*|includ\w*|"
    r"mention\w*|identif\w*|there)\b"
)
"""Asks how long a list is, in lower case."""

ANY_EVENT = re.compile(r"\b(?:news|new in|deals?|developments?|moves?|events?|happen\w*|updates?|activit(?:y|ies))\b")
"""Asks for events of every sort."""

EVENTS = {
    "acquisitions": r"acqui|\bbuy|bought|purchas|took over|takeover|take over|merge|m&a\b",
    "launches": r"launch|introduc|brought out|bring out|unveil|releas|roll(?:ed|s)? out|debut|new product|\badded\b",
    "partnerships": r"partner|joint venture|collaborat|alliance|teamed|tie-up|agreement|together with|\bpact\b",
    "expansions": r"expan|opened|new (?:plant|factory|facility|site)|double|commission|capacity|investment|invested",
    "approvals": r"approv|clearance|authori[sz]|cleared",
    "closures": r"\bclos(?:e[sd]?|ing|ures?)\b|\bshut|wound up|withdrew|withdraw|insolven|bankrupt|discontinu|\bquit\b|"
    r"\bexit(?:s|ed)?\b|gave up|stopped",
    "funding": r"\brais(?:e[sd]?|ing)\b|funding|\bstakes?\b|\bipos?\b|listed on|investors?\b",
}
"""Sorts of what happens → how a question or a report says so, in lower case."""

HAPPENINGS = frozenset("develop news move deal launch acquisit event announc".split())
"""Stems of a title over what happened."""

TITLES = re.compile(
    r"(?:\b(?:analysis|segmentation|landscape|profiles?|overview|dynamics|forces|drivers|restraints|opportunities|"
    r"challenges|trends|methodology|introduction|outlook|appendix|summary|insights)|\bby [\w\s/-]+)\W*(?:,.*)?$",
    re.IGNORECASE,
)
"""Items of a table of contents under which others stand."""

COUNT_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(count: int) -> str:
    """A count up to 99 in words; no number of the report, so it does not stand in digits."""
    if count < len(COUNT_WORDS):
        return COUNT_WORDS[count]
    tens, ones = divmod(count, 10)
    return TENS[tens] + (f"-{COUNT_WORDS[ones]}" if ones else "") if tens < 10 else "over ninety-nine"


_END_USE = re.compile(r"\bend[- ]?(?:users?|uses?|usages?|customers?|consumers?)\b")


def united(text: str) -> str:
    """In lower case, `end user` and what else it is called as one word."""
    return _END_USE.sub("enduser", " ".join(text.lower().split()))
