"""Reads replies with the Python that quicktype made, and writes them back.

    python replies.py CASES CODE OUT

CASES holds replies.ndjson in a folder for each case, CODE the modules; what is written back becomes OUT/CASE.ndjson.
"""

import importlib
import json
import pathlib
import sys

cases, code, out = map(pathlib.Path, sys.argv[1:])
out.mkdir(parents=True, exist_ok=True)
sys.path.insert(0, str(code))
for case in sorted(cases.iterdir()):
    module = importlib.import_module(case.name)
    replies = (case / "replies.ndjson").read_text(encoding="utf-8").splitlines()
    written = [json.dumps(module.reply_to_dict(module.reply_from_dict(json.loads(it)))) for it in replies]
    (out / f"{case.name}.ndjson").write_text("".join(f"{it}\n" for it in written), encoding="utf-8")
