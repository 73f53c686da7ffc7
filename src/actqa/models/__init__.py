"""A chat model behind one call: opened by name, asked with a deadline, its errors told as ours."""

from actqa.models.calling import ChatModel, Message
from actqa.models.opening import open_model

__all__ = ["ChatModel", "Message", "open_model"]
