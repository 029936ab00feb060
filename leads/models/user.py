"""People who log in. What they may do is said by their groups: see leads.access."""

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _


class PeopleManager(UserManager):
    def with_roles(self):
        """Each user with the names of his groups, in one statement."""
        named = Q(groups__name__isnull=False)
        return self.annotate(
            group_names=ArrayAgg("groups__name", filter=named, default=Value("{}"))
        )


class User(AbstractUser):
    class Theme(models.TextChoices):
        SYSTEM = "system"
        LIGHT = "light"
        DARK = "dark"

    class Digest(models.TextChoices):
        RUSSIAN = "ru", _("in Russian")
        ENGLISH = "en", _("in English")
        OFF = "off", _("not at all")

    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)

    extension = models.CharField(
        _("phone on the desk"),
        max_length=12,
        blank=True,
        help_text=_("The inner number at which the exchange rings this person."),
    )

    # The morning letter: on unless somebody does not want it, so that nothing is late unseen.
    digest = models.CharField(max_length=3, choices=Digest, default=Digest.RUSSIAN)

    objects = PeopleManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["extension"], condition=~Q(extension=""), name="user_one_a_phone"
            )
        ]

    def __str__(self):
        return self.get_full_name() or self.username

    def choose_digest(self, choice: str) -> bool:
        """How his morning letter comes, from the next on; False when it stands so."""
        rows = User.objects.filter(pk=self.pk).exclude(digest=choice)
        return bool(rows.update(digest=choice))

    def roles(self) -> frozenset[str]:
        """Names of his groups; costs a query unless fetched by `with_roles`."""
        if not hasattr(self, "group_names"):
            self.group_names = list(self.groups.values_list("name", flat=True))
        return frozenset(self.group_names)
