import pytest


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """Files of each test lie apart, and go with it."""
    settings.UPLOADS_DIR = tmp_path / "uploads"
    return settings.UPLOADS_DIR
