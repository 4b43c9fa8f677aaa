"""A whole Mac around what was seen in the lab: what its tools print, on a Mac that is well but for a VPN or the like.

`scutil` is really asked, since what is asked of the network hangs on it (scutil.py); what the others print goes into the
recording, which is then replayed.
"""

import json
from pathlib import Path

from atlas import RESOLVER

HEALTHY = Path(__file__).resolve().parents[2] / "docs/examples/healthy.json"
ADDRESS, ROUTER, TUNNEL_ADDRESS = "192.168.64.2", "192.168.64.1", "10.8.0.2"
VPN = "NordVPN"
ROUTE, NETSTAT, IFCONFIG = "/sbin/route -n get 17.57.144.20", "/usr/sbin/netstat -rn", "/sbin/ifconfig -v"
NWI, DNS, PROXY, CONNECTIONS = (f"/usr/sbin/scutil --{which}" for which in ("nwi", "dns", "proxy", "nc list"))
SCUTIL = "/usr/sbin/scutil "
OTHERS = ("/sbin/route -n get -inet6 2620:149:a44::1", "/usr/bin/systemextensionsctl list",
          "/usr/sbin/netstat -anv -p tcp")
# What was seen in the lab; the rest of a Mac is that of a healthy one.
SEEN = ("handshake ", "lookup ", "own lookup ", "fetch ", "clock ", "proxy script", "interfaces", "file /etc/hosts")


def settings(*changes):
    """Command lines and what they print, on a Mac that is well but for these changes."""
    answers = json.loads(HEALTHY.read_text())["answers"]
    lines = {line: answers[f"command {line}"]["answer"]["command"]["stdout"]
             for line in (ROUTE, NETSTAT, IFCONFIG, NWI, DNS, PROXY, CONNECTIONS, *OTHERS)}
    for line, text in lines.items():
        server = RESOLVER if line == DNS else ROUTER
        lines[line] = text.replace("192.168.1.23", ADDRESS).replace("192.168.1.1", server)
    for change in changes:
        change(lines)
    return lines


def with_vpn(lines):
    """A VPN that takes everything, as macOS 26 shows one."""
    lines[ROUTE] = lines[ROUTE].replace("en0", "utun4")
    default = next(line for line in lines[NETSTAT].splitlines() if line.startswith("default "))
    lines[NETSTAT] = lines[NETSTAT].replace(
        default, f"default            {TUNNEL_ADDRESS}           UGScg               utun4\n{default.replace('UGScg ', 'UGScIg')}")
    lines[IFCONFIG] += ("utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1400 index 20\n"
                        f"\tinet {TUNNEL_ADDRESS} --> {TUNNEL_ADDRESS} netmask 0xffffff00\n"
                        f'\tagent domain:com.nordvpn.macos type:VPN flags:0x3 desc:"VPN: {VPN}"\n')
    lines[NWI] = lines[NWI].replace("     en0 : flags", f"     utun4 : flags      : 0x5 (IPv4,DNS)\n"
                                    f"           address    : {TUNNEL_ADDRESS}\n"
                                    "           VPN server : 203.0.113.9\n"
                                    "           reach      : 0x00000003 (Reachable,Transient Connection)\n\n"
                                    "     en0 : flags").replace("interfaces: en0", "interfaces: utun4 en0")
    lines[CONNECTIONS] += ("* (Connected)      A1B2C3D4-0000-0000-0000-000000000001 VPN (com.nordvpn.macos) "
                           f'"{VPN} NordLynx" [VPN:com.nordvpn.macos]\n')


def without_push(lines):
    """apsd has no connection."""
    line = "/usr/sbin/netstat -anv -p tcp"
    lines[line] = "".join(one for one in lines[line].splitlines(keepends=True) if ".5223 " not in one)


def scutil_of(lines):
    """What scutil prints there, by its arguments."""
    return {line.removeprefix(SCUTIL): text for line, text in lines.items() if line.startswith(SCUTIL)}


def around(recording, lines):
    """The recording of a whole Mac: a healthy one, but for what was seen in the lab and what its tools print."""
    whole, seen = json.loads(HEALTHY.read_text()), json.loads(Path(recording).read_text())
    for line, text in lines.items():
        whole["answers"][f"command {line}"]["answer"]["command"]["stdout"] = text
    whole["answers"] |= {key: answer for key, answer in seen["answers"].items()
                         if key.startswith((*SEEN, f"command {SCUTIL}"))}
    return json.dumps(whole)
