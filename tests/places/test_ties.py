"""What the words between two place names tell of where the first one lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.places.choosing import kilometres
from parley.places.ties import Tie, read_tie


@pytest.mark.parametrize(
    ("between", "km", "bearing"),
    [
        (", a village some 25 km west of ", 25.0, 270.0),
        (", about 12 miles (19 km) north-east of the town of ", 19.3, 45.0),
        (" village, 40 kilometres from the provincial capital ", 40.0, None),
        (", which lies 1.5 km to the south of ", 1.5, 180.0),
        (" (80km southeast of ", 80.0, 135.0),
        (" near ", 0.0, None),
        (", a small town just outside ", 0.0, None),
        (" hospital in ", 0.0, None),
        (" prison, in the city of ", 0.0, None),
    ],
)
def test_a_tie(between: str, km: float, bearing: float | None) -> None:
    tie = read_tie(between)
    assert tie is not None and (tie.km, tie.bearing) == (km, bearing)


@pytest.mark.parametrize(
    "between",
    [
        " and ",
        ", ",
        " to a camp 20 km from ",
        " and near ",
        " in retaliation for ",
        " from ",
        ", 900 km west of ",
        " in talks with ",
        " 3.4.5 km from ",
    ],
)
def test_no_tie(between: str) -> None:
    assert read_tie(between) is None


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(1, 300), st.sampled_from([None, 0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0]))
def test_the_said_spot_is_so_far_away_and_admitted(lat: float, lon: float, km: float, bearing: float | None) -> None:
    tie = Tie(km, bearing, 30.0)
    spot = tie.point_from((lat, lon))
    assert kilometres((lat, lon), spot) == pytest.approx(km if bearing is not None else 0.0, abs=1.5)
    assert tie.admits(spot, (lat, lon))


@pytest.mark.parametrize(("bearing", "further"), [(0.0, "north"), (90.0, "east"), (180.0, "south"), (270.0, "west")])
def test_bearings_are_clockwise_from_north(bearing: float, further: str) -> None:
    lat, lon = Tie(100.0, bearing, 1.0).point_from((10.0, 10.0))
    assert {"north": lat > 10.5, "east": lon > 10.5, "south": lat < 9.5, "west": lon < 9.5}[further]


@given(st.text(alphabet="a ,-(0123456789kmnearofwestin", max_size=120))
def test_any_words_are_read(between: str) -> None:
    tie = read_tie(between)
    assert tie is None or 0 <= tie.km <= 300
