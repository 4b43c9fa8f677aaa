"""What `scutil` prints on the Mac of the lab, for cases about what only macOS knows: which proxy is set, which DNS servers.

Such a case puts a program in the place of /usr/sbin/scutil, which nothing but macOS has; codesent asks whatever is there.
"""

import subprocess

from atlas import RESOLVER

PLACE = "/usr/sbin"
HEALTHY = {
    "--proxy": "<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n  FTPPassive : 1\n}\n",
    "--nc list": "Available network connection services in the current set (*=enabled):\n",
    "--nwi": """Network information

IPv4 network interface information
     en0 : flags      : 0x5 (IPv4,DNS)
           address    : 192.168.64.2
           reach      : 0x00000002 (Reachable)

   REACH : flags 0x00000002 (Reachable)

IPv6 network interface information
     en0 : flags      : 0x1 (IPv6)
           address    : 2001:db8:64::2
           reach      : 0x00000002 (Reachable)

   REACH : flags 0x00000002 (Reachable)

Network interfaces: en0
""",
    "--dns": f"""DNS configuration

resolver #1
  nameserver[0] : {RESOLVER}
  if_index : 2 (en0)
  flags    : Request A records, Request AAAA records
  reach    : 0x00000002 (Reachable)

resolver #2
  domain   : local
  options  : mdns
  timeout  : 5
  flags    : Request A records, Request AAAA records
  reach    : 0x00000000 (Not Reachable)
  order    : 300000

DNS configuration (for scoped queries)

resolver #1
  nameserver[0] : {RESOLVER}
  if_index : 2 (en0)
  flags    : Scoped, Request A records, Request AAAA records
  reach    : 0x00000002 (Reachable)
""",
}


def dns_at(server):
    """`scutil --dns` where macOS asks this server, or has none."""
    line = f"  nameserver[0] : {server}\n  if_index : 2 (en0)\n" if server else ""
    return {"--dns": f"DNS configuration\n\nresolver #1\n{line}  flags    : Request A records\n"}


def script_at(url):
    """`scutil --proxy` where a script chooses proxies."""
    return {"--proxy": f"<dictionary> {{\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : {url}\n}}\n"}


def proxy_at(host, port):
    """`scutil --proxy` where somebody has set a proxy for HTTPS."""
    return {"--proxy": f"<dictionary> {{\n  HTTPSEnable : 1\n  HTTPSPort : {port}\n  HTTPSProxy : {host}\n}}\n"}


def write(folder, printed):
    """The program, in a folder of its own: healthy but for what is in `printed`."""
    folder.mkdir()
    cases = "".join(f"'{what}') cat <<'END' ;;\n{text}END\n" for what, text in {**HEALTHY, **printed}.items())
    program = folder / "scutil"
    program.write_text(f'#!/bin/sh\ncase "$*" in\n{cases}*) exit 1 ;;\nesac\n')
    program.chmod(0o755)


def can_be_in_place(folder):
    """Whether this machine can lay one folder over another."""
    command = in_place(folder, ["true"])
    return subprocess.run(["unshare", "-m", *command], capture_output=True, check=False).returncode == 0


def in_place(folder, command):
    """The command that runs `command` with it. Whatever `ip netns exec` runs has mounts of its own."""
    mount = f"mount -t overlay fault-lab -o ro,lowerdir={folder}:{PLACE} {PLACE}"
    return ["sh", "-c", f'{mount} && exec "$@"', "sh", *command]
