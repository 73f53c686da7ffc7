"""What is no question about reports in English, and how that is said."""

import re
from unicodedata import name as name_of

IN_ENGLISH = "Please ask in English: the reports are read, and answered from, in English only."
NOT_MINE = "I only answer questions about the indexed reports, from what they say."

OPENERS = frozenset(
    "what what's whats which who who's whom whose when where why how how's list name give tell show find explain "
    "describe compare does do did are can could should would will the please and".split()
)
"""First words that make a question English whatever names follow."""

ENGLISH = frozenset(
    "the of what which who how why when where does did do are and to for with by from give list show tell would will "
    "has have market size share growth rate revenue key players company companies segment region forecast".split()
)

FOREIGN = {
    "German": "der die das ist sind wie was wer wo warum wieso welche welcher welches groß grösste größte und für "
    "von dem "
    "den des ein eine einer im auf nicht wird wurde hat haben gibt zum zur bis nach marktes",
    "French": "le la les des du est sont quel quelle quels quelles qui que quoi où comment pourquoi combien dans "
    "pour sur "
    "une un et au aux par avec plus marché c'est qu'est-ce cette ce d'ici",
    "Spanish": "el los las del es son cuál cual cuáles qué que quién quiénes quien cómo como cuándo cuánto cuántos "
    "por para "
    "una un en de la y con más mercado tamaño está porqué dónde",
    "Portuguese": "o os as do da dos das é são qual quais que quem como quando quanto por para uma um em no na e com "
    "mais "
    "mercado tamanho porque onde",
    "Italian": "il lo gli della dello dei delle di è sono quale quali che chi come quando quanto perché per una un "
    "nel nella "
    "e con più mercato dimensione dove qual",
    "Dutch": "het een van wat wie hoe waarom welke wanneer zijn en voor met op de markt grootte groot waar hoeveel "
    "worden",
    "Swedish": "och är vad vem hur varför vilken vilka när för med på det den en ett av stor marknaden hvad hvem "
    "hvor og er "
    "hvorfor til hva",
    "Polish": "jaki jaka jakie jest są kto dlaczego kiedy gdzie ile w na do z dla rynku rynek wielkość czy",
    "Turkish": "nedir ne kim neden nasıl hangi kaç ve bir için ile bu pazar pazarı büyüklüğü mi",
    "Indonesian": "apa siapa berapa mengapa bagaimana kapan mana yang dan di dari untuk adalah pasar ukuran",
}
"""Language → words that its questions are made of."""

_LISTS = {language: frozenset(listed.split()) for language, listed in FOREIGN.items()}
FOREIGN_LETTERS = 0.3
"""Part of the letters in another script from which the question is in another language."""

_CHORE = re.compile(
    r"(?:hey |hi |hello |please |pls |now )*(?:(?:can|could|would|will) you )?(?:please )?"
    r"(?:(?:write|compose|draft|make up|sing|recite|generate|create|draw|paint|tell|give)\b.{0,30}?\b(?:poem|song|"
    r"joke|story|"
    r"essay|haiku|limerick|rap|novel|letter|e-?mail|tweet|code|program|script|function|picture|image|recipe|lyrics)s?\b"
    r"|translate\b|sing\b|play\b|(?:book|order|buy) me\b|remind me\b)"
    r"|(?:ignore|forget|disregard) (?:all |any )?(?:the |your )?(?:previous|prior|above|earlier)\b"
    r"|(?:hi|hello|hey|thanks|thank you|good (?:morning|evening|afternoon))(?: there)?\W*$"
    r"|(?:who|what) are you\W*$|how are you(?: (?:doing|today))*\W*$",
    re.IGNORECASE,
)


def declined(question: str) -> str:
    """Why the question is not taken, in one line; empty where it is."""
    if is_foreign(question):
        return IN_ENGLISH
    return NOT_MINE if _CHORE.match(question.strip()) else ""


def is_foreign(question: str) -> bool:
    """Whether the question is in another language than English; names alone never make it one."""
    letters = [c for c in question if c.isalpha()]
    other = sum(not name_of(c, "LATIN").startswith("LATIN") for c in letters)
    if letters and other > FOREIGN_LETTERS * len(letters):
        return True
    asked = [w.strip("¿¡") for w in question.lower().replace("?", " ").replace(",", " ").split()]
    if not asked or asked[0] in OPENERS:
        return False
    english = sum(w in ENGLISH for w in asked)
    most = max(sum(w in listed for w in asked) for listed in _LISTS.values())
    accented = any(ord(c) > 127 and c.isalpha() for c in question) or "¿" in question
    return most > english and (most >= 2 or (accented and not english))
