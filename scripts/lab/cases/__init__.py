"""All faults, one at a time: what is broken, and what must be said of it."""

from cases import clock, documents, families, lines, link, names, portals, ports, proxies, tls
from cases.base import Case

# What an expert would say, and the program does not say yet: {case: why}. Such a case does not count as failed as long as
# it is wrong, and counts as failed as soon as it is right, so that it gets taken off here.
KNOWN_WRONG = {}

CASES = [
    # All others are compared with it.
    Case("healthy", "nothing is wrong"),
    *(case for part in (link, names, portals, ports, tls, families, proxies, clock, documents, lines)
      for case in part.CASES),
]
