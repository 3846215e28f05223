"""Prints, as JSON, the techniques of every live group of a bundle as mitreattack-python has them.

Usage: read_groups.py BUNDLE.json
"""

import json
import sys

from mitreattack.stix20 import MitreAttackData

data = MitreAttackData(sys.argv[1])


def label(thing):
    """ATT&CK id of an object."""
    return next(r["external_id"] for r in thing["external_references"] if r["source_name"] == "mitre-attack")


answers = {}
for group in data.get_groups(remove_revoked_deprecated=True):
    used = data.get_techniques_used_by_group(group["id"])
    live = [
        entry["object"]
        for entry in used
        if not entry["object"].get("revoked") and not entry["object"].get("x_mitre_deprecated")
    ]
    answers[label(group)] = sorted({label(technique) for technique in live})
json.dump(answers, sys.stdout)
