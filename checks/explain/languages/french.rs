//! French.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const FRENCH: Language = Language {
    code: "fr",
    name: "French",
    recognised: "Reconnu : {}",
    in_english: "La réponse est en anglais.",
    account: "identifiant_apple | compte_apple | apple_id | appleid | compte_icloud | identifiants_apple",
    lists: &[
        ("account", "appleaccount | icloud"),
        ("code", "code | codes | vérification | validation | 2fa | otp | chiffres | double_authentification"),
        (
            "not",
            "pas | aucun | aucune | jamais | rien | sans | non | plus | \
            ni | n_ai | nulle_part",
        ),
        (
            "arrive",
            "arriv* | vient | viens | reçois | reçoit | reçu | recevoir | reçus | envoi* | envoy* | apparaît | \
            apparait | affich* | parvien* | parvenu* | vu | eu | obten* | obtiens | venu | \
            donne | fourni* | apparaît | reçoi* | apparai* | transmis | parvien*",
        ),
        ("missing", "manque | attends | attendre | où_est | ou_est | toujours_pas | attente"),
        (
            "nocode",
            "aucun_code | pas_de_code | aucun_code_reçu | code_non_reçu | sans_code | aucune_notification | \
            pas_reçu",
        ),
        ("text", "sms | texto | textos | message_texte"),
        ("phone", "téléphone | iphone | portable | mobile | appareil | ipad | smartphone"),
        (
            "somebody",
            "quelqu_un | quelqu_un | support | assistance | conseiller | technicien | homme | femme | personne | \
            acheteur | vendeur | police | banque | ami | inconnu | on | \
            monsieur | dame | agent | escroc | arnaqueur | apple | opérateur | il | ils",
        ),
        ("ask", "demande | demandé | veut | réclame | exige | voulait | besoin"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Quelqu’un vous demande le code.",
            "@somebody me_demande @code | quelqu_un @ask @code | support @ask @code | assistance @ask @code | \
            donner @code | dicter @code | communiquer @code | lire_le_code | dire @code téléphone | \
            partager @code | apple_m_appelle | arnaque @code | acheteur @ask @code | vendeur @ask @code | \
            conseiller @ask @code | technicien @ask @code | banque @ask @code | \
            me_demande mon_code | me_demandent @code | demande mon_code téléphone | dois_je @code donner | peut_on @code donner | donné_le_code | donné_mon_code | @code arnaqueur | apple_m_appelle |             appel apple @code demande | escroc* @code",
        ),
        phrases(
            Symptom::NotMe,
            "Un code arrive que vous n’avez pas demandé.",
            "@code pas_demandé | @code rien_demandé | @code sans_demander | quelqu_un essaie connecter | \
            connexion pas_moi | \
            @code sans_avoir | @code alors_que_je | reçois_des_codes | @code pas_moi | @code inconnu | connexion suspecte | quelqu_un se_connecte | pirat* compte | @code sans_raison | tentative_de_connexion",
        ),
        phrases(
            Symptom::PhoneLost,
            "Le téléphone est perdu, volé ou cassé.",
            "perdu @phone !numero !numéro | volé @phone | cassé @phone | @phone hs | @phone en_panne | \
            @phone ne_s_allume_plus | vendu @phone | \
            @phone tombé | @phone eau | @phone mort | volée @phone | @phone écran_cassé | @phone brisé | cassée @phone | @phone ne_marche_plus | @phone ne_fonctionne_plus | @phone égaré | on_m_a_volé | dérobé @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "Le code va à un numéro que vous n’avez plus.",
            "ancien_numéro | vieux_numéro | changé numéro | ai_plus numéro | ai_plus numéro | \
            plus_ce_numéro | numéro plus | nouveau_numéro | mauvais_numéro | perdu_mon_numéro | perdu numéro | \
            carte_sim perdu* | \
            plus_accès numéro | numéro_plus | changé_de_numéro | numéro résilié | numéro n_existe_plus | nouvelle_sim | ancienne_sim | changé_d_opérateur | numéro qui_n_est_plus | plus_le_numéro | pas_mon_numéro",
        ),
        phrases(
            Symptom::Abroad,
            "Vous êtes à l’étranger.",
            "étranger @code | étranger sms | voyage @code | vacances @code | itinérance @code | ?à_l_étranger | \
            sim_étrangère | à_l_étranger @text | pays @code étranger | je_suis_en_voyage | à_l_étranger @code",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "Le code apparaît sur un appareil que vous n’avez pas avec vous.",
            "@phone à_la_maison | @phone chez_moi | oublié @phone | laissé @phone | @code autre_appareil | \
            @code ancien_ipad | @code ancien_iphone | @phone au_bureau",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Vous avez choisi « Autoriser », et aucun chiffre n’est venu.",
            "autoriser @not @code | autorisé @not @code | autoriser rien | autoriser aucun_chiffre",
        ),
        phrases(
            Symptom::NoField,
            "Il n’y a pas de place pour le code.",
            "où saisir @code | où entrer @code | ou entrer @code | ou saisir @code | nulle_part @code | \
            aucun_champ @code | pas_de_champ",
        ),
        phrases(
            Symptom::Expired,
            "Le code a expiré.",
            "@code expiré | @code trop_tard | @code plus_valide | @code périmé",
        ),
        phrases(
            Symptom::Refused,
            "Le code est refusé.",
            "@code refusé !to_send !to_give | @code est_pas_accepté | @code incorrect | @code invalide | @code pas_accepté | @code est_pas_valide | \
            @code est_pas_valide | @code rejeté | @code faux | @code erroné | ?@code ne_marche_pas | \
            ?@code ne_fonctionne_pas | n_accepte_pas @code | \
            @code bon refusé | n_est_pas_accepté @code | @code non_valide | @code ne_passe_pas | @code pas_reconnu | @code pas_bon | dit_que_le_code",
        ),
        phrases(
            Symptom::CallMissing,
            "L’appel avec le code ne vient pas.",
            "appel @not @arrive | aucun_appel | n_appelle_pas apple | appelle_pas apple | robot appelle_pas | appel @code @not",
        ),
        phrases(
            Symptom::TextMissing,
            "Le SMS avec le code n’arrive pas.",
            "@text @code @not @arrive | aucun_sms | pas_de_sms | @text apple @not @arrive | \
            ?@text @not @arrive | aucun_texto",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Il n’y a pas d’autre appareil.",
            "pas_d_autre_appareil | aucun_autre_appareil | seul_appareil | autre_appareil pas | \
            seul_appareil | que_ce_mac | qu_un_seul_appareil | qu_un_mac | un_seul_appareil",
        ),
        phrases(
            Symptom::AskedAgain,
            "Cela demande sans cesse.",
            "sans_cesse @code | sans_arrêt @code | sans_arrêt mot_de_passe | sans_cesse mot_de_passe | \
            toujours @code demande | chaque_fois @code | en_boucle | \
            tous_les_jours @code | tout_le_temps @code | à_chaque @code | constamment @code | redemande @code | boucle connexion | tout_le_temps mot_de_passe",
        ),
        phrases(
            Symptom::Locked,
            "Le compte est verrouillé.",
            "@account verrouillé | @account bloqué | @account désactivé | @account suspendu",
        ),
        phrases(
            Symptom::SecurityKey,
            "Le compte a des clés de sécurité.",
            "clé_de_sécurité | clés_de_sécurité | yubikey",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "L’identification à deux facteurs ne se désactive pas.",
            "désactiver deux_facteurs | désactiver double_authentification | enlever deux_facteurs | \
            enlever double_authentification | supprimer double_authentification | désactiver 2fa",
        ),
        phrases(
            Symptom::NotArriving,
            "Aucun code n’arrive.",
            "@code @not @arrive | @code @missing | @nocode | \
            @code toujours_rien | rien_reçu | pas_reçu | @code nulle_part | je_ne_reçois_rien",
        ),
        phrases(
            Symptom::CannotSignIn,
            "La connexion échoue.",
            "pas me_connecter | impossible connecter | connexion_impossible | n_arrive_pas connecter | \
            impossible_de_se_connecter",
        ),
    ],
    meanings: &[
        (
            "identity-not-verified",
            "impossible vérifier identité !site !serveur | pas vérifier identité !site !serveur | identité pas vérifi* | vérification_d_identité échou* | vérification_de_l_identité échou*",
        ),
        (
            "phone-locked",
            "iphone_indisponible | iphone indisponible réessay* | iphone_désactivé connect* | iphone désactivé minutes",
        ),
        ("icloud-security-code", "code_de_sécurité trousseau | code_de_sécurité_icloud"),
        ("screen-time-passcode", "temps_d_écran code | temps_décran code"),
        ("recovery-key", "clé_de_secours | clé_de_récupération"),
        ("account-recovery", "récupération_de_compte | récupération_du_compte"),
        ("messages-activation", "imessage activ* | facetime activ*"),
        ("vpn-or-filter", "@code @not @arrive vpn !sans_vpn"),
        ("managed-account", "compte_géré | identifiant_géré | appleaccount école | appleaccount entreprise"),
        ("number-not-verified", "numéro pas vérifi* | impossible vérifier numéro | numéro pas validé"),
        ("media-disabled", "désactivé app_store | désactivé itunes"),
        ("unknown-error", "erreur_inconnue"),
        (
            "error-connecting",
            "erreur connexion serveur | erreur connecter serveur | impossible connecter serveur | connexion serveur échou*",
        ),
        (
            "number-refused",
            "@code ne_peuvent_pas envoy* numéro | @code pas envoyé* à_ce_numéro | impossible envoyer @code numéro",
        ),
        (
            "too-many-codes",
            "trop_de_codes | trop @code envoyé* | trop @code demandé* | dernier_code reçu | \
            saisissez_le_dernier_code",
        ),
        ("too-many-tries", "@code incorrect trop_de_fois | trop_de_tentatives @code | trop_de_fois @code incorrect"),
        (
            "wrong-password",
            "mot_de_passe oublié* @account | oublié mot_de_passe apple | ?mot_de_passe oublié | ?oublié mot_de_passe | mot_de_passe incorrect | mot_de_passe erroné | mauvais_mot_de_passe | mot_de_passe faux",
        ),
        ("app-specific-password", "mot_de_passe application | mot_de_passe spécifique"),
        ("payment-verification", "vérification_requise | informations_de_paiement"),
        ("activation-lock", "verrouillage_d_activation | verrouillage activation"),
    ],
    texts: &[
        seen("error-connecting", "Une erreur de connexion au serveur de l’identifiant Apple s’est produite."),
        seen("error-connecting", "La connexion au serveur a échoué."),
        seen("error-connecting", "Vous êtes actuellement déconnecté."),
        seen("verification-failed", "Échec de la vérification"),
        seen("unknown-error", "Une erreur inconnue est survenue."),
        seen("incorrect-code", "Le code que vous avez saisi n’est pas valide."),
        seen("incorrect-code", "Le code de validation que vous avez saisi n’est pas valide."),
        seen(
            "too-many-codes",
            "Vous avez dépassé le nombre maximal de codes envoyés afin de vérifier votre numéro de téléphone. Veuillez réessayer ultérieurement.",
        ),
        seen(
            "too-many-tries",
            "Vous avez effectué trop de tentatives infructueuses pour valider le code. Envoyez un nouveau code à un appareil différent ou réessayez ultérieurement.",
        ),
        seen("wrong-password", "Votre identifiant Apple ou votre mot de passe sont incorrects."),
        seen("account-locked", "Cet identifiant Apple a été désactivé pour des raisons de sécurité."),
        seen("account-locked", "Votre identifiant Apple a été verrouillé de façon temporaire."),
        seen("account-locked", "Ce compte a été désactivé."),
        seen("account-not-active", "L’identifiant Apple est inactif et ne peut être utilisé."),
        seen(
            "blocked-for-a-day",
            "Pour des raisons de sécurité, la connexion à cet appareil avec votre identifiant Apple sera bloquée pendant 24 heures.",
        ),
        seen("sign-in-requested", "Votre identifiant Apple a été utilisé pour une connexion à un nouvel appareil"),
        seen("code-shown", "Code de validation de l’identifiant Apple"),
        seen("code-shown", "Saisissez ce code de validation sur votre autre appareil pour vous connecter."),
        seen(
            "code-asked",
            "Un message avec un code de validation a été envoyé à vos autres appareils exécutant iOS 9 ou OS X El Capitan ou ultérieur.",
        ),
        seen("not-arriving", "Aucun code reçu ?"),
        seen("cannot-make-code", "Impossible de générer le code"),
        seen("messages-activation", "En attente d’activation…"),
        seen("messages-activation", "Échec de l’activation."),
        seen("messages-activation", "Une erreur s’est produite lors de l’activation. Réessayez."),
        seen("messages-activation", "Impossible de contacter le serveur iMessage. Réessayez."),
        seen("messages-activation", "Connexion impossible. Veuillez vérifier votre connexion réseau et réessayer."),
        seen("messages-activation", "Connexion à FaceTime impossible."),
        seen("cannot-sign-in", "Connexion impossible"),
        seen("account-settings-notice", "La reconnexion à certains services liés à votre compte est nécessaire."),
        seen(
            "account-settings-notice",
            "Ce Mac ne peut pas se connecter à iCloud en raison d’un problème lié à « %@ ».",
        ),
        seen("terms-or-password", "Nouvelles conditions générales d’iCloud"),
        seen("terms-or-password", "Les conditions du service iCloud ont changé."),
        seen("terms-or-password", "Pour utiliser iCloud sur ce Mac, acceptez les nouvelles conditions générales."),
        seen(
            "device-limit",
            "Le nombre maximal de comptes gratuits pouvant être activés sur cet iPhone a été atteint.",
        ),
        seen("two-factor-required", "Identification à deux facteurs requise"),
        seen("clock-wrong", "L’heure sur cet appareil semble incorrecte."),
        seen("managed-account", "Les comptes gérés ne peuvent être connectés qu’en installant un profil sur ce Mac."),
        seen("device-password", "Saisissez le mot de passe de votre %@ « %@ »."),
        seen("device-password", "Vos données iCloud sont protégées par votre mot de passe utilisateur."),
        seen("icloud-security-code", "Votre code de sécurité a été saisi trop de fois de façon incorrecte."),
        seen("security-key", "Insérez et activez votre clé de sécurité."),
        seen("recovery-key", "Clé de secours"),
        seen("recovery-contact", "Contact de récupération"),
        seen("account-recovery", "Récupération de compte"),
        reported(
            "account-locked",
            "Cet identifiant Apple a été verrouillé pour des raisons de sécurité",
            "commentouvrir.com/blog/?p=1487",
        ),
        reported("messages-activation", "Activation infructueuse", "fr.redditview.com"),
        reported("security-delay", "Délai de sécurité", "frenchmac.com, protection en cas de vol"),
        reported("security-delay", "Protection en cas de vol de l’appareil", "iphoneaddict.fr, news 423743; iphon.fr"),
        reported("not-arriving", "Code non reçu ?", "miraitalk.com/article/…/926"),
        seen("not-arriving", "Vous n’avez pas reçu de code?"),
        reported("error-connecting", "Impossible de se connecter à iCloud", "fr.tipsandtrics.com"),
        made("not-arriving", "le code Apple n’arrive pas"),
        made("not-arriving", "Apple ne m’envoie pas de code"),
        made("not-arriving", "aucun SMS avec le code de vérification"),
        made("account-locked", "mon compte Apple est bloqué"),
    ],
};
