#!/usr/bin/env python3
"""Writes the tables of seeds/cn-organisations and seeds/cn-officials from tables of ROR and Wikidata.

    python3 scripts/seed-cn-organisations.py FOLDER

FOLDER has ror-china/organisations.csv, ror-china/compute-related.jsonl and cn-officials-wikidata/holders.csv, as the
READMEs of the two datasets describe them. The same files give the same bytes.
"""
import csv
import json
import sys
from pathlib import Path

if len(sys.argv) != 2:
    sys.exit("usage: seed-cn-organisations.py FOLDER")
FOLDER = Path(sys.argv[1])
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, rows):
    with open(SEEDS / path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path}: {len(rows)} rows")


# What the records describe, by the ends of their ROR ids: the type and slug of the entity. Others of compute-related.jsonl
# (power companies of provinces, universities of posts) say nothing of compute.
ENTITIES = {
    "0090r4d87": "company/cas-institute-of-computing-technology",
    "009pwww24": "company/iflytek",
    "00cmhce21": "company/huawei",
    "00hhjss72": "company/tencent",
    "00k642b80": "company/alibaba-group",
    "00q2tt650": "computecentre/nscc-jinan",
    "00rjhhq63": "company/zte",
    "017a59b72": "bureau/cn-ndrc",
    "01et3vf73": "computecentre/nscc-kunshan",
    "01jxa2z23": "bureau/anhui-drc",
    "02291hh73": "computecentre/nscc-shenzhen",
    "02kw1ws04": "company/bigai",
    "02whzxb57": "computecentre/nscc-chengdu",
    "0331mqm40": "bureau/jilin-drc",
    "0385nmy68": "bureau/cn-miit",
    "03jmg4515": "bureau/shenzhen-drc",
    "03qdqbt06": "company/peng-cheng-laboratory",
    "03vs3wt56": "company/baidu",
    "03wkvpx79": "company/shanghai-ai-laboratory",
    "040g1y854": "company/guangming-laboratory",
    "042999n30": "computecentre/nscc-guangzhou",
    "049wsmj07": "company/sensetime",
    "04srd9d93": "company/lenovo",
    "04v7gh640": "company/cloudwalk",
    "04yv20134": "company/fiberhome",
    "04zz5fc19": "bureau/jiangsu-drc",
    "050rf2257": "company/datang-telecom",
    "05jnf3k06": "computecentre/nscc-zhengzhou",
    "05kvtff09": "computecentre/nscc-changsha",
    "05p67dv18": "company/china-telecom-corporation",
    "05tngxm14": "computecentre/nscc-tianjin",
    "05twwhs70": "company/state-grid",
}
PARENTS = {
    "034t30j35": ("company/chinese-academy-of-sciences", "Chinese Academy of Sciences"),
    "0064kty71": ("company/sun-yat-sen-university", "Sun Yat-sen University"),
    "05htk5m33": ("company/hunan-university", "Hunan University"),
}


def organisations():
    rows = {row["ror"][-9:]: row for row in read(FOLDER / "ror-china/organisations.csv")}
    header = ["type", "slug", "ror", "name", "nameEn", "nameZh", "types", "established", "subdivision", "city"]
    header += ["lat", "lon", "wikidata", "website", "parent", "parentName", "file"]
    told = []
    for end, entity in sorted(ENTITIES.items(), key=lambda pair: pair[1]):
        row = rows[end]
        if row["status"] != "active":
            sys.exit(f"{end} is {row['status']}")
        kind, slug = entity.split("/")
        # (China) tells the part in China of a company of many countries apart; it is no part of the name.
        name = row["display_name"].removesuffix(" (China)")
        parent = next((known for ror, known in PARENTS.items() if ror in row["parents"]), ("", ""))
        told.append(
            [kind, slug, row["ror"], row["display_name"], name, row["label_zh"], row["types"].lower()]
            + [row["established"], row["subdivision"], row["city"], row["lat"], row["lng"], row["wikidata"]]
            # One website is a page of a sign-up form.
            + ["" if "wp-signup" in row["website"] else row["website"], *parent, row["file"]]
        )
    write("cn-organisations/organisations.csv", header, told)


# Offices, as Wikidata calls them, of the heads of the State Council, of bodies to which a plan here gives a task, of ministries that
# make policy on science, land and environment, and of the governments of provinces.
OFFICES = {
    "Premier of the State Council",
    "Vice Premier of the State Council",
    "Minister in Charge of the National Development and Reform Commission",
    "Minister of Industry and Information Technology",
    "Minister of Science and Technology",
    "Minister of Natural Resources",
    "Minister of Ecology and Environment",
    "Minister of Finance",
    "Minister of Housing and Urban-Rural Development",
    "Minister of Agriculture",
    "Governor of the People's Bank",
    "mayor of Beijing",
    "mayor of Shanghai",
    "Governor of Guizhou",
    "Governor of Hebei",
    "Governor of Qinghai",
    "Governor of Shaanxi",
}
# Offices that were added later. Their rows stand after the others, since a statement cites its row.
LATER_OFFICES = {
    "Chairman of the People's Government of Tibet Autonomous Region",
    "Governor of Fujian",
    "Governor of Jilin",
    "Governor of Liaoning",
}


def officials():
    slugs, rows = {}, []
    holders = read(FOLDER / "cn-officials-wikidata/holders.csv")
    chosen = [row for offices in (OFFICES, LATER_OFFICES) for row in holders if row["position"] in offices]
    for row in chosen:
        slug = "-".join(row["person"].lower().replace("'", "").split())
        # Two persons of one name would be one entity.
        if slugs.setdefault(slug, row["personID"]) != row["personID"]:
            sys.exit(f"{slug} is {slugs[slug]} and {row['personID']}")
        # No end: not known to have ended by July 2022.
        period = f"{row['start']}/{row['end']}"
        rows.append([slug, row["personID"], row["person"], row["position"], row["start"], row["end"], period])
    write("cn-officials/holders.csv", ["slug", "id", "person", "position", "start", "end", "period"], rows)


organisations()
officials()
