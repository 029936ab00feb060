"""Users and settings of the office. No model that holds personal data of investors stands here."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from leads.models import (
    CalendarDay,
    CallBackRule,
    DistrictOfficer,
    Line,
    Officer,
    Schedule,
    Shift,
    User,
)


@admin.register(User)
class PeopleAdmin(UserAdmin):
    show_full_result_count = False
    fieldsets = (*UserAdmin.fieldsets, (None, {"fields": ("extension",)}))


@admin.register(Officer)
class OfficerAdmin(admin.ModelAdmin):
    list_display = ("__str__", "on_duty", "languages", "capacity", "weight")
    list_select_related = ("user",)
    autocomplete_fields = ("user", "industries", "districts")
    exclude = ("last_assigned_at",)


@admin.register(DistrictOfficer)
class DistrictOfficerAdmin(admin.ModelAdmin):
    autocomplete_fields = ("user", "district")


class ShiftInline(admin.TabularInline):
    model = Shift
    extra = 0
    exclude = ("officer",)


@admin.register(Schedule)
class ScheduleAdmin(admin.ModelAdmin):
    inlines = (ShiftInline,)


@admin.register(CalendarDay)
class CalendarDayAdmin(admin.ModelAdmin):
    list_display = ("day", "schedule", "hours", "note")
    list_select_related = ("schedule",)
    ordering = ("-day",)


@admin.register(Line)
class LineAdmin(admin.ModelAdmin):
    list_display = ("name", "digits", "announces_recording")


@admin.register(CallBackRule)
class CallBackRuleAdmin(admin.ModelAdmin):
    list_display = ("kind", "line", "known", "working_minutes", "owner")
    list_display_links = list_display[:1]
    list_select_related = ("line",)
