"""World Atlas' land outlines → `src/parley/publish/data/land.json.gz`.

Usage: python training/land.py land-50m.json

The file comes from the npm package `world-atlas` 2.0.2 (ISC), which holds Natural Earth's land at 1:50 million (public
domain). What ships is a list of rings, each a list of whole numbers: longitude and latitude in hundredths of a degree,
first the start, then steps.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/parley/publish/data/land.json.gz"
SMALLEST = 8
"""Points of the smallest ring kept."""


def decoded_arcs(topology: dict) -> list[list[tuple[float, float]]]:
    """Undoes TopoJSON's quantisation and delta coding."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def rings(topology: dict) -> Iterator[list[tuple[float, float]]]:
    arcs = decoded_arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                points: list[tuple[float, float]] = []
                for number in ring:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    points += arc[1:] if points else arc
                yield points


def packed(points: list[tuple[float, float]]) -> list[int]:
    numbers: list[int] = []
    x = y = 0
    for lon, lat in points:
        to_x, to_y = round(lon * 100), round(lat * 100)
        if numbers and (to_x, to_y) == (x, y):
            continue
        numbers += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return numbers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("land", type=Path)
    topology = json.loads(parser.parse_args().land.read_text(encoding="utf-8"))
    kept = [ring for ring in map(packed, rings(topology)) if len(ring) >= 2 * SMALLEST]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(gzip.compress(json.dumps(kept, separators=(",", ":")).encode(), 9, mtime=0))
    print(len(kept), "rings", sum(map(len, kept)) // 2, "points", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
