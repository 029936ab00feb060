"""Importing: a file of investors or inquiries read, checked, brought in line by line, taken back.

The row of the run is the queue; Celery works it in slices, each chunk one transaction, and goes on
where it stopped. May import flow, models and what lies below. Tests: tests/importing/.
"""

from .work import work

__all__ = ["work"]
