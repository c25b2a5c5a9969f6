"""Says of every reply what the Python library jsonschema says of it.

    python verdicts.py CASES OUT

CASES holds a folder for each case, with reply.schema.json and replies.ndjson. OUT/CASE.txt gets a line for each reply: nothing if
it is valid, else the first mistake. The exit code is 2 on wrong use.
"""

import json
import multiprocessing
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker


def verdict(validator, reply):
    """The first mistake of a reply, on one line."""
    error = next(validator.iter_errors(json.loads(reply)), None)
    return f"{error.json_path} {error.message[:200]!r} ({'/'.join(map(str, error.schema_path))})" if error else ""


def judge(case, out):
    """Writes the verdicts on the replies of a case."""
    schema = json.loads((case / "reply.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    replies = (case / "replies.ndjson").read_text(encoding="utf-8").split("\n")[:-1]
    lines = "".join(f"{verdict(validator, it)}\n" for it in replies)
    (out / f"{case.name}.txt").write_text(lines, encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    cases, out = map(pathlib.Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool() as pool:
        pool.starmap(judge, [(case, out) for case in sorted(cases.iterdir())], chunksize=1)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
