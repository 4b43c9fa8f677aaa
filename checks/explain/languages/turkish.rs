//! Turkish.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const TURKISH: Language = Language {
    code: "tr",
    name: "Turkish",
    recognised: "Anlaşılan: {}",
    in_english: "Yanıt İngilizcedir.",
    account: "apple_kimli* | apple_hesab* | apple_id | appleid | apple_idm | icloud_hesab*",
    lists: &[
        ("account", "appleaccount | icloud"),
        (
            "code",
            "kod | kodu | kodum | kodunu | doğrulama | onay | 2fa | şifre_kodu | kodlar | \
            kodun | kodumu | kodları | koduma | doğrulaması",
        ),
        ("not", "değil | yok | hiç"),
        ("arrive", "geliyor"),
        (
            "missing",
            "gelmiyor | gelmedi | gelmez | gelmemiş | göndermiyor | göndermedi | gönderilmiyor | gönderilmedi | \
            görünmüyor | görünmedi | almadım | alamıyorum | alamadım | ulaşmıyor | ulaşmadı | çıkmıyor | \
            çıkmadı | bekliyorum | nerede | gözükmüyor | düşmüyor | düşmedi | gelmeyen | \
            gelmiyo | gelmedı | ulaşmamış | göremiyorum | görmüyorum | gelmemekte | yollamıyor | atmıyor | iletilmiyor | gözükmedi",
        ),
        ("nocode", "kod_yok | kodu_yok"),
        ("text", "sms | mesaj | mesajı | kısa_mesaj"),
        ("phone", "telefon* | iphone* | cihaz* | aygıt* | ipad* | cep"),
        (
            "somebody",
            "biri | birisi | destek | destekten | görevli | müşteri_hizmetleri | polis | banka | alıcı | \
            satıcı | adam | kadın | arayan",
        ),
        ("ask", "istiyor | soruyor | istedi | sordu | istiyorlar"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Biri sizden kodu istiyor.",
            "@somebody @code @ask | kodu söyle* | kodu_ver* | kodu paylaş* | dolandırıcı* @code | apple_aradı | \
            kodu okumamı | \
            kodu_istedi* | kodu_soruyor* | kodu_istiyor* | @code vermemi | @code söylememi | kodu_verdim | dolandırıl*",
        ),
        phrases(
            Symptom::NotMe,
            "İstemediğiniz bir kod geliyor.",
            "@code istemedim | istemediğim @code | ben_istemeden @code | biri giriş_yapmaya | \
            ben_istemedim | ben_yapmadım | ben_değilim | birisi giriş | biri hesab* giriş | istemeden @code | durduk_yere @code | sürekli_kod_geliyor | bilmediğim @code | tanımadığım giriş | hesabım çalın* | hacklendi",
        ),
        phrases(
            Symptom::PhoneLost,
            "Telefon kayıp, çalınmış ya da bozuk.",
            "@phone kayboldu | @phone kaybettim | @phone çalındı | @phone bozuldu | @phone kırıldı | \
            çalınan @phone | @phone açılmıyor | \
            @phone suya | @phone düştü | @phone öldü | @phone ekranı_kırıldı | @phone gitti | telefonumu_çaldılar | @phone çaldırdım | @phone sattım | @phone arızalı | kaybettiğim @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "Kod artık sizin olmayan bir numaraya gidiyor.",
            "eski_numara* | eski_telefon_numara* | eski_hattım | numaram_değişti | numaramı_değiştirdim | \
            numara değişti | yeni_numara* | numara* kullanmıyorum | yanlış_numara* | numara* kapalı | \
            numara* iptal | hattım_kapalı | \
            eski_hat* | hattımı_değiştirdim | numaram_artık | numara* değiş* | hat_değiş* | eski_numaraya | numara* kapandı | artık_kullanmadığım | hattım_iptal | numara* benim_değil | operatör değiş* numara*",
        ),
        phrases(
            Symptom::Abroad,
            "Yurt dışındasınız.",
            "yurt_dışı* @code | yurtdışı* @code | tatil* @code | dolaşım @code | roaming @code | \
            ?yurt_dışında* | ?yurtdışında*",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "Kod, yanınızda olmayan bir aygıtta görünüyor.",
            "@phone evde | @phone unuttum | başka_cihaz* @code | diğer_cihaz* @code | başka_aygıt* @code | \
            @phone yanımda_değil",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "“İzin Ver”i seçtiniz, rakam çıkmadı.",
            "izin_ver* @code @missing | izin_verdim @missing | izin_ver* @missing | izin_verdim @code",
        ),
        phrases(
            Symptom::NoField,
            "Kodu yazacak yer yok.",
            "kod nereye | kodu nereye | kod girecek_yer | kodu girecek_yer | kod yazacak_yer | kodu yazacak_yer",
        ),
        phrases(
            Symptom::Expired,
            "Kodun süresi doldu.",
            "@code süresi_doldu | @code süresi_dolmuş | @code süresi | @code geç_geldi | kodun süresi*",
        ),
        phrases(
            Symptom::Refused,
            "Kod kabul edilmiyor.",
            "@code kabul_et* | @code kabul_edilm* | @code yanlış | @code hatalı | @code geçersiz | \
            @code geçerli_değil | @code reddedil* | ?@code çalışmıyor | \
            @code doğru hatalı | @code doğru_giriyorum | @code yanlış_diyor | @code hata_veriyor | @code kabul_etmiyor | @code uyuşmuyor",
        ),
        phrases(
            Symptom::CallMissing,
            "Kodu söyleyecek arama gelmiyor.",
            "arama @missing | aramıyor @code | telefon_araması @missing | çağrı @missing",
        ),
        phrases(
            Symptom::TextMissing,
            "Kodlu SMS gelmiyor.",
            "@text @code @missing | sms @missing | @text apple @missing",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Başka aygıt yok.",
            "başka_cihazım_yok | başka_aygıtım_yok | tek_cihaz* | başka_cihaz yok",
        ),
        phrases(
            Symptom::AskedAgain,
            "Sürekli isteniyor.",
            "sürekli @code | her_seferinde @code | tekrar_tekrar @code | devamlı @code | sürekli şifre | \
            sürekli parola | \
            her_gün @code | hep @code istiyor | tekrar @code istiyor | döngü* | sürekli_istiyor | durmadan @code",
        ),
        phrases(
            Symptom::Locked,
            "Hesap kilitli.",
            "@account kilit* | @account devre_dışı | @account etkisizleştir* | @account engellen* | \
            @account bloke",
        ),
        phrases(Symptom::SecurityKey, "Hesapta güvenlik anahtarı var.", "güvenlik_anahtar* | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "İki faktörlü kimlik doğrulama kapatılamaz.",
            "iki_faktör* kapat* | iki_adım* kapat* | iki_aşama* kapat* | 2fa kapat*",
        ),
        phrases(Symptom::NotArriving, "Kod gelmiyor.", "@code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "Giriş yapılamıyor.",
            "giriş_yapamıyorum | giriş_yapılamadı | oturum_açamıyorum | giremiyorum | giriş_yapılamıyor",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iphone_kullanılamıyor | ipad_kullanılamıyor | güvenlik_kilidi | iphone_devre_dışı | iphone_etkin_değil",
        ),
        ("identity-not-verified", "kimliğiniz doğrulanam* | kimliğim doğrulanam* | kimliğinizi doğrulayam*"),
        ("icloud-security-code", "güvenlik_kodu anahtar_zincir* | icloud_güvenlik_kodu"),
        ("screen-time-passcode", "ekran_süresi"),
        ("recovery-key", "kurtarma_anahtarı"),
        ("account-recovery", "hesap_kurtarma"),
        ("messages-activation", "imessage etkinleş* | facetime etkinleş*"),
        ("vpn-or-filter", "@code @not @arrive vpn"),
        ("managed-account", "yönetilen"),
        ("number-not-verified", "telefon_numara* doğrulanam* | numara* doğrulanam*"),
        ("media-disabled", "devre_dışı app_store | etkisizleştir* app_store"),
        ("unknown-error", "bilinmeyen hata"),
        ("error-connecting", "sunucu* bağlan* hata | sunucu* bağlan* sorun | sunucu* bağlanılam*"),
        (
            "number-refused",
            "bu_telefon_numarası* @code gönderilem* | bu_numara* @code gönderilem* | \
            @code bu_telefon_numara* gönder*",
        ),
        ("too-many-codes", "çok_fazla_kod | çok_fazla doğrulama | son_aldığınız_kod* | aldığınız_son_kod*"),
        (
            "too-many-tries",
            "çok_fazla_kez yanlış @code | birçok_kez yanlış @code | çok_fazla_deneme | birçok_kez @code yanlış",
        ),
        (
            "wrong-password",
            "şifre* unuttum @account | parola* unuttum @account | şifre* unuttum apple | ?şifre* unuttum | ?parola* unuttum | parola yanlış | şifre yanlış | parola hatalı | şifre hatalı | parola* doğru_değil | yanlış_parola | \
            yanlış_şifre",
        ),
        ("app-specific-password", "uygulamaya_özel parola | uygulamaya_özgü parola | uygulamaya_özel şifre"),
        ("payment-verification", "doğrulama_gerekiyor | doğrulama_gerekli | ödeme_bilgi*"),
        ("activation-lock", "etkinleştirme_kilidi"),
    ],
    texts: &[
        seen("error-connecting", "Apple kimliği sunucusuna bağlanmayla ilgili bir hata oluştu."),
        seen("error-connecting", "Sunucuya bağlanmayla ilgili bir sorun oluştu."),
        seen("error-connecting", "Çevrimdışı görünüyorsunuz."),
        seen("verification-failed", "Doğrulanamadı"),
        seen("unknown-error", "Bilinmeyen bir hata oluştu."),
        seen("incorrect-code", "Girdiğiniz kod geçerli değil."),
        seen("incorrect-code", "Girdiğiniz doğrulama kodu geçerli değil."),
        seen(
            "too-many-codes",
            "Telefon numaranızı doğrulamak için çok fazla kod gönderdiniz. Lütfen daha sonra tekrar deneyin.",
        ),
        seen(
            "too-many-tries",
            "Kodu doğrulamada birçok kez başarısız oldunuz. Lütfen başka bir aygıta yeni bir kod gönderin veya daha sonra tekrar deneyin.",
        ),
        seen("wrong-password", "Apple kimliğiniz veya parolanız doğru değil."),
        seen("account-locked", "Bu Apple kimliği güvenlik nedeniyle etkisizleştirilmiş."),
        seen("account-locked", "Apple kimliğiniz geçici olarak kilitlendi."),
        seen("account-locked", "Bu hesap etkisizleştirilmiş."),
        seen("account-not-active", "Apple kimliği hesabı etkin olmadığı için kullanılamıyor."),
        seen(
            "blocked-for-a-day",
            "Güvenlik nedeniyle, Apple kimliğinizin bu aygıtta 24 saat boyunca giriş yapması engellendi.",
        ),
        seen("sign-in-requested", "Apple kimliğiniz yeni bir aygıta giriş yapmak için kullanılıyor"),
        seen("code-shown", "Apple Kimliği Doğrulama Kodu"),
        seen("code-shown", "Giriş yapmak için diğer aygıtınızda bu doğrulama kodunu girin."),
        seen(
            "code-asked",
            "iOS 9 ya da OS X El Capitan veya daha yenisini çalıştıran diğer aygıtlarınıza doğrulama kodunu içeren bir mesaj gönderildi.",
        ),
        seen("not-arriving", "Bir Kod Almadınız mı?"),
        seen("cannot-make-code", "Kod Oluşturulamıyor"),
        seen("messages-activation", "Etkinleştirme bekleniyor…"),
        seen("messages-activation", "Etkinleştirme başarısız oldu."),
        seen("messages-activation", "Etkinleştirme sırasında bir hata oluştu. Yeniden deneyin."),
        seen("messages-activation", "iMessage sunucusuna ulaşılamıyor. Yeniden deneyin."),
        seen("messages-activation", "Giriş yapılamadı. Lütfen ağ bağlantınızı denetleyin ve yeniden deneyin."),
        seen("messages-activation", "FaceTime’a giriş yapılamadı."),
        seen("cannot-sign-in", "Giriş Yapılamadı"),
        seen("account-settings-notice", "Bazı hesap servisleri yeniden giriş yapmanızı gerektiriyor."),
        seen("account-settings-notice", "Bu Mac “%@” ile ilgili bir sorundan dolayı iCloud’a bağlanamıyor."),
        seen("terms-or-password", "Yeni iCloud Hüküm ve Koşulları"),
        seen("terms-or-password", "iCloud Hizmet Kullanım Şartları değişti."),
        seen("terms-or-password", "Bu Mac’te iCloud’u kullanmak için yeni Hüküm ve Koşullar’ı kabul etmelisiniz."),
        seen("device-limit", "Bu iPhone’da maksimum sayıda ücretsiz hesap etkinleştirildi."),
        seen("two-factor-required", "İki Faktörlü Kimlik Doğrulama Gerekiyor"),
        seen("clock-wrong", "Bu aygıttaki geçerli saat yanlış görünüyor."),
        seen("managed-account", "Yönetilen hesaplara yalnızca bu Mac’te bir profil yükleyerek giriş yapılabilir."),
        seen("device-password", "“%2$@” adlı %1$@ için parolayı girin."),
        seen("device-password", "iCloud verileriniz kullanıcı parolanız tarafından korunuyor."),
        seen("icloud-security-code", "Güvenlik kodunuz birçok kez yanlış girildi."),
        seen("security-key", "Güvenlik anahtarınızı takın ve etkinleştirin."),
        seen("recovery-key", "Kurtarma Anahtarı"),
        seen("recovery-contact", "Hesap Kurtarma Kişisi"),
        seen("account-recovery", "Hesap Kurtarma"),
        reported(
            "account-locked",
            "Bu Apple kimliği güvenlik nedeniyle kilitlendi.",
            "webdunya.com, Apple kimliği devre dışı",
        ),
        reported("account-locked", "Bu Apple kimliği güvenlik nedeniyle devre dışı bırakıldı", "webdunya.com"),
        reported(
            "account-locked",
            "Hesabınız güvenlik nedeniyle devre dışı bırakıldığı için oturum açamıyorsunuz",
            "webdunya.com",
        ),
        reported("wrong-password", "Apple Kimliği geçerli değil veya desteklenmiyor", "techmedya.com"),
        made("not-arriving", "Apple kodu göndermiyor"),
        made("not-arriving", "SMS ile kod gelmedi"),
        made("not-arriving", "kod ekranda görünmüyor"),
        made("account-locked", "Apple hesabım kilitlendi"),
    ],
};
