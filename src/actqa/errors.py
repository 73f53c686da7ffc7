"""Everything that actqa raises on purpose, as one tree; each message says what to do next.

ActqaError
├── UsageError              a setting or an argument is wrong
│   ├── QuestionError       the question is empty or too long
│   ├── AddressError        the server may not or cannot listen there
│   └── ModelUnset          the chat model cannot be set up: its name, its package or its key
├── ReadingError            a file cannot be read as a report
├── CorpusError             the corpus folder is missing or holds no report
├── ReportNotFound          no report has this id
├── PageNotFound            the report has no such page
├── QuestionSetError        a file of labelled questions cannot be read, or asks what the index cannot be asked
├── KeysError               the file of keys cannot be read or written, or holds no such key
├── StateError              the folder that the workers of a server share cannot be used
├── EncoderError            the embedding model is not there, or is not the one expected
├── ModelFault              the chat model does not answer; answers then come without it
│   ├── ModelDenied         its server refuses the request
│   ├── ModelLimited        a limit of requests or a quota is reached
│   ├── ModelSlow           it took too long
│   ├── ModelDown           it cannot be reached, or broke off
│   └── ModelNonsense       nothing can be made of what it says
└── IndexFault              the index cannot serve
    ├── IndexMissing        nothing has been indexed yet
    ├── IndexDamaged        what lies in the index folder cannot be read
    ├── IndexUnwritable     the index folder cannot be written
    ├── IndexUnreachable    the Chroma server that holds the index does not answer, or does not let us in
    └── IndexBusy           another process is building the index
"""


class ActqaError(Exception):
    """The root: `str(error)` is one line for the user, `code` the machine's word for it."""

    code = "error"


class UsageError(ActqaError):
    """A setting or an argument is wrong; exit status 2."""

    code = "usage"


class QuestionError(UsageError):
    """The question is empty or too long."""

    code = "bad_question"


class AddressError(UsageError):
    """The server may not, or cannot, listen at the address."""

    code = "bad_address"


class ModelUnset(UsageError):
    """The chat model cannot be set up: its name, its package or its key."""

    code = "model_unset"


class ReadingError(ActqaError):
    """A file cannot be read as a report."""

    code = "unreadable"


class CorpusError(ActqaError):
    """The corpus folder is missing or holds no report."""

    code = "no_corpus"


class ReportNotFound(ActqaError):
    """No report has the id asked for."""

    code = "report_not_found"


class PageNotFound(ActqaError):
    """The report's file has no such page, or no pages at all."""

    code = "page_not_found"


class QuestionSetError(ActqaError):
    """A file of labelled questions cannot be read, or asks what the index cannot be asked."""

    code = "bad_question_set"


class KeysError(ActqaError):
    """The file of keys cannot be read or written, or holds no such key."""

    code = "keys"


class StateError(ActqaError):
    """The folder that the workers of a server share cannot be used."""

    code = "state"


class EncoderError(ActqaError):
    """The embedding model is not there, or is not the one expected."""

    code = "no_encoder"


class ModelFault(ActqaError):
    """The chat model does not answer."""

    code = "model"


class ModelDenied(ModelFault):
    """Its server refuses the request."""

    code = "model_denied"


class ModelLimited(ModelFault):
    """A limit of requests, or a quota, is reached."""

    code = "model_limited"


class ModelSlow(ModelFault):
    """It took too long."""

    code = "model_slow"


class ModelDown(ModelFault):
    """It cannot be reached, or broke off."""

    code = "model_down"


class ModelNonsense(ModelFault):
    """Nothing can be made of what it says."""

    code = "model_nonsense"


class IndexFault(ActqaError):
    """The index cannot serve."""

    code = "index"


class IndexMissing(IndexFault):
    """Nothing has been indexed yet."""

    code = "index_missing"


class IndexDamaged(IndexFault):
    """What lies in the index folder cannot be read."""

    code = "index_damaged"


class IndexUnwritable(IndexFault):
    """The index folder cannot be written."""

    code = "index_unwritable"


class IndexUnreachable(IndexFault):
    """The Chroma server that holds the index does not answer, or does not let us in."""

    code = "index_unreachable"


class IndexBusy(IndexFault):
    """Another process is building the index."""

    code = "index_busy"
