#!/bin/bash
# Jamf Pro extension attribute (data type: String, input type: Script): whether this Mac can receive Apple Account codes.
#
# Shows `outlook | headline | counts`, for instance in smart groups "like: cannot |". Runs as the person at the screen,
# because an account belongs to a person.
codesent=${CODESENT:-/usr/local/bin/codesent}
[ -x "$codesent" ] || { echo "<result>codesent is not installed</result>"; exit 0; }
person=$(stat -f %Su /dev/console)
case $person in '' | root | loginwindow | _mbsetupuser) echo "<result>nobody is logged in</result>"; exit 0 ;; esac

line=$(sudo -H -u "$person" "$codesent" check --format line 2>&1 | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g')
echo "<result>$line</result>"
