#!/usr/bin/env python3
"""Writes what seeds/cloud-regions holds of Chinese names: of providers and of their regions.

    python3 -m pip download --no-deps -d FOLDER tccli==3.1.189.1 tccli-intl-en==3.1.193.1
    unzip -qo FOLDER/tccli-*.whl -d FOLDER/python && unzip -qo FOLDER/tccli_intl_en-*.whl -d FOLDER/python-en
    npm install --prefix FOLDER --ignore-scripts cldr-dates-full@48.2.0
    git clone https://github.com/yunionio/cloudmux FOLDER/cloudmux          # 311f52c4fa1a066d956197819bac8fac8b8f9e67
    git clone https://github.com/infraboard/cmdb FOLDER/cmdb                # 7aae7b90475c64ea831b8bd53fc4d11f937b900a
    git clone https://github.com/aliyun/alibabacloud-compute-nest-saas-boost FOLDER/aliyun
                                                                            # 59d568708eca796a6deb47a1689851529c2be91a
    git clone https://github.com/renhuailin/azure-docs.zh-cn FOLDER/azure   # 43440bcd302a56ac11a6d1f98a0dd4ce197f71e8
    python3 scripts/seed-cloud-names.py FOLDER

The last one may be a folder with the one file that is read. The same versions give the same bytes. What each table is
and where it is from is told in seeds/cloud-regions/README.md.
"""
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

if len(sys.argv) != 2:
    sys.exit("usage: seed-cloud-names.py FOLDER")
FOLDER = Path(sys.argv[1])
SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "cloud-regions"
COMMITS = {
    "cloudmux": "311f52c4fa1a066d956197819bac8fac8b8f9e67",
    "cmdb": "7aae7b90475c64ea831b8bd53fc4d11f937b900a",
    "aliyun": "59d568708eca796a6deb47a1689851529c2be91a",
    "azure": "43440bcd302a56ac11a6d1f98a0dd4ce197f71e8",
}


def text_of(repository, path):
    """A file at the commit that is cited; of a folder that is no repository, the file as it stands there."""
    folder = FOLDER / repository
    if (folder / path).exists() and not (folder / ".git").exists():
        return (folder / path).read_text(encoding="utf-8")
    shown = ["git", "-C", str(folder), "show", f"{COMMITS[repository]}:{path}"]
    return subprocess.run(shown, check=True, capture_output=True).stdout.decode("utf-8")


def write(name, header, rows):
    rows = sorted(rows)
    if len({tuple(row[:2]) for row in rows}) != len(rows):
        sys.exit(f"{name}: two rows of one key")
    with open(SEEDS / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def tencent():
    for name, folder in [("tencent.csv", "python"), ("tencent-en.csv", "python-en")]:
        path = FOLDER / folder / "tccli/services/region/v20220627/examples.json"
        examples = json.loads(path.read_text(encoding="utf-8"))["actions"]["DescribeRegions"]
        answers = [json.loads(example["output"])["Response"].get("RegionSet", []) for example in examples]
        rows = [["tencent", at["Region"], at["RegionName"]] for at in max(answers, key=len)]
        write(name, ["provider", "code", "name"], rows)


def alibaba():
    found = set(re.findall(r'"([a-z0-9-]+)", // (.+)', text_of("aliyun", "boost.front/src/constants/index.tsx")))
    write("alibaba-names.csv", ["provider", "code", "name"], [["alibaba", *pair] for pair in found])


def cmdb():
    rows = []
    for provider, folder in [("alibaba", "aliyun"), ("huawei", "huawei")]:
        text = text_of("cmdb", f"provider/{folder}/region/region.go")
        found = dict(re.findall(r'Value: "([^"]+)", Describe: "([^"]+)"', text))
        # A region of Tencent Cloud, under Alibaba Cloud's by mistake.
        found.pop("ap-guangzhou-open", None)
        rows += [[provider, code, name] for code, name in found.items()]
    write("cmdb.csv", ["provider", "code", "name"], rows)


def cloudmux():
    rows = []
    for provider, path in [("aws", "aws/region.go"), ("gcp", "google/latitude_and_longitude.go")]:
        text = text_of("cloudmux", f"pkg/multicloud/{path}")
        # The same map stands there in English.
        found = re.findall(r'^\s*"([a-z]+(?:-[a-z]+)+-?\d+)":\s*"([^"]*[\u4e00-\u9fff][^"]*)"', text, re.MULTILINE)
        rows += [[provider, code, name] for code, name in dict(found).items()]
    write("cloudmux.csv", ["provider", "code", "name"], rows)
    providers = {
        "alibaba": "aliyun/aliyun.go",
        "azure": "azure/azure.go",
        "baidu": "baidu/baidu.go",
        "ctyun": "ctyun/ctyun.go",
        "cucloud": "cucloud/cucloud.go",
        "ecloud": "ecloud/ecloud.go",
        "gcp": "google/google.go",
        "huawei": "huawei/huawei.go",
        "jdcloud": "jdcloud/region.go",
        "ksyun": "ksyun/ksyun.go",
        "oracle": "oracle/oracle.go",
        "qingcloud": "qingcloud/qingcloud.go",
        "tencent": "qcloud/qcloud.go",
        "volcengine": "volcengine/volcengine.go",
    }
    named = []
    for provider, path in providers.items():
        found = re.search(r'CLOUD_PROVIDER_\w+_CN\s+= "([^"]+)"', text_of("cloudmux", f"pkg/multicloud/{path}"))
        named.append([provider, found[1]])
    write("cloudmux-providers.csv", ["provider", "name"], named)


def azure():
    text = text_of("azure", "includes/cognitive-services-speech-service-region-identifier.md")
    found = re.findall(r"^\| [^|]+ \| ([^|]+) \| `([a-z0-9]+)` \|$", text, re.MULTILINE)
    # Some names the translation left in English.
    chinese = [[code, name] for name, code in found if re.search(r"[\u4e00-\u9fff]", name)]
    write("azure-names.csv", ["provider", "code", "name"], [["azure", *pair] for pair in chinese])


# Cities by the regions of Google Cloud that are named after them.
GOOGLE_CITIES = {
    "asia-northeast2": "Osaka",
    "asia-south1": "Mumbai",
    "asia-south2": "Delhi",
    "europe-west12": "Turin",
    "europe-west3": "Frankfurt",
    "europe-west8": "Milan",
    "me-central1": "Doha",
    "me-west1": "Tel Aviv",
    "northamerica-northeast1": "Montreal",
    "us-south1": "Dallas",
    "us-west3": "Salt Lake City",
    "us-west4": "Las Vegas",
}


def cities():
    """The Chinese names of the cities that other lists place regions in: CLDR's, else what cloudmux calls a region there."""
    zones = json.loads((FOLDER / "node_modules/cldr-dates-full/main/zh/timeZoneNames.json").read_text(encoding="utf-8"))
    by_cldr = {}

    def walk(tree, path):
        for key, at in tree.items():
            if not isinstance(at, dict):
                continue
            if "exemplarCity" in at:
                by_cldr[key.replace("_", " ")] = ("/".join([*path, key]), at["exemplarCity"])
            else:
                walk(at, [*path, key])

    walk(zones["main"]["zh"]["dates"]["timeZoneNames"]["zone"], [])
    google = {row["code"]: row["name"] for row in read("cloudmux.csv") if row["provider"] == "gcp"}
    by_cloudmux = {city: (code, google[code]) for code, city in GOOGLE_CITIES.items()}
    # As the lists spell them, where the key is another spelling.
    spelled = {"New York City": "New York", "São Paulo": "Sao Paulo", "Zürich": "Zurich", "Montréal": "Montreal"}
    placed = [
        ((row["provider"], row["code"]), row[column].split(", ")[0])
        for name, column in [("sparecores", "place"), ("cloud-regions-info", "location"), ("codecarbon", "place")]
        for row in read(f"{name}.csv")
    ]
    named = {("gcp", row["code"]) for row in read("codecarbon.csv")} | {("gcp", code) for code in google}
    for name, column, known in [("cldr-cities", "zone", by_cldr), ("cloudmux-cities", "like", by_cloudmux)]:
        rows = {}
        for key, place in placed:
            if spelled.get(place, place) in known and key not in named:
                rows.setdefault(key, [place, *known[spelled.get(place, place)]])
        named |= rows.keys()
        header = ["provider", "code", "place", column, "name"]
        write(f"{name}.csv", header, [[*key, *cells] for key, cells in rows.items()])


def chinese_cities():
    """What China's list of divisions calls the cities that other lists place regions in."""
    with open(SEEDS.parent / "cn-regions" / "divisions.csv", encoding="utf-8", newline="") as file:
        divisions = {f"region/{row['slug']}": row for row in csv.DictReader(file)}
    rows = {}
    for row in [*read("sparecores.csv"), *read("cloud-regions-info.csv")]:
        at = divisions.get(row["region"])
        if at and at["slug"] not in ("hong-kong", "macao", "taiwan"):
            rows.setdefault((row["provider"], row["code"]), [at["code"], at["name"]])
    write("cn-cities.csv", ["provider", "code", "division", "name"], [[*key, *cells] for key, cells in rows.items()])


def read(name):
    with open(SEEDS / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


for table in [tencent, alibaba, cmdb, cloudmux, azure, cities, chinese_cities]:
    table()
