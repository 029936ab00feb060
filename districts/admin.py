"""The registry by hand: a row corrected here is the agency's own from then on."""

from django.contrib import admin
from django.utils import timezone

from districts.models import (
    CompanyEvidence,
    District,
    Figure,
    Industry,
    Origin,
    Park,
    Priority,
    RegistryVersion,
    Shipment,
    Source,
)


class RegistryAdmin(admin.ModelAdmin):
    """Every change raises the registry's version, so that snapshots are read anew."""

    show_full_result_count = False
    list_per_page = 50
    readonly_fields = ("origin",)

    def save_model(self, request, obj, form, change):
        obj.origin = Origin.AGENCY
        super().save_model(request, obj, form, change)
        RegistryVersion.rise(at=timezone.now())

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        RegistryVersion.rise(at=timezone.now())

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        RegistryVersion.rise(at=timezone.now())


class NamedAdmin(RegistryAdmin):
    """Inquiries may point at these rows, so they are retired by the loader and never deleted."""

    readonly_fields = ("origin", "retired_at")

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        """The key stays as it is once others may name it."""
        key = (self.model._meta.pk.name,) if obj else ()
        return (*key, *super().get_readonly_fields(request, obj))


@admin.register(Industry)
class IndustryAdmin(NamedAdmin):
    list_display = ("code", "name_ru", "name_en", "parent", "position", "retired_at")
    list_select_related = ("parent",)
    search_fields = ("code", "name_ru", "name_en")
    ordering = ("position", "code")
    autocomplete_fields = ("parent",)


@admin.register(District)
class DistrictAdmin(NamedAdmin):
    list_display = ("id", "name_ru", "name_en", "kind", "oktmo", "state", "as_of", "retired_at")
    list_filter = ("kind", "state", "origin")
    search_fields = ("id", "name_ru", "name_en", "oktmo")
    ordering = ("name_ru",)


@admin.register(Park)
class ParkAdmin(NamedAdmin):
    list_display = ("id", "name_ru", "district", "kind", "stage", "offered", "state", "as_of")
    list_select_related = ("district",)
    list_filter = ("kind", "stage", "offered", "state", "origin")
    search_fields = ("id", "name_ru", "name_en", "district__name_ru", "district__name_en")
    ordering = ("name_ru",)
    autocomplete_fields = ("district",)


@admin.register(Priority)
class PriorityAdmin(RegistryAdmin):
    list_display = ("district", "industry", "basis", "weight", "as_of", "origin")
    list_select_related = ("district", "industry")
    list_filter = ("basis", "origin")
    search_fields = ("district__name_ru", "industry__name_ru")
    ordering = ("district_id", "industry_id")
    autocomplete_fields = ("district", "industry")


@admin.register(Shipment)
class ShipmentAdmin(RegistryAdmin):
    list_display = ("district", "year", "bn_rub", "state", "origin")
    list_select_related = ("district",)
    list_filter = ("year",)
    search_fields = ("district__name_ru", "district__name_en")
    ordering = ("-year", "-bn_rub")
    autocomplete_fields = ("district",)


@admin.register(CompanyEvidence)
class CompanyEvidenceAdmin(RegistryAdmin):
    list_display = ("company_ru", "district", "stage", "state", "as_of")
    list_select_related = ("district",)
    list_filter = ("stage", "state")
    search_fields = ("company_ru", "company_en", "district__name_ru")
    ordering = ("company_ru",)
    autocomplete_fields = ("district",)


@admin.register(Figure)
class FigureAdmin(RegistryAdmin):
    list_display = ("place_kind", "place", "field", "as_of", "state", "origin")
    list_filter = ("place_kind", "state", "field")
    search_fields = ("place", "field")
    ordering = ("place_kind", "place", "field")


@admin.register(Source)
class SourceAdmin(RegistryAdmin):
    list_display = ("id", "title", "date", "licence")
    search_fields = ("id", "title", "title_ru", "address")
    ordering = ("id",)


@admin.register(RegistryVersion)
class RegistryVersionAdmin(admin.ModelAdmin):
    """Read only: the number rises by itself."""

    list_display = ("number", "loaded_at", "fingerprint")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
