"""Reads a report as STIX with OASIS's library, and as an event with MISP's, whose converter makes STIX of it; prints what is not as it should be."""

import json
import sys
import warnings

import stix2
from misp_stix_converter import MISPtoSTIX21Parser
from pymisp import MISPEvent

bundle_file, event_file = sys.argv[1:]
warnings.simplefilter("ignore")

with open(bundle_file, encoding="utf-8") as file:
    bundle = stix2.parse(file.read())
reports = [each for each in bundle.objects if each.type == "report"]
uses = [each for each in bundle.objects if each.type == "relationship"]
if len(reports) != 1:
    print(f"stix2 reads {len(reports)} reports")
for relationship in uses:
    if relationship.relationship_type != "uses" or relationship.id not in reports[0].object_refs:
        print(f"stix2: {relationship.id} is no use of the report")
if not any(each.get("description") for each in uses):
    print("stix2 reads no sentence")

with open(event_file, encoding="utf-8") as file:
    given = json.load(file)["Event"]
event = MISPEvent(strict_validation=True)
event.load_file(event_file)
tags = {tag.name for tag in event.tags}
if tags != {tag["name"] for tag in given["Tag"]}:
    print(f"pymisp reads other tags: {tags}")
if (event.uuid, str(event.date), event.Orgc.name) != (given["uuid"], given["date"], given["Orgc"]["name"]):
    print("pymisp reads another uuid, date or organisation")
if [each.value for each in event.attributes] != [each["value"] for each in given["Attribute"]]:
    print("pymisp reads other attributes")
if [each.content for each in event.event_reports] != [each["content"] for each in given["EventReport"]]:
    print("pymisp reads other event reports")
again = json.loads(event.to_json())
for field in ("uuid", "info", "date", "threat_level_id", "analysis"):
    if str(again[field]) != given[field]:
        print(f"pymisp writes another {field}: {again[field]}")

parser = MISPtoSTIX21Parser()
parser.parse_misp_event({"Event": given})
converted = {each.type: each for each in parser.bundle.objects}
if parser.errors:
    print(f"misp-stix complains: {parser.errors}")
if not {"identity", "grouping", "note", "url"} <= set(converted):
    print(f"misp-stix makes other objects: {sorted(converted)}")
else:
    labels = set(converted["grouping"].labels)
    lost = {tag for tag in tags if tag.startswith("misp-galaxy:")} - labels
    if lost or converted["note"].content != given["EventReport"][0]["content"]:
        print(f"misp-stix loses the event report, or {lost}")
