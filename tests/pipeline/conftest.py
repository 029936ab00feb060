import pytest


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    """A snapshot is kept by version, and each rolled-back test counts versions from the start."""
    monkeypatch.setattr("districts.land._current", None)
