import pytest

from districts.matching.affinity import relate
from districts.matching.rows import IndustryRow

METAL = IndustryRow("metal", None, ("24", "25"))
PIPES = IndustryRow("pipes", None, ("24.2",))
CEMENT = IndustryRow("cement", "stone", ("23.5",))
GLASS = IndustryRow("glass", "stone", ("23.1",))
TILES = IndustryRow("tiles", None, ("23.3",))
STONE = IndustryRow("stone", None, ("23",))
HOTELS = IndustryRow("hotels", None, ("55",))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (METAL, METAL, 1),
        (STONE, GLASS, 0.5),
        (METAL, PIPES, 0.5),
        (GLASS, CEMENT, 0.25),
        (GLASS, TILES, 0.25),
        (METAL, HOTELS, 0),
        (IndustryRow("a", None, ("2",)), IndustryRow("b", None, ("24",)), 0),
        (IndustryRow("a"), IndustryRow("b"), 0),
    ],
)
def test_it_works(one, other, share):
    square = relate([one, other])
    assert square[0, 1] == square[1, 0] == share if one != other else square[0, 0] == 1
