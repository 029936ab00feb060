"""The reports in the order of the page; each is a module with KEY, `read(scope)` and `marked`."""

from . import (
    ageing,
    calls,
    declines,
    demand,
    first_response,
    funnel,
    late_contacts,
    offers,
    self_audit,
    workload,
)

REPORTS = {
    one.KEY: one
    for one in (
        funnel,
        first_response,
        late_contacts,
        calls,
        workload,
        demand,
        declines,
        ageing,
        offers,
        self_audit,
    )
}
