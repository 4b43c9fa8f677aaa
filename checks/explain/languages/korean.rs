//! Korean.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const KOREAN: Language = Language {
    code: "ko",
    name: "Korean",
    recognised: "인식한 내용: {}",
    in_english: "답변은 영어입니다.",
    account: "Apple ID | AppleID | Apple 계정 | Apple계정 | 애플 아이디 | 애플아이디 | 애플 계정 | 애플계정 | 애플 ID | Apple Account | \
        iCloud 계정",
    lists: &[
        ("account", "appleaccount | icloud | 아이클라우드"),
        (
            "code",
            "코드 | 인증번호 | 인증문자 | 확인코드 | 인증코드 | 이중인증 | 2단계인증 | 2fa | 인증 번호 | \
            인증 | 여섯자리 | 6자리",
        ),
        (
            "missing",
            "안와 | 안옴 | 안온 | 안올 | 안오 | 오지않 | 오질않 | 못받 | 받지못 | 안떠 | 안뜨 | 안뜸 | 뜨지않 | 안나와 | 안나오 | 나오지않 | 안보여 | 안보임 | \
            표시되지않 | 표시안됨 | 표시되지 | 수신안 | 수신이안 | 안보내 | 보내지않 | 안왔 | 도착하지 | 안들어 | 수신되지 | \
            안옵니 | 안옴 | 안오네 | 안왔 | 오지않 | 안들어와 | 못받 | 받을수없 | 받을수가없 | 안보입 | 안뜹 | 안나옵 | 안날아",
        ),
        ("text", "문자 | sms | 메시지"),
        ("phone", "폰 | 휴대폰 | 핸드폰 | 아이폰 | iphone | 기기 | 아이패드 | ipad | 전화기"),
        (
            "somebody",
            "상담원 | 누가 | 누군가 | 고객센터 | 지원팀 | 남자 | 여자 | 경찰 | 은행 | 구매자 | 판매자 | 모르는사람 | 직원",
        ),
        ("ask", "물어 | 달라 | 요구 | 알려달 | 요청 | 알려 | 묻"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "누군가 코드를 물어봅니다.",
            "@somebody @ask @code | 코드를알려달 | 코드알려 | 인증번호알려 | 인증번호를알려 | 사기 @code | 코드를불러 | 인증번호를불러 | \
            @code 말해달 | @code 불러달 | @code 보내달 | 애플이라고 @code | 애플직원 @code | 보이스피싱",
        ),
        phrases(
            Symptom::NotMe,
            "요청하지 않은 코드가 옵니다.",
            "요청하지않은 @code | 요청한적없 @code | 제가요청 @code 않 | 누가로그인 | 내가안한 @code | \
            로그인시도 없는데 | 시도한적없 | 요청한적없 | 신청한적없 | 로그인하지않았는데 | 내가아닌 | 제가아닌 | 누가로그인 | 누군가로그인 | 갑자기 @code 왔 | 모르는 @code 왔 | 해킹",
        ),
        phrases(
            Symptom::PhoneLost,
            "휴대폰을 잃어버렸거나 고장 났습니다.",
            "@phone 잃어버 | @phone 분실 | @phone 도난 | @phone 고장 | @phone 도둑 | @phone 깨졌 | @phone 망가 | \
            @phone 물에 | @phone 안켜 | @phone 액정 | @phone 훔쳐 | @phone 파손 | @phone 팔았 | @phone 박살 | @phone 잃어",
        ),
        phrases(
            Symptom::NumberLost,
            "더 이상 쓰지 않는 번호로 코드가 갑니다.",
            "예전번호 | 옛날번호 | 이전번호 | 예전전화번호 | 번호가바뀌 | 번호바뀌 | 번호를바꿨 | 번호바꿨 | 번호변경 | 없는번호 | 옛번호 | 번호를변경 | 이전전화번호 | \
            번호가바뀐 | 해지한번호 | \
            번호를바꿔 | 번호바꿔 | 번호가달라 | 번호를바꾼 | 전화번호바뀌 | 번호해지 | 전번호 | 쓰던번호 | 안쓰는번호 | 사용하지않는번호 | 번호가변경 | 번호를변경 | 번호가바뀌",
        ),
        phrases(
            Symptom::Abroad,
            "해외에 있습니다.",
            "해외 @code | 해외 문자 | 여행 @code | 로밍 @code | 외국 @code | ?해외에서",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "가지고 있지 않은 기기에 코드가 뜹니다.",
            "@phone 집에 | @phone 두고 | 다른기기 @code 뜨 | 다른기기 @code 표시 | 다른기기로 @code | @phone 회사에",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "‘허용’을 눌렀지만 숫자가 나오지 않습니다.",
            "허용 @missing @code | 허용을눌 | 허용눌렀 | 허용 숫자",
        ),
        phrases(
            Symptom::NoField,
            "코드를 입력할 곳이 없습니다.",
            "입력할곳 | 입력하는곳 | 어디에입력 | 입력창 없 | 입력란 없",
        ),
        phrases(Symptom::Expired, "코드가 만료되었습니다.", "@code 만료 | @code 시간초과 | @code 유효시간"),
        phrases(
            Symptom::Refused,
            "코드가 거부됩니다.",
            "@code 틀렸 | @code 틀리 | @code 올바르지 | @code 거부 | @code 잘못 | @code 유효하지 | @code 맞지않 | @code 안맞 | \
            @code 안먹 | \
            @code 틀렸다고 | @code 맞는데 | @code 오류 | @code 일치하지 | @code 인식 | @code 안됩 !바 ",
        ),
        phrases(
            Symptom::CallMissing,
            "코드 전화가 오지 않습니다.",
            "전화가안와 | 전화가오지 | 전화안와 | 음성전화 @missing | 전화인증 @missing",
        ),
        phrases(
            Symptom::TextMissing,
            "코드 문자가 오지 않습니다.",
            "문자 @missing | 문자메시지 @missing | sms @missing | 인증문자 @missing",
        ),
        phrases(Symptom::OnlyDevice, "다른 기기가 없습니다.", "다른기기가없 | 다른기기없 | 기기가하나 | 하나밖에"),
        phrases(
            Symptom::AskedAgain,
            "계속 요구합니다.",
            "계속 @code 요구 | 계속 @code 입력 | 자꾸 @code | 매번 @code | 반복 @code | 계속 암호 | 계속 비밀번호 | \
            계속 @code 물어 | 계속로그인 | 매일 @code | 무한반복 | 계속뜨 @code | 계속 @code 하라",
        ),
        phrases(
            Symptom::Locked,
            "계정이 잠겼습니다.",
            "@account 잠겼 | @account 잠금 | @account 비활성 | 계정이잠 | 계정잠",
        ),
        phrases(Symptom::SecurityKey, "계정에 보안 키가 있습니다.", "보안키 | 유비키 | yubikey"),
        phrases(
            Symptom::TwoFactorOff,
            "이중 인증은 끌 수 없습니다.",
            "이중인증 끄 | 이중인증 해제 | 2단계인증 해제 | 2단계인증 끄 | 이중인증 끌",
        ),
        phrases(Symptom::NotArriving, "코드가 오지 않습니다.", "@code @missing | 코드가없 | 인증번호가없"),
        phrases(
            Symptom::CannotSignIn,
            "로그인할 수 없습니다.",
            "로그인할수없 | 로그인이안 | 로그인안 | 로그인못 | 로그인실패",
        ),
    ],
    meanings: &[
        ("phone-locked", "iPhone을사용할수없음 | iPhone사용할수없음 | iPhone사용불가 | 보안잠금 | iPhone비활성화"),
        ("identity-not-verified", "신원을확인할수없 | 본인확인실패 애플 | 본인확인할수없"),
        ("icloud-security-code", "보안코드 키체인 | iCloud보안코드"),
        ("screen-time-passcode", "스크린타임"),
        ("recovery-key", "복구키"),
        ("account-recovery", "계정복구"),
        ("messages-activation", "imessage 활성화 | facetime 활성화 | 아이메시지활성화"),
        ("vpn-or-filter", "@code @missing vpn"),
        ("managed-account", "관리형"),
        ("number-not-verified", "전화번호를확인할수없 | 전화번호를인증할수없"),
        ("media-disabled", "미디어 비활성 | App_Store 비활성"),
        ("unknown-error", "알수없는오류"),
        ("error-connecting", "서버 연결 오류 | 서버 연결하는중 오류 | 서버 연결할수없"),
        (
            "number-refused",
            "이전화번호 @code 보낼수없 | 이번호 @code 보낼수없 | 전화번호로 @code 보낼수없 | 전화번호로 @code 전송할수없",
        ),
        (
            "too-many-codes",
            "너무많은코드 | 너무많은확인코드 | 코드를너무많이 | 너무많은인증 | 마지막으로받은코드 | 코드 너무많이",
        ),
        ("too-many-tries", "잘못된코드 너무많이 | 코드를여러번잘못 | 틀린코드 | 코드 입력횟수"),
        (
            "wrong-password",
            "비밀번호 잊 @account | 암호 잊 @account | 비번 까먹 | ?비밀번호잊 | 암호가올바르지 | 비밀번호가틀 | 암호가틀 | 비밀번호가올바르지 | 비밀번호틀",
        ),
        ("app-specific-password", "앱암호 | 앱전용암호 | 앱별암호"),
        ("payment-verification", "결제정보 | 지불정보 | 확인이필요합니다"),
        ("activation-lock", "활성화잠금"),
    ],
    texts: &[
        seen("error-connecting", "Apple ID 서버에 연결하는 동안 오류가 발생했습니다."),
        seen("error-connecting", "서버에 연결하는 동안에 문제가 발생했습니다."),
        seen("error-connecting", "오프라인 상태입니다."),
        seen("verification-failed", "확인 실패"),
        seen("unknown-error", "알 수 없는 오류가 발생했습니다."),
        seen("incorrect-code", "입력한 코드가 유효하지 않습니다."),
        seen("incorrect-code", "입력한 확인 코드가 유효하지 않습니다."),
        seen("too-many-codes", "전화번호를 확인하기 위해 너무 많은 코드를 보냈습니다. 나중에 다시 시도하십시오."),
        seen(
            "too-many-tries",
            "코드 확인에 너무 많이 실패했습니다. 다른 기기로 새 코드를 보내거나 다중에 다시 시도하십시오.",
        ),
        seen("wrong-password", "Apple ID 또는 암호가 올바르지 않습니다."),
        seen("account-locked", "보안상의 이유로 이 Apple ID가 비활성화되었습니다."),
        seen("account-locked", "사용자의 Apple ID가 일시적으로 잠겼습니다."),
        seen("account-locked", "이 계정은 비활성화되었습니다."),
        seen("account-not-active", "Apple ID 계정이 활성화되지 않았으며 사용할 수 없습니다."),
        seen(
            "blocked-for-a-day",
            "보안상의 이유로 사용자의 Apple ID가 24시간 동안 이 기기에서 차단되어 로그인할 수 없습니다.",
        ),
        seen("sign-in-requested", "사용자의 Apple ID가 새로운 기기에 로그인하는 데 사용되고 있습니다."),
        seen("code-shown", "Apple ID 확인 코드"),
        seen("code-shown", "로그인하려면 사용자의 다른 기기에 다음 확인 코드를 입력하십시오."),
        seen(
            "code-asked",
            "확인 코드를 포함한 메시지가 iOS 9 또는 OS X El Capitan 이상이 설치된 사용자의 다른 기기로 전송되었습니다.",
        ),
        seen("not-arriving", "코드를 받지 못했습니까?"),
        seen("cannot-make-code", "코드를 생성할 수 없음"),
        seen("messages-activation", "활성화 대기 중…"),
        seen("messages-activation", "활성화하는 데 실패했습니다."),
        seen("messages-activation", "활성화하는 데 오류가 발생했습니다. 다시 시도하십시오."),
        seen("messages-activation", "iMessage 서버에 접속할 수 없습니다. 다시 시도하십시오."),
        seen("messages-activation", "로그인할 수 없습니다. 네트워크 연결을 확인하고 다시 시도하십시오."),
        seen("messages-activation", "FaceTime에 로그인할 수 없습니다."),
        seen("cannot-sign-in", "로그인할 수 없음"),
        seen("account-settings-notice", "일부 계정 서비스를 이용하려면 다시 로그인해야 합니다."),
        seen("account-settings-notice", "‘%@’에 문제가 있기 때문에 이 Mac에서 iCloud에 연결할 수 없습니다."),
        seen("terms-or-password", "새로운 iCloud 이용 약관"),
        seen("terms-or-password", "iCloud 서비스 약관이 변경되었습니다."),
        seen("terms-or-password", "이 Mac에서 iCloud를 사용하려면 새로운 이용 약관에 동의해야 합니다."),
        seen("device-limit", "허용되는 최대 개수만큼의 무료 계정이 이 iPhone에서 등록되었습니다."),
        seen("two-factor-required", "이중 인증 필요"),
        seen("clock-wrong", "기기의 현재 시간이 정확하지 않은 것 같습니다."),
        seen("managed-account", "관리형 계정은 이 Mac에서 프로파일을 설치해야만 로그인할 수 있습니다."),
        seen("device-password", "%@ ‘%@’의 암호를 입력하십시오."),
        seen("device-password", "iCloud 데이터가 사용자의 암호로 보호되어 있습니다."),
        seen("icloud-security-code", "올바르지 않은 보안 코드 입력 횟수가 너무 많습니다."),
        seen("security-key", "보안 키를 삽입하고 활성화하십시오."),
        seen("recovery-key", "복구 키"),
        seen("recovery-contact", "계정 복구 연락처"),
        seen("account-recovery", "계정 복구"),
        reported("account-locked", "이 Apple 계정은 보안상의 이유로 잠겼습니다", "info.lgsemicon.co.kr (phrase)"),
        reported("not-arriving", "아이폰 인증문자 안 올 때", "extrememanual.net/59334"),
        made("not-arriving", "인증번호가 안 와요"),
        made("not-arriving", "애플 인증 코드를 못 받았어요"),
        made("not-arriving", "코드가 안 떠요"),
        made("account-locked", "애플 계정이 잠겼어요"),
    ],
};
