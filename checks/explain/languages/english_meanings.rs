//! English: screens that are known by their sense.

pub(super) const MEANINGS: &[(&str, &str)] = &[
    (
        "phone-locked",
        "~@phone unavailable try_again | iphone_unavailable | ipad_unavailable | security_lockout | iphone_is_disabled | ipad_is_disabled | \
         iphone_disabled !appleaccount !store | ipad_disabled !appleaccount !store | @phone disabled connect_to_itunes | @phone disabled try_again minutes | forgot* passcode @phone !another !other !screen_time | \
         forgot* my_iphone passcode !other | locked_out_of_my_iphone | locked_out_of_my_phone | locked_out_of_my_ipad | @phone passcode forgot* !other !another !screen_time",
    ),
    (
        "verification-failed",
        "verification_failed error !windows | verification_failed @in !windows | verification_failed @account !windows | says verification_failed !windows",
    ),
    (
        "action-not-completed",
        "action_could_not_be_completed | action_cannot_be_completed @account | action_cannot_be_completed @in | action_couldnt_be_completed",
    ),
    ("support-pin", "support_pin | support_pin_code | pin_for_support | pin apple_support"),
    (
        "identity-not-verified",
        "cannot_verify identity !mac !website !server !device !internet !connection | cant_verify identity !mac !website !server !device !internet !connection | couldnt_verify identity !mac !website !server !device !internet !connection | could_not_verify identity !mac !website !server !device !internet !connection | \
         unable verify identity !mac !website !server !device !internet !connection | identity could_not_be_verified !mac !server !website | identity not_verified !server !website | identity_verification fail* | verify_my_identity @not",
    ),
    (
        "used-on-new-device",
        "now_being_used_for imessage | now_being_used_for facetime | now_being_used_with imessage | being_used_for imessage new | was_used_to_sign_in_to_icloud | used_to_sign_in new_device email",
    ),
    (
        "server-problem",
        "icloud_for_windows @not @in | icloud_for_windows fail* | icloud_for_windows error | icloud_for_windows broken | windows_icloud fail* | server_error @in | server_error @account | server_error icloud | servers_down apple | server_down apple | apple_servers_down | icloud_down | icloud_outage | apple_outage | outage @account",
    ),
    (
        "clock-wrong",
        "date_and_time wrong | date wrong @in | clock wrong @in | time wrong @in !code | date_and_time incorrect | date_and_time @in | wrong_date @in | clock_is_wrong | date time incorrect @account | clock incorrect | \
            clock_is_off | clock off @in | clock_wrong | clock slow @in | clock fast @in",
    ),
    (
        "session-expired",
        "xcode @in | xcode session | xcode log_in_with_account | unable_to_log_in_with_account | login_details_for_account | session timed_out !fastlane | session expired !fastlane !icloudpd !rclone | session_has_expired !fastlane !rclone | session_expired !fastlane !rclone",
    ),
    (
        "account-settings-notice",
        "bad_auth_token | cloudkit @not authenticat* | cloudkit denied | ckerror* authenticat* | ckerrordomain* | account_temporarily_unavailable icloud | account_temporarily_unavailable sync | appleaccount_verification password | account_services | update_appleaccount_settings | update appleaccount settings | account_services unavailable",
    ),
    (
        "messages-customer-code",
        "contact support imessage code | contact_apple_support imessage | customer_code | contact support facetime code",
    ),
    (
        "number-not-verified",
        "?confirm_your_phone_number | verify phone_number @not | cannot_verify phone_number | couldnt_verify phone_number | unable verify phone_number | phone_number not_verified | number_cannot_be_verified | \
            voip | virtual_number | burner_number | internet_phone_number | textnow | google_voice @code !wont !@not | skype_number | \
            google_voice apple | unable phone_number verification | phone_number_for_verification | enter_a_valid_phone_number",
    ),
    (
        "cannot-receive",
        "no_devices phone_numbers associated | phone_numbers associated receive | no_device receive verification_code | unable_to_send verification_code | unable_to_send code | cannot_send code | cant_send code | could_not_send code | couldnt_send verification | verification_code could_not_be_sent | code could_not_be_sent",
    ),
    (
        "error-connecting",
        "kcferrordomaincfnetwork | nsurlerrordomain* !certificate !ssl | couldnt_connect server | communicat* server @not | could_not_communicate | couldnt_communicate | problem communicating server | could_not_connect server | cant_connect server | cannot_connect server | cant_connect icloud | \
         could_not_connect icloud | trying_to_connect icloud | trying_to_connect appleaccount | error_connecting | \
         problem_connecting | trouble_connecting | connect* @account fail* | connection server fail* | cant_reach server appleaccount | \
            cannot_connect icloud | cant connect icloud | unable connect icloud | unable connect @account | unable_to_connect server | timed_out @in | timed_out @account | timed_out icloud | request_timed_out apple |          network_error @in | network_error @account | network_connection @account | network_connection icloud | no_connection @account | connection_error @account | server_unreachable @account | \
            could_not_reach server | couldnt_reach server | cannot_reach server | cant_reach server | unable reach server | firewall appleaccount | firewall icloud",
    ),
    (
        "sign-in-requested",
        "map wrong | map sign* city | map sign* country | map in_from | map never_been | map shows !allow | map different city | location wrong @in | location wrong @code | wrong_location | wrong_city | \
         different_city @in | city @code never_been | sign_in_requested | allow dont_allow",
    ),
    ("code-shown", "@code disappear* | @code vanish* | popup disappear* | @code too_fast | @code goes_away"),
    (
        "child-account",
        "kid* @code | kids @code | child* @code | son* @code | daughter* @code | family_sharing @code | parent* @code | \
         kid* @in | child* @in",
    ),
    (
        "screen-time-passcode",
        "screen_time passcode | screen_time code | screentime | restrictions_passcode | \
            screen_time pin | screentime code | parental_controls code | parental_controls passcode",
    ),
    ("sim-pin", "sim_pin | puk | sim_locked | sim locked pin | sim pin"),
    (
        "connection-not-trusted",
        "certificate invalid | trust_evaluation fail* | certificate_pinning apple | certificate not_trusted | verify_server_identity | ssl_error | secure_connection @not",
    ),
    (
        "sign-in-with-apple",
        "akauthenticationerror* | asauthorizationerror* | authorizationerror* | authenticationservices | sign_in_with_apple",
    ),
    (
        "number-refused",
        "@code cant sent number !old_number | codes cannot_be_sent | code cant_be_sent_to | cant send @code this_number | \
            number_cannot_receive | number cannot_receive @code | this_number @not receive @code | number cant_receive @code | this_number_cannot | this_number_cant_be_used",
    ),
    (
        "too-many-codes",
        "reached_the_limit @code !incorrect !wrong | limit_for_verification_codes | too_many codes !incorrect !wrong !entered | too_many @code requested | requested too_many | too_many requests @code | too_many_requests !http !429 | last_code_you_received | \
            too_often @code | too_often requested | toomanycodessent_true | securitycodecooldown_true",
    ),
    (
        "too-many-tries",
        "?exceeded maximum attempts | exceeded maximum attempts @account | exceeded attempts @code | too_many_times @code | too_many incorrect | too_many wrong | too_many attempts @code | too_many tries @code | wrong code too_many | limit unsuccessful attempts | too_many failed attempts | too_many_failed | limit attempts @code | toomanycodesvalidated_true | securitycodelocked_true",
    ),
    (
        "leave-it",
        "should_i sign_out | should_i log_out | should_i erase | should_i wipe | should_i reset @device | should_i factory_reset | should_i remove @device | \
         should_i restore @device | should_i reinstall | sign_out icloud fix | signing_out icloud help | what_happens_if_i sign_out | what_if_i sign_out | \
         log_out icloud fix | does signing_out help | will signing_out | erase @device @code !erased | erasing @device @code | wipe @device @code | \
         factory_reset @code | reset @device no_code | reset @device because @code | reset @device get @code | reinstall macos @code | \
         remove_device @code | remove @device from_the_account",
    ),
    (
        "deceased-account",
        "deceased | passed_away | ~late @person !arrive | ~dead husband* | ~dead wife* | ~dead father* | ~dead mother* | ~@person died | inherited @device | inherited @account | \
         inherited macbook | grandpa died | grandmother died | legacy_contact",
    ),
    ("program-refused", "grandslam error | grandslam fail*"),
    (
        "denied",
        "@stumble @deny | dont_allow now_what | pressed_dont_allow | hit_dont_allow | clicked_dont_allow | tapped_dont_allow | chose_dont_allow",
    ),
    (
        "disk-key",
        "filevault | file_vault | disk_recovery_key | 24_character recovery | disk encrypt* password | startup disk password | \
         unlock_disk | bitlocker",
    ),
    ("recovery-key", "recovery_key !filevault !file_vault | 28_character | 28_digit | 28_char"),
    (
        "icloud-security-code",
        "approval_request another_device | approval_request keychain | keychain @not enabled | keychain turns_off | keychain cannot_be | keychain wont_turn_on | approve_this_iphone | approve_this_ipad | approve other_devices keychain | approve_this_mac | approve_this_device | waiting approv* @phone | waiting approv* mac | approv* mac other_device | icloud_security_code | keychain_security_code | icloud_keychain code | icloud_keychain approv* | keychain approv* @device",
    ),
    (
        "device-password",
        "icloud_passcode | icloud_data syncing passcode | icloud_data syncing password | icloud data syncing enter passcode | passcode iphone !code_from | passcode other_device | passcode other_mac | password other_mac | passcode old_iphone | password unlock @phone | passcode old @phone | mac_password encrypted | enter passcode @phone | \
            password_of_a_mac | password mac sold | password iphone sold | passcode sold @device | password_of_my @device | ~password old @device encrypt* | password other @device | passcode another @device | passcode_from @device | ~passcode old @device | password another_mac | \
            passcode_for_iphone | passcode_for_your | passcode_of_your | passcode_of_another | passcode_of_my_old | password_of_your_other | passcode for iphone",
    ),
    (
        "mac-password",
        "admin_password | login_password | macs_password | mac_user_password | computer_password | keychain_password | login_keychain | administrator_password | administrators_password | user_password mac | login_password mac | mac_login_password",
    ),
    (
        "payment-verification",
        "payment verif* | payment_info* | payment_method | billing verif* | verification_required purchase* | verification_required !two_factor | verification_required app_store | verification_required free",
    ),
    (
        "activation-lock",
        "activation_lock* | locked_to_owner | locked_to_an_owner | linked_to_an_appleaccount | \
            previous_owner | first_owner | former_owner | original_owner | someone_elses @account | someone_elses_appleaccount | somebody_elses @account | \
            ~bought used @account | second_hand @account | secondhand @account | refurbished @account other | still_linked @account",
    ),
    (
        "email-verification",
        "email verif* | verify email | verification_email | ~code email !recovery !number !signed_in | confirm email appleaccount",
    ),
    ("security-delay", "security_delay | stolen_device_protection | wait one_hour change | wait an_hour change"),
    (
        "app-specific-password",
        "@mailer password | @mailer icloud | @mailer @account | @mailer apple @in | spark icloud password | app_specific_password* | app_specific | application_specific_password | app_password* icloud",
    ),
    ("recovery-contact", "recovery_contact*"),
    (
        "account-recovery",
        "iforgot @not | ready_for_recovery | account ready recover* | iforgot later | reset_at_this_time | account_recovery | recovery_request | waiting_period recover* | \
            recovery wait* days | recovery days | account_recovery | recover_my_account | recover_account | iforgot wait*",
    ),
    ("passkey", "passkey* !yubikey !security_key !security_keys"),
    (
        "terms-or-password",
        "accept* terms | new_terms | agree terms | terms_and_conditions appleaccount | agreement accept* | license_agreement | agreement updated | accept agreement*",
    ),
    (
        "messages-activation",
        "imessage activat* | facetime activat* | imessage waiting | facetime waiting | activat* imessage | imessage sign_in !customer !code | facetime sign_in !code | imessage not_working | login facetime @not | login imessage @not | log_in facetime @not | log_in imessage @not | ids registration fail* | registering_with_ids | facetime authentication error |  facetime not_working | imessage error | facetime error",
    ),
    ("media-disabled", "disabled app_store | disabled itunes | account_disabled media | disabled media_purchases"),
    (
        "account-not-active",
        "appleaccount not_active | appleaccount inactive | \
            account not_active | account_is_not_active | account isnt_active | account inactive apple",
    ),
    (
        "account-refused",
        "appleaccount cannot_be_used !locked | appleaccount cant_be_used !locked | \
            account cannot_be_used apple !locked | cannot_create account | cannot_create_or_update | account cannot_be_created | account could_not_be_created | \
            account cant_be_created | cannot_update account",
    ),
    (
        "software-update-required",
        "software_update_required | update_required sign_in | update_icloud_for_windows | icloud_for_windows out_of_date | icloud_for_windows too_old | \
         icloud_for_windows latest_version",
    ),
    (
        "environment-mismatch",
        "akanisetteerror* | anisette | device_not_provisioned | not_provisioned !sim | environment_mismatch | adi provisioning",
    ),
    (
        "program-session",
        "session_token | invalid_session | \
            misdirected_request | session not_valid login | session_is_not_valid | session not_valid_any_more | session_token_expired | trust_token expired",
    ),
    ("program-bad-login", "badlogin | something_went_wrong success_false"),
    (
        "program-wants-code",
        "enter_2fa_code !cant !cannot !unable !where | enter_2fa !cant !cannot !unable !where | 2fa_code_is_required | auth_code_is_required | enter_validation_code | enter_two_factor_authentication_code | enter_the_6_digit_code",
    ),
    (
        "program-no-numbers",
        "no_trusted_number | no_trusted_phone_numbers | no_trusted_phone_number | no_trusted_numbers",
    ),
    (
        "unknown-error",
        "unknown_error_occurred !restor* !install* !updat* !backup !sync* | unknown_error_has_occurred !restor* !install* !updat* !backup !sync* | unknown_error !restor* !install* !updat* !backup !sync* | ?something_went_wrong | \
            unexpected_error @in | unexpected_error @account | unexpected_error apple | ?unexpected_error !restor* !install* !updat*",
    ),
    ("program-answer-unreadable", "not correct_format data | nscocoaerrordomain 3840"),
    (
        "two-factor-required",
        "two_factor required @account | requires @factor | @factor required | upgrade_account_security | security_question* | two_factor not_enabled | two_factor not_turned_on | turn_on two_factor",
    ),
    (
        "machine-identity",
        "verify identity_of_this_mac | verify identity_of_your_mac | verify identity_of_this_device | icloud_unsupported_device | mobileme_create_unavailable*",
    ),
    (
        "managed-account",
        "managed appleaccount | mdm appleaccount | mdm icloud | profile appleaccount @not | profile icloud @not | only_appleaccounts_from | work appleaccount @code | school appleaccount @code | managed_apple | \
            ~company appleaccount !firewall !network !wifi !proxy | ~work appleaccount @in | ~school appleaccount | business appleaccount | employer appleaccount | company_account @code | abm | apple_business_manager | apple_school_manager | business_manager appleaccount | ~corporate appleaccount | university appleaccount | work_account @code | school_account @code | \
            contact_your_administrator @account | administrator restrict* @account | administrator @not_allowed @account | \
            organization @not_allowed @account | organisation @not_allowed @account",
    ),
    (
        "page-broken",
        "blank_page @account | blank_page apple | blank_page apple_com | white_page apple | white_screen @in apple | page @not load* apple | \
         page @not load* @account | page keeps_loading apple | page keeps_spinning apple | spinning icloud_com | spinning apple_com | \
         icloud_com @not load* | apple_com @not load* | apple_com blank | icloud_com blank | apple_com loads_forever | captcha apple | captcha @account | \
         page apple_com broken | sign_in_page spin* | login_page spin* | icloud_encountered_an_error",
    ),
    (
        "vpn-or-filter",
        "@code @not @arrive @vpn !@tried | @code @missing @vpn !@tried | vpn block* apple | vpn block* @code | @vpn block* @code apple | \
         does @vpn block | @vpn block* appleaccount | @vpn block* icloud | @vpn interfere* | because_of @vpn @code | only_with vpn | @code only_without_vpn | \
         vpn @in @not !@tried | vpn @account @not !@tried | @vpn stops @code | only_with_vpn_on | only_without_vpn",
    ),
    (
        "make-a-code",
        "pressed_ok @code | clicked_ok @code | tapped_ok @code | hit_ok @code | dismissed @code | @code went_away  | @code without_remembering | @code without_reading | @code forgot_it !password | get another_code @not | how get new_code | where get_verification_code | where get_a_verification_code | get_verification_code missing | get_verification_code gone | \
         get_verification_code not_there | get_verification_code option | get_verification_code button | get_verification_code disappeared | \
         cant_find get_verification_code | no get_verification_code button | how generate @code | how_do_i_generate @code | how_to_generate @code | \
         generate @code myself | generate @code manually | make @code manually | create @code manually | @code offline settings | get @code offline | \
         where generate @code | how_do_i_make @code",
    ),
    ("sign-out-restricted", "sign_out restrict* | sign_out not_available | sign_out greyed | sign_out grayed"),
    (
        "wrong-password",
        "?invalid username password | invalid username password @account | invalid username password @in | invalid username password icloud | invalid username password spaceship | invalid username password fastlane | invalid username password apple | password incorrect !recover | password wrong | wrong_password | incorrect_password | password rejected | password not_accepted | password doesnt_work | \
            forgot* password appleaccount | forgot* password icloud | forgot* password apple | forgotten password apple | dont_know password appleaccount | dont_remember password appleaccount |          dont_remember password icloud | ?forgot_my_password !wifi !wi_fi !bank | ?forgot_password !wifi !wi_fi | password not_recognized | password not_recognised | \
            dont_remember password apple | cant_remember password apple | cant_remember password appleaccount | do_not_remember password apple",
    ),
];
