"""The one place that reads the environment: every setting, its variable `ACTQA_<NAME>`, and its default."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MINILM = "sentence-transformers/all-MiniLM-L6-v2"
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")

Names = Annotated[tuple[str, ...], NoDecode]
"""Comma-separated in the environment."""


class Settings(BaseSettings):
    """All settings; read from the environment and a `.env` file, a command-line option wins over both."""

    model_config = SettingsConfigDict(
        env_prefix="ACTQA_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    corpus: Path = Path("corpus")
    """Folder of report files."""
    index: Path = Path("index")
    """Folder of the embedded Chroma index."""
    model: str = ""
    """Chat model as LangChain's `provider:model`; empty: answers are composed without an LLM."""
    model_url: str = ""
    """Base URL of an OpenAI-compatible server."""
    model_context: int = Field(default=8000, ge=1000)
    """Tokens the model may be given where its own limit is not known."""
    model_timeout_seconds: float = Field(default=60, gt=0)
    """How long an answer waits for the model, tries and second thoughts included."""
    model_concurrency: int = Field(default=4, ge=1)
    """Requests to the model at the same time."""
    embedding_model: str = MINILM
    """sentence-transformers model name, or a folder that holds one."""
    cache: Path = Path("~/.cache/actqa")
    """Folder of the embedding model's ONNX copy, which is made again where it is missing."""
    chroma_url: str = ""
    """Address of a Chroma server that holds the index; empty: it is embedded in `index`."""
    chroma_token: SecretStr = SecretStr("")
    """What that server, or the reverse proxy before it, asks for."""
    chroma_tenant: str = "default_tenant"
    """The tenant there."""
    chroma_database: str = "default_database"
    """The database there; each index needs one of its own."""
    api_keys: Names = ()
    """Keys that open the API; empty: open, and then only a loopback address may be bound."""
    allowed_origins: Names = ()
    """Origins whose pages may embed the widget and call the API."""

    host: str = "127.0.0.1"
    """Address the server listens at."""
    port: int = Field(default=8765, ge=0, le=65535)
    """Port the server listens at; 0: any free one."""
    workers: int = Field(default=1, ge=1, le=64)
    """Processes that serve."""
    allowed_hosts: Names = ()
    """Names the Host header may carry besides the loopback names and `host`."""
    max_request_bytes: int = Field(default=256 * 1024, ge=1024)
    """Largest request body."""
    max_question_characters: int = Field(default=2000, ge=1)
    """Longest question."""
    max_report_bytes: int = Field(default=20_000_000, ge=1)
    """Largest report file."""
    max_report_pages: int = Field(default=2000, ge=1)
    """Most pages of a report file."""
    read_seconds: float = Field(default=120, gt=0)
    """How long reading one file that is no plain text may take."""
    read_megabytes: int = Field(default=2048, ge=256)
    """How much memory that may take."""
    build_wait_seconds: float = Field(default=600, ge=0)
    """How long a build waits for another one to finish."""

    keys_file: Path = Path("keys.json")
    """Keys made by `actqa keys add`, as hashes; a file that is named must be there, else none is known."""
    state: Path = Path("state")
    """Folder of what several workers share: the signing secret, sessions that have ended, counts of requests."""
    secret: SecretStr = SecretStr("")
    """Signs sessions and tokens; empty: one is made and kept in `state`."""
    session_seconds: int = Field(default=43_200, ge=60)
    """How long a sign-in lasts."""
    token_seconds: int = Field(default=900, ge=1, le=86_400)
    """The longest life of a widget's token."""
    user_header: str = ""
    """Header in which a reverse proxy names who has signed in; empty: none is looked at."""
    proxy_addresses: Names = ()
    """Addresses and networks of reverse proxies whose headers are believed."""
    root_path: str = ""
    """Path under which a reverse proxy shows the server: `/actqa`."""
    rate_key: str = "240/minute"
    """Requests with one key, or by one user; empty: any number, as with the following."""
    rate_token: str = "60/minute"  # noqa: S105 - a rate
    """Requests with one widget's token."""
    rate_address: str = "1200/minute"
    """Requests from one address, where the server asks for keys."""
    rate_refused: str = "30/minute"
    """Keys that are not accepted from one address; then no key is, until the minute is over."""
    max_request_seconds: float = Field(default=30, gt=0)
    """How long a request may take to arrive."""

    @field_validator("api_keys", "allowed_origins", "allowed_hosts", "proxy_addresses", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
