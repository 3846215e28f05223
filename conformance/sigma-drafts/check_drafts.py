"""Holds drafts of Sigma rules to the JSON Schema of Sigma, and to sigma-cli's own check with its default validators.

Arguments: a bundle of ATT&CK (pySigma would download one), the JSON Schema (empty: there is none), folders of drafts. Prints a line for
each complaint. The validator of D3FEND's tags is left out: it downloads its list, and drafts have no such tags.
"""

import json
import pathlib
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema
import yaml
from sigma.cli.check import check
from sigma.data import mitre_attack


def by_schema(schema, files):
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for file in files:
        for error in validator.iter_errors(yaml.safe_load(file.read_text("utf-8"))):
            print(f"{file.name}: {error.json_path} {error.message}")


def by_sigma_cli(bundle, folder):
    with tempfile.TemporaryDirectory() as kept:
        mitre_attack.set_cache_dir(kept)
        mitre_attack.set_url(bundle)
        report = pathlib.Path(kept, "report.xml")
        check.main(["--exclude", "d3_fendtag", "--junitxml", str(report), folder], standalone_mode=False)
        cases = xml.etree.ElementTree.parse(report).getroot().iter("testcase")
        for case in cases:
            for failure in case.iter("failure"):
                name = pathlib.Path(case.get("file", "")).name
                print(f"sigma check: {name}: {failure.get('message')} {failure.text}")


bundle, schema, *folders = sys.argv[1:]
for folder in folders:
    files = sorted(pathlib.Path(folder).glob("*.yml"))
    if not files:
        print(f"{folder}: no drafts")
    if schema != "":
        by_schema(json.loads(pathlib.Path(schema).read_text("utf-8")), files)
    by_sigma_cli(bundle, folder)
