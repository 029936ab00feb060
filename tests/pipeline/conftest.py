import pytest
from zeal import zeal_ignore


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    """A snapshot is kept by version, and each rolled-back test counts versions from the start."""
    monkeypatch.setattr("districts.land._current", None)


@pytest.fixture
def row_by_row():
    """A deed for many calls the verb of each inquiry on purpose: its rules are written there."""
    with zeal_ignore():
        yield


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """Files of each test lie apart, and go with it."""
    settings.UPLOADS_DIR = tmp_path / "uploads"
    return settings.UPLOADS_DIR
