"""Every JSON report against the schema, by jsonschema from PyPI. Called by scripts/formats, scripts/smoke and packaging/test:

python3 formats.py SCHEMA LIST-OR-REPORT
"""

import json
import pathlib
import sys

import jsonschema


def errors(report, schema):
    """Everything in which a report is not what the schema says."""
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)]


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
    given = pathlib.Path(sys.argv[2])
    reports = given.read_text().split() if given.suffix == ".list" else [given]
    wrong = [f"{path}: {error}" for path in reports for error in errors(json.loads(pathlib.Path(path).read_text()), schema)]
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
