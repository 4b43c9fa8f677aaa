//! Chinese (simplified).

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const CHINESE_SIMPLIFIED: Language = Language {
    code: "zh-Hans",
    name: "Chinese (simplified)",
    recognised: "已识别：{}",
    in_english: "回答为英文。",
    account: "Apple ID | AppleID | 苹果ID | 苹果账号 | 苹果账户 | 苹果帐号 | 苹果帐户 | Apple 账户 | Apple 帐户 | Apple 账号 | Apple 帐号 | \
        Apple Account | iCloud账户 | iCloud账号",
    lists: &[
        ("account", "appleaccount | icloud"),
        (
            "code",
            "验证码 | 代码 | 校验码 | 短信码 | 双重认证 | 2fa | 弹窗 | \
            验证吗 | 六位数 | 6位数 | 六位数字 | 动态码",
        ),
        (
            "missing",
            "收不到 | 没收到 | 没有收到 | 未收到 | 收不了 | 没来 | 不来 | 发不过来 | 不弹 | 没弹 | 没有显示 | 不显示 | 没显示 | 不出现 | 没有出现 | 没出现 | \
            接收不到 | 不能收到 | 发不出 | 没有发 | 没发 | 不发 | 没反应 | 等不到 | 迟迟 | 没有弹出 | \
            收不着 | 不发送 | 发不来 | 不显示 | 弹不出 | 没发过来 | 没有发送 | 等了很久 | 等了半天 | 还没收到 | 还没有收到 | 不给发",
        ),
        ("text", "短信 | 短消息"),
        ("phone", "手机 | iphone | ipad | 设备"),
        ("somebody", "客服 | 有人 | 对方 | 骗子 | 支持人员 | 警察 | 银行 | 陌生人 | 买家 | 卖家 | 他 | 技术人员"),
        ("ask", "要 | 索要 | 问 | 让我 | 要求 | 告诉"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "有人向您索要验证码。",
            "客服 @ask 验证码 | 有人 @ask 验证码 | 对方 @ask 验证码 | 把验证码告诉 | 告诉 验证码 | 把验证码给 | 念验证码 | 诈骗 验证码 | 骗 验证码 | 给他验证码 | \
            要我的验证码 | 让我发验证码 | 让我提供验证码 | 提供验证码 | 索要 验证码 | 冒充 苹果 | 要验证码",
        ),
        phrases(
            Symptom::NotMe,
            "收到了不是您请求的验证码。",
            "没有请求 验证码 | 没请求 验证码 | 不是我 验证码 | 没申请 验证码 | 有人登录我的 | 莫名其妙 验证码 | 无缘无故 验证码 | \
            不是本人操作 | 不是本人 | 没有登录 验证码 | 没登录 验证码 | 不是我操作 | 非本人 | 有人在登录 | 有人尝试登录 | 异地登录 | 被盗号 | 自己弹出 验证码 | 老是弹出 验证码 | 突然收到 验证码",
        ),
        phrases(
            Symptom::PhoneLost,
            "手机丢失、被盗或损坏。",
            "手机丢了 | 手机丢失 | 手机被偷 | 手机坏了 | 丢了手机 | 手机不见 | iphone丢 | 手机掉了 | 手机被盗 | 手机摔坏 | \
            手机进水 | 手机开不了机 | 屏幕碎 | 屏幕坏 | 手机没了 | 手机卖了 | 手机被抢 | 手机摔 | 手机丢 | 手机不在了",
        ),
        phrases(
            Symptom::NumberLost,
            "验证码发到了您不再使用的号码。",
            "旧号码 | 旧手机号 | 以前的号码 | 以前的手机号 | 换了号码 | 换了手机号 | 换号 | 号码不用了 | 手机号不用了 | 原来的手机号 | 老号码 | 旧的电话号码 | 号码已经不用 | \
            手机号停用 | 旧电话号码 | 号码注销 | \
            换了电话 | 手机号换了 | 号码换了 | 号码不用 | 手机号不用 | 手机号注销 | 以前的电话 | 之前的手机号 | 之前的号码 | 原来的号码 | 号码没用了 | 手机卡丢 | 手机号停机 | 旧号 | 老手机号 | 号码停用 | 号码已停 | 手机号没用",
        ),
        phrases(
            Symptom::Abroad,
            "您在国外。",
            "国外 验证码 | 出国 验证码 | 境外 验证码 | 漫游 验证码 | 在国外 短信 | ?在国外",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "验证码显示在您不在身边的设备上。",
            "手机在家 | 手机忘 | 手机不在身边 | 设备不在身边 | 其他设备 验证码 显示在 | 手机落在 | 旧ipad 验证码 | ipad在家",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "点了“允许”，但没有出现数字。",
            "允许 验证码 @missing | 点了允许 | 点击允许 | 按了允许 | 允许 没有数字",
        ),
        phrases(
            Symptom::NoField,
            "没有输入验证码的地方。",
            "没有地方输入 | 在哪里输入 验证码 | 哪里输入验证码 | 没有输入框 | 输入框 没有 | 不知道在哪 输入",
        ),
        phrases(Symptom::Expired, "验证码已过期。", "验证码 过期 | 验证码 失效 | 验证码 超时"),
        phrases(
            Symptom::Refused,
            "验证码被拒绝。",
            "验证码 不正确 | 验证码 错误 | 验证码 不对 | 验证码 无效 | 验证码 被拒 | 验证码 不能用 | 验证码 不接受 | \
            验证码 提示错误 | 验证码 输入正确 | 验证码 一直错 | 验证码 说不对 | 验证码 验证失败 | 验证码 不匹配",
        ),
        phrases(
            Symptom::CallMissing,
            "接不到验证码电话。",
            "电话 验证码 @missing | 语音电话 @missing | 没有接到电话 | 接不到电话",
        ),
        phrases(
            Symptom::TextMissing,
            "收不到验证码短信。",
            "短信 @missing 验证码 | 收不到短信 | 没收到短信 | 短信收不到 | 短信验证码 @missing | 没有收到短信",
        ),
        phrases(Symptom::OnlyDevice, "没有其他设备。", "没有其他设备 | 没有别的设备 | 只有一台 | 只有这台"),
        phrases(
            Symptom::AskedAgain,
            "反复要求输入。",
            "一直要求 | 反复 验证码 | 总是要求 | 不停 验证码 | 每次都要 验证码 | 一直要 验证码 | 反复要求 | 一直弹 密码 | \
            老是要 验证码 | 老是让 验证码 | 总让 验证码 | 天天要 验证码 | 反复让 | 不停地 验证码 | 循环 验证码 | 一直让输 | 一直提示 密码 | 总是让 | \
            每次登录都要 | 每次都要输 | 每次登录 验证码 要",
        ),
        phrases(Symptom::Locked, "账户已锁定。", "@account 锁 | @account 停用 | @account 禁用 | 账号被锁 | 账户被锁"),
        phrases(Symptom::SecurityKey, "账户使用安全密钥。", "安全密钥 | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "双重认证无法关闭。",
            "关闭双重认证 | 关闭两步验证 | 关掉双重认证 | 取消双重认证 | 双重认证 关闭 | 双重认证 关不",
        ),
        phrases(
            Symptom::NotArriving,
            "收不到验证码。",
            "验证码 @missing | 代码 @missing | 没有验证码 | 双重认证 @missing | 校验码 @missing",
        ),
        phrases(
            Symptom::CannotSignIn,
            "无法登录。",
            "无法登录 | 登录不了 | 登不上 | 不能登录 | 登陆不了 | 无法登陆 | 登不了 | \
            登录不上 | 登陆不上 | 登不进 | 登录失败",
        ),
    ],
    meanings: &[
        ("phone-locked", "iPhone不可用 | iPad不可用 | iPhone已停用 | iPhone已被停用 | 安全锁定"),
        ("identity-not-verified", "无法验证您的身份 | 无法验证身份 | 无法验证你的身份 | 身份验证失败 苹果"),
        ("icloud-security-code", "安全码 钥匙串 | iCloud安全码"),
        ("screen-time-passcode", "屏幕使用时间"),
        ("recovery-key", "恢复密钥"),
        ("account-recovery", "帐户恢复 | 账户恢复 | 恢复帐户 | 恢复账户"),
        ("messages-activation", "imessage 激活 | facetime 激活"),
        ("vpn-or-filter", "@code @missing vpn"),
        ("managed-account", "管理式"),
        ("number-not-verified", "无法验证 电话号码 | 无法验证 手机号 | 电话号码 无法验证"),
        ("media-disabled", "媒体与购买 停用 | App_Store 停用 | App_Store 禁用"),
        ("unknown-error", "未知错误 | 未知的错误"),
        (
            "number-refused",
            "无法 此电话号码发送验证码 | 无法向此号码发送 | 此号码 无法 验证码 | 无法向该 发送验证码 | 该号码 无法 验证码 | 无法向此 发送 验证码",
        ),
        (
            "too-many-codes",
            "发送验证码次数 | 过多验证码 | 验证码过多 | 太多验证码 | 发送次数过多 | 验证码 次数太多 | 输入最后 验证码 | 上次收到的验证码",
        ),
        ("too-many-tries", "验证错误次数过多 | 验证码 错误次数 | 错误 验证码 次数过多 | 输错 验证码 多次"),
        ("wrong-password", "忘记 密码 @account | ?忘记密码 | 密码不正确 | 密码错误 | 密码不对"),
        ("app-specific-password", "app专用密码 | 专用密码 | app 专用密码"),
        ("payment-verification", "付款信息 | 支付信息 | 需要验证 付款"),
        ("activation-lock", "激活锁"),
    ],
    texts: &[
        seen("error-connecting", "连接Apple ID服务器时出错。"),
        seen("error-connecting", "连接服务器时出现问题。"),
        seen("error-connecting", "您似乎没有连接网络。"),
        seen("verification-failed", "验证失败"),
        seen("unknown-error", "发生未知错误。"),
        seen("incorrect-code", "您输入的验证码无效。"),
        seen("too-many-codes", "您已发送过多验证码来验证您的电话号码。请稍后再试。"),
        seen("too-many-tries", "验证码验证失败次数过多。请发送一个新验证码到其他设备，或稍后重试。"),
        seen("wrong-password", "您的Apple ID或密码不正确。"),
        seen("account-locked", "这个Apple ID因为安全原因而被停用。"),
        seen("account-locked", "您的Apple ID已被暂时锁定。"),
        seen("account-locked", "此帐户已被停用。"),
        seen("account-not-active", "Apple ID帐户不活跃，无法使用。"),
        seen("blocked-for-a-day", "出于安全原因，您的Apple ID在24小时内不可再登录这台设备。"),
        seen("sign-in-requested", "您的Apple ID正用于登录一台新设备"),
        seen("code-shown", "Apple ID验证码"),
        seen("code-shown", "在您的另一台设备上输入此验证码以登录。"),
        seen("code-asked", "短信验证码已发送至您其他运行iOS 9或OS X El Capitan（或更高版本）的设备。"),
        seen("not-arriving", "没有收到验证码？"),
        seen("cannot-make-code", "无法生成验证码"),
        seen("messages-activation", "正在等待激活…"),
        seen("messages-activation", "未成功激活。"),
        seen("messages-activation", "激活出错。请再试一次。"),
        seen("messages-activation", "无法联系iMessage信息服务器。请再试一次。"),
        seen("messages-activation", "无法登录。请检查您的网络连接，然后再试一次。"),
        seen("messages-activation", "未能登录FaceTime通话。"),
        seen("cannot-sign-in", "无法登录"),
        seen("account-settings-notice", "部分帐户服务要求您重新登录。"),
        seen("account-settings-notice", "此Mac无法连接iCloud，因为“%@”出现故障。"),
        seen("terms-or-password", "新iCloud条款与条件"),
        seen("terms-or-password", "iCloud的“服务条款”已更改。"),
        seen("terms-or-password", "若要在此Mac上使用iCloud，您必须接受新条款与条件。"),
        seen("device-limit", "此iPhone上已激活了最大数目的免费帐户。"),
        seen("two-factor-required", "需要双重认证"),
        seen("clock-wrong", "此设备上的当前时间可能不正确。"),
        seen("managed-account", "管理式帐户仅可通过在此Mac上安装描述文件来登录。"),
        seen("device-password", "请输入%@“%@”的密码。"),
        seen("device-password", "您的iCloud数据受用户密码保护。"),
        seen("icloud-security-code", "您输入安全码的错误次数过多。"),
        seen("security-key", "插入并激活安全密钥。"),
        seen("recovery-key", "恢复密钥"),
        seen("recovery-contact", "帐户恢复联系人"),
        seen("account-recovery", "帐户恢复"),
        reported("account-locked", "出于安全原因，此 Apple ID 已被锁定", "55tiao.com/10060.html"),
        reported(
            "too-many-tries",
            "验证错误次数过多无法发送验证码",
            "github.com/AppleIdLoginHelper/LoginHelper/issues/20",
        ),
        reported(
            "not-arriving",
            "没有收到验证码吗？",
            "blob.wenxiaobai.com 181962d3 (retells Apple’s guide of macOS 12)",
        ),
        reported(
            "security-delay",
            "失窃设备保护",
            "news.43b.com.cn 1748863; 9158app.com/238479 (which of the two names Apple uses was not seen)",
        ),
        reported(
            "security-delay",
            "被盗设备保护",
            "news.43b.com.cn 1748863; 9158app.com/238479 (which of the two names Apple uses was not seen)",
        ),
        reported(
            "security-delay",
            "安全延迟",
            "news.43b.com.cn 1748863; 9158app.com/238479 (which of the two names Apple uses was not seen)",
        ),
        reported("account-locked", "苹果id被停用怎么回事", "yeequu.com 337938"),
        reported("not-arriving", "没有收到验证码", "github.com/AppleIdLoginHelper/LoginHelper/issues/34"),
        reported("not-arriving", "不弹验证码", "github.com/EEliberto/Pastel-macOS/issues/41"),
        reported("not-arriving", "手机号不能收到验证码", "github.com/dchristl/macless-haystack/issues/190"),
        made("not-arriving", "苹果的验证码发不过来"),
        made("not-arriving", "手机上没有显示验证码"),
        made("account-locked", "苹果账号被锁了"),
    ],
};
