//! English: words that belong together, and screens that are known by their sense.

pub(super) const LISTS: &[(&str, &str)] = &[
    ("account", "appleaccount | icloud | itunes_account | apple_music_account"),
    (
        "code",
        "code | codes | verification | 2fa | otp | 6_digits | six_digits | digits | prompt | popup | pop_up | \
        passcode_from_apple | mfa | two_factor_notification | 2_factor | verificationcode | approval_request | \
        sign_in_request | \
            6_numbers | six_numbers | 6_digit* | six_digit* | 6digit | numbers_to_log_in | authentication_code | passcode_to_verify | two_factor | 2_step | auth_code | login_code | security_code_from_apple",
    ),
    (
        "not",
        "not | no | never | dont | didnt | doesnt | cant | wont | isnt | arent | havent | hasnt | wasnt | couldnt \
        | nevr | dosnt | dosent | doesent | didint | didnot | havnt | nothing | cannot | can_not | could_not | did_not | does_not | is_not | without | none | unable | fails | failed | failing | stopped | aint | nowhere | nor | \
        refuses | \
            neither | still_nothing | aint | isnt_even | zero | nada | hardly",
    ),
    (
        "arrive",
        "arriv* | ariv* | arrve* | come | comes | coming | came | get | gets | getting | got | gotten | receiv* | reciev* | \
        receving | recive | recieve | show | shows | showing | shown | appear* | sent | send | sends | sending | \
        pop* | deliver* | display* | see | seeing | turn_up | through | generate* | pushed | \
            giving | give | gives | given | pops_up | texting | texted | turns_up | landed | shows_up | received | delivers | issue | issues",
    ),
    (
        "missing",
        "missing | waiting* | wait_for | where_is | wheres | awaiting | still_no | no_sign | \
            where_are | where_do_i_find | where_can_i_find | takes_forever | taking_forever | takes_ages | never_comes | nothing_happens | no_number_pops | just_sits_there | \
            waited | been_waiting | stays_silent | remains_silent | stayed_silent | is_silent | no_luck",
    ),
    (
        "text",
        "sms | text | texts | text_message | text_messages | imessage_code | \
            texting | texted | messages_app",
    ),
    ("by_call", "by_phone | by_call | by_voice | phone_call | voice_call"),
    (
        "phone",
        "phone | iphone | cell | cellphone | mobile | handset | ipad | device | devices | phones | \
            iphones | ipads",
    ),
    (
        "device",
        "phone | iphone | ipad | mac | macbook | imac | watch | laptop | computer | device | devices | tablet | \
            desktop | pc | mini | macs | ipads | iphones",
    ),
    (
        "broken",
        "lost | stolen | stole | broken | broke | died | dead | smashed | shattered | cracked | sold | traded* | fell | drowned | \
        dropped | gone | erased | wiped | bricked | destroyed | damaged | wont_turn_on | doesnt_turn_on | not_turning_on | wont_boot | robbed | \
        mugged | snatched | pickpocket* | gave_away | given_away | ran_over | got_rid | \
            black | blank | unresponsive | kaput | busted | fried | ruined | left_in_a_taxi | left_on_a_bus",
    ),
    ("screen", "screen | display | lcd | touchscreen"),
    (
        "away",
        "abroad | overseas | travel* | roaming | foreign | vacation | holiday | deployed | trip | cruise | expat | another_country | \
        different_country | other_country | out_of_country | out_of_the_country",
    ),
    ("apple", "apple | apples | appleaccount | icloud | trusted"),
    ("number", "number | phone_number | mobile_number | cell_number | sim | phone_line | landline"),
    (
        "gone",
        "old | previous | former | prior | dont_have | do_not_have | no_longer | not_mine | isnt_mine | aint_mine | anymore | any_more | got_rid | \
        gave_up | changed | changing | change | new | disconnected | cancelled | canceled | deactivated | doesnt_exist | not_in_use | \
        outdated | out_of_service | switched | ported | recycled | belongs_to | different | other_person",
    ),
    (
        "elsewhere",
        "at_home | at_work | in_the_office | another_city | another_house | other_house | somewhere_else | parents_house | \
        moms_house | left_behind | wifes | husbands | partners | girlfriends | boyfriends | roommates | not_with_me | not_near_me | \
        dont_have_with_me | far_away | in_a_drawer | in_storage | at_school | in_another | at_the_office",
    ),
    (
        "again",
        "keeps_asking | keep_asking | again_and_again | over_and_over | every_time | every_day | every_single_day | every_single_time | \
        every_morning | each_time | constantly | repeatedly | endless* | never_ends | never_ending | nonstop | non_stop | loop | looping | keeps_prompting | \
        keeps_popping_up | every_*_minutes | every_*_mins | every_*_hours | every_*_days | every_half_hour | keeps_wanting | keeps_requesting | keeps_demanding | keeps_bugging | keeps_requiring | every_minute | \
        continuously | continually | non_stop | all_day_long | daily | all_the_time | every_few | every_hour | asks_again | ask_again | keeps_looping | infinite",
    ),
    (
        "vpn",
        "vpn | vpns | nordvpn | expressvpn | protonvpn | surfshark | mullvad | wireguard | openvpn | tailscale | zscaler | \
        cloudflare_warp | private_relay | globalprotect | anyconnect | cyberghost | windscribe | pihole | pi_hole | adguard | nextdns | \
        little_snitch | lulu | adblocker | ad_blocker | content_filter | firewall | proxy | dns_filter",
    ),
    (
        "tried",
        "without_vpn | without_a_vpn | no_vpn | vpn_off | vpn_is_off | turned_off | turned_vpn_off | disabled | not_using | dont_use | not_on",
    ),
    (
        "mailer",
        "mailspring | thunderbird | outlook | airmail | mimestream | spark_mail | em_client | emclient | postbox | evolution_mail | kmail | \
        nylas | fantastical | busycal | davx5 | nextcloud | imap | smtp | caldav | carddav | mail_client | third_party_mail | gmail_app | \
        samsung_mail | bluemail | k9_mail | mutt | nmail | vdirsyncer",
    ),
    (
        "not_told",
        "gave_me | gave_us | gave_back | gave_it_back | gave_up | gave_away | goes_to | go_to | going_to | sent_to | sends_to | comes_to | texted_to | went_to",
    ),
    ("stumble", "accidentally | by_accident | by_mistake | mistakenly | oops | wrong_button"),
    ("deny", "dont_allow | denied | declined | block | blocked | deny | decline | not_allow"),
    ("boxes", "box | field | textbox | boxes | fields | slot"),
    ("place", "box | field | place | space | spot | slot | input | textbox | boxes | fields | blank"),
    (
        "person",
        "coworker | coworkers | colleague | colleagues | ex | husband | husbands | wife | wifes | mother | mothers | mom | moms | \
        dad | dads | father | fathers | sister | sisters | brother | brothers | son | sons | daughter | daughters | roommate | roommates | \
        employee | developer | partner | partners | boss | contractor | friend | friends | parents",
    ),
    (
        "left",
        "left_the_company | left_our_company | no_longer_works | quit | fired | former | retired | passed_away | died | deceased | ex | gone",
    ),
    ("factor", "two_factor | 2fa | 2_factor | twofactor | tfa | two_step | 2_step"),
    ("off", "turn_off | turning_off | turned_off | switch_off | turn_2fa_off | off"),
    (
        "in",
        "sign_in | signin | sign_me_in | log_in | login | get_in | sign_into | log_into | get_into | signing_in | \
        logging_in | access @account",
    ),
    (
        "somebody",
        "support | someone | somebody | caller | agent | man | guy | woman | lady | person | buyer | seller | \
        friend | stranger | scammer | technician | representative | rep | police | bank | employee | colleague | \
        boyfriend | girlfriend | customer_service | helpdesk | operator | advisor | adviser | \
            guys | salesman | landlord | recruiter | boss | supposed_apple | fake_apple",
    ),
    ("maybe_somebody", "they | he | she | people"),
    (
        "ask",
        "ask | asks | asked | asking | want | wants | wanted | need | needs | demand* | request | requests | \
        requested | requesting",
    ),
    (
        "hand_over",
        "give_them | give_him | give_her | tell_them | tell_him | tell_her | send_them | send_him | send_her | \
        read_them | read_him | read_her | text_them | text_him | text_her | share | to_him | to_her | to_them | \
        to_someone | to_somebody | to_support | to_apple_support | give_someone | give_somebody | tell_someone | \
        tell_support | tell_apple_support | give_support | give_apple_support | give_apple | tell_apple | \
        read_out | read_it_out | over_the_phone | gave",
    ),
];

pub(super) const MEANINGS: &[(&str, &str)] = &[
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
        "appleaccount_verification password | account_services | update_appleaccount_settings | update appleaccount settings | account_services unavailable",
    ),
    (
        "messages-customer-code",
        "contact support imessage code | contact_apple_support imessage | customer_code | contact support facetime code",
    ),
    (
        "number-not-verified",
        "verify phone_number @not | cannot_verify phone_number | couldnt_verify phone_number | unable verify phone_number | phone_number not_verified | number_cannot_be_verified | \
            voip | virtual_number | burner_number | internet_phone_number | textnow | google_voice @code !wont !@not | skype_number | \
            google_voice apple | unable phone_number verification | phone_number_for_verification | enter_a_valid_phone_number",
    ),
    (
        "cannot-receive",
        "unable_to_send verification_code | unable_to_send code | cannot_send code | cant_send code | could_not_send code | couldnt_send verification | verification_code could_not_be_sent | code could_not_be_sent",
    ),
    (
        "error-connecting",
        "couldnt_connect server | could_not_connect server | cant_connect server | cannot_connect server | cant_connect icloud | \
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
        "certificate invalid | certificate not_trusted | verify_server_identity | ssl_error | secure_connection @not",
    ),
    ("sign-in-with-apple", "asauthorizationerror* | authorizationerror* | authenticationservices | sign_in_with_apple"),
    (
        "number-refused",
        "@code cant sent number !old_number | codes cannot_be_sent | code cant_be_sent_to | cant send @code this_number | \
            number_cannot_receive | number cannot_receive @code | this_number @not receive @code | number cant_receive @code | this_number_cannot | this_number_cant_be_used",
    ),
    (
        "too-many-codes",
        "too_many codes !incorrect !wrong !entered | too_many @code requested | requested too_many | too_many requests @code | too_many_requests !http !429 | last_code_you_received | \
            too_often @code | too_often requested | toomanycodessent_true | securitycodecooldown_true",
    ),
    (
        "too-many-tries",
        "too_many_times @code | too_many incorrect | too_many wrong | too_many attempts @code | too_many tries @code | wrong code too_many | limit unsuccessful attempts | too_many failed attempts | too_many_failed | limit attempts @code | toomanycodesvalidated_true | securitycodelocked_true",
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
        "approve_this_mac | approve_this_device | waiting approv* @phone | waiting approv* mac | approv* mac other_device | icloud_security_code | keychain_security_code | icloud_keychain code | icloud_keychain approv* | keychain approv* @device",
    ),
    (
        "device-password",
        "passcode iphone !code_from | passcode other_device | passcode other_mac | password other_mac | passcode old_iphone | password unlock @phone | passcode old @phone | mac_password encrypted | enter passcode @phone | \
            password_of_my @device | ~password old @device encrypt* | password other @device | passcode another @device | passcode_from @device | ~passcode old @device | password another_mac | \
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
        "iforgot @not | iforgot later | reset_at_this_time | account_recovery | recovery_request | waiting_period recover* | \
            recovery wait* days | recovery days | account_recovery | recover_my_account | recover_account | iforgot wait*",
    ),
    ("passkey", "passkey* !yubikey !security_key !security_keys"),
    (
        "terms-or-password",
        "accept* terms | new_terms | agree terms | terms_and_conditions appleaccount | agreement accept* | license_agreement | agreement updated | accept agreement*",
    ),
    (
        "messages-activation",
        "imessage activat* | facetime activat* | imessage waiting | facetime waiting | activat* imessage | imessage sign_in !customer !code | facetime sign_in !code | imessage not_working | facetime not_working | imessage error | facetime error",
    ),
    ("media-disabled", "disabled app_store | disabled itunes | account_disabled media | disabled media_purchases"),
    (
        "account-not-active",
        "appleaccount not_active | appleaccount inactive | \
            account not_active | account_is_not_active | account isnt_active | account inactive apple",
    ),
    (
        "account-refused",
        "appleaccount cannot_be_used | appleaccount cant_be_used | \
            appleaccount cant_be_used | account cannot_be_used apple | cannot_create account | cannot_create_or_update | account cannot_be_created | account could_not_be_created | \
            account cant_be_created | cannot_update account",
    ),
    ("software-update-required", "software_update_required | update_required sign_in"),
    (
        "environment-mismatch",
        "anisette | device_not_provisioned | not_provisioned !sim | environment_mismatch | adi provisioning",
    ),
    (
        "program-session",
        "session_token | invalid_session | \
            misdirected_request | session_is_not_valid | session not_valid_any_more | session_token_expired | trust_token expired",
    ),
    ("program-bad-login", "badlogin | something_went_wrong success_false"),
    (
        "program-wants-code",
        "enter_2fa_code !cant !cannot !unable !where | enter_2fa !cant !cannot !unable !where | 2fa_code_is_required | auth_code_is_required | enter_validation_code | enter_two_factor_authentication_code | enter_the_6_digit_code",
    ),
    ("program-no-numbers", "no_trusted_phone_numbers | no_trusted_phone_number | no_trusted_numbers"),
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
    ("machine-identity", "icloud_unsupported_device | mobileme_create_unavailable*"),
    (
        "managed-account",
        "managed appleaccount | mdm appleaccount | mdm icloud | profile appleaccount @not | profile icloud @not | only_appleaccounts_from | work appleaccount @code | school appleaccount @code | managed_apple | \
            ~company appleaccount !firewall !network !wifi !proxy | ~work appleaccount @in | ~school appleaccount | business appleaccount | employer appleaccount | company_account @code | abm | apple_business_manager | apple_school_manager | business_manager appleaccount | ~corporate appleaccount | university appleaccount | work_account @code | school_account @code",
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
        "where get_verification_code | where get_a_verification_code | get_verification_code missing | get_verification_code gone | \
         get_verification_code not_there | get_verification_code option | get_verification_code button | get_verification_code disappeared | \
         cant_find get_verification_code | no get_verification_code button | how generate @code | how_do_i_generate @code | how_to_generate @code | \
         generate @code myself | generate @code manually | make @code manually | create @code manually | @code offline settings | get @code offline | \
         where generate @code | how_do_i_make @code",
    ),
    ("sign-out-restricted", "sign_out restrict* | sign_out not_available | sign_out greyed | sign_out grayed"),
    (
        "wrong-password",
        "?invalid username password | invalid username password spaceship | invalid username password fastlane | invalid username password apple | password incorrect !recover | password wrong | wrong_password | incorrect_password | password rejected | password not_accepted | password doesnt_work | \
            forgot* password appleaccount | forgot* password icloud | forgot* password apple | forgotten password apple | dont_know password appleaccount | dont_remember password appleaccount |          dont_remember password icloud | ?forgot_my_password !wifi !wi_fi !bank | ?forgot_password !wifi !wi_fi | password not_recognized | password not_recognised | \
            dont_remember password apple | cant_remember password apple | cant_remember password appleaccount | do_not_remember password apple",
    ),
];
