#!/bin/bash
# Kandji (Iru) custom script, audit: passes while this Mac can receive Apple Account codes, or when that cannot be told, and
# fails (exit 1, which raises an alert or runs the remediation) when something is broken. The line printed says what.
codesent=${CODESENT:-/usr/local/bin/codesent}
[ -x "$codesent" ] || { echo "codesent is not installed"; exit 0; }
person=$(stat -f %Su /dev/console)
case $person in '' | root | loginwindow | _mbsetupuser) echo "nobody is logged in"; exit 0 ;; esac
sudo -H -u "$person" "$codesent" check --format line 2>&1
# 1: something failed. 2 is a mistake of the script or the tool, 3: something could not be determined.
[ $? -ne 1 ]
