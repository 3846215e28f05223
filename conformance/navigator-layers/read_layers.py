"""Reads layer files with mitreattack-python and says what does not come back as it was written.

One complaint a line on standard output; nothing where all is well.
"""

import contextlib
import io
import json
import sys

from mitreattack.navlayers import Layer

# What its reader does not keep: dividers within metadata and links, and default values that it leaves out.
DEFAULTS = {"enabled": True, "comment": "", "showSubtechniques": False}
CELL_FIELDS = ["techniqueID", "tactic", "score", "color", "comment", "enabled", "metadata", "links", "showSubtechniques"]
LAYER_FIELDS = ["name", "domain", "description", "versions", "gradient", "legendItems", "metadata", "links"]


def without_dividers(value):
    if not isinstance(value, list):
        return value
    return [entry for entry in value if not (isinstance(entry, dict) and "divider" in entry)]


def field(record, name):
    value = without_dividers(record.get(name, DEFAULTS.get(name)))
    return None if value == [] else value


def key(cell):
    return (cell["techniqueID"], cell.get("tactic"))


def complaints(written):
    layer = Layer()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        layer.from_dict(written)
        read = layer.to_dict()
    for line in said.getvalue().splitlines():
        if "divider" not in line:
            yield f"says: {line}"
    for name in LAYER_FIELDS:
        if field(written, name) != field(read, name):
            yield f"{name}: {field(written, name)!r} became {field(read, name)!r}"
    cells = {key(cell): cell for cell in read["techniques"]}
    if len(cells) != len(written["techniques"]):
        yield f"{len(written['techniques'])} techniques became {len(cells)}"
    for cell in written["techniques"]:
        for name in CELL_FIELDS:
            given, found = field(cell, name), field(cells.get(key(cell), {}), name)
            if given != found:
                yield f"{key(cell)} {name}: {given!r} became {found!r}"


for path in sys.argv[1:]:
    with open(path, encoding="utf8") as file:
        content = json.load(file)
    for layer_file in content if isinstance(content, list) else [content]:
        for complaint in complaints(layer_file):
            print(f"{path}: {layer_file['name']}: {complaint}")
