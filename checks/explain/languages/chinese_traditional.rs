//! Chinese (traditional).

use super::{Language, made, phrases, reported, seen, seen_at};
use crate::explain::symptom::Symptom;

pub(super) const CHINESE_TRADITIONAL: Language = Language {
    code: "zh-Hant",
    name: "Chinese (traditional)",
    recognised: "已辨識：{}",
    in_english: "回答為英文。",
    account: "Apple ID | AppleID | 蘋果ID | 蘋果帳號 | 蘋果帳戶 | 蘋果帳户 | Apple 帳號 | Apple 帳户 | Apple 帳戶 | Apple Account | \
        iCloud帳號",
    lists: &[
        ("account", "appleaccount | icloud"),
        ("code", "驗證碼 | 代碼 | 認證碼 | 雙重認證 | 2fa"),
        (
            "missing",
            "收不到 | 沒收到 | 沒有收到 | 未收到 | 沒來 | 不來 | 一直沒 | 沒有傳 | 沒傳 | 不傳 | 沒有顯示 | 不顯示 | 沒顯示 | 沒出現 | 沒有出現 | 不出現 | \
            接收不到 | 無法收到 | 沒跳出 | 不跳 | 沒有跳 | 等不到 | 遲遲 | \
            收唔到 | 收不著 | 沒發 | 不發 | 沒有發 | 還沒收到 | 還沒有收到 | 傳不過來 | 等很久",
        ),
        ("text", "簡訊 | 短訊"),
        ("phone", "手機 | iphone | ipad | 裝置"),
        ("somebody", "客服 | 有人 | 對方 | 詐騙 | 警察 | 銀行 | 陌生人 | 買家 | 賣家 | 他"),
        ("ask", "要 | 索取 | 問 | 叫我 | 要求 | 告訴"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "有人向您要驗證碼。",
            "客服 @ask 驗證碼 | 有人 @ask 驗證碼 | 對方 @ask 驗證碼 | 把驗證碼告訴 | 告訴 驗證碼 | 把驗證碼給 | 唸驗證碼 | 詐騙 驗證碼 | 給他驗證碼 | \
            要我的驗證碼 | 叫我給驗證碼 | 提供驗證碼 | 要驗證碼 | 冒充 apple",
        ),
        phrases(
            Symptom::NotMe,
            "收到不是您要求的驗證碼。",
            "沒有要求 驗證碼 | 沒要求 驗證碼 | 不是我 驗證碼 | 沒申請 驗證碼 | 有人登入我的 | 莫名其妙 驗證碼 | \
            不是本人 | 不是我操作 | 沒有登入 驗證碼 | 沒登入 驗證碼 | 有人嘗試登入 | 有人在登入 | 突然收到 驗證碼 | 一直收到 驗證碼 | 被盜用",
        ),
        phrases(
            Symptom::PhoneLost,
            "手機遺失、被偷或損壞。",
            "手機掉了 | 手機遺失 | 手機被偷 | 手機壞了 | 手機不見 | 弄丟手機 | 手機弄丟 | 手機摔壞 | 手機被盜 | \
            手機進水 | 手機開不了機 | 螢幕破 | 螢幕壞 | 手機不見了 | 手機被搶 | 手機摔 | 手機掉",
        ),
        phrases(
            Symptom::NumberLost,
            "驗證碼傳到您不再使用的號碼。",
            "舊號碼 | 舊手機號 | 以前的號碼 | 以前的手機號 | 換了號碼 | 換了手機號 | 換號碼 | 號碼不用了 | 舊的電話號碼 | 舊電話號碼 | 門號換 | 舊門號 | 換門號 | 號碼停用 | \
            換了電話 | 換電話 | 換號 | 號碼換了 | 電話號碼換 | 手機號碼換 | 以前的電話 | 之前的號碼 | 原本的號碼 | 號碼不用 | 門號停 | 舊電話 | 舊的號碼 | 換手機號碼",
        ),
        phrases(
            Symptom::Abroad,
            "您在國外。",
            "國外 驗證碼 | 出國 驗證碼 | 漫遊 驗證碼 | 海外 驗證碼 | ?在國外 | \
            國外 簡訊 | 國外 短訊 | 出國 簡訊 | 海外 簡訊",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "驗證碼顯示在您不在身邊的裝置上。",
            "手機在家 | 手機忘 | 手機不在身邊 | 裝置不在身邊 | 其他裝置 驗證碼 顯示在 | ipad在家",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "按了「允許」，但沒有出現數字。",
            "允許 驗證碼 @missing | 按了允許 | 點了允許 | 按允許 | 允許 沒有數字",
        ),
        phrases(
            Symptom::NoField,
            "沒有輸入驗證碼的地方。",
            "沒有地方輸入 | 在哪裡輸入 驗證碼 | 哪裡輸入驗證碼 | 沒有輸入欄 | 沒有輸入框",
        ),
        phrases(Symptom::Expired, "驗證碼已過期。", "驗證碼 過期 | 驗證碼 失效 | 驗證碼 逾時"),
        phrases(
            Symptom::Refused,
            "驗證碼被拒絕。",
            "驗證碼 不正確 | 驗證碼 錯誤 | 驗證碼 不對 | 驗證碼 無效 | 驗證碼 被拒 | 驗證碼 不能用 | \
            驗證碼 顯示錯誤 | 驗證碼 輸入正確 | 驗證碼 不接受 | 驗證碼 驗證失敗 | 驗證碼 不符",
        ),
        phrases(
            Symptom::CallMissing,
            "接不到驗證碼電話。",
            "電話 驗證碼 @missing !電話號碼 !換 | 語音電話 @missing | 沒有接到電話 | 接不到電話",
        ),
        phrases(
            Symptom::TextMissing,
            "收不到驗證碼簡訊。",
            "簡訊 @missing 驗證碼 | 收不到簡訊 | 沒收到簡訊 | 簡訊收不到 | 簡訊 @missing | 短訊 @missing",
        ),
        phrases(Symptom::OnlyDevice, "沒有其他裝置。", "沒有其他裝置 | 沒有別的裝置 | 只有一台 | 只有這台"),
        phrases(
            Symptom::AskedAgain,
            "一再要求輸入。",
            "一直要求 | 一直要 驗證碼 | 總是要求 | 不停 驗證碼 | 每次都要 驗證碼 | 重複要求 | \
            一直叫我 | 不斷要求 | 反覆 驗證碼 | 每次都 驗證碼 | 老是要 驗證碼 | \
            每次登入都要 | 每次都要輸",
        ),
        phrases(Symptom::Locked, "帳號已鎖定。", "@account 鎖 | @account 停用 | 帳號被鎖"),
        phrases(Symptom::SecurityKey, "帳號使用安全密鑰。", "安全密鑰 | 安全性密鑰 | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "雙重認證無法關閉。",
            "關閉雙重認證 | 關閉兩步驟驗證 | 關掉雙重認證 | 取消雙重認證 | 雙重認證 關閉",
        ),
        phrases(
            Symptom::NotArriving,
            "收不到驗證碼。",
            "驗證碼 @missing | 代碼 @missing | 認證碼 @missing | 沒有驗證碼 | 雙重認證 @missing",
        ),
        phrases(
            Symptom::CannotSignIn,
            "無法登入。",
            "無法登入 | 登入不了 | 登不進 | 不能登入 | 登不入 | \
            登入失敗 | 登不上 | 登入不進",
        ),
    ],
    meanings: &[
        ("phone-locked", "iPhone無法使用 | iPad無法使用 | iPhone已停用 | iPhone已被停用 | 安全鎖定"),
        ("identity-not-verified", "無法驗證您的身分 | 無法驗證身分 | 無法驗證你的身分"),
        ("icloud-security-code", "安全碼 鑰匙圈 | iCloud安全碼"),
        ("screen-time-passcode", "螢幕使用時間"),
        ("recovery-key", "復原密鑰 | 恢復密鑰 | 還原密鑰"),
        ("account-recovery", "帳號復原 | 帳號恢復 | 恢復帳號"),
        ("messages-activation", "imessage 啟用 | facetime 啟用"),
        ("vpn-or-filter", "@code @missing vpn"),
        ("managed-account", "管理式"),
        ("number-not-verified", "無法驗證 電話號碼 | 電話號碼 無法驗證"),
        ("media-disabled", "媒體與購買項目 停用 | App_Store 停用"),
        ("unknown-error", "未知的錯誤 | 未知錯誤"),
        (
            "number-refused",
            "無法 此電話號碼 驗證碼 | 無法 此號碼 驗證碼 | 無法傳送驗證碼到此 | 這個電話號碼 無法 驗證碼 | 此電話號碼 無法",
        ),
        ("too-many-codes", "過多驗證碼 | 驗證碼過多 | 太多驗證碼 | 傳送次數過多 | 輸入最後 驗證碼"),
        ("too-many-tries", "驗證碼 錯誤次數 | 錯誤 驗證碼 次數過多 | 輸錯 驗證碼 多次"),
        ("wrong-password", "忘記 密碼 @account | ?忘記密碼 | 密碼不正確 | 密碼錯誤 | 密碼不對"),
        ("app-specific-password", "app專用密碼 | 專用密碼"),
        ("payment-verification", "付款資訊 | 付款資料 | 需要驗證 付款"),
        ("activation-lock", "啟用鎖定"),
    ],
    texts: &[
        seen("error-connecting", "連接Apple ID伺服器時發生錯誤。"),
        seen("error-connecting", "連接伺服器時發生問題。"),
        seen("error-connecting", "你似乎處於離線狀態。"),
        seen("verification-failed", "驗證失敗"),
        seen("unknown-error", "發生未知的錯誤。"),
        seen("incorrect-code", "您輸入的驗證碼無效。"),
        seen("too-many-codes", "您已傳送過多驗證碼來驗證您的電話號碼。請稍後再試。"),
        seen("too-many-tries", "驗證碼驗證失敗次數過多。請傳送新驗證碼至其他裝置，或稍後再試一次。"),
        seen("wrong-password", "您的Apple ID或密碼不正確。"),
        seen("account-locked", "Apple ID由於安全性問題已經停用。"),
        seen("account-locked", "已暫時鎖定您的Apple ID。"),
        seen("account-locked", "已停用此帳號。"),
        seen("account-not-active", "Apple ID未啟用，無法使用。"),
        seen("blocked-for-a-day", "基於安全考量，您的Apple ID於24小時內禁止在這部裝置上登入。"),
        seen("sign-in-requested", "您的Apple ID正被用來登入新的裝置"),
        seen("code-shown", "Apple ID驗證碼"),
        seen("code-shown", "在其他裝置上輸入此驗證碼來登入。"),
        seen("code-asked", "已傳送一則附有驗證碼的訊息至您其他執行iOS 9或OS X El Capitan或以上版本的裝置上。"),
        seen("not-arriving", "沒有收到驗證碼？"),
        seen("cannot-make-code", "無法產生驗證碼"),
        seen("messages-activation", "正在等待啟用⋯"),
        seen("messages-activation", "未成功啟用。"),
        seen("messages-activation", "啟用時發生錯誤。請再試一次。"),
        seen("messages-activation", "無法聯絡iMessage伺服器。請再試一次。"),
        seen("messages-activation", "無法登入。請檢查您的網路連線，然後再試一次。"),
        seen("messages-activation", "無法登入FaceTime。"),
        seen("cannot-sign-in", "無法登入"),
        seen("account-settings-notice", "部分帳號服務需要您再次登入。"),
        seen("account-settings-notice", "這部Mac無法連接iCloud，因為「%@」發生問題。"),
        seen("terms-or-password", "新的iCloud條款與約定"),
        seen("terms-or-password", "「iCloud服務條款」已更改。"),
        seen("terms-or-password", "若要在此Mac上使用iCloud，您必須先同意新的條款與約定。"),
        seen("device-limit", "已達到此iPhone上可啟用的免費帳號數量上限。"),
        seen("two-factor-required", "需要雙重認證"),
        seen("clock-wrong", "此裝置目前的時間似乎不正確。"),
        seen("managed-account", "管理式帳號只能透過在此Mac安裝描述檔來登入。"),
        seen("device-password", "輸入%@「%@」的密碼。"),
        seen("device-password", "您的iCloud資料受到您的使用者密碼保護。"),
        seen("icloud-security-code", "您已輸入太多次錯誤的安全碼。"),
        seen("security-key", "插入並啟用您的安全性密鑰。"),
        seen("recovery-key", "復原密鑰"),
        seen("recovery-contact", "帳號復原聯絡人"),
        seen("account-recovery", "帳號復原"),
        seen_at("not-arriving", "沒有收到驗證碼？", "support.apple.com/zh-hk/guide/mac-help/mchl8bd4e9c2"),
        reported("security-delay", "被盜裝置保護", "thefilibusterblog.com/tw"),
        reported("security-delay", "安全延遲", "thefilibusterblog.com/tw"),
        reported("not-arriving", "收不到簡訊", "help.carmochi.com (not about Apple)"),
        made("not-arriving", "Apple 沒有傳驗證碼給我"),
        made("not-arriving", "驗證碼一直沒來"),
        made("not-arriving", "蘋果驗證碼沒收到"),
        made("account-locked", "Apple 帳號被鎖住"),
    ],
};
