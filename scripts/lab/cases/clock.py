"""The clock."""

from cases.base import DAY, HIDDEN, MINUTE, NO_ALARM, Case, ill


def few_to_time_servers(world):
    """Who is sent away stays away: one packet to each address."""
    packets = [request["sntp"] for request in world.requests() if "sntp" in request]
    return [f"sent {packets.count(host)} packets to {host}, which sends everybody away"
            for host in sorted(set(packets)) if packets.count(host) > 2]


CASES = [
    Case("clock-2-minutes", "the clock is two minutes behind", {"clock/offset": "warn:off"}, {"clock": 2 * MINUTE}),
    Case("clock-2-days", "the clock is two days behind", {"clock/offset": "fail:far-off"}, {"clock": 2 * DAY}),
    Case("clock-ahead", "the clock is two days ahead", {"clock/offset": "fail:far-off"}, {"clock": -2 * DAY}),
    Case("clock-servers-lie", "time servers are two days off, web servers are not", {"clock/offset": "warn:disagree"},
         {"sntp": 2 * DAY}),
    Case("clock-unanswered", "time servers do not answer", {"clock/time-servers": "warn:no-answer"}, {"sntp": "drop"}),
    Case("clock-20-years", "the clock is twenty years behind", {"clock/offset": "fail:far-off"}, {"clock": 20 * 365 * DAY}),
    Case("clock-30-years-ahead", "the clock is thirty years ahead", {"clock/offset": "fail:far-off"},
         {"clock": -30 * 365 * DAY}),
    Case("clock-explains-certificates", "the clock is three days behind, and certificates are not valid yet",
         {"clock/offset": "fail:far-off", "tls/certificates": f"fail:not-yet-valid|{HIDDEN}", "tls/rate-limit": "skip|unknown",
          "tls/*": NO_ALARM, "status/*": "unknown|skip", "push/courier": NO_ALARM},
         {"clock": 3 * DAY, **ill("*", "certificate", kind="early")}, cause="clock/offset"),
    Case("time-kiss-of-death", "time servers send everybody away", {"clock/time-servers": NO_ALARM},
         {"sntp": "kiss"}, watch=(few_to_time_servers,)),
    Case("time-zero", "the answers of time servers hold no time", {"clock/time-servers": NO_ALARM}, {"sntp": "zero"}),
    Case("time-unsynchronised", "time servers do not know the time themselves", {"clock/time-servers": NO_ALARM},
         {"sntp": "unsynchronised"}),
    Case("time-garbage", "what time servers answer is no time", {"clock/time-servers": NO_ALARM}, {"sntp": "garbage"}),
]
