"""Nouns of the land and their questions: who offers what, where, by which source."""

from .boundary import Boundary
from .district import CompanyEvidence, District, Priority, Shipment
from .figure import Figure, PlaceKind, State
from .industry import Industry
from .park import Park
from .registry_row import Origin
from .registry_version import RegistryVersion
from .source import Source
from .weights import WeightSet

__all__ = [
    "Boundary",
    "CompanyEvidence",
    "District",
    "Figure",
    "Industry",
    "Origin",
    "Park",
    "PlaceKind",
    "Priority",
    "RegistryVersion",
    "Shipment",
    "Source",
    "State",
    "WeightSet",
]
