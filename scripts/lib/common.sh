# shellcheck shell=bash
# What the scripts share. Sourced, never run.

# The folder the project is in, whatever the script was called from.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export root

# Says something on standard error, so that standard output stays for results.
say() { printf '%s\n' "$*" >&2; }

# Says what is wrong and ends.
die() {
  say "$(basename "$0"): $*"
  exit 1
}

# The lines of comment at the top of a script are its help.
usage() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$0"; }

# Whether a program is there.
have() { command -v "$1" >/dev/null 2>&1; }

# The version in Cargo.toml.
project_version() { sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1; }

# Where tools are kept that these scripts install.
tools_folder() { printf '%s\n' "${CODESENT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/codesent-tools}"; }

# `sudo`, where one is not root and there is a sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# SHA-256 of files, in the form `sha256sum -c` reads; macOS has only shasum.
sha256() {
  if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# A Python that has a package of PyPI in this version, in a folder of its own.
python_with() { # PACKAGE VERSION
  local venv
  venv=$(tools_folder)/python
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv" || return
  "$venv/bin/python" -c "from importlib.metadata import version; assert version('$1') == '$2'" 2>/dev/null ||
    "$venv/bin/pip" install -q --disable-pip-version-check "$1==$2" >&2 || return
  printf '%s\n' "$venv/bin/python"
}

# The folder in which packages of npm are, installed there where they are missing; none of their scripts is run.
npm_packages() { # PACKAGE@VERSION...
  local folder package
  folder=$(tools_folder)/npm
  for package in "$@"; do
    grep -q "\"version\": \"${package##*@}\"" "$folder/node_modules/${package%@*}/package.json" 2>/dev/null && continue
    npm install --prefix "$folder" --silent --no-audit --no-fund --ignore-scripts "$@" >&2 || return
    break
  done
  printf '%s\n' "$folder/node_modules"
}
