"""Tags, entities and emphasis: what a reader sees of raw text, each character knowing where it stands in it."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from actqa.reading.types import Span

BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|"
    "form|h[1-6]|head|header|hr|html|iframe|li|link|main|meta|nav|noscript|ol|option|p|picture|pre|section|select|"
    "summary|table|tbody|td|tfoot|th|thead|title|tr|ul|video"
)
"""Names of tags that end a line."""

TAG = r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,2000})?/?>"
COMMENT = r"<!--[^-]{0,400}(?:-(?!->)[^-]{0,400}){0,40}-->|<!doctype[^<>]{0,200}>"
_HIDDEN = (
    r"<(?P<hidden>script|style|template)\b[^<>]{0,500}>"
    r"[^<]{0,2000}(?:<(?!/(?P=hidden))[^<]{0,2000}){0,40}</(?P=hidden)\s*>"
)

_TOKEN = re.compile(
    rf"(?P<drop>{COMMENT}|{_HIDDEN})"
    r"|<su[pb]\b[^<>]{0,200}>(?P<raised>[\d,*†‡]{1,6})</su[pb]>"
    rf"|(?P<block></?(?:{BLOCK_TAGS})\b[^<>]{{0,2000}}>)"
    rf"|(?P<tag>{TAG})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|!?\[(?P<label>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{0,2000})(?:\s\"[^\"\n]{0,200}\")?\)"
    r"|(?P<mark>\*\*|__)"
    r"|(?P<opens>(?<![\w*\\])\*(?=[^\s*][^*\n]{0,200}\*(?!\w)))"
    r"|(?P<closes>(?<=[^\s*\\])\*(?![\w*]))"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|-])"
    r"|(?P<space>\s+)",
    re.IGNORECASE,
)

_MARKED = re.compile(r"[<&\\]|\*[^\s]|__|\]\(")
"""What raw text must hold to be read other than as it stands."""

MARKERS = "<&\\![*_"
"""What anything that is not read as it stands begins with."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of raw text as read: tags out, entities decoded, white space folded to single spaces."""

    text: str
    offsets: Sequence[int]
    """For each character of `text`, where in the raw text what it stands for begins."""
    ends: Sequence[int]
    """And where that ends."""

    def raw(self, start: int, end: int) -> Span:
        """The raw span behind the characters `start` to `end`, half open and not empty, of `text`."""
        return Span(self.offsets[start], self.ends[end - 1])


def read(text: str, span: Span) -> Shown:
    """The span of raw text as read, with offsets. A letter of the raw text stands for itself."""
    raw = span.of(text)
    if not _MARKED.search(raw) and raw == " ".join(raw.split()):
        return Shown(raw, range(*span), range(span.start + 1, span.end + 1))
    out = _Out()
    at = span.start
    for token in _TOKEN.finditer(text, span.start, span.end):
        out.copy(text, at, token.start())
        _EMIT[token.lastgroup or "space"](out, token)
        at = token.end()
    out.copy(text, at, span.end)
    return out.shown()


def shown(text: str, span: Span) -> str:
    """The span as read, without offsets."""
    raw = span.of(text)
    return read(text, span).text if _MARKED.search(raw) else " ".join(raw.split())


class _Out:
    """Characters as they are emitted, white space folded."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.emphatic = False
        """Whether a star that opens emphasis waits for the one that closes it."""

    def copy(self, text: str, start: int, end: int) -> None:
        self.characters.extend(text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def put(self, characters: str, start: int, end: int) -> None:
        for character in characters:
            if not character.isspace():
                self.characters.append(character)
                self.starts.append(start)
                self.ends.append(end)
            elif self.characters and self.characters[-1] != " ":
                self.characters.append(" ")
                self.starts.append(start)
                self.ends.append(end)

    def shown(self) -> Shown:
        last = len(self.characters) - (bool(self.characters) and self.characters[-1] == " ")
        return Shown("".join(self.characters[:last]), tuple(self.starts[:last]), tuple(self.ends[:last]))


def _label(out: _Out, token: re.Match[str]) -> None:
    label = Span(*token.span("label"))
    for offset, character in enumerate(label.of(token.string)):
        out.put(character, label.start + offset, label.start + offset + 1)


def _opens(out: _Out, token: re.Match[str]) -> None:
    out.emphatic = True


def _closes(out: _Out, token: re.Match[str]) -> None:
    if not out.emphatic:
        out.put("*", *token.span())
    out.emphatic = False


_EMIT: dict[str, Callable[[_Out, re.Match[str]], None]] = {
    "drop": lambda out, token: out.put(" ", *token.span()),
    "hidden": lambda out, token: out.put(" ", *token.span()),
    "raised": lambda out, token: out.put(token["raised"].translate(_RAISED), *token.span()),
    "block": lambda out, token: out.put(" ", *token.span()),
    "tag": lambda out, token: None,
    "entity": lambda out, token: out.put(html.unescape(token["entity"]), *token.span()),
    "label": _label,
    "target": _label,
    "mark": lambda out, token: None,
    "opens": _opens,
    "closes": _closes,
    "escaped": lambda out, token: out.put(token["escaped"], *token.span()),
    "space": lambda out, token: out.put(" ", *token.span()),
}
