"""The command `chat`: question after question, in a terminal or from a pipe."""

import sys
import traceback
from typing import TYPE_CHECKING, Annotated

import typer

from actqa.cli.lines import on_terminal, read_lines
from actqa.cli.options import EmbeddingModel, Index, settings_from
from actqa.cli.show import say, unforeseen, warn
from actqa.errors import ActqaError

if TYPE_CHECKING:
    from actqa.cli.conversation import Conversation


def chat(
    context: typer.Context,
    report: Annotated[str | None, typer.Option(help="Id of the report to ask; all if left out.")] = None,
    index: Index = None,
    embedding_model: EmbeddingModel = None,
) -> int:
    """Hold a conversation: question after question, each cited.

    A question is understood with those before it. A number opens that citation of the last answer, :help lists what
    else can be typed, Ctrl-D ends. From a pipe, every line is a question; the status is 1 where one went wrong.
    """
    from actqa.assistant import Assistant

    with Assistant.open(settings_from(index=index, embedding_model=embedding_model)) as assistant:
        try:
            from actqa.cli.conversation import Conversation
            from actqa.cli.paper import Paper

            failed = _hold(Conversation(assistant, report, Paper()), debug=context.obj["debug"])
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            return 0
    return 1 if failed and not on_terminal() else 0


def _hold(conversation: "Conversation", *, debug: bool) -> int:
    """How many lines failed."""
    from actqa.cli.conversation import COMMANDS

    if on_terminal():
        count = len(conversation.ids)
        reports = conversation.report or f"{count:,} report{'' if count == 1 else 's'}"
        say(f"Ask about {reports} in plain words. A number opens a citation, :help lists what else, Ctrl-D ends.")
        say("")
    failed = 0
    words = [*(f":{name}" for name in COMMANDS), *conversation.ids]
    for line in read_lines(lambda: f"{conversation.report or ''}> ", words):
        failed += not _take(conversation, line, debug)
        if conversation.ended:
            break
    return failed


def _take(conversation: "Conversation", line: str, debug: bool) -> bool:
    """Whether it could be done; what went wrong with one line does not end the conversation."""
    try:
        conversation.take(line)
    except BrokenPipeError:
        raise
    except ActqaError as error:
        warn(str(error))
    except Exception as error:
        if debug:
            traceback.print_exc()
        warn(unforeseen(error))
    else:
        return True
    return False
