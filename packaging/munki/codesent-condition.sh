#!/bin/bash
# Munki conditional item: put it into /usr/local/munki/conditions. Then a manifest can say
#
#   <key>condition</key> <string>codesent_outlook == "cannot"</string>
#
# Sets codesent_outlook (can, might_not, cannot, cannot_tell) and codesent_counts.
codesent=${CODESENT:-/usr/local/bin/codesent}
person=$(stat -f %Su /dev/console)
outlook=cannot_tell
counts=''
if [ -x "$codesent" ]; then
  case $person in
    '' | root | loginwindow | _mbsetupuser) ;;
    *)
      line=$(sudo -H -u "$person" "$codesent" check --format line 2>/dev/null)
      [ -z "$line" ] || { outlook=${line%% | *}; counts=${line##* | }; }
      ;;
  esac
fi
folder=$(defaults read /Library/Preferences/ManagedInstalls ManagedInstallDir 2>/dev/null || echo '/Library/Managed Installs')
defaults write "$folder/ConditionalItems" codesent_outlook "$outlook"
defaults write "$folder/ConditionalItems" codesent_counts "$counts"
