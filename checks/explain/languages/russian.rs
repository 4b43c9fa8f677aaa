//! Russian.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const RUSSIAN: Language = Language {
    code: "ru",
    name: "Russian",
    recognised: "Распознано: {}",
    in_english: "Ответ на английском языке.",
    account: "apple_id | appleid | идентификатор_apple_id | учетная_запись_apple_id | учетную_запись_apple_id | \
        учетная_запись_apple | учетной_записи_apple | аккаунт_apple | аккаунта_apple | аккаунт_эпл | \
        эпл_айди | apple_айди | аккаунт_icloud | айклауд | эпл_ид",
    lists: &[
        ("account", "appleaccount | icloud | айклауд"),
        (
            "code",
            "код | кода | коды | кодом | коду | проверк* | подтвержден* | проверочн* | 2fa | двухфакторн* | цифр*",
        ),
        ("not", "не | нет | никогда | без | ничего | никакого | ни"),
        (
            "arrive",
            "приход* | приш* | прид* | получ* | отправ* | присыла* | прислал* | появля* | появил* | показыва* | \
            высвечива* | доход* | дош* | поступа* | шлет | шлёт | выходит | высыла*",
        ),
        ("missing", "жду | где | ожидаю | пропал"),
        ("nocode", "нет_кода | без_кода | нет_смс | не_код"),
        ("text", "смс | sms | сообщени* | смска | эсэмэс"),
        ("phone", "телефон* | iphone | айфон* | устройств* | смартфон* | мобильн* | ipad | айпад*"),
        (
            "somebody",
            "кто_то | поддержк* | оператор | сотрудник | мужчина | женщина | покупатель | продавец | полиция | \
            банк | друг | незнакомец | мошенник* | человек",
        ),
        ("ask", "просит | просят | спрашивает | требует | хочет | попросил* | спрашивают"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Кто-то просит у вас код.",
            "@somebody @ask @code | сказать @code | продиктовать @code | сообщить @code | назвать @code | \
            передать @code | мошенник* @code | звонят_из_apple | звонили_из_apple",
        ),
        phrases(
            Symptom::NotMe,
            "Приходит код, который вы не запрашивали.",
            "@code не_запрашивал* | @code не_просил* | кто_то пытается войти | @code без_запроса | \
            @code сам_приходит",
        ),
        phrases(
            Symptom::PhoneLost,
            "Телефон потерян, украден или сломан.",
            "потерял* @phone !номер* | украли @phone | сломал* @phone | разбил* @phone | @phone не_включается | \
            @phone украден | @phone потерян | продал* @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "Код уходит на номер, которого у вас больше нет.",
            "старый_номер | старого_номера | старом_номере | прежний_номер | сменил* номер* | поменял* номер* | \
            нет_доступа номер* | номер* больше_нет | номер* не_мой | новый_номер | другой_номер | \
            потерял* номер* | номер* заблокирован | потерял* симк*",
        ),
        phrases(
            Symptom::Abroad,
            "Вы за границей.",
            "за_границей @code | за_рубежом @code | роуминг* @code | в_другой_стране @code | в_поездке @code | \
            за_границей смс | ?за_границей",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "Код появляется на устройстве, которого нет с вами.",
            "@phone дома | забыл* @phone | оставил* @phone | @code другом_устройстве | @code другое_устройство | \
            @code старый_ipad | @code старом_ipad",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Вы нажали «Разрешить», но цифры не появились.",
            "разрешить @not @code | разрешить ничего | разрешил* @not @code | нажал* разрешить",
        ),
        phrases(
            Symptom::NoField,
            "Код некуда ввести.",
            "некуда ввести @code | куда вводить @code | где вводить @code | куда ввести @code | нет_поля @code | \
            некуда @code",
        ),
        phrases(
            Symptom::Expired,
            "Срок действия кода истёк.",
            "@code истек* | @code просрочен* | @code устарел* | @code срок",
        ),
        phrases(
            Symptom::Refused,
            "Код не принимается.",
            "@code неверн* | @code не_принима* | @code не_подходит | @code отклон* | @code недействител* | \
            @code неправильн* | ?@code не_работает",
        ),
        phrases(
            Symptom::CallMissing,
            "Звонок с кодом не поступает.",
            "звонок @not @arrive | звонка нет | не_звонят @code | звонок @code @not",
        ),
        phrases(
            Symptom::TextMissing,
            "СМС с кодом не приходит.",
            "@text @code @not @arrive | нет_смс | @text apple @not @arrive | ?смс @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Другого устройства нет.",
            "нет_другого_устройства | единственное_устройство | нет_других_устройств | другого_устройства нет",
        ),
        phrases(
            Symptom::AskedAgain,
            "Код запрашивается снова и снова.",
            "постоянно @code | снова_и_снова | каждый_раз @code | постоянно просит | постоянно запрашива* | \
            все_время @code",
        ),
        phrases(
            Symptom::Locked,
            "Аккаунт заблокирован.",
            "@account заблокирова* | @account отключен* | @account блокировк* | @account деактивирова*",
        ),
        phrases(
            Symptom::SecurityKey,
            "У аккаунта ключи безопасности.",
            "ключ_безопасности | ключи_безопасности | yubikey",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "Двухфакторную аутентификацию не отключить.",
            "отключить двухфакторн* | выключить двухфакторн* | убрать двухфакторн* | отключить 2fa",
        ),
        phrases(Symptom::NotArriving, "Код не приходит.", "@code @not @arrive | @code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "Войти не удаётся.",
            "не_могу войти | не_удается войти | невозможно войти | сбой входа | не_получается войти | не_заходит",
        ),
    ],
    meanings: &[
        ("number-not-verified", "не подтвердить номер* | не проверить номер*"),
        ("media-disabled", "отключен* app_store | отключен* itunes"),
        ("unknown-error", "неизвестн* ошибк*"),
        (
            "number-refused",
            "@code не_могут отправлен* номер | @code невозможно отправить номер | \
            не_удается отправить @code номер | отправить @code этот_номер",
        ),
        (
            "too-many-codes",
            "слишком_много_кодов | слишком_много @code !попыток | последний_код | введите_последний_полученный",
        ),
        (
            "too-many-tries",
            "слишком_много_раз неверн* @code | слишком_много_попыток @code | неверн* @code слишком_много_раз",
        ),
        ("wrong-password", "пароль неверн* | неверный_пароль | неправильный_пароль"),
        ("app-specific-password", "пароль_приложения | пароль_для_приложения"),
        ("payment-verification", "требуется_проверка | платежн* | способ_оплаты"),
        ("activation-lock", "блокировка_активации"),
    ],
    texts: &[
        seen("error-connecting", "Произошла ошибка подключения к серверу Apple ID."),
        seen("error-connecting", "Возникла проблема при подключении к серверу."),
        seen("error-connecting", "Вы не в сети."),
        seen("verification-failed", "Сбой проверки"),
        seen("unknown-error", "Произошла неизвестная ошибка."),
        seen("incorrect-code", "Введен неверный код."),
        seen("incorrect-code", "Введен неверный код проверки."),
        seen("too-many-codes", "Слишком много попыток подтвердить номер телефона. Повторите попытку позже."),
        seen(
            "too-many-tries",
            "Слишком много попыток подтвердить код. Отправьте новый код на другое устройство или повторите попытку позже.",
        ),
        seen("wrong-password", "Apple ID или пароль неверны."),
        seen("account-locked", "Эта учетная запись Apple ID отключена в целях безопасности."),
        seen("account-locked", "Ваш Apple ID временно заблокирован."),
        seen("account-locked", "Эта учетная запись отключена."),
        seen("account-not-active", "Учетная запись Apple ID неактивна и не может использоваться."),
        seen(
            "blocked-for-a-day",
            "В целях безопасности Ваш Apple ID был заблокирован на 24 часа, в течение которых Вы не сможете использовать его для входа.",
        ),
        seen("sign-in-requested", "Ваш Apple ID используется для входа на новое устройство"),
        seen("code-shown", "Код проверки Apple ID"),
        seen("code-shown", "Для входа введите этот код проверки на другом устройстве."),
        seen(
            "code-asked",
            "Сообщение с кодом проверки отправлено на Ваши другие устройства, работающие под управлением iOS 9 либо OS X El Capitan или новее.",
        ),
        seen("not-arriving", "Не получили код?"),
        seen("cannot-make-code", "Невозможно сгенерировать код"),
        seen("messages-activation", "Ожидание активации…"),
        seen("messages-activation", "Не удалось выполнить активацию."),
        seen("messages-activation", "При активации произошла ошибка. Повторите попытку."),
        seen("messages-activation", "Не удается подключиться к серверу iMessage. Повторите попытку."),
        seen("messages-activation", "Не удалось выполнить вход. Проверьте сетевое подключение и повторите попытку."),
        seen("messages-activation", "Не удалось войти в FaceTime."),
        seen("cannot-sign-in", "Сбой выполнения входа"),
        seen(
            "account-settings-notice",
            "Для использования некоторых служб учетной записи необходимо выполнить повторный вход.",
        ),
        seen("account-settings-notice", "Этот компьютер Mac не может подключиться к iCloud из-за проблемы с «%@»."),
        seen("terms-or-password", "Новые Положения и условия iCloud"),
        seen("terms-or-password", "Условия предоставления услуг iCloud изменились."),
        seen("terms-or-password", "Для использования iCloud на этом Mac требуется принять новые Положения и условия."),
        seen("device-limit", "На этом iPhone активировано предельное количество бесплатных учетных записей."),
        seen("two-factor-required", "Требуется двухфакторная аутентификация"),
        seen("clock-wrong", "Текущее время на устройстве задано неверно."),
        seen("managed-account", "Чтобы войти в управляемую учетную запись, необходимо установить профиль на этот Mac."),
        seen("device-password", "Введите пароль для %@ «%@»."),
        seen("device-password", "Ваши данные iCloud защищены пользовательским паролем."),
        seen("icloud-security-code", "Слишком много неудачных попыток ввода кода безопасности."),
        seen("security-key", "Вставьте и активируйте ключ безопасности."),
        seen("recovery-key", "Ключ восстановления"),
        seen("recovery-contact", "Контакт для восстановления доступа"),
        seen("account-recovery", "Восстановление учетной записи"),
        reported(
            "account-locked",
            "Эта учетная запись Apple была заблокирована по соображениям безопасности",
            "kripta.biz/posts/473C6BB6",
        ),
        reported(
            "account-locked",
            "Невозможно войти, поскольку учетная запись была деактивирована по соображениям безопасности",
            "kripta.biz/posts/473C6BB6",
        ),
        reported(
            "account-locked",
            "Эта учетная запись Apple ID отключена из соображений безопасности",
            "kurieram.ru/s8/pochemu-nedostupna-uchetnaya-zapis-na-ajfone",
        ),
        reported("verification-failed", "Ошибки Apple ID: сбой проверки", "innovakon.ru, ошибки Apple ID"),
        reported("not-arriving", "Не приходит код проверки Apple ID", "lab-music.ru"),
        reported("not-arriving", "код аутентификации не приходит на iPhone", "perepolokh.ru"),
        made("not-arriving", "не получаю код от Apple"),
        made("not-arriving", "смс с кодом не приходит"),
        made("account-locked", "заблокировали аккаунт Apple"),
    ],
};
