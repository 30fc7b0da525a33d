"""Reads GraphML from standard input with NetworkX and tells, as JSON, what it made of it."""

import json
import sys

import networkx

graph = networkx.read_graphml(sys.stdin.buffer)
placed = next(attributes for _, attributes in graph.nodes(data=True) if "latitude" in attributes)
print(
    json.dumps(
        {
            "isDirected": graph.is_directed(),
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "latitude": type(placed["latitude"]).__name__,
            "labelled": all("label" in attributes for _, attributes in graph.nodes(data=True)),
        }
    )
)
