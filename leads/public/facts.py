"""Three facts of the start page, counted in our own registry; none where the registry is empty."""

from django.db.models import Count, Q

from districts.models import District, Park, Shipment, Source


def registry_facts() -> dict | None:
    """Four queries. `first` is the largest shipment of the newest year, with its source."""
    year = next(iter(Shipment.objects.years()), None)
    first = District.objects.current().by_shipments(year).first()
    if first is None:
        return None
    sites = Park.objects.offered().aggregate(
        all=Count("pk"),
        districts=Count("district", distinct=True),
        free_known=Count(
            "pk", filter=Q(area_free_ha__isnull=False) | Q(largest_plot_ha__isnull=False)
        ),
    )
    return {
        "first": first,
        "year": year,
        "source": Source.objects.filter(pk__in=first.shipment_sources[:1]).first(),
        "sites": sites,
    }
