"""Shows every question of every check with its answer and the verdict. Called by scripts/verify-on-mac."""

import json
import pathlib
import subprocess
import sys
import tempfile

# As much of an answer as fits on a screen beside its question.
LINES, COLUMNS = 30, 160


def ask(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True, check=False)
    if done.returncode == 2:
        sys.exit(f"{binary} {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def shown(entry):
    """An answer as somebody reads it: what a tool printed as it stands, everything else as JSON."""
    if entry is None:
        return "not asked"
    if "miss" in entry:
        return f"no answer: {json.dumps(entry['miss'])}"
    ((kind, value),) = entry["answer"].items()
    if kind == "command":
        text = f"exit code {value['exit']}\n{value['stdout']}{value['stderr']}"
    elif kind == "text":
        text = value["text"]
    else:
        text = json.dumps(value, indent=1, ensure_ascii=False)
    lines = text.rstrip().splitlines()
    rest = len(lines) - LINES
    return "\n".join([line[:COLUMNS] for line in lines[:LINES]] + ([f"… {rest} lines more"] if rest > 0 else []))


def main():
    binary, *arguments = sys.argv[1:]
    stop = "--all" not in arguments and sys.stdin.isatty()
    wanted = [argument for argument in arguments if argument != "--all"]
    checks = json.loads(ask(binary, "list", "--json"))
    checks = [row for row in checks if not wanted or row["id"] in wanted or row["group"] in wanted]
    if not checks:
        sys.exit("there is no such check or group; codesent list shows them all")
    with tempfile.TemporaryDirectory() as folder:
        recording = pathlib.Path(folder) / "recording.json"
        for number, check in enumerate(checks, 1):
            report = json.loads(ask(binary, "check", check["id"], "--json", "--record", str(recording)))
            answers = json.loads(recording.read_text())["answers"]
            print(f"\n=== {number} of {len(checks)}: {check['title']} ({check['id']})")
            for question in check["asks"]:
                entry = answers.get(question)
                print(f"\n--- {question} ({(entry or {}).get('ms', 0)} ms)\n{shown(entry)}")
            (row,) = report["checks"]
            print(f"\n--> {row['status']}: {row['saw']}")
            for evidence in row["evidence"]:
                print(f"    {evidence['label']}: {evidence['value']}")
            if stop and input("\nIs that so? Enter goes on, q ends. ").strip().lower() == "q":
                break
    out = pathlib.Path("codesent-recording.json")
    print()
    print(ask(binary, "check", "--record", str(out), "--format", "line"), end="")
    print(f"The whole run is recorded in {out.resolve()}; it is redacted, and you can look into it before you send it.")


if __name__ == "__main__":
    main()
