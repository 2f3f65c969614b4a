"""Make the outlines of the map of Central Asia from Natural Earth: run it once, commit what it writes.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python tools/make_map.py package/countries-50m.json

Source: Natural Earth 4.1, 1:50m admin 0 countries, as TopoJSON in the npm package world-atlas 2.0.2 (Mike Bostock, ISC).
Natural Earth is in the public domain (naturalearthdata.com/about/terms-of-use); a credit is a courtesy, and stands below
the map. Its borders are those it calls de facto; they are no statement of ours.

Writes `articles/views/outlines.py`: of each country an SVG path, a place for its name, and the frame of them all. The
projection is Albers' with two standard parallels (Snyder, Map Projections: A Working Manual, USGS 1395, 1987, section 14),
so that areas compare.
"""

import json
import math
import sys
from pathlib import Path

#: ISO 3166-1 numeric, as world-atlas names them, and alpha-2, as the newsroom does.
COUNTRIES = {"398": "KZ", "417": "KG", "762": "TJ", "795": "TM", "860": "UZ"}
#: Where the name stands, as longitude and latitude: the middle of what is wide enough.
LABELS = {
    "KZ": (67.5, 48.2),
    "KG": (74.6, 41.6),
    "TJ": (71.6, 38.5),
    "TM": (58.8, 39.3),
    "UZ": (60.7, 43.0),
}
PARALLELS, MIDDLE = (38.0, 53.0), (66.0, 45.0)
WIDTH = 600
#: Points nearer than this to the line of their neighbours are left out, in units of the map (Douglas and Peucker).
TOLERANCE = 0.45
TARGET = Path(__file__).parent.parent / "articles/views/outlines.py"

Point = tuple[float, float]


def albers(longitude: float, latitude: float) -> Point:
    """Project a point in degrees to the plane, y upwards."""
    first, second, middle = (math.radians(one) for one in (*PARALLELS, MIDDLE[1]))
    n = (math.sin(first) + math.sin(second)) / 2
    c = math.cos(first) ** 2 + 2 * n * math.sin(first)
    rho = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
    rho_middle = math.sqrt(c - 2 * n * math.sin(middle)) / n
    theta = n * math.radians(longitude - MIDDLE[0])
    return rho * math.sin(theta), rho_middle - rho * math.cos(theta)


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Return the points without those that lie within `tolerance` of the line through their neighbours."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = math.hypot(x2 - x1, y2 - y1)

    def off(point: Point) -> float:
        if not length:
            return math.dist(point, points[0])
        return abs((x2 - x1) * (y1 - point[1]) - (x1 - point[0]) * (y2 - y1)) / length

    farthest = max(range(1, len(points) - 1), key=lambda one: off(points[one]))
    if off(points[farthest]) <= tolerance:
        return [points[0], points[-1]]
    left = simplified(points[: farthest + 1], tolerance)
    return left[:-1] + simplified(points[farthest:], tolerance)


def arcs_of(topology: dict) -> list[list[Point]]:
    """Return the arcs of a TopoJSON in degrees; they are stored as differences of whole numbers."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def main(source: str) -> None:
    """Write the outlines."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    shapes = {
        COUNTRIES[one["id"]]: one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        for one in topology["objects"]["countries"]["geometries"]
        if one.get("id") in COUNTRIES
    }
    used = {
        arc if arc >= 0 else ~arc
        for polygons in shapes.values()
        for polygon in polygons
        for ring in polygon
        for arc in ring
    }
    arcs = arcs_of(topology)
    plane = {one: [albers(*point) for point in arcs[one]] for one in used}
    every = [point for points in plane.values() for point in points]
    left, top = min(x for x, _ in every), max(y for _, y in every)
    scale = WIDTH / (max(x for x, _ in every) - left)
    height = math.ceil((top - min(y for _, y in every)) * scale)

    def placed(point: Point) -> Point:
        return (point[0] - left) * scale, (top - point[1]) * scale

    # Each arc once: neighbours then share their border to the last digit.
    lines = {
        one: simplified([placed(point) for point in points], TOLERANCE)
        for one, points in plane.items()
    }

    def path(polygons: list) -> str:
        parts = []
        for ring in (ring for polygon in polygons for ring in polygon):
            points: list[Point] = []
            for arc in ring:
                line = lines[arc] if arc >= 0 else lines[~arc][::-1]
                points += line[1:] if points else line
            whole = [f"{x:.1f},{y:.1f}" for x, y in points[:-1]]
            if len(whole) > 2:
                parts.append(f"M{' '.join(whole)}z")
        return "".join(parts)

    names = {code: tuple(round(one) for one in placed(albers(*LABELS[code]))) for code in shapes}
    rows = "\n".join(
        f'    "{code}": Outline({names[code]}, {json.dumps(path(polygons))}),'
        for code, polygons in sorted(shapes.items())
    )
    TARGET.write_text(
        f'''"""Outlines of the countries of Central Asia. Written by tools/make_map.py, which tells source and licence.

Natural Earth 4.1, public domain.
"""

from typing import NamedTuple


class Outline(NamedTuple):
    """Where the name of a country stands, and its borders as a path of SVG."""

    label: tuple[int, int]
    path: str


#: Width and height of the map.
FRAME = ({WIDTH}, {height})
OUTLINES = {{
{rows}
}}
''',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1])
