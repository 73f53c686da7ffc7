"""Forms of verbs that no stemmer brings together, so that `held` is found where `hold` is said."""

from functools import lru_cache

from actqa.answering.asked.words import stem

_VERBS = """
hold held; grow grew grown; rise rose risen; fall fell fallen; lead led; take took taken; make made; stand stood;
buy bought; sell sold; build built; begin began begun; win won; spend spent; come came; see saw seen; give gave given;
become became; keep kept; bring brought; drive drove driven; shrink shrank shrunk; lose lost; find found; pay paid;
say said; tell told; think thought; know knew known; leave left; mean meant; meet met; run ran; send sent; show shown;
choose chose chosen; speak spoke; write wrote written; swell swollen; feed fed; catch caught; seek sought
"""

_BASES = {
    stem(form): stem(forms.split()[0]) for forms in _VERBS.replace("\n", " ").split(";") for form in forms.split()
}


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """The stem of a word in lower case, or of the verb that it is a form of."""
    found = stem(word)
    return _BASES.get(found, found)


PREFIX = 5


def is_form(word: str, other: str) -> bool:
    """Whether two stems begin alike."""
    return word == other or (min(len(word), len(other)) >= PREFIX and word[:PREFIX] == other[:PREFIX])
