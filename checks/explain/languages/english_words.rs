//! English: words that belong together.

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
    (
        "not_allowed",
        "doesnt_allow | does_not_allow | not_allow* | dont_allow | block* | restrict* | prohibit* | forbid*",
    ),
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
