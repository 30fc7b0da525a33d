"""Reads FollowTheMoney entities from standard input and tells, as JSON, what its own model finds wrong with them."""

import json
import sys

from followthemoney import EntityProxy, model
from followthemoney.types import registry

faults = []
schemata = {}
links = []
for line in sys.stdin:
    data = json.loads(line)
    try:
        schema = model[data["schema"]]
        schema.validate(data)
        unknown = [name for name in data["properties"] if name not in schema.properties]
        missing = [name for name in schema.required if name not in data["properties"]]
        # What it cannot clean it drops.
        kept = EntityProxy.from_dict(data, cleaned=False).to_dict()["properties"]
        dropped = [name for name in data["properties"] if name not in kept]
        if unknown or missing or dropped or not registry.entity.validate(data["id"]):
            faults.append([data["id"], unknown, missing, dropped])
        schemata[data["id"]] = schema
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is not None and prop.type == registry.entity:
                links.extend((data["id"], name, value, prop.range) for value in values)
    except Exception as error:
        faults.append([data["id"], str(error), getattr(error, "errors", None)])
for entity, name, value, range_ in links:
    if value not in schemata or not schemata[value].is_a(range_):
        faults.append([entity, name, value])
print(json.dumps({"entities": len(schemata), "faults": faults[:20]}))
