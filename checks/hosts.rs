//! Apple's hosts, as data, and what each is for.
//!
//! Sources: Apple's articles 101555 (enterprise networks) and 102266 (push); public clients where marked. Certificates as
//! seen in public code up to October 2026. Read on 2026-11-24.

use crate::{Fetch, Handshake, Question};

/// When the list was last gone through.
pub const AS_OF: &str = "2026-11-24";

/// One host.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Its name.
    pub name: &'static str,
    /// The TCP port.
    pub port: u16,
}

impl Host {
    const fn https(name: &'static str) -> Self {
        Self { name, port: 443 }
    }

    /// The handshake with it.
    pub const fn handshake(&self) -> Handshake {
        Handshake::to(self.name, self.port)
    }
}

/// Sign-in of macOS and its programs (`GrandSlam`); also asks for the prompt on trusted devices.
pub const GSA: Host = Host::https("gsa.apple.com");
/// Registers trusted devices.
pub const GSAS: Host = Host::https("gsas.apple.com");
/// Sign-in on the web.
pub const IDMSA: Host = Host::https("idmsa.apple.com");
/// The account's own page.
pub const ACCOUNT: Host = Host::https("account.apple.com");
/// iCloud set-up and account state.
pub const SETUP: Host = Host::https("setup.icloud.com");
/// Web sign-in reaches the trusted device through it since 2026.
pub const WEBSOCKET: Host = Host::https("websocket.push.apple.com");
/// Configuration of the identity services.
pub const INIT_ESS: Host = Host::https("init.ess.apple.com");
/// Registration of the identity services.
pub const IDENTITY_ESS: Host = Host::https("identity.ess.apple.com");
/// Account authentication of the identity services.
pub const PROFILE_ESS: Host = Host::https("profile.ess.apple.com");
/// Look-ups of the identity services.
pub const QUERY_ESS: Host = Host::https("query.ess.apple.com");

/// The family of the identity services.
pub const IDENTITY: &[Host] = &[INIT_ESS, IDENTITY_ESS, PROFILE_ESS, QUERY_ESS];
/// Scripts and styles of the sign-in pages.
pub const SIGN_IN_PAGES: Host = Host::https("appleid.cdn-apple.com");
/// Getting back into a locked account.
pub const RECOVERY: Host = Host::https("iforgot.apple.com");
/// Apple's web site, which the status feed lies on. It has addresses of both families.
pub const WWW: Host = Host::https("www.apple.com");
/// Certificate checks of newer systems.
pub const OCSP2: Host = Host::https("ocsp2.apple.com");
/// The same.
pub const VALID: Host = Host::https("valid.apple.com");

/// China mainland's own servers, for accounts of that region alone: set-up, sign-in on the web, the account's own page (public
/// clients: icloudpd, pyicloud, iCloud HME tools). Whose Mac is elsewhere has no business there, so nobody else asks them.
pub const IN_CHINA: [Host; 3] =
    [Host::https("setup.icloud.com.cn"), Host::https("idmsa.apple.com.cn"), Host::https("account.apple.com.cn")];

/// Whether it is one of China mainland's own.
pub fn is_in_china(name: &str) -> bool {
    IN_CHINA.iter().any(|host| host.name == name)
}

/// The hosts a sign-in needs.
pub const SIGN_IN: &[Host] = &[GSA, GSAS, IDMSA, ACCOUNT, SETUP];

/// The name all couriers answer to.
pub const COURIER_NAME: &str = "courier.push.apple.com";
/// A sample of the fifty couriers (`1-courier` to `50-courier`), fixed so that recordings compare.
pub const COURIERS: &[&str] = &["7-courier.push.apple.com", "24-courier.push.apple.com", "41-courier.push.apple.com"];
/// The port couriers are meant to be reached on.
pub const COURIER_PORT: u16 = 5223;
/// The fallback when 5223 is closed.
pub const COURIER_FALLBACK_PORT: u16 = 443;

/// Whether it is a name of the couriers.
pub fn is_courier(name: &str) -> bool {
    name == COURIER_NAME || name.strip_suffix(COURIER_NAME).is_some_and(|before| before.ends_with('-'))
}

/// A handshake with one of [`COURIERS`], without ALPN: then a courier shows a public chain. It asks for a device's
/// certificate and hangs up when it gets none, so a finished handshake is the proof.
pub const fn courier(at: usize, port: u16) -> Handshake {
    Handshake::to(COURIERS[at], port).named(COURIER_NAME)
}

/// Everything whose certificate is looked at: the servers that a code comes from and goes through.
pub const CERTIFIED: &[Handshake] = &[
    GSA.handshake(),
    GSAS.handshake(),
    IDMSA.handshake(),
    ACCOUNT.handshake(),
    SETUP.handshake(),
    WEBSOCKET.handshake(),
    IDENTITY_ESS.handshake(),
    courier(0, COURIER_PORT),
    courier(0, COURIER_FALLBACK_PORT),
    courier(1, COURIER_PORT),
    courier(2, COURIER_PORT),
    courier(1, COURIER_FALLBACK_PORT),
    IDMSA.handshake().by_proxy(),
    courier(0, COURIER_FALLBACK_PORT).by_proxy(),
    GSAS.handshake().by_proxy(),
    IDENTITY_ESS.handshake().by_proxy(),
];

/// The same, as what the checks of certificates ask.
pub const CERTIFIED_QUESTIONS: &[Question] = &[
    CERTIFIED[0].question(),
    CERTIFIED[1].question(),
    CERTIFIED[2].question(),
    CERTIFIED[3].question(),
    CERTIFIED[4].question(),
    CERTIFIED[5].question(),
    CERTIFIED[6].question(),
    CERTIFIED[7].question(),
    CERTIFIED[8].question(),
    CERTIFIED[9].question(),
    CERTIFIED[10].question(),
    CERTIFIED[11].question(),
    CERTIFIED[12].question(),
    CERTIFIED[13].question(),
    CERTIFIED[14].question(),
    CERTIFIED[15].question(),
];

/// Time servers.
pub const TIME: &str = "time.apple.com";
/// The one macOS asks by default.
pub const TIME_MACOS: &str = "time-macos.apple.com";

/// A public resolver to compare the system's answers with.
pub const SECOND_RESOLVER: &str = "1.1.1.1";
/// Another one, of another operator.
pub const THIRD_RESOLVER: &str = "9.9.9.9";

/// A name that is not Apple's (RFC 2606 reserves it): when it resolves and Apple's do not, DNS works and somebody blocks.
pub const CONTROL_NAME: &str = "example.com";

/// Names that Apple's own are aliases of, and that blocklists hit instead (1Hosts #2763, BlockLists #244). They come and
/// go, so only an answer that leads nowhere counts.
pub const ALIASES: &[&str] = &[
    "gsa.idms-apple.com.akadns.net",
    "gsas.idms-apple.com.akadns.net",
    "identity.ess-apple.com.akadns.net",
    "init-cdn-lb.ess-apple.com.akadns.net",
    "init.push-apple.com.akadns.net",
];

/// Measuring and advertising. One report of 2018 ties blocking them to sign-in trouble (StevenBlack/hosts #810).
pub const METRICS: &[&str] = &["metrics.icloud.com", "iadsdk.apple.com", "cf.iadsdk.apple.com"];

/// A network that answers these with "no such name" turns iCloud Private Relay off (Apple, "Prepare your network").
pub const PRIVATE_RELAY: &[&str] = &["mask.icloud.com", "mask-h2.icloud.com"];

/// Apple's portal probe: plain HTTP, so that a portal can answer it.
pub const CAPTIVE: Fetch = Fetch {
    url: "http://captive.apple.com/hotspot-detect.html",
    head_only: false,
    keep: 512,
    limit: 64 * 1024,
    redirects: 0,
    by_proxy: false,
};

/// Apple's public status feed (undocumented, used by many tools).
pub const STATUS_FEED: Fetch = Fetch {
    url: "https://www.apple.com/support/systemstatus/data/system_status_en_US.js",
    head_only: false,
    keep: 1024 * 1024,
    limit: 1024 * 1024,
    redirects: 2,
    by_proxy: true,
};

/// The same for what programs are built on, push among it.
pub const DEVELOPER_STATUS_FEED: Fetch =
    Fetch { url: "https://www.apple.com/support/systemstatus/data/developer/system_status_en_US.js", ..STATUS_FEED };

/// The list of couriers that macOS itself fetches, over plain HTTP.
pub const PUSH_BAG: Fetch = Fetch {
    url: "http://init-p01st.push.apple.com/bag",
    head_only: false,
    keep: 256,
    limit: 256 * 1024,
    redirects: 0,
    by_proxy: false,
};

/// Where certificates are checked, over plain HTTP. Any answer will do.
pub const OCSP: Fetch =
    Fetch { url: "http://ocsp.apple.com/", head_only: true, keep: 0, limit: 64 * 1024, redirects: 0, by_proxy: false };

/// The headers of the page that signs in on the web.
pub const IDMSA_PAGE: Fetch =
    Fetch { url: "https://idmsa.apple.com/", head_only: true, keep: 0, limit: 64 * 1024, redirects: 0, by_proxy: true };
/// The headers of the account's own page.
pub const ACCOUNT_PAGE: Fetch = Fetch { url: "https://account.apple.com/", ..IDMSA_PAGE };

/// What macOS itself asks the sign-in service first: a list of addresses, without any name. The only request that ever
/// goes to this host, once a run: it answers a few a minute and then refuses (SideStore #1506, #1517, #1572).
pub const GSA_LOOKUP: Fetch = Fetch {
    url: "https://gsa.apple.com/grandslam/GsService2/lookup/v2",
    head_only: false,
    keep: 0,
    limit: 512 * 1024,
    redirects: 0,
    by_proxy: true,
};
