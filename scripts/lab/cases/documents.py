"""What web servers send: Apple's status feed above all."""

import json

from cases.base import Case, feed, feed_with, ill

STATUS_UNREADABLE = {"status/*": "unknown:unreadable"}

CASES = [
    Case("status-outage", "Apple reports an outage of sign-in", {"status/icloud-sign-in": "fail:outage"},
         feed_with("Outage", "iCloud Account & Sign In")),
    Case("status-issue", "Apple reports slow iMessage", {"status/imessage": "warn:issue"},
         feed_with("Performance", "iMessage")),
    Case("status-malformed", "the status feed is not JSON", STATUS_UNREADABLE, feed(body="<html>Sorry</html>")),
    Case("status-huge", "the status feed is far too large", STATUS_UNREADABLE,
         feed(body=json.dumps({"services": [], "filler": "x" * 3_000_000}))),
    Case("status-endless", "the status feed never ends", STATUS_UNREADABLE, ill("www.apple.com", "endless")),
    Case("status-drips", "the status feed comes byte by byte", {"status/*": "unknown:no-answer"},
         ill("www.apple.com", "slow")),
    Case("status-cut", "the status feed ends too early", {"status/*": "unknown"}, ill("www.apple.com", "truncated")),
    Case("status-gone", "the status feed is not there", {"status/*": "unknown:odd-answer"},
         feed(status=404, body="not found")),
]
