"""The ranking as a LangChain retriever."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, SkipValidation

from actqa.index.encoder import Encoder
from actqa.index.library import Library, Snapshot
from actqa.retrieval.rank import Ranked, encoded, rank


class PassageRetriever(BaseRetriever):
    """Finds passages: each unit that fits, in its surroundings, with the exact span of both.

    A document's text is the passage (`text[passage_start:passage_end]` of the report); `metadata` holds `report`,
    `revision`, `section`, `kind`, the unit's `start`, `end` and `quote`, and `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    encoder: SkipValidation[Encoder]
    report: str | None = None
    """The report to look in; None: all."""
    k: int = 8
    """How many passages at most; units of one passage count once."""

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        with self.library.snapshot() as snapshot:
            found = rank(snapshot, encoded(snapshot, self.encoder, query), self.report, 4 * self.k)
            seen: dict[tuple[str, int], Document] = {}
            for hit in found:
                chunk = snapshot.report(hit.report).units[hit.unit].chunk
                if (hit.report, chunk) not in seen and len(seen) < self.k:
                    seen[hit.report, chunk] = _document(snapshot, hit)
            return list(seen.values())


def _document(snapshot: Snapshot, hit: Ranked) -> Document:
    indexed = snapshot.report(hit.report)
    report, unit = indexed.report, indexed.units[hit.unit]
    passage = indexed.chunks[unit.chunk].span
    metadata = {
        "report": report.id,
        "revision": report.revision,
        "section": " › ".join(report.path(unit.section)),
        "kind": unit.kind,
        "start": unit.content.start,
        "end": unit.content.end,
        "quote": unit.content.of(report.text),
        "passage_start": passage.start,
        "passage_end": passage.end,
        "score": hit.score,
    }
    return Document(
        page_content=passage.of(report.text), metadata=metadata, id=f"{report.id}:{report.revision}:{hit.unit}"
    )
