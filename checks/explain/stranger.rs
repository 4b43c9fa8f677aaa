//! Whether a text that does not speak of Apple may be about somebody else: a site's name, or an English word that nobody who
//! waits for Apple's code says. Companies are more than any list holds; the words of a complaint are few.

use super::normal::Plain;
use super::pattern::{alike, entries};
use super::spoken;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Ends of sites' names that people write.
const ENDS: &[&str] = &[
    "com", "net", "org", "io", "co", "gg", "app", "dev", "tv", "de", "fr", "nl", "uk", "eu", "ru", "cn", "jp", "kr",
    "br", "ca", "ai", "gov", "edu", "bank", "shop", "online", "xyz",
];

/// Apple's sites, and those that sell its number's way.
const OURS: &[&str] =
    &["apple.com", "icloud.com", "icloud.com.cn", "mac.com", "me.com", "apple", "itunes.com", "mzstatic.com"];

/// A site that is not Apple's is named: `itch.io`. An e-mail address is none, nor is a file or a program's own name.
pub(super) fn names_another_site(text: &str) -> bool {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '"' | ',' | ';')).any(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let host = word.split_once("://").map_or(word, |(_, rest)| rest);
        let host = host.split(['/', '?', ':']).next().unwrap_or_default();
        let Some((name, end)) = host.rsplit_once('.') else { return false };
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
        let letters = name.chars().any(|letter| letter.is_ascii_alphabetic());
        let ours =
            OURS.iter().any(|ours| host == *ours || host.strip_suffix(ours).is_some_and(|more| more.ends_with('.')));
        !word.contains('@') && name.len() > 1 && letters && host.chars().all(plain) && ENDS.contains(&end) && !ours
    })
}

/// An English text with a word in it that is neither known here nor common.
pub(super) fn has_an_unfamiliar_word(text: &Plain) -> bool {
    let words: Vec<&str> = text.words.iter().map(String::as_str).filter(|word| counts(word)).collect();
    let unfamiliar = words.iter().filter(|word| !is_familiar(word)).count();
    // Where most words are unknown it is another language, or a log: the patterns that fitted say more than that.
    unfamiliar > 0 && unfamiliar * 2 <= words.len() && spoken::likeliest_first(text)[0].code == "en"
}

fn counts(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_familiar(word: &str) -> bool {
    let known = |word: &str| spoken::english().contains(word) || COMMON.contains(word);
    let stem = |word: &str| {
        ["s", "es", "d", "ed", "ing", "ly", "er", "n", "y"].iter().any(|end| {
            word.strip_suffix(end).is_some_and(|stem| stem.len() > 2 && (known(stem) || known(&format!("{stem}e"))))
        })
    };
    known(word) || stem(word) || spoken::english().iter().any(|other| alike(word, other))
}

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| entries(WORDS).flat_map(str::split_whitespace).collect());

/// Words of everybody's complaints that no pattern needs. A name is never among them, but those of phone companies: they carry
/// Apple's texts.
const WORDS: &str = "flash flashes china india america europe germany min mins triple quadruple subway metro train taxi reachable unreachable configure configuration integration dialog revoke revoked associate associated credential reverify reinstall install installed installing script login logout logged occur occurred occured kick kicked aborting abort about above absolutely accept access according across act actual actually add added address advice advise after again against age ago \
    ahead alive all allow almost alone along already also alternate although always amount and angry annoy annoying another answer any anybody anyone anything anyway \
    anywhere apparently appreciate are area aren around attempt available away awful back bad ball barely base based basically bath battery be beach because become been \
    before begin behind being believe below best better between big bit bless board boat body bought box boy brand break brilliant bring brings brother brought browser bug build bus \
    business busy button buy bye cafe came camera can cancel car card care case cases catch cause caused certain chance change charge chat cheap check choice choose chose city clean \
    clear clearly click close cloud club cold college come comment common complain complete completely computer confirm confuse confused connect connection constant contact continue contract \
    control cool copy correct correctly cost could country couple course crap crazy cross current currently customer cut damn dark data date day days dead deal dear decide decided deep \
    definitely delete depend desk desktop desperate details did die difference different difficult digit dinner do doctor does doing done dont door double down download drive drop drove due \
    dumb during each ear early earth easily easy eat edge effing either elderly else email emergency empty end enough enter entire entry error especially etc even evening event ever every \
    everybody everyone everything everywhere exact exactly except excuse exist expect experience explain extra eye face fact fail fair fake fall family far fast faster father favor feel feeling few \
    field figure fill final finally find fine finger finish fire first fix fixed flat flight flip floor fly folks follow food for forever forget form forum forward found four frankly free \
    friday friend from front frustrate frustrating frustrated full fully fun funny further future general genuinely get girl give glad glass god going gone good got grandma great green group guess guide guy guys had \
    half hand handle happen happened happening happens happy hard hardly has hate have having head hear heard heart hell hello help helpful helps her here herself hey high hill him himself his \
    hit hold holder holy home honest honestly hope hopefully horrible hospital hotel hour house how however huge human hundred hung hurry husband idea idk idiot idiotic ignore imagine immediately important \
    impossible inbox include included including indeed indicator information inside instant instead instruction insist into invite issue item its itself january february march april june july august september october november december \
    job join just keep kept key keyboard kid kind kinda kitchen knew know known knows lady land language last lately late later laugh law lazy lead learn least leave left legal legit less let \
    letter level lie life light like likely line link list listen little live load local locate location log lol long longer look lost lot lots loud love low luck lucky lunch machine mad made \
    mail main major make makes making man manage manually many matter may maybe mean means meant meeting member mention menu mess message middle might mile mind mine minus minute miss missed \
    mode model moment monday money month monthly more morning most mostly mother mouth move moved much multiple must myself name nanny near nearly necessary need never new news next nice night nightmare \
    nobody none nonsense noon nope nor normal normally north note nothing notice now number obvious obviously odd off offer office often okay old older once one ones online only onto open opened \
    operate opinion option options order original other others otherwise our ours out outside over own owner page paid pain panic paper parent part particular party pass past pay people per perfect \
    perfectly perhaps permanent person personal phone photo pick picture piece place plan plane play please plenty plug plus point police poor pop popped popping port possible post power practically prefer \
    prepare press pretty previous price private probably problem problems process program proper properly prove provide public pull purchase push put question quick quickly quite random rang rather reach read \
    ready real reality realise realize really reason reasonable reboot receive recent recently recognize record red refer refuse regular relate remain remember remote remove rent repeat repeatedly replace replaced reply report request require \
    rest restart result return ride ridiculous right ring road room round rule run running sad safe said same sat saturday save saw say saying says school screen scroll search second section \
    secure see seem seems seen select self sell send sense sent separate serious seriously serve service session set setting settings setup seven several shall share she ship shit shop short should show \
    shut sick side sign silence silent silly similar simple simply since single sir sister sit situation six skip sleep slow small smart solution solve some somebody somehow someone something sometimes \
    somewhere son soon sorry sort sound south space speak special specific spend spent spinning spot stage stand star start started state stay step stick still stop store straight strange street \
    string strong stuck stuff stupid such suddenly suggest suggestion summer sun sunday supply support suppose supposed supposedly sure surprise switch system table take takes taken talk tap tapped task teach team technical tell \
    ten terrible test than thank thanks that the their them then there these they thing thingy things think third this those though thought thousand three through throw thursday thus ticket \
    tie tied time times tiny tired title today together told tomorrow tonight too took top total totally touch toward town track train transfer treat tried tries trigger trip trouble true trust truth \
    try trying tuesday turn twelve twenty twice two type typed typing unable under understand unfortunately unless until upon update updated upgrade urgent use used useless user uses using usual usually various vehicle version \
    very via video view visit voice wait wake walk wall want war warn wash waste watch water way wednesday week weekend weeks weird well went were west what whatever whatsoever wheel when where \
    whether which while white who whole whom whose why wide wife wild will window winter wish with within without woman wonder word work worked working works world worry worse worst worth \
    would wow write wrong wrote yeah year years yell yes yesterday yet you young your yours yourself zero zone stopped everytime sometime anymore alright gonna wanna gotta cuz bcz bcoz coz tho thru pls plz thx omg wtf asap btw imo fyi \
    area reset restore restored restoring erase freeze frozen crash wifi internet network router modem hotspot bluetooth data cellular reception coverage roaming signal carrier provider operator prepaid postpaid plan esim landline voicemail inbox spam folder junk \
    verizon vodafone telekom orange sprint mobile tmobile cricket metropcs xfinity spectrum comcast rogers telus telstra optus virgin telefonica movistar claro tim wind iliad sfr bouygues kpn ziggo docomo softbank rakuten airtel jio tello mint visible \
    windows linux android chrome safari firefox edge chromebook chromecast pixel laptop notebook server client terminal app apps store music photos calendar contacts notes reminders \
    dads moms mums mum grandpa granny uncle aunt cousin neighbor neighbour nephew niece teenager teen toddler baby kids hub hubby spouse fiance partner coworkers boss";

#[cfg(test)]
mod tests {
    use super::super::prepared::prepared;
    use super::*;

    #[test]
    fn a_site_that_is_not_apples_is_seen() {
        for text in [
            "code from itch.io",
            "https://account.riotgames.com/ code",
            "(epicgames.com)",
            "foo.co.uk does not send it",
        ] {
            assert!(names_another_site(text), "{text}");
        }
        for text in [
            "idmsa.apple.com 412",
            "Visit https://iforgot.apple.com.",
            "me@example.com",
            "icloud.com",
            "10.15.7",
            "config.plist",
            "e.g. me",
            "done.It works",
            "pyicloud.exceptions.Failed",
            "apple.com",
            "",
        ] {
            assert!(!names_another_site(text), "{text}");
        }
    }

    #[test]
    fn a_name_is_unfamiliar_and_a_complaint_is_not() {
        for text in ["not receiving the verification code from blorpify", "my zorbank code never comes"] {
            assert!(has_an_unfamiliar_word(&prepared(text)), "{text}");
        }
        for text in [
            "not receiving verification code",
            "I never recieved the text with the six digits",
            "whats wrong, my husbands phone shows nothing",
            "der Code kommt nicht an",
            "",
            "\u{9a8c}\u{8bc1}\u{7801}",
        ] {
            assert!(!has_an_unfamiliar_word(&prepared(text)), "{text}");
        }
    }
}
