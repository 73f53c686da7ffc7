"""The one file that knows pdfium: a PDF's pages as words with their boxes, and the lines ruled between them."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from actqa.errors import ReadingError

MOST_OBJECTS = 20_000
"""Drawn objects that are looked at for ruled lines, on one page."""
ASCENT, DESCENT = 0.78, 0.22
"""How far letters reach above and below the line they stand on, as shares of their size."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {0x0002: "-", 0x00AD: "-", 0xFFFE: "-", 0xFFFF: "-"}
"""What pdfium puts for a hyphen at the end of a line."""
_LEFT_OUT = frozenset({0x0, 0xFEFF, 0x200B, 0x200C, 0x200D, 0xFFFD})
_BOLD_WEIGHT = 600
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
"""In the name of a font."""


class Word(NamedTuple):
    """A word where it stands: points from the page's top left, the page turned so that its text is upright."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    page: int
    """From 0."""

    @property
    def middle(self) -> float:
        """Height at which it stands."""
        return (self.top + self.bottom) / 2


class Ruling(NamedTuple):
    """A thin line: level or upright."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PageWords:
    """One page."""

    width: float
    height: float
    turns: int
    """Quarter turns, clockwise, from the page as shown to the page with upright text."""
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...]
    has_image: bool

    def fractions(self, word: Word) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the word on the page as it is shown, as fractions of its width and height."""
        x0, y0, x1, y1 = word.x0, word.top, word.x1, word.bottom
        w, h = self.width, self.height
        for _ in range(self.turns):
            x0, y0, x1, y1, w, h = y0, w - x1, y1, w - x0, h, w
        return x0 / w, y0 / h, x1 / w, y1 / h


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The document. Raises ReadingError where it is damaged or needs a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, error) from error
    try:
        if len(document) == 0:
            raise ReadingError(f"{name} is a PDF without pages: export it again.")
        yield document
    finally:
        document.close()


def _unopened(name: str, error: Exception) -> ReadingError:
    if "password" in str(error).lower():
        return ReadingError(
            f"{name} is encrypted: save it without its password, e.g. `qpdf --decrypt --password=… in.pdf out.pdf`."
        )
    return ReadingError(f"{name} is a damaged PDF: download or export it again.")


def read_page(document: Any, number: int, name: str) -> PageWords:
    """A page's words and rulings. Raises ReadingError where the page is damaged."""
    import pypdfium2

    try:
        page = document[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise ReadingError(f"{name} is a damaged PDF: its page {number + 1} cannot be read.") from error
    try:
        place = _Place(page)
        words, turns = _upright(list(_words(textpage, place, number)), place.width, place.height)
        rulings, has_image = _drawn(page, place)
        width, height = (place.width, place.height) if turns % 2 == 0 else (place.height, place.width)
        return PageWords(width, height, turns, words, () if turns else rulings, has_image)
    finally:
        textpage.close()
        page.close()


class _Place:
    """From a page's own coordinates to points from the top left of the page as shown."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        self.width, self.height = page.get_size()
        scale = 100
        size = (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
        x, y = ctypes.c_int(), ctypes.c_int()

        def device(px: float, py: float) -> tuple[float, float]:
            pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, px, py, x, y)
            return x.value / scale, y.value / scale

        (ox, oy), (ax, ay), (bx, by) = device(0, 0), device(100, 0), device(0, 100)
        self.axes = (ox, oy, (ax - ox) / 100, (ay - oy) / 100, (bx - ox) / 100, (by - oy) / 100)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        ox, oy, ax, ay, bx, by = self.axes
        xa, xb = ox + left * ax + bottom * bx, ox + right * ax + top * bx
        ya, yb = oy + left * ay + bottom * by, oy + right * ay + top * by
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)

    @property
    def turn(self) -> float:
        """By what angle, clockwise, the page is shown turned."""
        return math.atan2(self.axes[3], self.axes[2])


class _Glyph(NamedTuple):
    text: str
    at: int
    """Its number on the page."""


_Box = tuple[float, float, float, float]


def _words(textpage: Any, place: _Place, number: int) -> Iterator[tuple[Word, int]]:
    """Words in the order of the file, each with the quarter turns of its writing."""
    import pypdfium2.raw as pdfium

    handle = textpage.raw
    for glyphs in _runs(handle):
        for part in _whole(handle, glyphs, place):
            yield _word(pdfium, handle, part, place, number)


def _runs(handle: Any) -> Iterator[list[_Glyph]]:
    """Glyphs between white space; pdfium puts some wherever there is a gap."""
    import pypdfium2.raw as pdfium

    unicode = pdfium.FPDFText_GetUnicode
    run: list[_Glyph] = []
    high = 0
    for at in range(pdfium.FPDFText_CountChars(handle)):
        code = unicode(handle, at)
        if code in _LEFT_OUT:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        text = _glyph(code, first=not run)
        if text:
            run.append(_Glyph(text, at))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _glyph(code: int, *, first: bool) -> str:
    """What a code stands for; empty for white space and for what no reader could name."""
    if 0x20 < code < 0x7F:
        return chr(code)
    known = _LIGATURES.get(code) or _HYPHENS.get(code)
    if known:
        return known
    if 0xE000 <= code < 0xF8FF:  # a font's own sign: at the beginning a bullet, most likely
        return "•" if first else ""
    return chr(code) if chr(code).isprintable() and not chr(code).isspace() and not 0xD800 <= code < 0xE000 else ""


def _box_of(handle: Any, at: int, place: _Place) -> _Box:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(handle, at, box)
    return place.box(box.left, box.bottom, box.right, box.top)


def _whole(handle: Any, glyphs: list[_Glyph], place: _Place) -> Iterator[list[tuple[_Glyph, _Box]]]:
    """The run by its first and last glyph, where these lie as in one word; else cut where glyphs stand apart."""
    first, last = _box_of(handle, glyphs[0].at, place), _box_of(handle, glyphs[-1].at, place)
    tall = max(first[3] - first[1], 1.0)
    level = abs(first[1] - last[1]) < 0.3 * tall and abs(first[3] - last[3]) < 0.3 * tall
    if level and 0 <= last[2] - first[0] < 0.75 * tall * (len(glyphs) + 1):
        text = _Glyph("".join(g.text for g in glyphs), glyphs[0].at)
        yield [(text, (first[0], first[1], last[2], last[3]))]
        return
    part: list[tuple[_Glyph, _Box]] = []
    for glyph in glyphs:
        box = _box_of(handle, glyph.at, place)
        if part and _parts(part[-1][1], box):
            yield part
            part = []
        part.append((glyph, box))
    yield part


def _parts(last: _Box, box: _Box) -> bool:
    """Whether two glyphs stand too far apart to be of one word."""
    size = max(last[3] - last[1], 1.0)
    apart = max(box[0] - last[2], last[0] - box[2])
    above = max(box[1] - last[3], last[1] - box[3])
    return (apart > 0.35 * size and apart > 1.5) or above > 0.35 * size


def _word(pdfium: Any, handle: Any, part: list[tuple[_Glyph, _Box]], place: _Place, number: int) -> tuple[Word, int]:
    first = part[0][0].at
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, first, matrix)
    angle = place.turn - math.atan2(matrix.b, matrix.a)
    size = pdfium.FPDFText_GetFontSize(handle, first) * math.hypot(matrix.c, matrix.d)
    boxes = [box for _, box in part]
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    turns = round(angle / (math.pi / 2)) % 4
    if turns == 0:  # fonts boast of heights that their letters do not have
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(handle, first, x, y)
        baseline = place.box(x.value, y.value, x.value, y.value)[1]
        y0, y1 = baseline - ASCENT * size, baseline + DESCENT * size
    text = "".join(glyph.text for glyph, _ in part)
    return Word(text, x0, y0, x1, y1, size, _is_bold(handle, first), number), turns


def _is_bold(handle: Any, at: int) -> bool:
    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, at, name, 100, flags)
    return bool(_BOLD.search(name.value)) or pdfium.FPDFText_GetFontWeight(handle, at) >= _BOLD_WEIGHT


def _upright(told: list[tuple[Word, int]], width: float, height: float) -> tuple[tuple[Word, ...], int]:
    """The words of the page's main direction, turned upright; what is written across it is left out."""
    letters = Counter[int]()
    for word, turns in told:
        letters[turns] += len(word.text)
    main = letters.most_common(1)[0][0] if letters else 0
    words = [word for word, turns in told if turns == main]
    back = -main % 4
    for _ in range(main):
        words = [w._replace(x0=w.top, top=width - w.x1, x1=w.bottom, bottom=width - w.x0) for w in words]
        width, height = height, width
    return tuple(words), back


def _drawn(page: Any, place: _Place) -> tuple[tuple[Ruling, ...], bool]:
    """The lines ruled on the page, and whether there is a picture on it."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    rulings: list[Ruling] = []
    has_image = False
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        has_image = has_image or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(drawn, *sides):
            continue
        pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
        rulings += _edges(place.box(*(side.value for side in sides)), bool(stroke.value))
    return tuple(rulings), has_image


def _edges(box: tuple[float, float, float, float], stroked: bool) -> list[Ruling]:
    """A thin box is a line; the four sides of a larger one are lines where they are drawn."""
    x0, top, x1, bottom = box
    if bottom - top < 2.5 and x1 - x0 > 8:
        return [Ruling(x0, (top + bottom) / 2, x1, (top + bottom) / 2)]
    if x1 - x0 < 2.5 and bottom - top > 5:
        return [Ruling((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)]
    if not stroked or x1 - x0 < 8 or bottom - top < 5:
        return []
    return [Ruling(x0, y, x1, y) for y in (top, bottom)] + [Ruling(x, top, x, bottom) for x in (x0, x1)]
