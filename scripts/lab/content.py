"""What Apple's servers say over HTTP when they are well, and what stands in their way when they are not."""

import json

SUCCESS = "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n"
LOGIN_PAGE = "<html><head><title>Hotel Wi-Fi</title></head><body>Please accept the terms to go online.</body></html>\n"
BLOCK_PAGE = "<html><head><title>Blocked</title></head><body>Blocked by your administrator.</body></html>\n"

SERVICES = ["App Store", "Apple Account", "APNS", "FaceTime", "Find My", "iCloud Account & Sign In", "iCloud Keychain",
            "iCloud Mail", "iCloud Private Relay", "iMessage", "iOS Device Activation", "macOS Software Update",
            "Sign in with Apple"]

# Apple's page lists some eighty, and with what happened to them it is tens of kilobytes long.
FURTHER = [f"Another service, number {number}, with a name to make the document as long as Apple's" + " " * 400
           for number in range(60)]

PLIST = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>{}</dict></plist>
"""
URLS = PLIST.format("<key>urls</key><dict><key>gsService</key>"
                    "<string>https://gsa.apple.com/grandslam/GsService2</string></dict>")
BAG = PLIST.format("<key>bag</key><data>e30=</data>")


def event(status_type, now, state):
    """An event that began an hour before `now` (seconds since 1970) and goes on, or is over since ten minutes."""
    return {"messageId": "1000001", "statusType": status_type, "eventStatus": state,
            "usersAffected": "Some users are affected", "message": "Users may be unable to sign in.",
            "datePosted": None, "startDate": None, "endDate": None, "epochStartDate": int((now - 3600) * 1000),
            "epochEndDate": None if state == "ongoing" else int((now - 600) * 1000), "affectedServices": None}


def feed(events=None):
    """The status feed, with events by service name."""
    events = events or {}
    return json.dumps({"drpost": False, "drMessage": None, "services": [
        {"serviceName": name, "redirectUrl": None, "events": events.get(name, [])} for name in SERVICES + FURTHER]})


def healthy(host, path):
    """Content type and body of a host that is well."""
    if host == "captive.apple.com":
        return "text/html", SUCCESS
    if "systemstatus" in path:
        return "application/javascript", feed()
    if path.startswith("/grandslam/GsService2/lookup"):
        return "text/x-xml-plist", URLS
    if path.startswith("/bag") or "getBag" in path:
        return "text/xml", BAG
    return "text/html", "<html></html>\n"
