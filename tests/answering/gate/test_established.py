"""That a figure is another's has to be shown by what is cited: what the words of a statement tie it to is only likely."""

import pytest
from answering.looking import looking_at

TEXT = """# Kite Market in Norway, 2025

## Sales

In 2024, families bought 61% of kites, and schools 24%. A third reading by Vindmark puts the market at NOK 80-95 million \
in 2024. Sales slid 4% on the year before, to NOK 88 million. Orders for 2026 are seen at NOK 97 million.

Clubs complain that delta kites are hard to repair; the study leaves out kites for rent.

| Maker | Capacity 2024 (Mt/y) | Capacity planned for 2028 (Mt/y) |
|---|---|---|
| Drage AS | 1.2 | 2.0 |
| Snor AS | 0 | 0.9 |

Paper ...... 48 %
Nylon ...... 30 %

Of kites sold, one in five is a delta. Pilots with a licence: 14,200.

## News

- 08/2024 – Drage AS commissions a loom at Bodø.
- In 2023, the Food Board (FB) cleared silk from Texas.
"""
stopped = looking_at(TEXT, id="kites", name="kites.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Families are the largest group with 61%, ahead of schools with 24%.", ["families"]),
        ("Families bought 61% of kites in 2024, and among schools it was 24%.", ["families"]),
        ("Vindmark values the market at between NOK 80 million and NOK 95 million in 2024.", ["Vindmark"]),
        ("Sales dropped 4% to NOK 88 million, a decline from the previous year.", ["Sales slid"]),
        ("By 2026, orders are expected to come to NOK 97 million.", ["Orders for"]),
        ("Rental kites are not part of the study.", ["leaves out"]),
        (
            "Drage can produce 1.2 million tonnes a year in 2024 and plans 2.0 million tonnes for 2028.",
            ["Maker", "Drage"],
        ),
        ("Snor has no capacity in 2024.", ["Maker", "Snor"]),
        ("Of the two makers, Drage is the larger with 1.2 Mt.", ["Maker", "Drage", "Snor"]),
        ("Around 20% of the kites sold are deltas.", ["one in five"]),
        ("Some 14 thousand pilots hold a licence.", ["Pilots"]),
        ("A loom at Bodø was commissioned by Drage in August 2024.", ["08/2024"]),
        ("Texan silk was cleared by the FB in 2023.", ["Food Board"]),
        ("No, the study does not cover rented kites.", ["leaves out"]),
    ],
)
def test_what_is_true_passes_in_whatever_words(text, words):
    assert stopped(text, *words) == ""


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Schools bought 61% of kites in 2024 and families 24%.", ["families"], "61% is not said of"),
        ("Schools are the largest group with 24%.", ["families"], "nothing in what it cites says “largest”"),
        ("Vindmark values the market at NOK 90 million.", ["Vindmark"], "NOK 90 million does not stand"),
        ("Sales rose 4% to NOK 88 million.", ["Sales slid"], "“rose” is the reverse"),
        ("In 2026, orders came to NOK 97 million.", ["Orders for"], "NOK 97 million is told as a forecast"),
        ("In 2028, Drage produced 2.0 million tonnes.", ["Maker", "Drage"], "2.0 million tonnes is told as a"),
        (
            "Snor plans 2.0 million tonnes for 2028.",
            ["Maker", "Drage", "Snor"],
            "2.0 million tonnes is not said of snor",
        ),
        ("Drage has no capacity in 2024.", ["Maker", "Drage"], "nothing in what it cites is denied"),
        ("Two in five of the kites sold are deltas.", ["one in five"], "Two in five does not stand"),
        ("Some 15 thousand pilots hold a licence.", ["Pilots"], "15 thousand"),
        ("A loom at Bodø was commissioned by Drage in September 2024.", ["08/2024"], "September 2024 does not stand"),
        ("Roman silk was cleared by the FB in 2023.", ["Food Board"], "Roman does not stand"),
    ],
)
def test_what_is_false_is_stopped_all_the_same(text, words, reason):
    assert stopped(text, *words).startswith(reason)
