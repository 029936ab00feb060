"""The three steps of the inquiry form. Forms clean; they never write."""

from .check import CheckForm
from .contact import ContactForm
from .project import ProjectForm

__all__ = ["CheckForm", "ContactForm", "ProjectForm"]
