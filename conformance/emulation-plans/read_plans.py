"""Reads emulation plans with PyYAML, as Caldera and its plugin emu do, and holds them to what their loaders ask of the fields.

Neither can be installed from a package index, so what they ask is written down here, by mitre/caldera (app/service/data_svc.py,
app/objects/c_ability.py, c_adversary.py) and mitre/emu (app/emu_svc.py): read, not copied. Prints a line for each complaint.
"""

import json
import pathlib
import re
import sys
import uuid

import yaml

EXECUTORS = {"windows": {"psh", "cmd"}, "linux": {"sh", "pwsh"}, "darwin": {"sh", "pwsh"}}


def complain(path, message):
    print(f"{path}: {message}")


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


def check_platforms(path, platforms):
    if not isinstance(platforms, dict) or not platforms:
        return complain(path, "no platforms")
    for system, executors in platforms.items():
        for name, info in executors.items():
            if name not in EXECUTORS.get(system, set()):
                complain(path, f"{name} does not run on {system}")
            if not is_text(info.get("command")):
                complain(path, "a command is no text")
            if "cleanup" in info and not is_text(info["cleanup"]):
                complain(path, "a clean-up is no text")
            if name == "cmd" and "\n" in info["command"].strip():
                complain(path, "cmd is given several lines")


def check_ability(path, entry, tactic):
    for key in ("id", "name", "description", "tactic"):
        if not is_text(entry.get(key)):
            complain(path, f"{key} is no text")
    uuid.UUID(entry["id"])
    if entry["tactic"] != tactic:
        complain(path, f"the tactic {entry['tactic']} stands under {tactic}")
    technique = entry.get("technique", {})
    if not re.fullmatch(r"T\d{4}(\.\d{3})?", str(technique.get("attack_id"))) or not is_text(technique.get("name")):
        complain(path, "no technique")
    check_platforms(path, entry.get("platforms"))


def check_caldera(folder):
    data = folder / "caldera" / "data"
    abilities = {}
    for path in sorted(data.glob("abilities/**/*.yml")):
        for document in yaml.safe_load_all(path.read_text("utf-8")):
            for entry in document:
                check_ability(path, entry, path.parent.name)
                abilities[entry["id"]] = entry
    adversaries = list(data.glob("adversaries/**/*.yml"))
    for path in adversaries:
        for adversary in yaml.safe_load_all(path.read_text("utf-8")):
            if set(adversary) - {"id", "name", "description", "atomic_ordering", "objective", "tags"}:
                complain(path, "a field that the schema of adversaries does not have")
            missing = [each for each in adversary["atomic_ordering"] if each not in abilities]
            if missing:
                complain(path, f"abilities that are not there: {missing}")
            if len(adversary["atomic_ordering"]) != len(abilities):
                complain(path, "abilities that are in no order")
    check_source(data, json.dumps(list(abilities.values())))
    return len(abilities) if len(adversaries) == 1 else complain(folder, "not one adversary")


def check_source(data, abilities):
    """By app/objects/c_source.py and secondclass/c_fact.py: a source has a name, facts a trait, and what is not known is refused."""
    needed = set(re.findall(r"#\{(atomic\.[^}]*)\}", abilities))
    paths = list(data.glob("sources/*.yml"))
    if len(paths) != (1 if needed else 0):
        return complain(data, "not one source of facts where some are needed, and none elsewhere")
    for path in paths:
        text = path.read_text("utf-8")
        (source,) = yaml.safe_load_all(text)
        if set(source) != {"id", "name", "facts"} or not is_text(source["name"]):
            complain(path, "not the fields of a source")
        uuid.UUID(source["id"])
        for fact in source["facts"]:
            if set(fact) != {"trait", "value"} or not is_text(fact["trait"]) or not is_text(fact["value"]):
                complain(path, "not the fields of a fact")
        known = {fact["trait"] for fact in source["facts"]}
        if len(known) != len(source["facts"]) or known - needed:
            complain(path, "facts that are there twice, or that no ability needs")
        unnamed = [each for each in needed - known if each not in text.split("\n", 1)[0]]
        if unnamed:
            complain(path, f"neither known nor named as to be given: {unnamed}")


def check_ctid(folder, tests):
    (path,) = (folder / "ctid").glob("*.yaml")
    head, *entries = yaml.safe_load(path.read_text("utf-8"))
    details = head["emulation_plan_details"]
    if float(details["format_version"]) < 1.0 or not is_text(details.get("adversary_name")):
        complain(path, "its details are not valid")
    for entry, test in zip(entries, tests, strict=True):
        check_ability(path, entry, entry["tactic"])
        (executor,) = entry["executors"]
        if executor["command"] != test["command"] or executor.get("cleanup_command") != test.get("cleanup"):
            complain(path, f"the commands of {test['guid']} are not what they were")
        if ("elevation_required" in executor) != test["elevation"]:
            complain(path, f"the rights of {test['guid']} are not what they were")
        for name, details in entry.get("input_arguments", {}).items():
            if not isinstance(details.get("default", ""), str):
                complain(path, f"the default of {name} is no text")


for name in sys.argv[1:]:
    plan = pathlib.Path(name)
    answer = json.loads((plan / "plan.json").read_text("utf-8"))["answer"]
    tests = [planned["test"] for step in answer["steps"] for planned in step["tests"]]
    if not tests:
        complain(plan, "there is nothing in it")
    if check_caldera(plan) != len(tests):
        complain(plan, "not one ability for each test")
    check_ctid(plan, tests)
