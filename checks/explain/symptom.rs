//! What can happen to somebody who waits for a code, as `explain`, the languages and the guide know it.

/// What happens to somebody who waits for a code. The order is that of what comes first where several are true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symptom {
    /// Somebody asks for the code: fraud.
    SomebodyAsks,
    /// A code or a prompt comes that nobody here asked for.
    NotMe,
    /// The phone is lost, stolen or broken.
    PhoneLost,
    /// The code goes to a number that is lost, old, or somebody else's.
    NumberLost,
    /// The phone has no service.
    NoService,
    /// Abroad, or the SIM is not at hand.
    Abroad,
    /// The prompt appears on a device that is elsewhere.
    DeviceElsewhere,
    /// Allow was chosen, and no digits came.
    AllowWithoutDigits,
    /// No place to type the code: old systems, Apple TV.
    NoField,
    /// The code had expired.
    Expired,
    /// The code is right, and refused.
    Refused,
    /// A program that is not Apple's asks for the code.
    Program,
    /// The automated call does not come.
    CallMissing,
    /// The text does not come.
    TextMissing,
    /// There is no other device.
    OnlyDevice,
    /// The code or the password is asked for again and again.
    AskedAgain,
    /// The account is locked.
    Locked,
    /// The account has security keys: there is no code.
    SecurityKey,
    /// Two-factor authentication is to be turned off.
    TwoFactorOff,
    /// No code arrives, by no way that was named.
    NotArriving,
    /// The sign-in does not work, and no more was said.
    CannotSignIn,
}

impl Symptom {
    /// All of them, in order.
    pub const ALL: &[Self] = &[
        Self::SomebodyAsks,
        Self::NotMe,
        Self::PhoneLost,
        Self::NumberLost,
        Self::NoService,
        Self::Abroad,
        Self::DeviceElsewhere,
        Self::AllowWithoutDigits,
        Self::NoField,
        Self::Expired,
        Self::Refused,
        Self::Program,
        Self::CallMissing,
        Self::TextMissing,
        Self::OnlyDevice,
        Self::AskedAgain,
        Self::Locked,
        Self::SecurityKey,
        Self::TwoFactorOff,
        Self::NotArriving,
        Self::CannotSignIn,
    ];

    /// Stable, for scripts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SomebodyAsks => "somebody-asks",
            Self::NotMe => "not-me",
            Self::PhoneLost => "phone-lost",
            Self::NumberLost => "number-lost",
            Self::NoService => "no-service",
            Self::Abroad => "abroad",
            Self::DeviceElsewhere => "device-elsewhere",
            Self::AllowWithoutDigits => "allow-without-digits",
            Self::NoField => "no-field",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Program => "program",
            Self::CallMissing => "call-missing",
            Self::TextMissing => "text-missing",
            Self::OnlyDevice => "only-device",
            Self::AskedAgain => "asked-again",
            Self::Locked => "account-locked",
            Self::SecurityKey => "security-key",
            Self::TwoFactorOff => "two-factor-off",
            Self::NotArriving => "not-arriving",
            Self::CannotSignIn => "cannot-sign-in",
        }
    }
}
