"""What must hold of every layout of a map of lanes, whatever it was made from."""

from itertools import combinations, pairwise


def nothing_runs_beneath_a_box(layout):
    """Whether lines turn at right angles only and none runs through a box; an edge may be touched."""
    return all(
        (a.x == b.x) != (a.y == b.y)
        and (
            max(a.x, b.x) <= rect.left
            or min(a.x, b.x) >= rect.right
            or max(a.y, b.y) <= rect.top
            or min(a.y, b.y) >= rect.bottom
        )
        for route in layout.routes
        for a, b in pairwise(route)
        for rect in layout.boxes.values()
    )


def no_boxes_overlap(layout):
    """Whether all boxes stand apart."""
    return all(
        one.right < other.left or other.right < one.left or one.bottom < other.top or other.bottom < one.top
        for one, other in combinations(layout.boxes.values(), 2)
    )
