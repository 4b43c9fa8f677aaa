//! Dutch.

use super::{Language, made, phrases, reported, seen, seen_at};
use crate::explain::symptom::Symptom;

pub(super) const DUTCH: Language = Language {
    code: "nl",
    name: "Dutch",
    recognised: "Herkend: {}",
    in_english: "Het antwoord is in het Engels.",
    account: "apple_id | appleid | apple_account | apple_acount | icloud_account",
    lists: &[
        ("account", "appleaccount | icloud"),
        (
            "code",
            "code | codes | verificatiecode* | verificatie | bevestigingscode* | beveiligingscode | 2fa | \
            cijfers | inlogcode",
        ),
        ("not", "niet | geen | nooit | niets | zonder | niks"),
        (
            "arrive",
            "kom* | komt | krijg* | ontvang* | binnen* | gekregen | verschijn* | stuurt | sturen | verstuurd | \
            verzonden | aan | zie | getoond | aankom* | \
            binnenkom* | doorgekomen | toegestuurd | opgestuurd | gestuurd | tonen | weergegeven",
        ),
        ("missing", "ontbreekt | wacht | wachten | waar_is | waar_blijft"),
        ("nocode", "geen_code | geen_codes | geen_verificatiecode | zonder_code | geen_melding"),
        ("text", "sms | smsje | sms_je | tekstbericht | bericht"),
        ("phone", "telefoon | iphone | mobiel | toestel | apparaat | ipad | gsm"),
        (
            "somebody",
            "iemand | support | helpdesk | medewerker | man | vrouw | koper | verkoper | politie | bank | \
            vriend | onbekende | beller",
        ),
        ("ask", "vraagt | vraag | wil | vroeg | eist | wilde | nodig"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Iemand vraagt u om de code.",
            "@somebody @ask @code | @code voorlezen | @code doorgeven | @code geven_aan | @code delen | \
            @code vertellen | @code oplichting | apple_belt | apple_belde | \
            @code telefonisch | oplichter @code | moet_ik @code | mag_ik @code | wil_mijn_code | wil_de_code | @code doorsturen | zegt_van_apple | zogenaamd* apple",
        ),
        phrases(
            Symptom::NotMe,
            "Er komt een code die u niet hebt aangevraagd.",
            "@code niet_aangevraagd | @code niet_gevraagd | iemand probeert inloggen | @code zonder_vragen | \
            @code zonder_aanvraag | ik_was_het_niet | ben_ik_niet | iemand inlogg* | @code uit_het_niets | steeds_codes | krijg_codes | onbekende_aanmelding | onbekende inlogpoging | gehackt account",
        ),
        phrases(
            Symptom::PhoneLost,
            "De telefoon is kwijt, gestolen of kapot.",
            "@phone kwijt !nummer | @phone verloren !nummer | @phone gestolen | @phone kapot | @phone stuk | \
            @phone verkocht | \
            @phone gevallen | @phone water | @phone dood | @phone defect | scherm kapot @phone | kwijtgeraakt @phone | @phone gaat_niet_aan | @phone gejat | ?beroofd | kwijt @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "De code gaat naar een nummer dat niet meer van u is.",
            "oude_nummer | oud_nummer | oude_telefoonnummer | oud_telefoonnummer | nieuw_nummer | \
            nieuw_telefoonnummer | nummer veranderd | nummer gewijzigd | nummer bestaat_niet_meer | \
            nummer niet_meer | verkeerd_nummer | ander_nummer | nummer kwijt | \
            nieuw_telefoonnummer | naar_oude | oude_gestuurd | nummer heb_ik_niet_meer | nummer opgezegd | oude_sim | nieuwe_sim | van_nummer_veranderd | ander_telefoonnummer | nummer niet_van_mij | nummer_gewisseld | oude_mobiele_nummer | van_provider gewisseld",
        ),
        phrases(
            Symptom::Abroad,
            "U bent in het buitenland.",
            "buitenland @code | vakantie @code | roaming @code | buitenland sms | ?in_het_buitenland",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "De code verschijnt op een apparaat dat u niet bij u hebt.",
            "@phone thuis | @phone vergeten | @code ander_apparaat | @code oude_ipad | @phone op_kantoor | \
            @phone op_het_werk",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "U koos „Sta toe” en er kwamen geen cijfers.",
            "sta_toe @not @code | sta_toe niets | toegestaan @not @code | sta_toe geen_cijfers",
        ),
        phrases(
            Symptom::NoField,
            "Er is geen plek om de code in te voeren.",
            "waar @code invoeren | waar @code invullen | nergens @code | geen_veld @code",
        ),
        phrases(Symptom::Expired, "De code is verlopen.", "@code verlopen | @code te_laat | @code niet_meer_geldig"),
        phrases(
            Symptom::Refused,
            "De code wordt geweigerd.",
            "@code geweigerd | @code onjuist | @code ongeldig | @code niet_geldig | @code fout | \
            @code verkeerd | @code niet_geaccepteerd | ?@code werkt_niet | accepteert @code niet | \
            @code niet_goed | @code klopt_niet | wordt_niet_geaccepteerd | @code niet_herkend | zegt_dat_de_code",
        ),
        phrases(
            Symptom::CallMissing,
            "Het telefoontje met de code komt niet.",
            "oproep @not @arrive | telefoontje @not @arrive | geen_oproep | gebeld @not @code",
        ),
        phrases(
            Symptom::TextMissing,
            "De sms met de code komt niet aan.",
            "@text @code @not @arrive | geen_sms | @text apple @not @arrive | ?sms @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Er is geen ander apparaat.",
            "geen_ander_apparaat | enige_apparaat | geen_tweede_apparaat | geen_ander_apple",
        ),
        phrases(
            Symptom::AskedAgain,
            "Er wordt steeds opnieuw om gevraagd.",
            "steeds @code | steeds wachtwoord | elke_keer @code | telkens @code | blijft_vragen | \
            steeds_opnieuw | blijft @code vragen | \
            elke_dag @code | iedere_keer @code | voortdurend @code | de_hele_tijd @code | lus @code | vraagt_steeds",
        ),
        phrases(
            Symptom::Locked,
            "De account is vergrendeld.",
            "@account vergrendeld | @account geblokkeerd | @account gedeactiveerd | @account uitgeschakeld",
        ),
        phrases(Symptom::SecurityKey, "De account heeft beveiligingssleutels.", "beveiligingssleutel* | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "Twee-factor-authenticatie kan niet worden uitgezet.",
            "twee_factor* uitschakelen | twee_factor* uitzetten | tweestaps* uitschakelen | twee_factor* uit | \
            2fa uitzetten | 2fa uitschakelen",
        ),
        phrases(Symptom::NotArriving, "Er komt geen code.", "@code @not @arrive | @code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "Inloggen lukt niet.",
            "niet inloggen | inloggen lukt_niet | inloggen_mislukt | kan_niet_inloggen",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iphone_niet_beschikbaar | ipad_niet_beschikbaar | iphone_is_uitgeschakeld | iphone uitgeschakeld minuten | beveiligingsblokkering",
        ),
        (
            "identity-not-verified",
            "identiteit niet_verif* | identiteit niet_bevestig* | identiteit niet geverifieerd !server !website",
        ),
        ("icloud-security-code", "beveiligingscode sleutelhanger | icloud_beveiligingscode"),
        ("screen-time-passcode", "schermtijd code | schermtijdcode | toegangscode schermtijd"),
        ("recovery-key", "herstelsleutel"),
        ("account-recovery", "accountherstel"),
        ("messages-activation", "imessage activer* | facetime activer* | imessage activatie"),
        ("vpn-or-filter", "@code @not @arrive vpn !zonder_vpn"),
        ("managed-account", "beheerd* @account | appleaccount school"),
        ("number-not-verified", "telefoonnummer niet geverifieerd | telefoonnummer niet verifiëren"),
        ("media-disabled", "uitgeschakeld app_store | gedeactiveerd app_store"),
        ("unknown-error", "onbekende_fout"),
        (
            "error-connecting",
            "fout verbind* server | fout verbinding server | geen_verbinding server | kan_geen_verbinding server",
        ),
        (
            "number-refused",
            "@code niet dit_telefoonnummer | @code niet naar_dit_nummer | @code niet dit_nummer verstuurd",
        ),
        ("too-many-codes", "te_veel_codes | te_veel @code | laatste_code ontvangen | voer_de_laatste_code"),
        (
            "too-many-tries",
            "@code te_vaak onjuist | te_vaak onjuiste_code | te_veel_pogingen @code | te_vaak verkeerde_code",
        ),
        (
            "wrong-password",
            "wachtwoord vergeten @account | wachtwoord vergeten apple | ?wachtwoord vergeten | wachtwoord onjuist | wachtwoord fout | verkeerd_wachtwoord | wachtwoord verkeerd",
        ),
        ("app-specific-password", "app_specifiek wachtwoord | appspecifiek wachtwoord"),
        ("payment-verification", "verificatie_vereist | betaalgegevens | betalingsgegevens"),
        ("activation-lock", "activeringsslot"),
    ],
    texts: &[
        seen("error-connecting", "Er heeft zich een fout voorgedaan bij de verbinding met de Apple ID-server."),
        seen("error-connecting", "Er heeft zich een probleem voorgedaan bij de verbinding met de server."),
        seen("error-connecting", "Je bent offline."),
        seen("verification-failed", "Verificatie mislukt"),
        seen("unknown-error", "Er heeft zich een onbekende fout voorgedaan."),
        seen("incorrect-code", "De ingevoerde code is niet geldig."),
        seen("incorrect-code", "De verificatiecode die u hebt ingevoerd is ongeldig."),
        seen(
            "too-many-codes",
            "U hebt te veel codes verstuurd om uw telefoonnummer te verifiëren. Probeer het later opnieuw.",
        ),
        seen(
            "too-many-tries",
            "U bent er te vaak niet in geslaagd om de code te verifiëren. Stuur een nieuwe code aan een ander apparaat of probeer het later opnieuw.",
        ),
        seen("wrong-password", "De Apple ID of het wachtwoord is onjuist."),
        seen("account-locked", "Deze Apple ID is om veiligheidsredenen gedeactiveerd."),
        seen("account-locked", "Je Apple ID is tijdelijk vergrendeld."),
        seen("account-locked", "Deze account is uitgeschakeld."),
        seen("account-not-active", "De Apple ID-account is niet actief en kan niet worden gebruikt."),
        seen(
            "blocked-for-a-day",
            "Om veiligheidsredenen is inloggen met je Apple ID op dit apparaat 24 uur lang geblokkeerd.",
        ),
        seen("sign-in-requested", "Je Apple ID wordt gebruikt om in te loggen op een nieuw apparaat"),
        seen("code-shown", "Apple ID-verificatiecode"),
        seen("code-shown", "Voer deze verificatiecode in op je andere apparaat om in te loggen."),
        seen(
            "code-asked",
            "Er is een bericht met een verificatiecode gestuurd naar je andere apparaten met iOS 9 of OS X El Capitan of hoger.",
        ),
        seen("not-arriving", "Geen code ontvangen?"),
        seen("cannot-make-code", "Code aanmaken mislukt"),
        seen("messages-activation", "Wachten op activering…"),
        seen("messages-activation", "Activering mislukt."),
        seen("messages-activation", "Fout tijdens activeren. Probeer het opnieuw."),
        seen("messages-activation", "Geen verbinding met de iMessage-server. Probeer het opnieuw."),
        seen("messages-activation", "Inloggen mislukt. Controleer de netwerkverbinding en probeer het opnieuw."),
        seen("messages-activation", "Inloggen op FaceTime is mislukt."),
        seen("cannot-sign-in", "Inloggen mislukt"),
        seen("account-settings-notice", "Voor sommige accountvoorzieningen moet je opnieuw inloggen."),
        seen("account-settings-notice", "Deze Mac kan geen verbinding maken met iCloud vanwege een probleem met '%@'."),
        seen("terms-or-password", "Nieuwe iCloud-voorwaarden"),
        seen("terms-or-password", "De servicevoorwaarden van iCloud zijn gewijzigd."),
        seen(
            "terms-or-password",
            "Om iCloud op deze Mac te gebruiken, moet je akkoord gaan met de nieuwe voorwaarden.",
        ),
        seen("device-limit", "Het maximale aantal gratis accounts is geactiveerd op deze iPhone."),
        seen("two-factor-required", "Twee-factor-authenticatie vereist"),
        seen("clock-wrong", "De huidige tijd op dit apparaat is onjuist."),
        seen(
            "managed-account",
            "Je kunt alleen bij beheerde accounts inloggen door een profiel op deze Mac te installeren.",
        ),
        seen("device-password", "Voer het wachtwoord in voor de %@ '%@'."),
        seen("device-password", "Je iCloud-gegevens zijn beveiligd met je gebruikerswachtwoord."),
        seen("icloud-security-code", "Je beveiligingscode is te vaak onjuist ingevoerd."),
        seen("security-key", "Plaats en activeer je beveiligingssleutel."),
        seen("recovery-key", "Herstelcode"),
        seen("recovery-contact", "Accountherstelcontact"),
        seen("account-recovery", "Accountherstel"),
        reported("not-arriving", "Geen verificatiecode ontvangen?", "webwoordenboek.nl, Apple ID werkt niet"),
        reported("account-locked", "Apple ID geblokkeerd", "webwoordenboek.nl (“blijft je Apple ID geblokkeerd”)"),
        seen_at(
            "account-recovery",
            "accountherstel; wachttijd voor accountherstel",
            "support.apple.com/nl-be/HT204921",
        ),
        made("not-arriving", "ik krijg geen code van Apple"),
        made("not-arriving", "de code komt niet binnen"),
        made("not-arriving", "Apple stuurt geen sms met code"),
        made("account-locked", "mijn Apple-account is vergrendeld"),
    ],
};
