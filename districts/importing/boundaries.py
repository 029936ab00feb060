"""Outlines of the districts out of a GeoJSON file: each feature found in the registry, or named."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .files import FileError

MOST_BYTES = 50_000_000
# Where files name the municipality: by its code, by our own key, by its name.
CODES, KEYS = ("oktmo", "oktmo:user", "oktmo_code"), ("id", "district", "district_id")
NAMES = ("name_ru", "name", "name:ru", "name_en", "name:en", "official_name")
# Words of kind around a municipality's own name.
_KIND = re.compile(
    r"\b(муниципальн\w+|городско\w+|округ\w*|район\w*|образовани\w+|город\w*|курорт\w*|"
    r"city|of|town|resort|district|municipal|urban|okrug)\b|[^\w\s]"
)
NEAR_DEGREES = 0.15


@dataclass(slots=True)
class Outlines:
    """`rings` by district id, or what is wrong with which feature."""

    rings: dict[str, list[list[tuple[float, float]]]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read(path: Path, districts) -> Outlines:
    """`districts` are those of today; nothing is written."""
    outlines, known = Outlines(), list(districts)
    for number, feature in enumerate(_features(path), 1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        told = {str(key).casefold(): value for key, value in (properties or {}).items()}
        where = f"feature {number}{_called(told)}"
        try:
            district = _district(told, known)
            if district.pk in outlines.rings:
                raise ValueError(f"{district.pk} was given by an earlier feature; join the two")
            outlines.rings[district.pk] = _rings(feature.get("geometry"))
            _check_place(district, outlines.rings[district.pk])
        except ValueError as error:
            outlines.problems.append(f"{where}: {error}.")
    missing = [one.pk for one in known if one.pk not in outlines.rings]
    if missing and not outlines.problems:
        outlines.warnings.append(f"no outline for {', '.join(sorted(missing))}: drawn as a disc.")
    return outlines


def _features(path: Path) -> list:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError(f"{path}: larger than {MOST_BYTES // 10**6} MB; simplify it first.")
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileError(f"{path}: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise FileError(f"{path}: this is no JSON in UTF-8; export it as GeoJSON.") from None
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise FileError(f"{path}: no features; export the districts as a FeatureCollection.")
    return features


def _called(told: dict) -> str:
    name = next((told[key] for key in (*NAMES, *KEYS, *CODES) if told.get(key)), None)
    return f" ({str(name)[:60]})" if name else ""


def _district(told: dict, known: list):
    """By our key or the code; by the name only where neither is given."""
    codes = {str(told[key]).strip()[:8] for key in CODES if told.get(key)}
    keys = {str(told[key]).strip() for key in KEYS if told.get(key)}
    found = [one for one in known if one.pk in keys or (one.oktmo and one.oktmo[:8] in codes)]
    if not found:
        named = {_plain(str(told[key])) for key in NAMES if told.get(key)}
        found = [one for one in known if named & {_plain(one.name_ru), _plain(one.name_en)} - {""}]
    if len(found) > 1:
        raise ValueError(f"it may be {' or '.join(one.pk for one in found)}; add its OKTMO code")
    if not found:
        raise ValueError("no district of the registry has this code or name; add its OKTMO code")
    return found[0]


def _plain(name: str) -> str:
    """Without the words that say what kind of municipality it is."""
    return " ".join(_KIND.sub(" ", name.casefold().replace("ё", "е")).split())


def _rings(geometry: Any) -> list[list[tuple[float, float]]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"its geometry is {kind or 'missing'}; give a Polygon or a MultiPolygon")
    parts = geometry.get("coordinates")
    polygons = [parts] if kind == "Polygon" else parts
    try:
        rings = [[_point(spot) for spot in ring] for polygon in polygons for ring in polygon]
    except TypeError:
        raise ValueError("its rings are no lists of points") from None
    if not rings:
        raise ValueError("it has no ring of points")
    return [_opened(ring) for ring in rings]


def _point(spot) -> tuple[float, float]:
    try:
        lon, lat = float(spot[0]), float(spot[1])
    except (TypeError, ValueError, LookupError):
        raise ValueError("its coordinates are not pairs of numbers") from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(
            f"{lon:g}, {lat:g} is no longitude and latitude; export it in WGS 84 (EPSG:4326)"
        )
    return round(lon, 5), round(lat, 5)


def _opened(ring: list) -> list:
    """Without the closing point and without points that repeat the one before."""
    if ring and ring[0] != ring[-1]:
        raise ValueError("a ring does not end where it begins; close it")
    bare = [point for place, point in enumerate(ring[:-1]) if point != ring[place - 1] or not place]
    if len(set(bare)) < 3:
        raise ValueError("a ring has fewer than three points")
    return bare


def _check_place(district, rings) -> None:
    """The centre lies in the outline's box, or hardly outside it."""
    if district.lat is None or district.lon is None:
        return
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    lon, lat = float(district.lon), float(district.lat)
    inside = min(lons) - NEAR_DEGREES <= lon <= max(lons) + NEAR_DEGREES
    if not inside or not min(lats) - NEAR_DEGREES <= lat <= max(lats) + NEAR_DEGREES:
        raise ValueError(
            f"it lies far from {district.pk}, whose centre is at longitude {lon:g}, latitude "
            f"{lat:g}; look whether the two are swapped, or the code is another's"
        )
