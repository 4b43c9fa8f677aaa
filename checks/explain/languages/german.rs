//! German.

use super::{Language, made, phrases, reported, seen, seen_at};
use crate::explain::symptom::Symptom;

pub(super) const GERMAN: Language = Language {
    code: "de",
    name: "German",
    recognised: "Erkannt: {}",
    in_english: "Die Antwort ist auf Englisch.",
    account: "apple_id | appleid | apple_account | apple_konto | apple_kennung | icloud_account | icloud_konto",
    lists: &[
        ("account", "appleaccount | icloud | apple_benutzerkonto"),
        (
            "code",
            "code | codes | bestätigungscode* | sicherheitscode* | verifizierungscode* | verifikationscode* | \
            prüfcode* | zahlencode | 2fa | zwei_faktor | abfrage | einmalcode | passcode | freigabeanfrage | \
            ziffern | \
            6_stellig* | sechsstellig* | zahlen | bestaetigungs_code | sms_code | login_code | anmeldecode",
        ),
        ("not", "nicht | kein | keine | keinen | nie | niemals | nichts | ohne | nix"),
        (
            "arrive",
            "komm* | kam | kamen | ankomm* | angekommen | bekomm* | erhalt* | erhielt | krieg* | schickt | \
            gesendet | sendet | geschickt | erschein* | angezeigt | zeigt | auftauch* | taucht | empfang* | \
            da | eingeh* | eingetroffen | geliefert | zugestellt | \
            zugeschickt | zugesendet | durch | rausgeschickt | schicken | senden | auf_dem_schirm | landet | landen",
        ),
        ("missing", "fehlt | wo_ist | wo_bleibt | warte | warten | vergeblich"),
        (
            "nocode",
            "kein_code | keinen_code | keine_codes | kein_bestätigungscode | keinen_bestätigungscode | \
            keine_abfrage | kein_sicherheitscode | keinen_sicherheitscode",
        ),
        ("text", "sms | textnachricht | kurznachricht | smscode | sms_code"),
        (
            "phone",
            "handy | iphone | telefon | smartphone | mobiltelefon | gerät | ipad | \
            smartphones | geräte | apparat",
        ),
        (
            "somebody",
            "jemand | support | anrufer | mitarbeiter | mann | frau | käufer | verkäufer | polizei | bank | \
            techniker | freund | unbekannter | \
            typ | angebliche* | anrufer* | apple_support | apple_mitarbeiter | kundendienst | person",
        ),
        (
            "ask",
            "fragt | verlangt | will | möchte | braucht | fordert | wollte | fragte | forderte | \
            wissen | haben | fragen | wollen | verlangen | schicken_soll | durchgeben_soll",
        ),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Jemand fragt nach dem Code.",
            "@somebody @ask @code | @code vorlesen | @code durchgeben | @code weitergeben | @code mitteilen | \
            @code am_telefon | @code jemandem | soll @code sagen | soll @code nennen | @code sagen anruf* | \
            @code betrug | apple_ruft_an | apple angerufen @code | \
            angeblich* apple @code | am_telefon @code | @code verraten | @code herausgeben | darf_ich @code | @code schicken_soll | @code verkäufer",
        ),
        phrases(
            Symptom::NotMe,
            "Ein Code kommt, den Sie nicht angefordert haben.",
            "@code nicht_angefordert | @code nicht_verlangt | @code unaufgefordert | @code ohne_grund | \
            jemand versucht anzumelden | fremde anmeldung | @code nicht_von_mir | \
            bekomme @code obwohl | ständig @code obwohl | @code obwohl anmelde | nicht_ich anmeld* | war_ich_nicht | ich_war_das_nicht | @code grundlos | @code mitten_in_der_nacht |             fremder zugriff | jemand anmelden account | jemand meldet | @code aus_dem_nichts | unbekannte_anmeldung | gehackt account",
        ),
        phrases(
            Symptom::PhoneLost,
            "Das Telefon ist verloren, gestohlen oder kaputt.",
            "@phone verloren | @phone gestohlen | @phone geklaut | @phone kaputt | @phone defekt | @phone weg | \
            @phone verkauft | gestohlen* @phone | @phone geht_nicht_an | @phone zerstört | \
            @phone klo | @phone gefallen | @phone wasser | @phone wasserschaden | @phone futsch | @phone tot | @phone hin | @phone display_kaputt | @phone zerbrochen | @phone runtergefallen |             @phone geht_nicht_mehr_an | @phone startet_nicht | @phone beraubt | geklaut* @phone | verloren* @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "Der Code geht an eine Nummer, die Sie nicht mehr haben.",
            "alte_nummer | alten_nummer | alte_telefonnummer | alte_handynummer | alten_handynummer | \
            alten_telefonnummer | nummer_gewechselt | nummer gibt_es_nicht_mehr | nummer nicht_mehr | \
            neue_nummer @code | neue_handynummer | neue_telefonnummer | telefonnummer geändert | \
            handynummer geändert | nummer geändert | falsche_nummer | falsche_telefonnummer | \
            rufnummer gewechselt | sim_karte verloren | rufnummer nicht_mehr | \
            nummer habe_ich_nicht_mehr | nummer gekündigt | alte_sim | neue_nummer | neuer_vertrag nummer | nummer abgemeldet | rufnummer geändert | alte_rufnummer | nummer_existiert nicht |             anbieter_gewechselt nummer | @code aufs_alte | nummer nicht_meine | fremde_nummer | nummer weg | \
            handynummer gibt_es_nicht | telefonnummer gibt_es_nicht | nummer gibt_es_nicht | handynummer nicht_mehr | telefonnummer nicht_mehr",
        ),
        phrases(
            Symptom::Abroad,
            "Sie sind im Ausland.",
            "ausland @code | im_ausland sms | ausland sim | urlaub @code | reise @code | roaming @code | \
            ?im_ausland",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "Der Code erscheint auf einem Gerät, das Sie nicht bei sich haben.",
            "@phone zu_hause | @phone zuhause | @phone daheim | @phone vergessen | @code auf_anderem_gerät | \
            @code anderen_gerät | @code altem_gerät | @code altes_ipad | @phone im_büro",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Sie haben „Erlauben“ gewählt, und es kamen keine Ziffern.",
            "erlauben @not @code | erlaubt @not @code | erlauben @not ziffern | erlauben nichts | \
            erlauben gedrückt | zulassen @not @code",
        ),
        phrases(
            Symptom::NoField,
            "Es gibt kein Feld für den Code.",
            "kein_feld @code | wo @code eingeben | nirgends @code eingeben | kein_eingabefeld | \
            keine_möglichkeit @code eingeben",
        ),
        phrases(
            Symptom::Expired,
            "Der Code ist abgelaufen.",
            "@code abgelaufen | @code zu_spät | @code läuft_ab | @code veraltet | @code nicht_mehr_gültig | \
            @code stunde_später | @code stunden_später | @code minuten_später | @code zu_langsam",
        ),
        phrases(
            Symptom::Refused,
            "Der Code wird nicht angenommen.",
            "@code abgelehnt | @code nicht_angenommen | @code nicht_akzeptiert | @code falsch* | @code ungültig | \
            @code nicht_gültig | ?@code funktioniert_nicht | @code verweigert | \
            nimmt @code nicht | \
            mac_sagt_falsch | @code sagt_falsch | @code stimmt_nicht | @code nicht_erkannt | @code passt_nicht | @code inkorrekt",
        ),
        phrases(
            Symptom::CallMissing,
            "Der Anruf mit dem Code kommt nicht.",
            "anruf @not @arrive | anruf @code @not | kein_anruf",
        ),
        phrases(
            Symptom::TextMissing,
            "Die SMS mit dem Code kommt nicht an.",
            "@text @code @not @arrive | @text apple @not @arrive | keine_sms | @text @code @missing | \
            ?@text @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Es gibt kein anderes Gerät.",
            "kein_anderes_gerät | kein_anderes_apple | kein_weiteres_gerät | einziges_gerät | \
            kein_zweites_gerät | nur_dieser_mac | nur_diesen_mac",
        ),
        phrases(
            Symptom::AskedAgain,
            "Es wird immer wieder gefragt.",
            "immer_wieder @code | immer_wieder passwort | ständig @code | ständig passwort | jedes_mal @code | \
            fragt_ständig | dauernd @code | endlosschleife | \
            täglich @code | jeden_tag @code | immer_wieder anmelden | andauernd @code | schleife anmeld* | jedes_mal passwort",
        ),
        phrases(
            Symptom::Locked,
            "Der Account ist gesperrt.",
            "@account gesperrt | @account deaktiviert | @account blockiert",
        ),
        phrases(Symptom::SecurityKey, "Der Account hat Sicherheitsschlüssel.", "sicherheitsschlüssel | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "Die Zwei-Faktor-Authentifizierung lässt sich nicht ausschalten.",
            "zwei_faktor* ausschalten | zwei_faktor* deaktivieren | zwei_faktor* abschalten | 2fa ausschalten | \
            2fa deaktivieren | 2fa abschalten",
        ),
        phrases(
            Symptom::NotArriving,
            "Es kommt kein Code an.",
            "@code @not @arrive | @code @missing | @nocode | warum @code @not | @code nicht_da",
        ),
        phrases(
            Symptom::CannotSignIn,
            "Die Anmeldung gelingt nicht.",
            "nicht anmelden | anmelden_nicht_möglich | anmeldung fehlgeschlagen | nicht einloggen | \
            anmeldung nicht_möglich | login geht_nicht",
        ),
    ],
    meanings: &[
        (
            "device-password",
            "code_des_iphone eingeben | iphone_code eingeben !bestätigungscode | code_deines_anderen | code_eines_anderen_geräts | gerätecode",
        ),
        (
            "identity-not-verified",
            "identität nicht_bestätigt | identität nicht überprüf* !server !website | identität nicht verifizier* !server | identität nicht bestätig*",
        ),
        (
            "phone-locked",
            "iphone_nicht_verfügbar | iphone nicht_verfügbar minuten | sicherheitssperre | iphone_deaktiviert | iphone_ist_deaktiviert",
        ),
        (
            "icloud-security-code",
            "sicherheitscode schlüsselbund | icloud_sicherheitscode | genehmig* mac geräte* | genehmig* iphone geräte* | sicherheitscode zu_oft genehmig*",
        ),
        ("screen-time-passcode", "bildschirmzeit code | bildschirmzeit_code | bildschirmzeitcode"),
        ("recovery-key", "wiederherstellungsschlüssel !filevault"),
        ("account-recovery", "accountwiederherstellung | kontowiederherstellung | account_wiederherstellung"),
        ("messages-activation", "imessage aktivier* | facetime aktivier* | imessage nicht | facetime nicht"),
        ("vpn-or-filter", "@code @not @arrive vpn !ohne_vpn | @code nur_ohne_vpn"),
        ("managed-account", "verwaltet* @account | @account schule | @account firma"),
        (
            "number-not-verified",
            "Telefonnummer nicht überprüft | Telefonnummer nicht bestätigt | Telefonnummer nicht verifizier* | Telefonnummer nicht_bestätigen",
        ),
        ("media-disabled", "deaktiviert app_store | deaktiviert itunes | gesperrt app_store"),
        ("unknown-error", "unbekannter_Fehler | unbekannten_Fehler"),
        (
            "error-connecting",
            "fehler verbinden server | fehler verbindung server | verbindung server fehlgeschlagen | keine_verbindung server | fehler beim_verbinden",
        ),
        (
            "number-refused",
            "@code keine diese_Telefonnummer | @code keine diese_Nummer | @code nicht diese_Telefonnummer | @code nicht an_diese_Nummer | @code nicht dieser_Telefonnummer",
        ),
        (
            "too-many-codes",
            "zu_viele @code | zu_viele bestätigungscodes | zu_oft @code angefordert | letzten_code eingeben | \
            gib_den_letzten_code",
        ),
        (
            "too-many-tries",
            "zu_oft falsch* @code | falsch* @code zu_oft | @code zu_oft_falsch | zu_viele_versuche @code",
        ),
        (
            "wrong-password",
            "passwort vergessen @account | kennwort vergessen @account | passwort vergessen apple | ?passwort vergessen | passwort falsch | falsches_passwort | kennwort falsch | passwort nicht_korrekt | passwort inkorrekt",
        ),
        ("app-specific-password", "app_spezifisch* passwort | anwendungsspezifisch* passwort"),
        ("payment-verification", "überprüfung_erforderlich | zahlungsinformation* | zahlungsdaten bestätigen"),
        ("activation-lock", "aktivierungssperre"),
        ("security-delay", "sicherheitsverzögerung"),
    ],
    texts: &[
        seen("error-connecting", "Beim Verbinden mit dem Apple-ID-Server ist ein Fehler aufgetreten."),
        seen("error-connecting", "Beim Verbinden mit dem Server ist ein Fehler aufgetreten."),
        seen("error-connecting", "Du bist scheinbar offline."),
        seen("verification-failed", "Prüfung fehlgeschlagen"),
        seen("unknown-error", "Ein unbekannter Fehler ist aufgetreten."),
        seen("incorrect-code", "Der eingegebene Code war nicht gültig."),
        seen("incorrect-code", "Der eingegebene Bestätigungscode ist ungültig."),
        seen(
            "too-many-codes",
            "Sie haben zum Bestätigen Ihrer Telefonnummer zu viele Codes gesendet. Versuchen Sie es später erneut.",
        ),
        seen(
            "too-many-tries",
            "Die Bestätigung des Codes ist zu oft fehlgeschlagen. Senden Sie einen neuen Code an ein anderes Gerät oder versuchen Sie es später erneut.",
        ),
        seen("wrong-password", "Die Apple-ID oder das Passwort ist falsch."),
        seen("account-locked", "Diese Apple-ID wurde aus Sicherheitsgründen deaktiviert."),
        seen("account-locked", "Deine Apple-ID wurde temporär gesperrt."),
        seen("account-locked", "Der Account wurde deaktiviert."),
        seen("account-not-active", "Der Apple-ID-Account ist nicht aktiv und kann nicht benutzt werden."),
        seen(
            "blocked-for-a-day",
            "Aus Sicherheitsgründen wurde die Anmeldung mit deiner Apple-ID auf diesem Gerät für 24 Stunden gesperrt.",
        ),
        seen("sign-in-requested", "Deine Apple-ID wird zur Anmeldung auf einem neuen Gerät verwendet"),
        seen("code-shown", "Apple-ID-Bestätigungscode"),
        seen("code-shown", "Gib diesen Bestätigungscode auf deinem anderen Gerät ein, um dich anzumelden."),
        seen(
            "code-asked",
            "Eine Nachricht mit einem Bestätigungscode wurde an deine Geräte mit iOS 9 oder OS X El Capitan oder neuer gesendet.",
        ),
        seen("not-arriving", "Keinen Code erhalten?"),
        seen("cannot-make-code", "Code kann nicht erstellt werden"),
        seen("messages-activation", "Auf Aktivierung warten …"),
        seen("messages-activation", "Aktivierung ist fehlgeschlagen."),
        seen("messages-activation", "Bei der Aktivierung ist ein Fehler aufgetreten. Versuche es erneut."),
        seen("messages-activation", "Kein Kontakt zum iMessage-Server. Versuche es erneut."),
        seen(
            "messages-activation",
            "Anmeldung fehlgeschlagen. Überprüfe deine Netzwerkverbindung und versuche es erneut.",
        ),
        seen("messages-activation", "Anmeldung bei FaceTime fehlgeschlagen."),
        seen("cannot-sign-in", "Anmelden nicht möglich"),
        seen("account-settings-notice", "Für manche Account-Dienste ist die erneute Anmeldung erforderlich."),
        seen(
            "account-settings-notice",
            "Dieser Mac kann nicht mit iCloud verbunden werden, da ein Problem mit „%@“ vorliegt.",
        ),
        seen("terms-or-password", "Neue iCloud-Nutzungsbedingungen"),
        seen("terms-or-password", "Die iCloud-Nutzungsbedingungen haben sich geändert."),
        seen(
            "terms-or-password",
            "Zur Verwendung von iCloud auf diesem Mac musst du den neuen Nutzungsbedingungen zustimmen.",
        ),
        seen("device-limit", "Auf diesem iPhone wurde die maximale Anzahl kostenloser Accounts aktiviert."),
        seen("two-factor-required", "Zwei-Faktor-Authentifizierung erforderlich"),
        seen("clock-wrong", "Die Uhrzeit auf diesem Gerät ist scheinbar nicht richtig."),
        seen(
            "managed-account",
            "Verwaltete Accounts können nur angemeldet werden, wenn ein Profil auf diesem Mac installiert wird.",
        ),
        seen("device-password", "Gib das %@-Passwort für „%@“ ein."),
        seen("device-password", "Deine iCloud-Daten sind mit deinem Benutzerpasswort geschützt."),
        seen_at(
            "icloud-security-code",
            "Sicherheitscode wurde zu oft falsch eingegeben. Bestätigen Sie dieses iPhone über ein anderes Gerät, das den iCloud-Schlüsselbund verwendet.",
            "support.apple.com/de-de/HT202755",
        ),
        seen("icloud-security-code", "Dein Sicherheitscode wurde zu oft falsch eingegeben."),
        seen("security-key", "Schließe deinen Sicherheitsschlüssel an und aktiviere ihn."),
        seen("recovery-key", "Wiederherstellungsschlüssel"),
        seen("recovery-contact", "Kontakt für Accountwiederherstellung"),
        seen("account-recovery", "Accountwiederherstellung"),
        seen_at(
            "account-locked",
            "Diese Apple-ID wurde aus Sicherheitsgründen gesperrt.",
            "support.apple.com/de-li/HT204106",
        ),
        seen_at(
            "account-locked",
            "Du kannst dich nicht anmelden, da dein Account aus Sicherheitsgründen deaktiviert wurde.",
            "support.apple.com/de-li/HT204106",
        ),
        seen_at(
            "account-locked",
            "Sie können sich nicht anmelden, da Ihr Account aus Sicherheitsgründen deaktiviert wurde.",
            "support.apple.com/de-de/HT204106",
        ),
        reported("account-locked", "Ihre Apple-ID wurde gesperrt", "helpster.de, 48120"),
        reported("account-not-active", "Diese Apple-ID ist nicht aktiv", "clickthis.blog/de"),
        seen_at("security-delay", "Verzögerung bei sicherheitsrelevanten Aktionen", "support.apple.com/de-de/HT212510"),
        reported("security-delay", "Sicherheitsverzögerung", "borncity.com, iPhone Sicherheitsverzögerung"),
        seen_at("security-delay", "Schutz für gestohlene Geräte", "support.apple.com/de-de/HT212510"),
        reported("not-arriving", "Keinen Code erhalten? SMS senden", "github.com/Euphonique/iCloudPhotoSync/issues/58"),
        reported(
            "not-arriving",
            "Warum kommt der SMS-Code nicht an?",
            "blog.silverpc.hu, 2025-09-05 (not about Apple only)",
        ),
        reported(
            "not-arriving",
            "Der Code konnte nicht gesendet werden",
            "blog.silverpc.hu, 2025-09-05 (not about Apple only)",
        ),
        made("not-arriving", "Ich bekomme keinen Code von Apple"),
        made("not-arriving", "Apple schickt mir keinen Bestätigungscode"),
        made("not-arriving", "auf dem iPhone erscheint kein Code"),
        made("account-locked", "meine Apple-ID ist gesperrt"),
    ],
};
