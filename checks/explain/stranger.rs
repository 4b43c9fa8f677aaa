//! Whether a text that does not speak of Apple may be about somebody else: a site's name, or an English word that nobody who
//! waits for Apple's code says. Companies are more than any list holds; the words of a complaint are few.

use super::normal::{Plain, has_no_spaces};
use super::pattern::alike;
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

/// A text with a word in it that is neither known in its language nor common.
pub(super) fn has_an_unfamiliar_word(text: &Plain) -> bool {
    let words: Vec<&str> = text.words.iter().map(String::as_str).filter(|word| counts(word)).collect();
    let language = spoken::likeliest_first(text)[0];
    let unfamiliar = words.iter().filter(|word| !is_familiar(word, language.code)).count();
    // Where most words are unknown it is another language, or a log: the patterns that fitted say more than that.
    unfamiliar > 0 && unfamiliar * 2 <= words.len()
}

/// Letters of Latin or Cyrillic; where a script has no spaces nobody can tell a word.
fn counts(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(|letter| letter.is_alphabetic() && !has_no_spaces(letter))
}

fn is_familiar(word: &str, language: &str) -> bool {
    let (own, english) = (spoken::words(language), spoken::words("en"));
    let known = |word: &str| own.contains(word) || english.contains(word) || COMMON.contains(word);
    let stem = |word: &str| {
        ["s", "es", "d", "ed", "ing", "ly", "er", "n", "y", "en", "e"].iter().any(|end| {
            word.strip_suffix(end).is_some_and(|stem| stem.len() > 2 && (known(stem) || known(&format!("{stem}e"))))
        })
    };
    known(word) || stem(word) || own.iter().chain(english).any(|other| alike(word, other) || begins_alike(word, other))
}

/// Another form of the same word, which is most of it: languages decline.
fn begins_alike(word: &str, other: &str) -> bool {
    let same = word.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longer = word.chars().count().max(other.chars().count());
    same >= 5 && longer - same <= 3
}

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| [WORDS, OTHER_WORDS].into_iter().flat_map(str::split_whitespace).collect());

/// Words of everybody's complaints that no pattern needs. A name is never among them, but those of phone companies: they carry
/// Apple's texts.
const WORDS: &str = "driving drive nuts resend bypass unreachable wifis successfully successful success err inf dbg hitting hits supply tool click clicking speed faster shorten screenshot simply allready validate validating application session code data bytes optional status report menu help continue submit bug flash flashes china india america europe germany min mins triple quadruple subway metro train taxi reachable unreachable configure configuration integration dialog revoke revoked associate associated credential reverify reinstall install installed installing script login logout logged occur occurred occured kick kicked aborting abort about above absolutely accept access according across act actual actually add added address advice advise after again against age ago \
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

/// The same in other languages, folded: little words, mostly.
const OTHER_WORDS: &str = "него нее ним einschalten ausschalten kriege krieg kriegt nen keinem stati inviati inviato inviare derzeit gesendet werden sale puse bien poner mesmo digitando certo escribe пишет ввожу правильно хотя пришел пришло пришла приходит ввел ввела aber als alle also auch auf aus bei beim bin bis bitte brauche das dass dem den der des die dies diese diesem \
    dieser doch dort durch ein eine einem einen einer eines einfach erst euch fur ganz gar gegen geht gerade \
    gestern gibt gleich habe haben hab hallo hat heute hier hilfe ich ihr immer irgendwie ist jetzt kann kein \
    keine keinen keiner komme kommt konnen leider man mehr mein meine meinem meinen meiner mich mir mit muss nach \
    neu neue neuen nicht nichts noch nun nur oder ohne schon sehr sein seit seite sich sie sind stunden stunde \
    tagen tage trotz trotzdem uber und uns unter vom von vor wann war warum was weil wenn wer wie wieder wird zum \
    zur zwei mal bekomme bekommt funktioniert versuche handy rechner alors apres aussi autre avant avec bonjour \
    car cela ces cet cette chez comme comment dans depuis dois donc elle elles est etre fait faire fois ici ils \
    jamais jour jours juste les leur lui mais meme merci mes mon moi monsieur non nous nouveau nouvelle par pas \
    pendant peut peux plus pour pourquoi quand que quel quelle qui rien sans ses son sont suis sur tout toujours \
    tous tres une vers veux voici votre vous aide heure heures minutes arrive essaye essaie marche algo ahora \
    antes aqui ayer bien cada como con cual cuando dan del desde dice donde dos ella ellos ese eso esta estaba \
    estado este esto estoy hace hacer hay hola hora horas hoy las los mas mis mucho muy nada necesito nunca otra \
    otro para pero porque por puede puedo quien quiero ser siempre sin sobre solo soy sus tambien tan tengo tiene \
    todo todos tras una unos usar ver vez voy dia dias ayuda favor celular movil adesso alla anche ancora aiuto \
    bene buongiorno che chi ciao cosa cosi dal dalla della dei delle dopo dove due era fare fra gia giorni giorno \
    grazie gli hai hanno ieri loro mai mia mio miei molto nel nella nessun nessuno nulla nuovo nuova oggi ogni ora \
    ore per perche piu poi posso prima puo qualcuno quando quello questa questo sempre senza sia sono sta stato \
    sto sua suo sul tutti tutto uno vecchio volta volte cellulare telefono agora ainda algum alguem aos ate bom \
    com depois dela dele ela ele entao essa esse estou faz fazer foi hoje isso isto meu minha meus muito nao nem \
    nos nova novo pela pelo pode pra preciso quem quero sem seu sou tem tenho ter tudo uma vai voce ajuda aan \
    alleen altijd daar dat deze dit doe door dus een geen geeft gister graag haar heb heeft hoe hun iemand iets \
    kan kom komt kunnen maar meer met mij mijn moet naar niet niets nieuw nieuwe nog nooit onder ook over steeds \
    telefoon toch toen tot uit uur van vandaag veel voor waar waarom wanneer want weer wel werkt wil word wordt \
    zelf zie zijn zonder ama ancak artik asla bana bazen ben beni benim bir biri biraz bugun bunu cok cunku daha \
    degil diye dun eski evet ediyor ediyorum gibi gun hala hangi hatta hep her hic icin ile ise iste kac kadar kez \
    kim kime nasil neden nerede niye nicin olan olarak oldu once onu peki sadece sana saat saattir sen simdi siz \
    sonra surekli tekrar telefon tum var yani yardim yeni yerine yok zaman merhaba lutfen dakika geliyor gelmedi \
    gelmiyor без был вас все где даже для его если есть еще как когда кто мне мой моя надо нет ничего почему при \
    сам себя там только уже что это мною меня нас они она или тоже просто сейчас сегодня вчера день дня дней час \
    часа часов минут помогите пожалуйста";

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
