from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from districts.models import RegistryVersion

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


def test_it_works():
    assert RegistryVersion.current() == 0
    assert RegistryVersion.rise(at=AT, fingerprint="ab") == 1
    assert RegistryVersion.rise(at=AT) == 2
    version = RegistryVersion.objects.get()
    assert (version.number, version.fingerprint, version.loaded_at) == (2, "ab", AT)


def test_there_is_one_row():
    RegistryVersion.rise(at=AT)
    with pytest.raises(IntegrityError, match="registry_version_one_row"), transaction.atomic():
        RegistryVersion.objects.create(pk=2)
