"""The clock."""

from cases.base import DAY, MINUTE, Case

CASES = [
    Case("clock-2-minutes", "the clock is two minutes behind", {"clock/offset": "warn:off"}, {"clock": 2 * MINUTE}),
    Case("clock-2-days", "the clock is two days behind", {"clock/offset": "fail:far-off"}, {"clock": 2 * DAY}),
    Case("clock-ahead", "the clock is two days ahead", {"clock/offset": "fail:far-off"}, {"clock": -2 * DAY}),
    Case("clock-servers-lie", "time servers are two days off, web servers are not", {"clock/offset": "warn:disagree"},
         {"sntp": 2 * DAY}),
    Case("clock-unanswered", "time servers do not answer", {"clock/time-servers": "warn:no-answer"}, {"sntp": "drop"}),
]
