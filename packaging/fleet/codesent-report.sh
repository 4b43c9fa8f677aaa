#!/bin/bash
# Fleet and osquery: writes what codesent says into a preference file, which osquery's `plist` table reads. Run it as a
# Fleet script or daily from launchd, as root; codesent.yml beside it holds the policy and the query.
codesent=${CODESENT:-/usr/local/bin/codesent}
report=${CODESENT_REPORT:-/Library/Preferences/com.codesent.report.plist}
[ -x "$codesent" ] || { echo "codesent is not installed"; exit 0; }
person=$(stat -f %Su /dev/console)
case $person in '' | root | loginwindow | _mbsetupuser) echo "nobody is logged in"; exit 0 ;; esac

line=$(sudo -H -u "$person" "$codesent" check --format line 2>/dev/null)
# What TAP calls "not ok" is what failed.
failing=$(sudo -H -u "$person" "$codesent" check --format tap 2>/dev/null | sed -n 's/^not ok [0-9]* - \([^:]*\):.*/\1/p')
[ -n "$line" ] || { echo "codesent said nothing"; exit 1; }
headline=${line#* | }
headline=${headline% | *}

text() { # VALUE KEY, escaped for XML
  printf '  <key>%s</key>\n  <string>%s</string>\n' "$2" \
    "$(printf %s "$1" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g')"
}
{
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'
  echo '<plist version="1.0">'
  echo '<dict>'
  text "${line%% | *}" outlook
  text "$headline" headline
  text "${line##* | }" counts
  text "${failing//$'\n'/ }" failing
  text "$(date -u +%Y-%m-%dT%H:%M:%SZ)" checked
  echo '</dict>'
  echo '</plist>'
} >"$report.new"
chmod 644 "$report.new"
mv "$report.new" "$report"
echo "$line"
