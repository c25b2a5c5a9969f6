"""Makes pydantic models of JSON Schemas with datamodel-code-generator, and lets them read replies and write them back.

    python pydantic_models.py CASES OUT

CASES holds a folder for each case, with reply.schema.json and replies.ndjson; the replies as the models write them become
OUT/CASE.ndjson. The exit code is 1 if a model cannot be made or does not take a reply, 2 on wrong use.
"""

import importlib
import pathlib
import shutil
import sys

from datamodel_code_generator import DataModelType, InputFileType, PythonVersion, generate
from datamodel_code_generator.format import Formatter
from pydantic import ValidationError


def model(case, out):
    """The class of the replies of a case."""
    schema = case / "reply.schema.json"
    generate(
        schema,
        input_file_type=InputFileType.JsonSchema,
        output=out / f"{case.name}.py",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[Formatter.BUILTIN],
        class_name="Reply",
    )
    return importlib.import_module(case.name).Reply


def read_and_write(case, out):
    """Reads all replies of a case and writes them back; what is wrong with them, if anything."""
    reply = model(case, out)
    lines = (case / "replies.ndjson").read_text(encoding="utf-8").splitlines()
    try:
        written = [reply.model_validate_json(line).model_dump_json(by_alias=True, exclude_unset=True) for line in lines]
    except ValidationError as error:
        return str(error)
    (out / f"{case.name}.ndjson").write_text("".join(f"{it}\n" for it in written), encoding="utf-8")
    return None


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    cases, out = map(pathlib.Path, arguments)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    sys.path.insert(0, str(out))
    folders = sorted(cases.iterdir())
    refused = 0
    for case in folders:
        if fault := read_and_write(case, out):
            print(f"{case}: {fault}")
            refused += 1
    print(f"datamodel-code-generator and pydantic: {len(folders)} schemas, {refused} of them wrong")
    return 1 if refused else 0


sys.exit(main(sys.argv[1:]))
