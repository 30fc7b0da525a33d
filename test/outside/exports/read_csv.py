"""Reads the tables of a folder strictly: how many rows, and how many cells a row has."""

import csv
import json
import pathlib
import sys

rows, widths, faults = {}, {}, []
csv.field_size_limit(10**9)
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    # Without universal newlines, so that a line break in a cell stays what it is.
    with path.open(encoding="utf-8", newline="") as file:
        try:
            read = list(csv.reader(file, strict=True))
        except csv.Error as failure:
            faults.append(f"{path.name}: {failure}")
            continue
    rows[path.name] = len(read)
    widths[path.name] = sorted({len(row) for row in read})
print(json.dumps({"rows": rows, "widths": widths, "faults": faults}))
