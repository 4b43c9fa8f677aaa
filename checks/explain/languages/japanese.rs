//! Japanese.

use super::{Language, made, phrases, reported, seen, seen_at};
use crate::explain::symptom::Symptom;

pub(super) const JAPANESE: Language = Language {
    code: "ja",
    name: "Japanese",
    recognised: "認識した内容: {}",
    in_english: "回答は英語です。",
    account: "Apple ID | AppleID | アップルID | Apple アカウント | Appleアカウント | アップルアカウント | Apple Account | iCloudアカウント",
    lists: &[
        ("account", "appleaccount | icloud"),
        (
            "code",
            "コード | 認証番号 | 確認コード | 認証コード | 2ファクタ | 二段階認証 | 2段階認証 | 2fa | ワンタイム | \
            2段階 | 二段階 | 6桁 | ６桁 | 認証",
        ),
        (
            "missing",
            "来ない | こない | 来ません | きません | 届かない | 届きません | 届いていない | 届いてない | 届いていません | 受け取れない | 受け取れません | 受信できない | \
            受信できません | 表示されない | 表示されません | 送られてこない | 送られてきません | 送信されない | 送信されません | 出ない | 出てこない | 出ません | もらえない | \
            受け取っていない | \
            来ず | 来なく | きてない | 来てない | 届かなく | 届かず | 見当たらない | 見つからない | 表示されなく | こず | 受信しない | 着信しない | 届いておらず | 来ていない",
        ),
        ("text", "sms | ショートメッセージ | メッセージ | テキスト"),
        ("phone", "電話 | 携帯 | スマホ | iphone | アイフォン | 端末 | デバイス | ipad"),
        ("somebody", "サポート | 誰か | 男 | 女 | 知らない人 | 相手 | 業者 | 警察 | 銀行 | 担当者 | オペレーター"),
        ("ask", "聞かれ | 聞いてき | 求められ | 教えて | 要求 | 尋ねられ | 聞かれた | 言われ"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "誰かがコードを尋ねています。",
            "@somebody @ask @code | コードを教えて | コードを教え | コードを伝え | 詐欺 @code | コードを読み上げ | appleから電話 | \
            @code 電話で聞かれ | @code 伝えて | @code 教えるよう | @code 送ってと | @code 教えろ | @code 教えてしま | appleを名乗",
        ),
        phrases(
            Symptom::NotMe,
            "頼んでいないコードが届きます。",
            "身に覚えのない @code | 頼んでいない @code | 要求していない @code | 覚えがない @code | 勝手に @code 届 | \
            身に覚え | 心当たりのない @code | 心当たりがない | リクエストしていない | 勝手に届 | 頼んでない @code | 誰かがサインイン | 誰かがログイン | 不正アクセス | 何もしていないのに @code | 自分ではない @code",
        ),
        phrases(
            Symptom::PhoneLost,
            "電話をなくした、盗まれた、または壊れています。",
            "@phone なくし | @phone 無くした | @phone 紛失 | @phone 盗まれ | @phone 壊れ | @phone 故障 | @phone 失くした | \
            @phone 落とし | @phone 水没 | @phone 割れ | @phone つかない | @phone 電源が入らない | @phone 盗難 | @phone 行方不明 | 機種変 下取り | @phone 手放し | @phone 売っ",
        ),
        phrases(
            Symptom::NumberLost,
            "コードが、もう使っていない番号に送られます。",
            "古い番号 | 古い電話番号 | 前の番号 | 前の電話番号 | 以前の電話番号 | 昔の番号 | 番号を変え | 番号が変わ | 電話番号を変更 | 番号変更 | 解約した番号 | \
            電話番号が使えない | 使っていない番号 | 使えない番号 | \
            番号を変えた | 番号変わ | 電話番号が違う | 前の携帯番号 | 番号が古い | 解約し | 番号を解約 | 番号がなくな | 乗り換え 番号 | 以前の番号 | 昔の電話番号 | 今は使っていない | 番号が使えな",
        ),
        phrases(Symptom::Abroad, "海外にいます。", "海外 @code | 海外 sms | 旅行 @code | ローミング @code | ?海外"),
        phrases(
            Symptom::DeviceElsewhere,
            "手元にないデバイスにコードが表示されます。",
            "@phone 家に | @phone 自宅 | @phone 忘れ | @phone 手元にない | 別の端末 @code | 別のデバイス @code 表示 | @phone 会社に",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "「許可」を選んでも数字が出ません。",
            "許可 @missing @code | 許可 数字 | 許可を押 | 許可しても",
        ),
        phrases(
            Symptom::NoField,
            "コードを入力する場所がありません。",
            "入力する場所 @code | 入力欄 ない | 入力画面 @code 出ない | どこに入力 | 入力欄がありません",
        ),
        phrases(Symptom::Expired, "コードの期限が切れています。", "@code 期限切れ | @code 期限が切れ | @code 有効期限"),
        phrases(
            Symptom::Refused,
            "コードが受け付けられません。",
            "@code 間違っ | @code 正しくない | @code 正しくありません | @code 拒否 | @code 無効 | @code 弾かれ | @code 受け付け | \
            @code 通らない | @code エラー | @code 使えない | \
            @code 間違い | @code 違うと | @code 合って @code | @code 正しいのに | @code 認証できない | @code 認識され | @code はじかれ | 認証に失敗 @code",
        ),
        phrases(
            Symptom::CallMissing,
            "コードの電話がかかってきません。",
            "電話がかかってこない | 電話がかかってきません | 音声通話 @missing | 電話が来ない | 電話がこない",
        ),
        phrases(
            Symptom::TextMissing,
            "コードのSMSが届きません。",
            "sms @code @missing | smsが @missing | sms @missing | ショートメッセージ @missing",
        ),
        phrases(
            Symptom::OnlyDevice,
            "ほかのデバイスがありません。",
            "他のデバイスがない | ほかのデバイスがない | 他の端末がない | 1台しか | 一台しか | ほかにデバイス",
        ),
        phrases(
            Symptom::AskedAgain,
            "何度も求められます。",
            "何度も @code | 何度もパスワード | 毎回 @code | 繰り返し @code | 何回も @code | ループ @code | \
            何度も求め | 何度も聞かれ | 毎日 @code | しつこく @code | 何度も入力 | 毎回聞かれ | 繰り返し求め",
        ),
        phrases(
            Symptom::Locked,
            "アカウントがロックされています。",
            "@account ロック | @account 停止 | @account 無効 | アカウントがロック",
        ),
        phrases(Symptom::SecurityKey, "アカウントにセキュリティキーがあります。", "セキュリティキー | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "2ファクタ認証はオフにできません。",
            "2ファクタ認証 オフ | 二段階認証 オフ | 2ファクタ認証 解除 | 二段階認証 解除 | 2段階認証 解除 | 二要素認証 解除 | 2ファクタ 無効にし",
        ),
        phrases(Symptom::NotArriving, "コードが届きません。", "@code @missing | コードがない | コードが届 @missing"),
        phrases(
            Symptom::CannotSignIn,
            "サインインできません。",
            "サインインできない | サインインできません | ログインできない | ログインできません | サインインできなかった",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iPhoneは使用できません | iPhone使用できません | iPadは使用できません | セキュリティロックアウト | iPhoneは使用不可 | iPhone使用不能",
        ),
        ("identity-not-verified", "本人確認できません | 本人確認ができない | 身元を確認できません"),
        ("icloud-security-code", "セキュリティコード キーチェーン | iCloudセキュリティコード"),
        ("screen-time-passcode", "スクリーンタイム"),
        ("recovery-key", "復旧キー"),
        ("account-recovery", "アカウントの復旧 | アカウント復旧"),
        ("messages-activation", "imessage アクティベーション | facetime アクティベーション"),
        ("vpn-or-filter", "@code @missing vpn"),
        ("managed-account", "管理対象"),
        ("number-not-verified", "電話番号を確認できません | 電話番号を認証できません | 電話番号が確認できません"),
        ("media-disabled", "メディアと購入 無効 | App_Store 無効"),
        ("unknown-error", "不明なエラー"),
        (
            "number-refused",
            "この電話番号に @code 送信できません | この電話番号に確認コードを送 | この番号に @code 送れません | この電話番号 @code 送信できな",
        ),
        (
            "too-many-codes",
            "コードが多すぎ | コードの数が多すぎ | 送信した確認コード 多すぎ | @code 送信回数 | 最後に受け取ったコード | 最後のコード",
        ),
        ("too-many-tries", "コード 間違った回数 | 誤ったコード 何度 | コードの入力回数 | 間違ったコード 回数が多"),
        (
            "wrong-password",
            "パスワード 忘れ @account | ?パスワードを忘れ | パスワードが間違っ | パスワードが違 | パスワードが正しくありません | パスワードが正しくない",
        ),
        ("app-specific-password", "app用パスワード | アプリ用パスワード | app 用パスワード"),
        ("payment-verification", "支払い情報 | お支払い情報 | 確認が必要です"),
        ("activation-lock", "アクティベーションロック"),
    ],
    texts: &[
        seen("error-connecting", "Apple IDサーバへの接続時にエラーが起きました。"),
        seen("error-connecting", "サーバ接続で問題が起きました。"),
        seen("error-connecting", "接続がオフラインのようです。"),
        seen("verification-failed", "確認できませんでした"),
        seen("unknown-error", "不明なエラーが起きました。"),
        seen("incorrect-code", "入力したコードは無効でした。"),
        seen("incorrect-code", "入力された確認コードは有効ではありません。"),
        seen(
            "too-many-codes",
            "電話番号確認のために送信したコードの数が多すぎます。しばらくしてからもう一度お試しください。",
        ),
        seen(
            "too-many-tries",
            "コード確認の失敗回数が多すぎます。他のデバイスに新しいコードを送信するか、しばらくしてからもう一度お試しください。",
        ),
        seen("wrong-password", "Apple IDまたはパスワードが正しくありません。"),
        seen("account-locked", "このApple IDは、セキュリティの問題により使用が停止されています。"),
        seen("account-locked", "Apple IDは一時的にロックされました。"),
        seen("account-locked", "このアカウントは無効になっています。"),
        seen("account-not-active", "入力したApple IDは使用が停止されているため、使用できません。"),
        seen(
            "blocked-for-a-day",
            "セキュリティ上の理由により、Apple IDはブロックされました。このデバイスでは24時間サインインできません。",
        ),
        seen("sign-in-requested", "Apple IDが、新しいデバイスにサインインするために使用されています"),
        seen("code-shown", "Apple ID確認コード"),
        seen("code-shown", "ほかのデバイスでサインインするには、この確認コードを入力してください。"),
        seen(
            "code-asked",
            "iOS 9以降またはOS X El Capitan以降を実行しているほかのデバイスに、確認コードを記載したメッセージが送信されました。",
        ),
        seen("not-arriving", "コードが届いていない場合"),
        seen("cannot-make-code", "コードを生成できません"),
        seen("messages-activation", "アクティベート中です…"),
        seen("messages-activation", "アクティベートできませんでした。"),
        seen("messages-activation", "アクティベーション中にエラーが起きました。やり直してください。"),
        seen("messages-activation", "iMessageサーバに接続できません。やり直してください。"),
        seen("messages-activation", "サインインできませんでした。ネットワーク接続を確認して、やり直してください。"),
        seen("messages-activation", "FaceTimeにサインインできませんでした。"),
        seen("cannot-sign-in", "サインインできませんでした"),
        seen("account-settings-notice", "サインインし直す必要のあるアカウントサービスがあります。"),
        seen("account-settings-notice", "“%@”に問題があるため、このMacをiCloudに接続できません。"),
        seen("terms-or-password", "新しいiCloud利用規約"),
        seen("terms-or-password", "iCloudサービス規約が変更されました。"),
        seen("terms-or-password", "このMacでiCloudを使用するには、新しい利用規約に同意する必要があります。"),
        seen("device-limit", "このiPhoneでアクティベートされた無料アカウントの数が利用可能数の上限に達しています。"),
        seen("two-factor-required", "2ファクタ認証が必要です"),
        seen("clock-wrong", "このデバイスの現在時刻が正しく設定されていないようです。"),
        seen(
            "managed-account",
            "管理対象アカウントは、このMacにプロファイルをインストールすることでのみサインイン可能です。",
        ),
        seen("device-password", "%@ “%@”のパスワードを入力してください。"),
        seen("device-password", "iCloudのデータはユーザパスワードによって保護されています。"),
        seen("icloud-security-code", "違うセキュリティコードを入力した回数が制限回数を超えました。"),
        seen("security-key", "セキュリティキーを挿入してアクティベートしてください。"),
        seen("recovery-key", "復旧キー"),
        seen("recovery-contact", "アカウント復旧用の連絡先"),
        seen("account-recovery", "アカウントの復旧"),
        seen_at(
            "account-locked",
            "この Apple ID はセキュリティ上の理由からロックされています",
            "support.apple.com/ja-jp/102640",
        ),
        seen_at(
            "account-locked",
            "この Apple ID はセキュリティ上の理由でロックされています",
            "support.apple.com/ja-jp/HT204106 (older)",
        ),
        seen_at(
            "account-locked",
            "セキュリティ上の理由によりご利用のアカウントが無効になっており、サインインできません",
            "support.apple.com/ja-jp/102640",
        ),
        seen_at(
            "account-locked",
            "お使いのアカウントがセキュリティ上の理由で無効になっているため、サインインできません",
            "support.apple.com/ja-jp/HT204106 (older)",
        ),
        seen_at(
            "account-locked",
            "この Apple ID は、セキュリティの問題により使用が停止されています",
            "support.apple.com/ja-jp/102640",
        ),
        seen_at(
            "media-disabled",
            "「メディアと購入」のアカウントが無効になっている",
            "support.apple.com/ja-jp/102640 (heading)",
        ),
        seen_at("sign-in-requested", "Apple ID サインインが要求されました", "support.apple.com/ja-jp/HT204974"),
        reported("security-delay", "盗難デバイスの保護", "gadget.awaisora.com, 2025-07-24"),
        reported("security-delay", "セキュリティ遅延", "ja.whileint.com"),
        reported("not-arriving", "確認コードが画面に表示されない", "sbapp.net 50090"),
        reported("not-arriving", "確認コードが受け取れない", "apptopi.jp, 2021-09-03"),
        reported("number-not-verified", "電話番号を確認できません", "quicktipstricks.com/ja"),
        made("not-arriving", "認証コードが来ない"),
        made("not-arriving", "コードが送られてこない"),
        made("account-locked", "アカウントがロックされた"),
    ],
};
