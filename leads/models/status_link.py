"""Links by which an investor opens his own page: long secrets, of which only hashes are kept."""

import hashlib
import secrets
from datetime import timedelta

from django.db import models
from django.db.models.functions import Now

SECRET_BYTES = 32  # 256 bits
VALID_FOR = timedelta(days=365)


class StatusLinkQuerySet(models.QuerySet):
    def opened_by(self, secret: str):
        """The link of this secret while it is valid: one probe of an index, right or wrong."""
        return self.filter(sha256=_hash(secret), expires_at__gt=Now())


class StatusLink(models.Model):
    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.CASCADE, related_name="status_links"
    )
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    objects = StatusLinkQuerySet.as_manager()

    def __str__(self):
        return f"link to {self.inquiry_id}"

    @classmethod
    def issue(cls, inquiry, *, at) -> str:
        """A new secret. It is not kept: each letter gets one of its own when it is written."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        cls.objects.create(
            inquiry=inquiry, sha256=_hash(secret), made_at=at, expires_at=at + VALID_FOR
        )
        return secret


def _hash(secret: str) -> str:
    """Plain SHA-256: what is 256 bits long needs no slow hash."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
