"""The words by which a bare line is known for a heading, a table's head, or a list's lead-in."""

import re

HEADING_WORDS = frozenset(
    "related reports "
    "abstract abbreviations acknowledgements analysis analyst appendix applications application approach "
    "assumptions background barriers benefits breakdown breakup challenges characteristics companies company "
    "competition competitive competitors concentration conclusion contents coverage customization customers "
    "definition definitions deliverables description developments development disclaimer drivers driver dynamics "
    "environment estimates executive faq faqs figures findings forces forecast forecasts framework future "
    "geography geographic growth highlights history impact industry innovation insights introduction investment "
    "key landscape launches leaders leading limitations manufacturers market markets matrix methodology metrics "
    "momentum movers news objectives opportunities opportunity outlook overview participants performance "
    "perspective pest pestle players policy porter's pricing problem products profile profiles prospects "
    "questions recent recommendations references region regional regions report restraints restraint risks "
    "scenario scope section segment segmental segmentation segments share shares size snapshot sources "
    "stakeholders statistics strategies strategy structure summary supply swot table tables takeaways taxonomy "
    "technology threats timeline toc trends trend type types updates value vendors view views volume".split()
)
"""Nouns and adjectives that head a part of a report."""

LIST_LEADS = re.compile(
    r"^(?:by|list of|top|key|major|leading|prominent|selected|(?:market )?(?:breakup |segmentation )?by)\s"
    r"|^(?:companies|players|vendors|manufacturers)\s(?:in|of|dominating|mentioned|covered|profiled|featured|included|"
    r"operating|active)\b|^(?:company|vendor) profiles?$|^(?:market|industry) (?:players|participants|leaders)$",
    re.IGNORECASE,
)
"""Openings of a line that heads a list."""

TABLE_HEADS = frozenset(
    "aspect aspects attribute attributes category coverage covered description detail details feature features field "
    "indicator information item items metric metrics parameter parameters particulars scope specification unit units "
    "value values".split()
)
"""What the head of a scope table is made of: `Report Attribute | Details`."""

SMALL_WORDS = frozenset(
    "a an and as at by for from in into its of on onto or over per s the to up via vs with within".split()
)
"""Words that title case leaves small."""

_COVERED = r"(?:covered|considered|included|analy[sz]ed|profiled|mentioned|studied|provided)"
_IN_YEAR = r"(?:in|by|for|as of) (?:the )?(?:year )?(?:19|20)\d\d"
_SCOPE_KEYS = (
    r"(?:estimated |projected |expected |global )?(?:market |revenue )?(?:size|value|revenue|volume)(?: value)?"
    rf"(?: forecast| projection| estimate)?,? {_IN_YEAR}",
    rf"(?:revenue|value|market|size) forecasts? {_IN_YEAR}",
    r"(?:base|forecast|estimated|start|end) year market size",
    r"(?:market )?growth rate(?: from (?:19|20)\d\d (?:to|-) (?:19|20)\d\d)?",
    r"cagr(?: \((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\))?",
    rf"base year(?: for (?:estimation|estimates)| {_COVERED})?",
    r"estimated year",
    r"study period",
    rf"(?:forecast|historical?|historic) (?:data|periods?|years?)(?: {_COVERED})?",
    rf"(?:market )?segments? {_COVERED}",
    r"(?:regional|country|region|geographic(?:al)?) scope",
    rf"(?:regions?|countr(?:y|ies)|geograph(?:y|ies)) {_COVERED}",
    rf"(?:key |leading |major |top )?(?:companies|players|vendors) {_COVERED}",
    r"key (?:market )?players",
    r"(?:largest|fastest[- ]growing|dominating|dominant|leading) (?:market|region|country|segment)",
    r"report coverage",
    r"quantitative units",
    r"market concentration",
    r"customi[sz]ation scope",
    r"(?:no\.|number) of pages",
)
SCOPE_KEY = re.compile(
    rf"\b(?P<key>{'|'.join(_SCOPE_KEYS)})"
    r"[ \t]+(?=[^\s:|–—-])(?!(?:is|are|was|were|has|have|will|in|of|for|by|to|and)\b)",
    re.IGNORECASE,
)
"""A key of a scope table with its value right behind it, in a table that has lost its columns."""

PROMOTION = re.compile(
    r"free (?:sample|pdf|customi[sz]ation|copy)|sample (?:pdf|copy|report|pages)|pdf brochure|https?://|www\."
    r"|\b(?:inquir[ey]|enquir[ey]|buy now|request (?:a |the )?(?:free|brochure|discount|customi[sz]ation))\b"
    r"|\b(?:speak to|ask) (?:an |our )?(?:analyst|expert)|\bpurchase (?:full|the|this)|\bread more about|\bclick here"
    r"|\bdownload (?:free|sample|pdf|now)",
    re.IGNORECASE,
)
"""What sells the report rather than reports."""

ENTRY = re.compile(
    r"^(?:table|fig(?:ure)?\.?|chart|exhibit|graph|annexure)\s*:?\s*\d|^\d{1,2}\s+\D"
    r"|^.{1,150}\S\s\.{3,}\s*\d{1,4}$|^.{1,150}[A-Za-z)]\s+\d{1,3}$",
    re.IGNORECASE,
)
"""An entry of a list of contents, tables or figures: numbered before, or by its page after."""
