"""What search engines are told: which pages to read, and that each stands in two languages."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from districts.models import District, Park

# Whatever is not the public's; a robot that keeps to it never meets a login.
CLOSED = ("/admin/", "/desk/", "/pipeline/", "/inquiries/", "/my-day/", "/reports/", "/status/")
AN_HOUR = 3600
# A name, not an address: nothing is asked there.
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@login_not_required
@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings.BASE_URL}{reverse('catalogue:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap(request):
    """Every public page that stands by itself, in both languages. Costs two queries."""
    pages = ["/", reverse("catalogue:districts")]
    pages += [row.get_absolute_url() for row in District.objects.current().order_by("pk")]
    pages += [row.get_absolute_url() for row in Park.objects.offered().order_by("pk")]
    context = {
        "schema": SCHEMA,
        "pages": [f"{settings.BASE_URL}{page}" for page in pages],
        "languages": [code for code, _ in settings.LANGUAGES],
    }
    return render(request, "catalogue/sitemap.xml", context, content_type="application/xml")
