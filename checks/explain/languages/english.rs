//! English. What screens say stands with each message; here is how people say what happens to them.

use super::english_meanings::MEANINGS;
use super::english_words::LISTS;
use super::{Language, phrases};
use crate::explain::symptom::Symptom;

pub(super) const ENGLISH: Language = Language {
    code: "en",
    name: "English",
    recognised: "Recognised: {}",
    in_english: "",
    account: "apple_account | apple_id | appleid | apple_ids | apple_acct | icloud_account | icloud_id",
    lists: LISTS,
    symptoms: &[
        phrases(Symptom::SomebodyAsks, "Somebody asks you for the code.", SOMEBODY_ASKS),
        phrases(Symptom::NotMe, "A code or prompt comes that you did not ask for.", NOT_ME),
        phrases(Symptom::PhoneLost, "The phone is lost, stolen or broken.", PHONE_LOST),
        phrases(Symptom::NumberLost, "The code goes to a number that is no longer yours.", NUMBER_LOST),
        phrases(
            Symptom::NoService,
            "The phone has no service.",
            "@phone no_service | @phone no_signal | no_reception @code | iphone sos_only | @phone says_sos | sos_mode @code | @phone sos @code !emergency_contact | no_signal code | sim not_working code | sim_swap* | sim swapped | sim hijack* | number hijack*",
        ),
        phrases(Symptom::Abroad, "You are abroad, or your SIM is at home.", ABROAD),
        phrases(
            Symptom::DeviceElsewhere,
            "The code appears on a device that you do not have with you.",
            DEVICE_ELSEWHERE,
        ),
        phrases(Symptom::AllowWithoutDigits, "You chose Allow, and no digits came.", ALLOW),
        phrases(Symptom::NoField, "There is no place to type the code.", NO_FIELD),
        phrases(
            Symptom::Expired,
            "The code had expired.",
            "@code expire* | how_long @code last* | how_long @code valid | how_long @code good | @code timed_out | @code times_out | @code too_late | @code outdated | @code \
        no_longer_valid | @code by_the_time | \
            @code hour_later | @code hours_later | @code minutes_later | @code arriv* late | @code comes late | @code comes_after | @code too_old | @code stale | screen @code closed | window @code closed | page @code closed | @code closed_before | @code went_away_before | @code not_valid_anymore",
        ),
        phrases(Symptom::Refused, "The code is refused.", REFUSED),
        phrases(
            Symptom::CallMissing,
            "The call with the code does not come.",
            "automated_call @not @arrive | call from_apple @not @arrive | @code phone_call @not @arrive | call_with \
        @code @not | call never_came | calls never_come | @code @by_call @not @arrive | isnt_calling | not_calling | doesnt_call | didnt_call | never_called | no_call @code | no_call \
        from_apple | \
            never_rings | doesnt_ring | phone not ring* @code | @code call hang* | @code call cut* | @code call drop* | robot_call @code | robocall @code | automated_call |         ~call @code @not hear* | landline @code @not | call @code silent | call_never | voice_call @code @not | call_didnt_come | \
            @not call_me @code | not_call_me | wont_call | will_not_call | apple_never_calls | never_calls",
        ),
        phrases(
            Symptom::TextMissing,
            "No text with the code arrives.",
            "@text @code @not @arrive | @text @code @missing | no_sms | no_text @code | no_text_message | @text \
        from_apple @not | @text apple @not @arrive | @text @code fail* | @text @code block* | short_code* | @text block* apple | carrier block* @code | carrier block* @text | ?@text @not @arrive | request* @text nothing | what_number apple @text | which_number apple @text | landline trusted | landline @code !ring* !call_not | landline apple | landline verif* | \
            texting @code @not | isnt_texting | doesnt_text | wont_text | not_texting | @text @code never | text_message @code @not | @text apple never !dont_share !you_for |         @text @code delayed | verification_text @not | sms verification @not | @text from_apple blocked",
        ),
        phrases(
            Symptom::OnlyDevice,
            "There is no other device.",
            "only_device | only_apple_device | no_other_device | no_other_apple_device | no_other_devices | dont_have \
        another_device | no_trusted_device | no_trusted_devices | only_one apple device | only_have mac | only_have_a_mac | only_have_a_macbook | and_no_iphone | have_no_iphone | without_an_iphone | \
        only_own mac | \
            same_mac @code | same_device @code | same_iphone @code | only_own macbook | i_only_own | dont_own_an_iphone | dont_have_an_iphone | i_have_no_iphone | no_iphone_only |         just_one_device | single_apple_device | my_only_device | only_one_apple | only_one_device | shows_on_the_same | only_shows same | no_second_device",
        ),
        phrases(Symptom::AskedAgain, "It asks again and again.", ASKED_AGAIN),
        phrases(
            Symptom::Locked,
            "The account is locked.",
            "@account locked | @account disabled | @account blocked | @account suspended | @account lock* | \
        locked_out @account | locked_out apple | @account deactivated | ?your_account locked | ?my_account locked | ?account locked | ?account limit attempts | \
            @account frozen | @account banned | @account lockout | apple locked_me_out | locked_me_out | locked_out_of_my @account | ?locked_out | ?id locked | apple_id_was_locked",
        ),
        phrases(
            Symptom::SecurityKey,
            "The account has security keys.",
            "security_key* | yubikey* | fido_key | hardware_key | titan_key",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "Two-factor authentication cannot be turned off.",
            "@off @factor | disable @factor | deactivate @factor | remove @factor | get_rid @factor | \
            @off two_step* | disable two_step* | get_rid two_step* | @off @code permanently | opt_out @factor | stop_using @factor | without @factor forever",
        ),
        phrases(Symptom::NotArriving, "No code arrives.", NOT_ARRIVING),
        phrases(
            Symptom::CannotSignIn,
            "The sign-in does not work.",
            "?@not @in | ~@not @in !until !unless | @in fail* | @in problem* | @in broken | @account not_working | @account doesnt_work | @account \
            broken | @account problem* | ?@account error | trouble @in | issue* @in | stuck @in | @account stuck",
        ),
    ],
    meanings: MEANINGS,
    texts: &[],
};

const SOMEBODY_ASKS: &str = "@somebody @ask @code !customer_code !not_ask | ~@somebody @ask it !customer_code | ?@maybe_somebody @ask \
        @code | ?@maybe_somebody @ask it @code | read_me @code | read_me it | tell_me @code !@not | give_me \
        @code !@not | send_me @code @somebody !@not | @hand_over @code !@not_told !dont_share !do_not_share | @somebody \
        called @code | apple_called | apple called_me | caller @code | phone_call asking @code | should_i give \
        @code | scammer* @code | gave @code !@not_told | has_my_code | have_my_code | hacker @code | scam @code | fraud @code | \
            give_code | give_the_code call | call_this_number @code | phishing @code | impersonat* @code | ~wants_me_to_send @code | ~wants_me_to_read @code | wants_me_to_share @code |         ~asked_me_to_send @code | asked_me_for @code | asking_me_for @code !mac !iphone !icloud !screen | they_texted_me number | number they texted | @code they_need | ~claims apple @code | claiming apple @code |         pretend* apple | says_he_is_from_apple | says_she_is_from_apple | text_me_the_code | forward @code | \
            @code to_seller | @code to_the_seller | @code to_buyer | @code to_the_buyer | @code to_a_buyer | @code to_my_boss | screenshot @code send | is_it_ok @code send | is_it_ok @code share | is_it_ok @code give |         is_it_safe @code | should_i_share @code | should_i_send @code | can_i_give @code | told_me_to_tell | wants_me_to_tell | make_me_read | \
            @text apple click link | @text apple_saying click | email apple click link | account_will_be_deleted link | account_will_be_suspended link | \
            account_will_be_closed link";

const NOT_ME: &str = "@code i_didnt_request | @code didnt_request | @code not_request* | @code i_didnt_ask | didnt_ask_for \
        @code | @code i_did_not | never_requested @code | @code unsolicited | @code unexpected* | @code random* \
        | @code out_of_nowhere | someone trying sign_in | somebody trying sign_in | someone trying to_log_in | \
        someone using @account | hacked @account | someone else signing_in | wasnt_me @in | not_me sign_in | \
        @code i_am_not signing_in | @code without_asking | prompt didnt_sign_in | \
            ~keep_getting @code !asked !@not !wrong !error | ~keeps_sending @code | constantly_getting @code | @code not_signing_in | @code not_logging_in |         @code not_trying | @code wasnt_me | @code not_me | ~@in not_me | ~@in wasnt_me | allow not_me | allow wasnt_me | allow by_accident |         accidentally allow | someone_is_using @account | somebody_is_using @account | @code in_the_middle_of_the_night |         @code i_havent_requested | didnt_try sign_in | not_my login | sign_in_attempt not | unknown sign_in | @code for_no_reason |         unrecognized @in | unrecognised @in | suspicious @in | removed_as_a_trusted_device | removed trusted_device email | device removed trusted !should !how | got_hacked | been_hacked @account | \
            @code didnt_log_in | @code didnt_sign_in | @code havent_logged_in | @code havent_signed_in | @code wasnt_logging_in | @code wasnt_signing_in | login_request from | sign_in_request from | login_attempt |         sign_in_attempt | log_in_attempt | why_did_i_get @code | why_am_i_getting @code !not";

const PHONE_LOST: &str = "lost @phone !phone_number !old_number !lost_number !lost_my_number | stolen @phone | stole @phone | \
        broken @phone | broke @phone | @phone died | dead @phone | smashed @phone | cracked @phone | @phone \
        wont_turn_on | @phone doesnt_turn_on | sold @phone | traded_in @phone | @phone fell water | @phone gone \
        | dropped @phone | erased @phone | no_longer_have @phone !phone_number | dont_have @phone anymore !number | \
        dont_have_my_phone | without_my_phone | dont_have_access_to_my_phone | no_access_to_my_phone | lost_access_to_my_phone | cant_access_my_phone | no_longer_have_access_to_my_phone | without_my_iphone | \
            @phone @broken !phone_number !number !trusted_number !old_number !connection !signal | ~took_my_phone | ~took_my_iphone | @phone water_damage* | @phone in_the_lake | @phone toilet |         screen smashed @phone | screen broken @phone | screen cracked @phone | screen black @phone | ~ran_over @phone | @phone in_for_repair | \
            @screen @broken @phone | left @phone taxi | left @phone bus | left @phone train | left @phone plane";

const NUMBER_LOST: &str = "old_number | old_phone_number | old_mobile_number | old_phone code !dont_have | previous_number | \
        previous_phone_number | former_number | number i_dont_have | number i_no_longer_have | no_longer_have \
        number | lost number | changed number | change* number code | new_number @code | new_phone_number @code \
        | new_phone_number appleaccount | ?new_number | dont_have number anymore | dont_have_access number | no_access trusted | no_longer access trusted | dont_have_access trusted | lost_access trusted | lost_access number | not_my_number | isnt_my_number | thats_not_my_number | number ex_husband* | number ex_wife* | number ex_boyfriend* | number ex_girlfriend* | no_access number | no_longer \
        access number | number disconnected | number doesnt_exist | number cancel* | number not_mine | \
        wrong_number | wrong_phone_number | outdated number | number deactivated | number out_of_service | \
        number expired | number not_in_use | ex number code | switched carrier number | lost sim | lost_my_sim | \
        number no_longer | \
            ~@number @gone @code !serial !order !card | ~@number @gone @apple !serial !order !card !store | ~@number @gone @text !serial !order !card | ?~@number @gone !serial !order !error_number !model !card !sim_pin !puk !version | number_i_used_to | number years_ago | number ending isnt |         number ending not | number_ending dont | lost_my_number | lost_the_number | lost_number | sim_card_lost | phone_number_changed | changed_my_phone_number | changed_my_number |         codes_to_my_ex* | @code goes_to @person @left | @code go_to @person @left | @code sent @person @left | @code @person @left !my_device | number_isnt_mine | dont_recognize number | dont_recognise number | number dont_recognize | number dont_recognise | \
            ex @number @apple | ex_wife @number | ex_husband @number | ex_boyfriend @number | ex_girlfriend @number | old_job @number | number old_job | number_expired @text";

const ABROAD: &str = "abroad @code | overseas @code | travel* @code | roaming @code | foreign @code | another_country @code | \
        different_country @code | vacation @code | holiday @code | abroad @text | abroad sim | abroad apple | \
        travel* number | travel* sim | overseas number | roaming @text | out_of_the_country | local_sim @code | \
        ?abroad | ?travelling | ?traveling | ?roaming | ?overseas | \
            esim @text | us_number | uk_number | home_number @code | home_number @text | home_sim | sim_from_home | moved_countries | moved_to_another_country |         moved_abroad | foreign_sim | travel_sim | @code international | @text international | not_in_my_country | on_a_trip | on_a_cruise | local_sim | \
            @away @code | @away @text | @away apple | ship reception @code | without_reception @code";

const DEVICE_ELSEWHERE: &str = "@phone at_home | left @phone home | left @phone | forgot @phone | @phone elsewhere | @phone not_with_me \
        | @code goes_to other @phone | @code goes_to my_other | @code goes my_old @phone | @code sent old_ipad | \
        @code old_ipad | @code sent_to_my_old_mac | @code old_iphone | @code another_device !@not !have_another | @code wrong_device | @phone \
        at_work | @phone at_the_office | @phone in_the_office | @code sent device dont_have | @phone \
        somewhere_else | @phone in_repair | @phone repair | \
            @code goes_to_her | @code goes_to_him | @code goes_to_them | @code goes_to @person | @code go_to @person | @code going_to @person | @code sent_to @person | @code comes_to @person | ~@code @person @phone | \
            @code @device @elsewhere | @code @phone in_repair | ~old @device gets @code | @code pops_up_on_my_old";

const ALLOW: &str = "allow @not @code | allow nothing | allow no_digits | allow no_number | allow @not digits | allow \
        disappear* | allow goes_away | allow vanish* | allow doesnt_work | tapped_allow | pressed_allow | \
        clicked_allow | hit_allow | \
            allow spinning | allow only_a_map | allow only_map | allow map_came_up | allow just_a_map | allow spins";

const NO_FIELD: &str = "no_place code | nowhere enter code | nowhere type code | nowhere put code | no_field code | no_box code \
        | where enter code | where type code | where put code | apple_tv @code enter | apple_tv no_place | \
        no_option enter code | doesnt_ask code | only_asks password | only password no_code_field | old_mac \
        enter code | no_input code | \
            ~@not @place @code !arrive* !pop* !appear* | @not @boxes @code !arrive* !pop* !appear* !mailbox !inbox | ~@not @place digits !pop* | ~@not @place six !pop* | cant_enter @code | cannot_enter @code | \
            unable_to_enter @code | cant_type @code | cant_input @code | cant_put_in @code | cant_insert @code | not_able insert @code | not_able enter @code | not_able type @code | append* @code password | @code end_of_password | \
            @code end_of_the_password | @code end_of_my_password | @code after_the_password | password_and_code together | password_followed_by @code | \
            apple_tv password @code @not | apple_tv 2fa | apple_tv two_factor | apple_tv generation @code | old apple_tv @code | add @code password | \
            ~no field @code !arrive* | ~no_box @code | ~no_place @code | ~no_space @code | ~no @code field | ~no @code box | ~no_input @code | ~no_spot @code |         no_way_to_enter @code | no_way_to_type @code | where_do_i_enter @code | where_do_i_type @code | where_do_i_put @code | apple_tv field";

const REFUSED: &str = "@code reject* | @code refuse* !to_send !refuses_to_send !refuse_to_send !refused_to_send !refuses_to_give !refuses_to_text | ~enter* @code fail* | enter_the_code fail* | when_i_enter fail* | @code invalid !response | @code wrong | @code incorrect | @code denied | @code \
        not_valid | @code not_accept* | @code doesnt_accept | wont_accept @code | doesnt_accept @code | \
        not_accept* @code | @code not_correct | @code isnt_correct | @code not_right | ?@code doesnt_work | @code entered doesnt_work | @code entered times @not !get !arrive | \
        ?@code not_working | ?@code isnt_working | ?@code wont_work | @code right refus* | @code isnt_accepted | \
        @code declined | wont_take @code | doesnt_take @code | @code never_works | @code isnt_valid | \
        verification_code doesnt_work | verification_code not_working | \
            @code not_working_even | @code bounce* | @code not_recognized | @code not_recognised | @code says_wrong | @code not_match* | mac_says_wrong @code | @code unsuccessful !get | \
            that_code doesnt_work | that_code didnt_work | ~the_code doesnt_work !get !come | that_code fail* | none codes work | no_codes_work | no_code_works | codes_dont_work | codes_do_not_work | code_never_works | none_of_the_codes";

const ASKED_AGAIN: &str = "keeps_asking @code | keep_asking @code | keeps_asking password appleaccount | keeps_asking password icloud | ?keeps_asking password | keeps_asking appleaccount | \
        keeps_asking sign_in | keeps_asking me | keep_getting asked | again_and_again @code | again_and_again \
        password | over_and_over @code | over_and_over password | over_and_over icloud | every_time @code | \
        every_day @code | each_time @code | loop @code | loop sign_in | loop icloud | repeatedly ask* | \
        constantly ask* | always ask* @code | asks_again @code | keeps_prompting | keeps_popping_up password | \
        stuck_in_a_loop | ask* every_time | doesnt_remember @code | never_remembers @code | doesnt_trust browser | browser not_trusted | trust_this_browser | browser_is_not_trusted | \
            @again @code !@not !not_arriv* | @again password @account !wrong !incorrect | ~@again @in !fail* !nothing | enter_code enter_password | never_ends @code | @again password apple |         @again verif* !@not";

const NOT_ARRIVING: &str = "@code @not @arrive !get_in !not_show_again !failed_to_verify | @code @missing | no_code | no_codes | no_verification | \
        no_2fa | no_prompt | no_popup | no_pop_up | no_otp | no_alert @code | dont_have @code | i_dont_have code \
        | @code late | @code delay* | ?@code hours | @code nothing | @code never | where code | notification \
        iphone @not @arrive | 2fa not_received | notification sign_in @not | ask* code dont_have | ?need @code | \
        resend @code | ?@code stuck | \
            send @code phone_number instead | @code only trusted_device | @code takes_forever | @code taking_forever | @code takes_ages | @code nowhere | @code where_do | @code where_can | where_do_i_get @code | how_do_i_get @code |         ?how_get @code | @code stopped_coming | sent_to_my_devices nothing | sent_to_my_devices neither | sent devices @not show* | just_sits_there password | no_number_pops_up |         no_numbers | nothing_received | nothing_shows_up | nothing_pops_up | nothing_comes_up | never_get_anything apple | @code didnt_work_to_get | @code cannot_find | @code cant_find | resent @code | ~hit_resend | do_not_disturb @code | focus_mode @code | dnd @code | focus @code hid*";
