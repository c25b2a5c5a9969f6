"""Runs the Python of docs/reference/schemas.md: every error of jsonschema has to lead to a sentence of the rule book.

    python sentences.py PAGE SCHEMA...

Beside each reply.schema.json stands its rules.json. The exit code is 1 if an error leads nowhere, 2 on wrong use.
"""

import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def faulty(schema):
    """Replies in which nothing is right: without anything, and with an object or a text for every answer."""
    ids = [*schema["$defs"]["Answers"]["properties"], "no_such_question"]
    instrument = schema["properties"]["instrument"]["enum"][0]
    yield {}
    for value in ({}, "no_such_code"):
        yield {"instrument": instrument, "answers": dict.fromkeys(ids, value), "language": "tlh"}


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    page, *files = map(pathlib.Path, arguments)
    shown = {}
    exec(re.search(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)[1], shown)
    lost = 0
    for file in files:
        schema, book = read(file), read(file.with_name("rules.json"))
        language = next(iter(book["rules"][0]["text"]))
        validator = Draft202012Validator(schema)
        errors = [error for reply in faulty(schema) for error in validator.iter_errors(reply)]
        unknown = [error for error in errors if shown["sentence"](book, schema, error, language) == error.message]
        for error in unknown:
            print(f"  {list(error.absolute_schema_path)} leads to no rule")
        print(f"{file}: {len(errors) - len(unknown)} of {len(errors)} errors of jsonschema lead to a sentence")
        lost += len(unknown) if errors else 1
    return 1 if lost else 0


sys.exit(main(sys.argv[1:]))
