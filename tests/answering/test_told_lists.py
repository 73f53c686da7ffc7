"""Lists that stand in a sentence, the second in rank, replies to the report's own questions, and what goes on from them."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.lists.told_lists import series_in

REPORT = """\
# Beehive Insurance Market Report

The beehive insurance market was worth USD 310 million in 2024.

By Hive (Langstroth, Warre, Top-bar)

## What insurers pay for

Four perils are covered by every policy: theft, storm, fire and foulbrood. Log hives are insured mainly in Poland, Latvia
and Belarus, where forest keepers still climb. Start-ups such as HiveGuard, Apisure and Combwise undercut the old houses.
Renewals rise every spring.

## Regions

Europe holds first place with 48% of premiums, since honey has a label of origin there. Asia Pacific comes second.
Greek brokers sell cover by the hive, for they cannot count the bees. In Oceania, Australia, New Zealand and Fiji are the
markets of note.

Contracts come in three sorts. Under flat cover the keeper pays by the year. Under swarm cover the price follows the
count of bees. Under loss cover the first frame is free. Brokers prefer the last.

Which keepers insure is plain: Bee schools and monasteries, above all the old ones, come first. Monasteries own hives that
nobody may move.

In 2023 Honeyvale bought the broker Wickhive. In May 2024 Apis Cover took over Combwise.

## End users

Hobby keepers buy half of the policies. Honey packers come last.

## Dear Wax (Restraint)

Wax has doubled in price.

## Mild Winters (Driver)

More colonies live through the cold.

## What speaks against it

- Claims take long to settle
- Moving hives voids the policy
- Few vets know bees

## Insurance Industry Leaders

- Honeyvale Mutual
- Apis Cover SE
- Drone & Queen Ltd

## Questions

**Who supervises the business?**

The states do. A law of 2019 makes insurers publish how many claims they turn down.

**Which ways to count losses are used?**

Weighing compares the hive with last year. Counting looks at frames. Scanning listens to the hum.
"""


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("bees"), REPORT)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "in which countries are log hives insured?",
            "Log hives are insured mainly in Poland, Latvia and Belarus, where forest keepers still climb. [1]",
        ),
        ("what perils are covered?", "Four perils are covered by every policy: theft, storm, fire and foulbrood. [1]"),
        (
            "which start-ups undercut the others",
            "Start-ups such as HiveGuard, Apisure and Combwise undercut the old houses. [1]",
        ),
        (
            "disadvantages?",
            "What speaks against it: Claims take long to settle; Moving hives voids the policy; Few vets know bees. [1]",
        ),
        (
            "Which insurers lead the industry?",
            "Insurance Industry Leaders: Honeyvale Mutual; Apis Cover SE; Drone & Queen Ltd. [1]",
        ),
        (
            "which ways are used to count losses",
            "Weighing compares the hive with last year. [1] Counting looks at frames. [2] Scanning listens to the hum. [3]",
        ),
        (
            "who watches over the business?",
            "The states do. [1] A law of 2019 makes insurers publish how many claims they turn down. [2]",
        ),
        ("Which region comes second?", "Asia Pacific comes second. [1]"),
        (
            "why do greek brokers sell by the hive",
            "Greek brokers sell cover by the hive, for they cannot count the bees. [1]",
        ),
        ("which hives are there", "Hive: Langstroth; Warre; Top-bar. [1]"),
        ("which hives are there besides Warre?", "Hive: Langstroth; Top-bar. [1]"),
        (
            "sorts of contracts?",
            "Contracts come in three sorts. [1] Under flat cover the keeper pays by the year. [2] Under swarm cover the "
            "price follows the count of bees. [3] Under loss cover the first frame is free. [4]",
        ),
        ("drivers", "Drivers: Mild Winters. [1]"),
        ("who are the end users", "Hobby keepers buy half of the policies. [1] Honey packers come last. [2]"),
        ("acquisitions in 2023?", "In 2023 Honeyvale bought the broker Wickhive. [1]"),
    ],
)
def test_the_sentence_that_names_them_is_the_list(bees, question, answer):
    assert bees.answer(question).answer == answer


@pytest.mark.parametrize(
    "question",
    [
        "which banks finance the hives?",
        "in which countries are clay hives insured?",
        "Which breeds are insured most often?",
        "acquisitions in 2021?",
    ],
)
def test_a_series_of_something_else_is_no_answer(bees, question):
    assert not bees.answer(question).answered


@pytest.mark.parametrize(
    ("history", "question", "answer"),
    [
        (
            ["leading countries in Oceania"],
            "how many is that?",
            "Three: In Oceania, Australia, New Zealand and Fiji are the markets of note. [1]",
        ),
        (["Which region leads?"], "and the runner-up?", "Asia Pacific comes second. [1]"),
        (
            ["Which region leads?"],
            "why?",
            "Europe holds first place with 48% of premiums, since honey has a label of origin there. [1]",
        ),
    ],
)
def test_what_goes_on_from_it(bees, history, question, answer):
    assert bees.answer(question, *history).answer == answer


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("In Europe, Germany, Italy and Spain lead.", ("Germany", "Italy", "Spain")),
        ("It sells to hotels, cafes, or canteens.", ("It sells to hotels", "cafes", "canteens")),
        ("Bread and butter.", ()),
        ("", ()),
    ],
)
def test_a_series_is_told_apart_from_where_it_is(sentence, names):
    assert series_in(sentence) == names
