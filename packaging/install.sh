#!/bin/sh
# Installs a release of codesent on a Mac, for one person, without an administrator:
#
#   curl --proto '=https' -fsSL https://github.com/codesent/codesent/releases/latest/download/install.sh | sh
#
# It compares the checksum and the code signature. Where GitHub's `gh` is there and logged in it also asks for the proof
# that the release workflow of this repository built exactly this file; CODESENT_REQUIRE_PROOF=true insists on that.
#
#   CODESENT_BIN       the folder to install into (default: ~/.local/bin)
#   CODESENT_VERSION   another release than this script's, as 1.2.3
set -eu

say() { printf '%s\n' "$*" >&2; }
die() { say "codesent is not installed: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The whole script is read before anything of it runs.
main() {
  repository=codesent/codesent
  version=${CODESENT_VERSION:-@VERSION@}
  case $version in
    *[!0-9.]* | '' | .* | *. | *..*) die "the version is to be like 1.2.3, not '$version'" ;;
  esac
  case $(uname -s)-$(uname -m) in
    Darwin-arm64) target=aarch64-apple-darwin ;;
    Darwin-x86_64)
      target=x86_64-apple-darwin
      # A translated shell on Apple silicon says it is Intel.
      [ "$(sysctl -n sysctl.proc_translated 2>/dev/null || true)" != 1 ] || target=aarch64-apple-darwin
      ;;
    *) target=${CODESENT_TARGET:-} ;;
  esac
  [ -n "$target" ] || die "this is no Mac"
  bin=${CODESENT_BIN:-$HOME/.local/bin}
  base=${CODESENT_RELEASES:-https://github.com/$repository/releases/download}/v$version
  name=codesent-$version-$target
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  for file in "$name.tar.gz" SHA256SUMS; do
    curl --fail --silent --show-error --location --retry 3 --output "$folder/$file" "$base/$file" ||
      die "cannot download $base/$file"
  done
  checksum || die "$name.tar.gz is not what its checksum says"
  proof
  tar -xzf "$folder/$name.tar.gz" -C "$folder" --strip-components 1 "$name/codesent"
  if have codesign; then
    codesign --verify --strict "$folder/codesent" || die "its code signature is broken"
  fi
  mkdir -p "$bin" || die "cannot make $bin"
  # In one step, so that there is never half a program.
  new=$bin/.codesent.new
  if ! cp "$folder/codesent" "$new" || ! chmod 755 "$new" || ! mv -f "$new" "$bin/codesent"; then
    die "cannot write to $bin"
  fi
  say "codesent $version is in $bin"
  case :$PATH: in *":$bin:"*) ;; *) say "$bin is not among the folders of your shell: run $bin/codesent" ;; esac
}

checksum() {
  if have shasum; then sum=$(shasum -a 256 "$folder/$name.tar.gz"); else sum=$(sha256sum "$folder/$name.tar.gz"); fi
  sum=${sum%% *}
  [ ${#sum} -eq 64 ] && [ "$sum" = "$(awk -v name="$name.tar.gz" '$2 == name { print $1 }' "$folder/SHA256SUMS")" ]
}

# A checksum that comes from where the file comes from proves nothing about who made it.
proof() {
  why=''
  if ! have gh; then
    why="gh is not here"
  elif [ -z "${GH_TOKEN:-}" ] && ! gh auth status >/dev/null 2>&1; then
    why="gh is not logged in"
  elif gh attestation verify "$folder/$name.tar.gz" --repo "$repository" \
    --signer-workflow "$repository/.github/workflows/release.yml" --source-ref "refs/tags/v$version" >/dev/null; then
    say "GitHub proves that the release workflow of $repository built it from v$version"
  else
    die "GitHub does not prove that $repository built $name.tar.gz"
  fi
  [ -n "$why" ] || return 0
  [ "${CODESENT_REQUIRE_PROOF:-false}" != true ] || die "where it was built cannot be proved: $why"
  say "where it was built was not looked at ($why); its checksum is right"
}

main
