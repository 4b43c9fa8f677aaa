//! Names that decide whose business a text is: Apple's, another company's, or a program's that signs in for you.

use super::normal::Plain;
use super::pattern::entries;

/// A program that signs in to Apple in its own way.
#[derive(Debug)]
pub(super) struct Program {
    /// Its name.
    pub(super) name: &'static str,
    /// How it is written, folded; `_` for a space.
    words: &'static str,
}

const fn program_named(name: &'static str, words: &'static str) -> Program {
    Program { name, words }
}

/// Sources: the public issue lists of these programs, 2024 to 2026.
const PROGRAMS: &[Program] = &[
    program_named("AltStore", "altstore | altserver | alt_store | alt_server | altjit"),
    program_named("SideStore", "sidestore | side_store | sideserver"),
    program_named("Sideloadly", "sideloadly | guru_meditation"),
    program_named("iloader", "iloader"),
    program_named("Impactor", "impactor | plumeimpactor"),
    program_named("icloudpd", "icloudpd | icloud_photos_downloader | docker_icloudpd | icloudpd_web"),
    program_named(
        "pyicloud",
        "failed_to_login_with_srp | raw_password_authentication | pyicloud* | pyicloud_ipd | icloudpy",
    ),
    program_named("rclone", "rclone"),
    program_named("Home Assistant", "home_assistant | homeassistant | hass | icloud3"),
    program_named("fastlane", "fastlane | spaceship | spaceauth | invalid_2_step_response"),
    program_named("ipatool", "ipatool | ipatool_py"),
    program_named("xcodes", "xcodes | xcodesapp"),
    program_named("altool", "altool | unable_to_create_an_authentication_session"),
    program_named("notarytool", "notarytool"),
    program_named("xtool", "xtool"),
    program_named("macless-haystack", "macless_haystack | openhaystack | findmy_py | findmyflipper"),
    program_named("BlueBubbles", "bluebubbles | openbubbles | beeper | airmessage"),
];

/// Companies whose codes have nothing to do with Apple.
const OTHERS: &str = "whatsapp | telegram | signal_app | signal_android | signal_code | signal_verification | signal_registration | signal_messenger | google | youtube | microsoft | xbox | facebook | instagram | twitter \
    | tiktok | snapchat | discord | steam | epic_games | roblox | playstation | nintendo | amazon | ebay | \
    paypal | venmo | revolut | klarna | stripe | coinbase | binance | netflix | spotify | uber | airbnb | \
    dropbox | github | gitlab | slack | linkedin | yahoo | wechat | weixin | alipay | qq | line_app | \
    kakaotalk | kakao | naver | vk | yandex | sberbank | bank | banking | okta | duo | authy | authenticator \
    | adobe | zoom | twitch | tinder | chase | wells_fargo | sparkasse | banque | banco | banca | bankasi | \
    credit_card | gmail | outlook | hotmail | protonmail | doordash | grubhub | lyft | bolt | grab | gojek | bumble | hinge | \
    onlyfans | robinhood | cash_app | cashapp | zelle | wise | n26 | monzo | nubank | kraken | kucoin | samsung | huawei | xiaomi | \
    docker | wordpress | doorbell | tesla | nest | alexa | aws | azure | heroku | jira | citrix | webex | office_365 | skype | viber | \
    tan | mtan | sms_tan | push_tan | chip_tan | paylib | bizum | pix | satispay | postfinance | n26 | ing_diba | commerzbank | deutsche_bank | \
    credit_agricole | bnp | intesa | unicredit | itau | bradesco | rabobank | abn_amro | garanti | ziraat | toss | paypay | mercari | \
    vinted | shein | temu | aliexpress | ticketmaster | mercado_libre | mercadolibre | battle_net | blizzard | ubisoft | riot_games | \
    minecraft | fortnite | nextcloud | vaultwarden | bitwarden | lastpass | mastodon | aegis | zalando | gitea | synology | proxmox | e_devlet | edevlet | turkiye_gov | lidl | aldi | rewe | kaufland | payback | doctolib | ameli | franceconnect | impots | leboncoin | rappi | spid | poste_italiane | postepay | cie | bankid | swish | vipps | mobilepay | mitid | digid | itsme | hsbc | lloyds | natwest | capital_one | bank_of_america | citi | amex | american_express | strava | garmin | fitbit | peloton | bosch | siemens | philips_hue | ring_app | eufy | sonos | roku | hulu | disney | deliveroo | just_eat | foodora | glovo | ifood | cabify | ola | swiggy | zomato | paytm | phonepe | flipkart | lazada | shopee | tokopedia | active_directory | smtp | ldap | kerberos | sap | odoo | confluence | bitbucket | npm | pypi | riot | epic | egs | gog | galaxy_2_0 | genshin | hoyoverse | mihoyo | honkai | itch | psn | ea_app | ea_account | electronic_arts | origin_account | rockstar | activision | whats_app | whats_up | whatsup | wazapp | bnet | chatgpt | openai | login_gov | id_me | usps | fedex | dhl | verizon_account | citibank | barclays | \
    santander | bbva | ing | caixa | ledger | metamask | trello | notion | salesforce | workday | duolingo | nvidia | oracle | 微信 | 支付宝 | 淘宝 | 抖音 | 微博 | 百度 | 銀行 | 银行 | 谷歌 | 카카오 | 네이버 | 은행 | 楽天 | メルカリ | ライン認証 | \
    тинькофф | сбербанк | банк | банка | госуслуги | яндекс | озон | авито | альфа_банк | втб | мтс_банк | вконтакте | вотсап | телеграм";

/// Words by which a text is about Apple all the same.
const APPLES: &str = "apple | appleaccount | icloud | iphone | ipad | mac | macbook | imac | macos | ios | imessage | facetime \
    | itunes | app_store | appstore | apples | アップル | 苹果 | 蘋果 | 애플 | 아이폰 | 아이클라우드 | эпл | аифон* | аиклауд* \
    | iphones | idmsa | gsa | ipados | watchos | airpods | keychain | xcode | iforgot | anisette | grandslam | activation_lock | recovery_contact | advanced_data_protection | trusted_device | trusted_devices | facetime | app_store_connect | testflight";

/// Things called "code" that are none.
const NO_CODES: &str = "qr code | qr codes | qrcode | error code | error codes | err code | code signature | code signing | \
    source code | zip code | postal code | bar code | barcode | promo code | discount code | coupon code | \
    gift card code | gift code | redeem code | exit code | status code | country code | area code | dress \
    code | vs code | code review | visual studio code | morse code | code of conduct | airplay code | homekit code | setup code | carplay code | airdrop code | unlock code | alarm code | key code | entry code | number plate | license plate | licence plate | genetic code | \
    building code | door code | gate code | pairing code | swift code | sort code | tax code | booking code \
    | class code | return code | code sign | code promo | code postal | code barre | code barres | code qr | \
    codigo postal | codigo qr | codigo de barras | codice fiscale | codice postale | codice qr | codice \
    sconto | codigo de barra | codigo promocional | codigo de erro | codigo de error | codice di errore | \
    codice errore | code d erreur | code derreur | code erreur | fehler code | npm err code | code block | \
    code editor | coding | dial code | hata kodu | posta kodu";

/// The program that is named, where the text is about signing in, or about nothing else.
pub(super) fn program(text: &Plain) -> Option<&'static Program> {
    named(text).filter(|_| text.words.len() <= 2 || entries(SIGN_IN_WORDS).any(|word| has(text, word)))
}

fn named(text: &Plain) -> Option<&'static Program> {
    PROGRAMS.iter().find(|program| entries(program.words).any(|word| has(text, word)))
}

/// The name of the program, whatever the text is about: for one with an error number beside it.
pub(super) fn any_program(text: &Plain) -> Option<&'static str> {
    named(text).map(|program| program.name)
}

/// What makes a program’s text one about signing in; the same programs also install, copy and sign.
const SIGN_IN_WORDS: &str = "code | codes | 2fa | mfa | otp | verification | sign_in | signin | login | log_in | logging_in | \
    signing_in | password | apple | appleaccount | icloud | account | auth | authenticate | authentication | authenticated | session | token | \
    anisette | credentials | 2_step | two_step | two_factor | factor | sms | trusted | idmsa | gsa | srp | unauthorized | passwort | anmelden | \
    mot_de_passe | connexion | contrasena | parola | senha | wachtwoord | パスワード | コード | 验证码 | 驗證碼 | 암호 | пароль | код";

/// Another company is named, and Apple is not. A stranger who wants a code there wants it for the same reason.
pub(super) fn is_about_another_company(text: &Plain) -> bool {
    entries(OTHERS).any(|name| has(text, name))
        && !is_about_apple(text)
        && named(text).is_none()
        && !entries(COMPARED).any(|words| has(text, words))
        && !entries(STRANGERS).any(|name| has(text, name))
}

/// The other company only shows that its codes come: the text is about one that does not.
const COMPARED: &str = "come_fine | comes_fine | arrive_fine | arrives_fine | work_fine | works_fine | come_through_fine | other_texts | other_codes | \
    other_sms | all_other | everything_else | everyone_elses | andere_sms | andere_codes | autres_sms | otros_sms | altri_sms | outros_sms";

/// Who meets people on other companies’ pages and asks them for a code. Folded, as the text is.
const STRANGERS: &str = "marketplace | seller | buyer | scammer | stranger | kaufer | verkaufer | acheteur | vendeur | comprador | \
    vendedor | acquirente | venditore | koper | verkoper | покупатель | продавец | 买家 | 卖家 | 買家 | 賣家 | 구매자 | 판매자";

/// Apple, or something of its own, is named.
pub(super) fn is_about_apple(text: &Plain) -> bool {
    entries(APPLES).any(|name| has(text, name))
}

/// Takes out what is called a code and is none. The text is folded.
pub(super) fn without_other_codes(folded: &str) -> String {
    let mut text = format!(" {folded} ");
    for name in entries(NO_CODES) {
        text = text.replace(&format!(" {name} "), " ");
    }
    text.trim().to_owned()
}

fn has(text: &Plain, name: &str) -> bool {
    if name.chars().any(super::normal::has_no_spaces) {
        return text.joined.contains(name);
    }
    let wanted: Vec<&str> = name.split('_').collect();
    text.words.windows(wanted.len()).any(|words| {
        words.iter().zip(&wanted).all(|(word, want)| match want.strip_suffix('*') {
            Some(begin) => word.starts_with(begin),
            None => word == want,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::normal::folded;
    use super::super::prepared::prepared;
    use super::*;

    /// Texts come folded; a name that is not would never be found.
    #[test]
    fn names_are_written_as_texts_are() {
        let programs = PROGRAMS.iter().flat_map(|program| entries(program.words));
        let lists = [OTHERS, APPLES, NO_CODES, SIGN_IN_WORDS, COMPARED, STRANGERS].into_iter().flat_map(entries);
        for name in programs.chain(lists) {
            let plain = name.replace(['_', '*'], " ");
            let spaceless = |text: &str| text.replace(' ', "");
            assert_eq!(spaceless(&folded(&plain)), spaceless(&plain), "{name}");
        }
        assert!(is_about_apple(&prepared("\u{43a}\u{43e}\u{434} \u{43d}\u{430} \u{430}\u{439}\u{444}\u{43e}\u{43d}")));
    }
}
