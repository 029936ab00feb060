"""Places that the investor names: ruled out, which refuses, or wished for, which only adds."""

import numpy as np

from .judgement import Judgement
from .question import Question, reads

NEIGHBOUR = 0.4
"""The share of a district that borders on a wanted one."""

LAST_RESORT = np.float32(1000)
"""A ruled-out district is a nearer miss than none, and farther than any other."""


@reads("districts_excluded")
def districts_excluded(question: Question) -> Judgement | None:
    """Not a district that the investor rules out; a hard limit that adds nothing."""
    districts = question.snapshot.districts
    out = [
        districts.index[name]
        for name in question.need.districts_excluded
        if name in districts.index
    ]
    if not out:
        return None
    missed = np.zeros(len(districts.ids), np.bool_)
    missed[out] = True
    return Judgement(
        asked=question.need.districts_excluded,
        offered=lambda place: districts.ids[place],
        missed=missed,
        gap=lambda: np.full(len(missed), LAST_RESORT),
    )


@reads("districts_wanted", "parks_wanted")
def districts_wanted(question: Question) -> Judgement | None:
    """A wanted district or a neighbour of one; the district of a wanted park counts as wanted."""
    districts, parks = question.snapshot.districts, question.snapshot.parks
    wanted = [
        districts.index[name] for name in question.need.districts_wanted if name in districts.index
    ]
    wanted += [
        parks.district[parks.index[p]] for p in question.need.parks_wanted if p in parks.index
    ]
    if not wanted:
        return None
    share = np.zeros(len(districts.ids), np.float32)
    for place in wanted:
        share[list(districts.neighbours[place])] = NEIGHBOUR
    share[wanted] = 1
    return Judgement(
        asked=tuple(dict.fromkeys(districts.ids[place] for place in wanted)),
        offered=lambda place: districts.ids[place],
        share=share,
        exact=share == 1,
    )


@reads("parks_wanted")
def parks_wanted(question: Question) -> Judgement | None:
    """The very park that the investor names."""
    parks = question.snapshot.parks
    wanted = [parks.index[name] for name in question.need.parks_wanted if name in parks.index]
    if not wanted:
        return None
    share = np.zeros(len(parks.ids), np.float32)
    share[wanted] = 1
    return Judgement(
        asked=tuple(parks.ids[place] for place in wanted),
        offered=lambda place: parks.ids[place],
        share=share,
    )
