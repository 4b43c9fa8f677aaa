#!/bin/bash
# Checks this Mac and shows what was found in a window of swiftDialog, for a help desk's self service. Runs as root or as
# the person at the screen.
for codesent in "${CODESENT:-}" /usr/local/bin/codesent /opt/homebrew/bin/codesent ''; do
  if [ -n "$codesent" ] && [ -x "$codesent" ]; then break; fi
done
[ -n "$codesent" ] || { echo "codesent is not installed"; exit 1; }
dialog=${DIALOG:-/usr/local/bin/dialog}
[ -x "$dialog" ] || { echo "swiftDialog is not installed"; exit 1; }
person=$(stat -f %Su /dev/console)
case $person in '' | root | loginwindow | _*) echo "nobody is at the screen"; exit 1 ;; esac

# As that person, in that person's session: sudo alone would leave it in root's.
as_person() {
  if [ "$(id -u)" = 0 ]; then
    launchctl asuser "$(id -u "$person")" sudo -H -u "$person" "$@"
  else
    "$@"
  fi
}
# Read by that person, written by this script.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
as_person "$codesent" check --format dialog >"$folder/window.json"
code=$?
case $code in 0 | 1 | 3) ;; *) echo "codesent could not run (exit code $code)"; exit 1 ;; esac
as_person "$dialog" --jsonfile "$folder/window.json"
# How the window was closed says nothing about the Mac.
exit "$code"
