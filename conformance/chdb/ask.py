"""Asks the engine of ClickHouse, in one process, over files of Parquet: statements in, rows out, as JSON."""
import json
import sys

from chdb import session

given = json.load(sys.stdin)
asked = session.Session()
for statement in given["made"]:
    asked.query(statement)
rows = []
for statement in given["asked"]:
    answer = asked.query(statement, "JSONCompact")
    rows.append(json.loads(bytes(answer))["data"] if hasattr(answer, "__bytes__") else json.loads(str(answer))["data"])
print(json.dumps({"version": str(asked.query("SELECT version()", "TabSeparated")).strip(), "rows": rows}))
