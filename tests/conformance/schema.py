"""Checks JSON Schemas against their metaschema with the Python library jsonschema.

    python schema.py FILE...

The exit code is 1 if a schema is refused or takes a list for a reply, 2 on wrong use.
"""

import json
import pathlib
import sys

from jsonschema import FormatChecker
from jsonschema.exceptions import SchemaError
from jsonschema.validators import validator_for


def fault(schema):
    """What is wrong with a schema, if anything."""
    draft = validator_for(schema)
    try:
        draft.check_schema(schema)
    except SchemaError as error:
        return error.message
    validator = draft(schema, format_checker=FormatChecker())
    return "it takes a list for a reply" if validator.is_valid([]) else None


def main(files):
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    refused = 0
    for file in files:
        found = fault(json.loads(pathlib.Path(file).read_text(encoding="utf-8")))
        print(f"{file}: jsonschema {'refuses it: ' + found if found else 'takes it'}")
        refused += bool(found)
    return 1 if refused else 0


sys.exit(main(sys.argv[1:]))
