# shellcheck shell=bash
# What signing a program and signing a package share: a keychain that lives as long as the script, notarising that
# believes Apple's answer and not an exit code, and a log of what was done and what was not. Sourced after common.sh.

# Fixed, so that an update is the same program to macOS and keeps its Full Disk Access.
export SIGNING_IDENTIFIER=com.codesent.codesent

signing_secrets=''
signing_keychain=''
signing_lists=()

# Says what was done; on GitHub the summary of the job says it too.
did() {
  printf '%s\n' "$*"
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf -- '- %s\n' "$*" >>"$GITHUB_STEP_SUMMARY"
}

# Takes away whatever signing_keychain_with made, and gives the person's search list back.
signing_end() {
  [ -n "$signing_secrets" ] || return 0
  if [ ${#signing_lists[@]} -gt 0 ]; then security list-keychains -d user -s "${signing_lists[@]}" || true; fi
  [ -z "$signing_keychain" ] || security delete-keychain "$signing_keychain" 2>/dev/null || true
  rm -rf "$signing_secrets"
}

# Makes a keychain with the certificate in it: signing_keychain_with P12_IN_BASE64 PASSWORD
signing_keychain_with() {
  local password listed
  [ "$(uname -s)" = Darwin ] || die "signing with Apple's tools needs a Mac"
  signing_secrets=$(mktemp -d)
  trap signing_end EXIT
  password=$(openssl rand -hex 16)
  base64 -d <<<"$1" >"$signing_secrets/certificate.p12" || die "the certificate is not base64"
  # codesign builds the chain from the keychains of the search list alone. They are printed in quotes, one a line.
  while IFS= read -r listed; do
    listed=${listed#*\"}
    [ -z "${listed%\"*}" ] || signing_lists+=("${listed%\"*}")
  done < <(security list-keychains -d user)
  signing_keychain=$signing_secrets/signing.keychain-db
  security create-keychain -p "$password" "$signing_keychain"
  # Not locked again in the middle of a long job.
  security set-keychain-settings -lut 21600 "$signing_keychain"
  security unlock-keychain -p "$password" "$signing_keychain"
  security list-keychains -d user -s "$signing_keychain" ${signing_lists[@]+"${signing_lists[@]}"}
  security import "$signing_secrets/certificate.p12" -k "$signing_keychain" -P "$2" -f pkcs12 \
    -T /usr/bin/codesign -T /usr/bin/productbuild -T /usr/bin/productsign >/dev/null
  security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$password" "$signing_keychain" >/dev/null
}

# Prints the name of the first identity of a kind: signing_identity POLICY "Developer ID Application". The name, because
# productbuild is not documented to take anything else; the keychain has only this one certificate.
signing_identity() {
  security find-identity -v -p "$1" "$signing_keychain" |
    awk -F '"' -v kind="$2:" 'index($2, kind) == 1 { print $2; exit }'
}

# Whether Apple's notary can be asked.
can_notarise() { [ -n "${APPLE_NOTARY_KEY:-}" ]; }

# Has Apple look at a zip or pkg: notarise FILE, then what it holds. Ends with 1 unless Apple accepts it.
notarise() {
  local file=$1 what=$2 answer id status key=$signing_secrets/key.p8
  local who=(--key "$key" --key-id "${APPLE_NOTARY_KEY_ID:?}" --issuer "${APPLE_NOTARY_ISSUER:?}")
  base64 -d <<<"$APPLE_NOTARY_KEY" >"$key" || die "the notary's key is not base64"
  # It leaves with 0 for something it calls invalid, so only the status counts.
  answer=$(xcrun notarytool submit "$file" "${who[@]}" --wait --timeout 45m --output-format json) || true
  id=$(notary_field id "$answer")
  status=$(notary_field status "$answer")
  if [ "$status" != Accepted ]; then
    say "Apple's notary says: ${status:-nothing that can be read} ($what)"
    [ -n "$answer" ] && say "$answer"
    [ -z "$id" ] || xcrun notarytool log "$id" "${who[@]}" >&2 || true
    die "$what is not notarised"
  fi
  did "notarised: $what (submission $id)"
}

notary_field() { # FIELD JSON
  python3 -c 'import json, sys
try:
    answer = json.loads(sys.argv[2])
except ValueError:
    answer = None
value = answer.get(sys.argv[1]) if isinstance(answer, dict) else None
print(value if isinstance(value, str) else "")' "$1" "$2"
}
