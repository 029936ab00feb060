"""Attachments: files of an investor, kept under random names where no web server looks."""

import hashlib
import secrets

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction

from leads.file_kinds import FileKind

from .activity import Activity

SIZE_AT_MOST = 10 * 1024 * 1024
FILES_AT_MOST = 10


def storage() -> FileSystemStorage:
    """Outside the web root; readable by us alone."""
    return FileSystemStorage(
        settings.UPLOADS_DIR, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


class TooManyFiles(Exception):
    """An inquiry holds so many files at most."""


class Attachment(models.Model):
    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=80, unique=True)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["inquiry", "added_at"], name="attachment_of_inquiry")]

    def __str__(self):
        return f"file of {self.inquiry_id}"

    @classmethod
    def keep(cls, inquiry, file, *, name: str, kind: FileKind, at) -> "Attachment":
        """Store the file, then its row; the same file again is the same row. May raise
        TooManyFiles."""
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        place = storage()
        stored_as = place.save(f"{at:%Y/%m}/{secrets.token_hex(16)}", file)
        kept = False
        try:
            with transaction.atomic():
                # One after another, or two at once would both be the tenth.
                type(inquiry).objects.select_for_update().get(pk=inquiry.pk)
                same = inquiry.attachments.filter(sha256=digest).first()
                if same is not None:
                    return same
                if inquiry.attachments.count() >= FILES_AT_MOST:
                    raise TooManyFiles
                row = cls.objects.create(
                    inquiry=inquiry,
                    name=name,
                    stored_as=stored_as,
                    content_type=kind.content_type,
                    size=file.size,
                    sha256=digest,
                    added_at=at,
                )
                said = Activity.objects.record(inquiry, "file_added", by=None, at=at, file=row.pk)
                inquiry.wake("investor_wrote", said, at=at)
            kept = True
            return row
        finally:
            if not kept:
                place.delete(stored_as)

    def open(self):
        return storage().open(self.stored_as)
