from itertools import combinations

import pytest
from made_record import VIEW

from parley.model import Event, Place
from parley.publish.map import make_map


def event(number: int, name: str, lat: float | None, lon: float | None, precision: str) -> Event:
    from dataclasses import replace

    return replace(VIEW.events[0], id=f"e-{number}", where=Place(name, lat, lon, None, None, precision))


def test_events_without_a_position_make_no_map() -> None:
    assert make_map([event(1, "Nowhere", None, None, "unlocated")]) is None
    assert make_map([]) is None


@pytest.mark.parametrize("lat, lon", [(46.2, 6.1), (-33.9, 151.2), (0.0, 0.0), (71.0, -156.8), (-54.8, -68.3), (65.0, 179.5)])
def test_a_place_lies_inside_the_map_beside_land(lat: float, lon: float) -> None:
    drawn = make_map([event(1, "Place", lat, lon, "city")])
    assert drawn is not None
    (spot,) = drawn.spots
    assert 0 < spot.x < drawn.width and 0 < spot.y < drawn.height
    assert lat == lon == 0 or drawn.land.startswith("M")


def test_north_is_up_and_east_is_right() -> None:
    drawn = make_map([event(1, "Geneva", 46.2, 6.1, "city"), event(2, "Damascus", 33.5, 36.3, "city")])
    assert drawn is not None
    at = {spot.name: spot for spot in drawn.spots}
    assert at["Geneva"].x < at["Damascus"].x and at["Geneva"].y < at["Damascus"].y


@pytest.mark.parametrize("precision, shape", [("site", "dot"), ("city", "dot"), ("province", "near"), ("country", "wide"), ("sea", "wide")])
def test_the_shape_says_how_exactly_a_place_is_known(precision: str, shape: str) -> None:
    drawn = make_map([event(1, "Place", 30.0, 30.0, precision)])
    assert drawn is not None and drawn.spots[0].shape == shape


def test_what_is_not_located_is_named_and_not_drawn() -> None:
    drawn = make_map([event(1, "Geneva", 46.2, 6.1, "city"), event(2, "Bel Dorra", None, None, "unlocated")])
    assert drawn is not None
    assert drawn.lost == ("Bel Dorra",)
    assert [spot.name for spot in drawn.spots] == ["Geneva"]


def test_one_place_has_one_mark_for_all_its_events_and_names_never_overlap() -> None:
    crowd = [event(n, f"Town number {n % 12}", 33 + (n % 12) * 0.02, 36.0, "city") for n in range(36)]
    drawn = make_map(crowd)
    assert drawn is not None
    assert len(drawn.spots) == 12
    assert sorted(id_ for spot in drawn.spots for id_ in spot.events) == sorted(e.id for e in crowd)
    labels = [(spot.label, len(spot.name) * 6) for spot in drawn.spots if spot.label]
    assert labels
    for (one, wide), (other, also_wide) in combinations(labels, 2):
        lefts = [label.x if label.side == "start" else label.x - size for label, size in ((one, wide), (other, also_wide))]
        assert abs(one.y - other.y) >= 10 or lefts[0] + wide <= lefts[1] or lefts[1] + also_wide <= lefts[0]


def test_a_whole_world_is_small_enough_to_mail() -> None:
    drawn = make_map([event(1, "West", -50.0, -170.0, "city"), event(2, "East", 70.0, 170.0, "city")])
    assert drawn is not None
    assert len(drawn.land) < 150_000
