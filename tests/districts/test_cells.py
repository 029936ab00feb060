"""The schematic map: every centre in its own cell, no cell over another, the same each time."""

from math import hypot

from districts.cells import WIDTH, sheet

THREE = [("a", 45.0, 39.0), ("b", 45.0, 39.4), ("c", 45.3, 39.2)]


def inside(point, outline):
    x, y = point
    found = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            found = not found
    return found


def test_it_works():
    drawn = sheet(THREE)
    assert [cell.id for cell in drawn.cells] == ["a", "b", "c"]
    for cell in drawn.cells:
        assert [other.id for other in drawn.cells if inside(other.centre, cell.outline)] == [
            cell.id
        ]
        assert all(0 <= x <= WIDTH and 0 <= y <= drawn.height for x, y in cell.outline)


def test_every_point_of_a_cell_is_nearest_to_its_own_centre():
    drawn = sheet(THREE)
    for cell in drawn.cells:
        for x, y in cell.outline:
            away = {c.id: hypot(x - c.centre[0], y - c.centre[1]) for c in drawn.cells}
            assert away[cell.id] <= min(away.values()) + 1e-6


def test_north_is_up_and_east_is_right():
    cells = {cell.id: cell.centre for cell in sheet(THREE).cells}
    assert cells["c"][1] < cells["a"][1]
    assert cells["a"][0] < cells["b"][0]


def test_the_order_given_changes_nothing():
    assert sheet(THREE) == sheet(reversed(THREE))


def test_a_far_place_moves_no_line_between_the_others():
    far = sheet([*THREE, ("far", 46.9, 39.2)])
    lines = {cell.id: len(cell.outline) for cell in far.cells}
    assert lines.items() >= {cell.id: len(cell.outline) for cell in sheet(THREE).cells}.items()


def test_two_at_one_point_and_one_alone():
    twice = sheet([("a", 45.0, 39.0), ("b", 45.0, 39.0)])
    assert twice.cells[0].outline == twice.cells[1].outline
    assert len(sheet([("a", 45.0, 39.0)]).cells) == 1
    assert sheet([]).cells == ()


def test_points_are_written_with_points():
    path = sheet(THREE).cells[0].path
    assert path.startswith("M")
    assert path.endswith("Z")
    assert all("," in pair for pair in path[1:-1].split())


SQUARE = [(38.9, 44.9), (39.1, 44.9), (39.1, 45.1), (38.9, 45.1)]
HOLE = [(38.95, 44.95), (39.0, 44.95), (39.0, 45.0)]


def test_boundaries_take_the_place_of_all_cells():
    drawn = sheet(THREE, {"b": [HOLE, SQUARE]})
    *others, last = drawn.cells
    assert [cell.id for cell in [*others, last]] == ["b", "a", "c"], "discs lie on top"
    (b,) = (cell for cell in drawn.cells if cell.id == "b")
    assert [len(ring) for ring in b.rings] == [3, 4]
    assert len(b.outline) == 4, "names stand in the largest ring"
    assert b.path.count("M") == 2
    width = max(x for x, _ in last.outline) - min(x for x, _ in last.outline)
    assert width < max(x for x, _ in b.outline) - min(x for x, _ in b.outline)
