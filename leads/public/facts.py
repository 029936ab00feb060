"""Three facts of the start page, counted in our own registry; none where the registry is empty."""

from django.db.models import Count, Q

from districts.models import District, Park, Shipment, Source


def registry_facts() -> dict | None:
    """Four queries. `first` is the largest shipment of the newest year, with its source."""
    year = Shipment.objects.latest_year()
    first = District.objects.current().by_shipments(year).first() if year else None
    if first is None:
        return None
    shipment = first.shipments.get(year=year)
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
        "source": Source.objects.filter(pk__in=shipment.sources[:1]).first(),
        "as_of": shipment.as_of,
        "sites": sites,
    }
