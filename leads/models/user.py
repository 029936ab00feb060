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

    theme = models.CharField(max_length=6, choices=Theme, default=Theme.SYSTEM)

    extension = models.CharField(
        _("phone on the desk"),
        max_length=12,
        blank=True,
        help_text=_("The inner number at which the exchange rings this person."),
    )

    objects = PeopleManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["extension"], condition=~Q(extension=""), name="user_one_a_phone"
            )
        ]

    def __str__(self):
        return self.get_full_name() or self.username

    def roles(self) -> frozenset[str]:
        """Names of his groups; costs a query unless fetched by `with_roles`."""
        if not hasattr(self, "group_names"):
            self.group_names = list(self.groups.values_list("name", flat=True))
        return frozenset(self.group_names)
