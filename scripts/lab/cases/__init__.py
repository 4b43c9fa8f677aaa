"""All faults, one at a time: what is broken, and what must be said of it."""

from cases import clock, documents, families, lines, link, macs, names, pages, portals, ports, proxies, short, tls, tunnel
from cases.base import Case
from mac import settings

# What an expert would say, and the program does not say yet: {case: why}. Such a case does not count as failed as long as
# it is wrong, and counts as failed as soon as it is right, so that it gets taken off here.
KNOWN_WRONG = {}

# All others are compared with these.
HEALTHY = [Case("healthy", "nothing is wrong"), Case("mac-healthy", "nothing is wrong on a whole Mac", tools=settings())]
CASES = [
    *HEALTHY,
    *(case for part in (link, names, portals, ports, tls, families, proxies, clock, documents, pages, lines, short, tunnel, macs)
      for case in part.CASES),
]
