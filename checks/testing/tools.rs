//! What the tools of a healthy Mac print: a laptop on Wi-Fi behind a home router, no VPN, no filter. Shapes as macOS 13 to
//! 26 print them; addresses and names are made up.

/// The standard output of a command line; none for one that nobody has taught here.
pub(crate) fn say(line: &str) -> Option<&'static str> {
    Some(match line {
        "/sbin/route -n get 17.57.144.20" => ROUTE,
        "/usr/sbin/scutil --proxy" => PROXY,
        "/sbin/ifconfig -v" => IFCONFIG,
        "/usr/sbin/netstat -rn" => NETSTAT,
        "/usr/sbin/scutil --nwi" => NWI,
        "/usr/sbin/scutil --nc list" => NC_LIST,
        "/usr/sbin/scutil --dns" => DNS,
        "/usr/bin/systemextensionsctl list" => SYSTEM_EXTENSIONS,
        "/usr/bin/profiles status -type enrollment" => ENROLLMENT,
        "/usr/sbin/netstat -an -p tcp" | "/usr/sbin/netstat -anv -p tcp" | "/usr/sbin/netstat -n -p tcp" => CONNECTIONS,
        "/usr/sbin/sysctl -n kern.hv_vmm_present" => "0\n",
        "/usr/sbin/sysctl -n hw.model" => "Mac15,3\n",
        "/usr/sbin/sysctl kern.hv_vmm_present hw.model" => "kern.hv_vmm_present: 0\nhw.model: Mac15,3\n",
        "/usr/sbin/sysctl kern.hv_vmm_present hw.model machdep.cpu.brand_string" => HARDWARE,
        "/usr/sbin/kextstat -l -b as.vit9696.VirtualSMC" => "",
        "/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate" => "Firewall is disabled. (State = 0)\n",
        "/bin/launchctl print-disabled system" | "/bin/launchctl print-disabled user/%uid" => SERVICES,
        "/bin/date +%z" => "+0100\n",
        "/usr/sbin/otctl status --json" => TRUSTED_DEVICES,
        "/usr/bin/pmset -g custom" => {
            "Battery Power:\n powernap             1\n tcpkeepalive         1\nAC Power:\n tcpkeepalive         1\n"
        }
        _ => return None,
    })
}

/// The error of a command line that ends in one on a healthy Mac.
pub(crate) fn refuse(line: &str) -> Option<&'static str> {
    Some(match line {
        "/sbin/route -n get -inet6 2620:149:a44::1" => "route: writing to routing socket: not in table\n",
        "/usr/sbin/nvram 4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version" => {
            "nvram: Error getting variable - '4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version': (iokit/common) data was not found\n"
        }
        _ => return None,
    })
}

/// What is kept of it: by Apple's published source, for nobody has printed it yet.
const TRUSTED_DEVICES: &str = r#"{"trusted_devices":{"state":"Ready","two_factor":true,"in_circle":true,"this_mac":"listed",
"listed":2,"off_the_list":0,"fetched":"2026-11-02","others":{"iPhone":1},"recovery_key":false,"contacts":0,
"advanced_data_protection":false,"follow_ups":0,"last_push":"2026-11-23"}}
"#;

const ROUTE: &str = "   route to: 17.57.144.20
destination: default
       mask: default
    gateway: 192.168.1.1
  interface: en0
      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>
 recvpipe  sendpipe  ssthresh  rtt,msec    rttvar  hopcount      mtu     expire
       0         0         0         0         0         0      1500         0
";

const PROXY: &str = "<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  FTPPassive : 1
}
";

const IFCONFIG: &str = "lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384 index 1
\teflags=11000000<ECN_ENABLE>
\toptions=1203<RXCSUM,TXCSUM,TXSTATUS,SW_TIMESTAMP>
\tinet 127.0.0.1 netmask 0xff000000
\tinet6 ::1 prefixlen 128
\tinet6 fe80::1%lo0 prefixlen 64 scopeid 0x1
\tlink quality: -1 (unknown)
en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500 index 12
\teflags=1210000980<TXSTART,LOCALNET_PRIVATE,ECN_ENABLE,CHANNEL_DRV>
\toptions=6460<TSO4,TSO6,CHANNEL_IO,PARTIAL_CSUM,ZEROINVERT_CSUM>
\tether 02:00:00:00:00:01
\tinet6 fe80::10%en0 prefixlen 64 secured scopeid 0xc
\tinet 192.168.1.23 netmask 0xffffff00 broadcast 192.168.1.255
\tnd6 options=201<PERFORMNUD,DAD>
\tmedia: autoselect
\tstatus: active
\ttype: Wi-Fi
\tlink quality: 100 (good)
awdl0: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> mtu 1500 index 14
\tether 02:00:00:00:00:02
\tinet6 fe80::20%awdl0 prefixlen 64 scopeid 0xe
\tstatus: active
\ttype: Wi-Fi
utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1500 index 16
\teflags=5002080<TXSTART,NOAUTOIPV6LL,ECN_ENABLE,CHANNEL_DRV>
\tinet6 fe80::11%utun0 prefixlen 64 scopeid 0x10
\tagent domain:com.apple.rapport type:RapportNetworkAgent flags:0x3 desc:\"com.apple.rapport.agent\"
utun1: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380 index 17
\tinet6 fe80::12%utun1 prefixlen 64 scopeid 0x11
utun2: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 2000 index 18
\tinet6 fe80::13%utun2 prefixlen 64 scopeid 0x12
utun3: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1000 index 19
\tinet6 fe80::14%utun3 prefixlen 64 scopeid 0x13
";

const NETSTAT: &str = "Routing tables

Internet:
Destination        Gateway            Flags               Netif Expire
default            192.168.1.1        UGScg                 en0
127                127.0.0.1          UCS                   lo0
127.0.0.1          127.0.0.1          UH                    lo0
169.254            link#12            UCS                   en0      !
192.168.1          link#12            UCS                   en0      !
192.168.1.1/32     link#12            UCS                   en0      !
192.168.1.1        2:0:0:0:0:9        UHLWIir               en0   1180
192.168.1.23/32    link#12            UCS                   en0      !
224.0.0/4          link#12            UmCS                  en0      !
255.255.255.255/32 link#12            UCS                   en0      !

Internet6:
Destination                             Gateway                                 Flags               Netif Expire
default                                 fe80::%utun0                            UGcIg               utun0
default                                 fe80::%utun1                            UGcIg               utun1
default                                 fe80::%utun2                            UGcIg               utun2
default                                 fe80::%utun3                            UGcIg               utun3
::1                                     ::1                                     UHL                   lo0
fe80::%en0/64                           link#12                                 UCI                   en0
fe80::%utun0/64                         fe80::11%utun0                          UcI                 utun0
ff00::/8                                ::1                                     UmCI                  lo0
";

const NWI: &str = "Network information

IPv4 network interface information
     en0 : flags      : 0x5 (IPv4,DNS)
           address    : 192.168.1.23
           reach      : 0x00000002 (Reachable)

   REACH : flags 0x00000002 (Reachable)

IPv6 network interface information
   No IPv6 states found


   REACH : flags 0x00000000 (Not Reachable)

Network interfaces: en0
";

const NC_LIST: &str = "Available network connection services in the current set (*=enabled):
";

const DNS: &str = "DNS configuration

resolver #1
  search domain[0] : home
  nameserver[0] : 192.168.1.1
  if_index : 12 (en0)
  flags    : Request A records
  reach    : 0x00020002 (Reachable,Directly Reachable Address)

resolver #2
  domain   : local
  options  : mdns
  timeout  : 5
  flags    : Request A records
  reach    : 0x00000000 (Not Reachable)
  order    : 300000

DNS configuration (for scoped queries)

resolver #1
  search domain[0] : home
  nameserver[0] : 192.168.1.1
  if_index : 12 (en0)
  flags    : Scoped, Request A records
  reach    : 0x00020002 (Reachable,Directly Reachable Address)
";

const SYSTEM_EXTENSIONS: &str = "0 extension(s)
";

const ENROLLMENT: &str = "Enrolled via DEP: No
MDM enrollment: No
";

const CONNECTIONS: &str = "Active Internet connections (including servers)
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp4       0      0  192.168.1.23.50123     17.57.144.21.5223      ESTABLISHED
tcp4       0      0  127.0.0.1.631          *.*                    LISTEN
";

const HARDWARE: &str = "kern.hv_vmm_present: 0
hw.model: Mac15,3
machdep.cpu.brand_string: Apple M3
";

const SERVICES: &str = "disabled services = {
\t\"com.apple.akd\" => enabled
}
";
