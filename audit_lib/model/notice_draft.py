"""A notice that a map implies, before it becomes Markdown, HTML or Word."""

from __future__ import annotations

from .document import Document
from .noun import Id, Text


class NoticeDraft(Document):
    """A whole drafted notice; what stands apart in it is the right to object (UK GDPR Art. 21(4))."""

    map_id: Id
    version: Text
