"""Work that can wait, and questions under way."""

from contextlib import ExitStack

from actqa.answering.quiet import Quiet


def test_nobody_has_to_wait_where_nobody_asks() -> None:
    Quiet().wait(lambda: False)


def test_work_waits_until_the_last_question_is_answered() -> None:
    quiet, looks = Quiet(still=0), 0
    with ExitStack() as first, ExitStack() as second:
        first.enter_context(quiet.asked())
        second.enter_context(quiet.asked())

        def stopped() -> bool:
            nonlocal looks
            looks += 1
            if looks == 2:
                first.close()
            if looks == 4:
                second.close()
            return looks > 9

        quiet.wait(stopped)

    assert looks == 4


def test_work_that_is_told_to_stop_waits_no_more() -> None:
    quiet = Quiet()
    with quiet.asked():
        quiet.wait(lambda: True)


def test_it_stays_still_for_a_while_after_an_answer() -> None:
    quiet, looks = Quiet(still=1e9), 0
    with quiet.asked():
        pass

    def stopped() -> bool:
        nonlocal looks
        looks += 1
        return looks == 3

    quiet.wait(stopped)
    assert looks == 3
