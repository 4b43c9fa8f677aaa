#!/bin/bash
# Jamf Pro extension attribute (data type: String, input type: Script): whether this Mac can receive Apple Account codes.
#
# Shows `outlook | headline | counts | age`, for instance in smart groups "like: cannot |". It asks nothing of the network:
# it reads what the schedule (packaging/schedule) left. A result that is too old is no result.
# --- The stored result. These lines are the same in every script here; packaging/test compares them.
result=${CODESENT_RESULT:-/Library/Application Support/codesent/result.plist}
oldest=${CODESENT_OLDEST_HOURS:-48}
PATH=$PATH:/usr/libexec # PlistBuddy
value() { # PlistBuddy says on standard output what it cannot find
  local text
  text=$(PlistBuddy -c "Print :$1" "$result" 2>/dev/null) && printf '%s\n' "$text"
}
installed=no
for codesent in "${CODESENT:-}" /usr/local/bin/codesent /opt/homebrew/bin/codesent; do
  if [ -n "$codesent" ] && [ -x "$codesent" ]; then installed=yes; fi
done
outlook=cannot_tell headline='' counts='' age='' hours=-1
if [ ! -e "$result" ]; then
  if [ "$installed" = yes ]; then headline='no result yet'; else headline='codesent is not installed'; fi
else
  checked=$(value checked_epoch)
  seen=$(value outlook)
  case $checked in '' | *[!0-9]*) checked='' ;; esac
  case $seen in can | might_not | cannot | cannot_tell) ;; *) checked='' ;; esac
  if [ -z "$checked" ]; then
    headline='the result cannot be read'
  else
    hours=$((($(date +%s) - 10#$checked) / 3600))
    age="$hours h ago"
    if [ "$hours" -lt 0 ]; then
      headline='the result is from the future: one of the clocks is wrong' age='' hours=-1
    elif [ "$hours" -ge "$oldest" ]; then
      headline='the result is too old to count'
    else
      outlook=$seen headline=$(value headline) counts=$(value counts)
    fi
  fi
fi
# --- End of the stored result.
line="$outlook | $headline | ${counts:--} | ${age:--}"
echo "<result>$(printf %s "$line" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g')</result>"
