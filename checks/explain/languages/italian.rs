//! Italian.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const ITALIAN: Language = Language {
    code: "it",
    name: "Italian",
    recognised: "Riconosciuto: {}",
    in_english: "La risposta è in inglese.",
    account: "id_apple | apple_id | appleid | account_apple | apple_account | account_icloud",
    lists: &[
        ("account", "appleaccount | icloud"),
        ("code", "codice | codici | verifica | 2fa | otp | cifre"),
        ("not", "non | nessun | nessuno | nessuna | mai | niente | senza | nulla"),
        (
            "arrive",
            "arriv* | ricev* | ricevuto | appare | compare | manda* | invia* | inviato | viene | mostra* | \
            visualizz* | spedit* | esce | \
            manda | mandano | invia | inviano | mostra | visualizza* | compare | comparso | arrivato | arriva | ricevere | ricevuto | esce",
        ),
        ("missing", "manca | aspetto | attendo | dov_è | dove_è | dove il_codice | attesa"),
        ("nocode", "nessun_codice | senza_codice"),
        ("text", "sms | messaggio | messaggino"),
        ("phone", "telefono | iphone | cellulare | dispositivo | ipad | smartphone | telefonino"),
        (
            "somebody",
            "qualcuno | supporto | assistenza | tecnico | operatore | persona | acquirente | venditore | \
            polizia | banca | amico | uomo | donna | sconosciuto",
        ),
        ("ask", "chiede | chiedono | chiesto | vuole | richiede | pretende | domanda"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Qualcuno le chiede il codice.",
            "@somebody @ask @code | dare_il_codice | dire @code telefono | dettare @code | comunicare @code | \
            leggere @code telefono | condividere @code | truffa @code | mi_chiama_apple | dammi_il_codice | \
            mi_chiedono @code | mi_chiede @code | chiedono @code telefono | truffatore @code | devo_dare @code | posso_dare @code | finto apple @code | chiamata apple @code | ho_dato il_codice | ho_dato @code | vuole_il_codice | vogliono_il_codice",
        ),
        phrases(
            Symptom::NotMe,
            "Arriva un codice che non ha richiesto.",
            "@code non_richiesto | @code non_ho_richiesto | @code mai_richiesto | qualcuno cerca accedere | \
            @code senza_richied* | @code senza_averlo | non_sono_io | non_sono_stato_io | qualcuno accede* | qualcuno tenta* | mi_arrivano codici | @code dal_nulla | accesso sconosciuto | hackerat* account | @code senza_motivo",
        ),
        phrases(
            Symptom::PhoneLost,
            "Il telefono è perso, rubato o rotto.",
            "perso @phone !numero | rubato @phone | rotto @phone | smarrito @phone | @phone non_si_accende | \
            venduto @phone | rubat* @phone | \
            @phone caduto | @phone acqua | @phone morto | @phone schermo_rotto | ?rubato | @phone guasto | @phone non_funziona_più | @phone distrutto | persa @phone | rotta @phone | @phone spaccato",
        ),
        phrases(
            Symptom::NumberLost,
            "Il codice va a un numero che non ha più.",
            "vecchio_numero | numero_vecchio | cambiato numero | non_ho_più numero | numero non_più | \
            nuovo_numero | numero_sbagliato | perso numero | \
            cambiato_numero | su_quello_vecchio | quello_vecchio | numero disattivato | numero_precedente | non_ho_più_quel_numero | numero non_è_mio | numero_di_prima | vecchia_sim | nuova_sim | cambiato_sim | cambiato_operatore | numero non_esiste",
        ),
        phrases(
            Symptom::Abroad,
            "È all’estero.",
            "estero @code | viaggio @code | roaming @code | estero sms | vacanza @code | ?all_estero",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "Il codice appare su un dispositivo che non ha con sé.",
            "@phone a_casa | dimenticato @phone | lasciato @phone | @code altro_dispositivo | \
            @code vecchio_ipad | @phone in_ufficio",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Ha scelto «Consenti» e non sono apparse cifre.",
            "consenti @not @code | consenti niente | consentito @not @code",
        ),
        phrases(
            Symptom::NoField,
            "Non c’è dove scrivere il codice.",
            "dove inserire @code | dove inserisco @code | dove scrivere @code | da_nessuna_parte @code | \
            nessun_campo",
        ),
        phrases(Symptom::Expired, "Il codice è scaduto.", "@code scadut* | @code tardi | @code scade"),
        phrases(
            Symptom::Refused,
            "Il codice viene rifiutato.",
            "@code rifiuta* | @code errato | @code sbagliato | @code non_è_valido | @code non_valido | \
            @code invalido | non_accetta @code | @code non_accetta* | ?@code non_funziona | \
            @code non_viene_accettato | @code non_è_accettato | @code non_è_stato_accettato | @code non_corretto | @code dice_errato | @code non_riconosciuto | @code non_va_bene | codice giusto rifiut* | @code non_lo_accetta",
        ),
        phrases(
            Symptom::CallMissing,
            "La chiamata con il codice non arriva.",
            "chiamata @not @arrive | nessuna_chiamata | telefonata @not @arrive",
        ),
        phrases(
            Symptom::TextMissing,
            "L’SMS con il codice non arriva.",
            "@text @code @not @arrive | nessun_sms | @text apple @not @arrive | ?sms @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Non c’è un altro dispositivo.",
            "nessun_altro_dispositivo | unico_dispositivo | non altri_dispositivi | non un_altro_dispositivo",
        ),
        phrases(
            Symptom::AskedAgain,
            "Lo chiede di continuo.",
            "di_continuo @code | continua chiedere @code | ogni_volta @code | continuamente @code | \
            sempre @code chiede | continuamente password | \
            ogni_giorno @code | ripetutamente @code | tutti_i_giorni @code | mi_chiede_sempre | richiede_sempre | in_continuazione | loop @code",
        ),
        phrases(
            Symptom::Locked,
            "L’account è bloccato.",
            "@account bloccato | @account disabilitato | @account disattivato",
        ),
        phrases(
            Symptom::SecurityKey,
            "L’account ha chiavi di sicurezza.",
            "chiave_di_sicurezza | chiavi_di_sicurezza | chiavetta_di_sicurezza | yubikey",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "L’autenticazione a due fattori non si disattiva.",
            "disattivare due_fattori | togliere due_fattori | disabilitare due_fattori | disattivare 2fa",
        ),
        phrases(Symptom::NotArriving, "Non arriva nessun codice.", "@code @not @arrive | @code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "L’accesso non riesce.",
            "non accedere | impossibile accedere | non entrare | non_riesco login | \
            impossibile effettuare_l_accesso",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iphone_non_disponibile | ipad_non_disponibile | blocco_di_sicurezza | iphone_disabilitato | iphone_è_disabilitato | codice_di_sblocco dimenticato",
        ),
        (
            "identity-not-verified",
            "impossibile verificare identità !sito !server | non verificare identità !sito !server | identità non verificat*",
        ),
        ("icloud-security-code", "codice_di_sicurezza portachiavi | codice_di_sicurezza_icloud"),
        ("screen-time-passcode", "tempo_di_utilizzo codice"),
        ("recovery-key", "chiave_di_recupero"),
        ("account-recovery", "recupero_account | recupero_dell_account | recupero_dellaccount"),
        ("messages-activation", "imessage attiva* | facetime attiva*"),
        ("vpn-or-filter", "@code @not @arrive vpn !senza_vpn"),
        ("managed-account", "account_gestito | appleaccount scuola | appleaccount azienda"),
        ("number-not-verified", "impossibile verificare numero | non verificare numero | numero non verificat*"),
        ("media-disabled", "disabilitat* app_store | disabilitat* itunes | disattivat* app_store"),
        ("unknown-error", "errore_sconosciuto"),
        (
            "error-connecting",
            "errore connessione server | errore collegamento server | impossibile connetter* server | errore collegar* server",
        ),
        (
            "number-refused",
            "@code non inviar* numero | @code non inviati a_questo_numero | impossibile inviare @code numero",
        ),
        ("too-many-codes", "troppi_codici | troppi @code | ultimo_codice ricevuto | inserisci_l_ultimo_codice"),
        ("too-many-tries", "@code errato troppe_volte | troppi_tentativi @code | troppe_volte @code errato"),
        (
            "wrong-password",
            "password dimenticat* @account | password dimenticat* apple | ?password dimenticat* | password errata | password sbagliata | password non_corretta",
        ),
        ("app-specific-password", "password specifica_per_app | password specific* app"),
        (
            "payment-verification",
            "verifica_richiesta | verifica_obbligatoria | informazioni_di_pagamento | dati_di_pagamento",
        ),
        ("activation-lock", "blocco_attivazione"),
    ],
    texts: &[
        seen("error-connecting", "Si è verificato un errore durante la connessione al server dell'ID Apple."),
        seen("error-connecting", "Si è verificato un errore durante la connessione al server."),
        seen("error-connecting", "Utente offline."),
        seen("verification-failed", "Verifica non riuscita"),
        seen("unknown-error", "Si è verificato un errore sconosciuto."),
        seen("incorrect-code", "Il codice inserito non è valido."),
        seen("incorrect-code", "Il codice di verifica inserito non è valido."),
        seen(
            "too-many-codes",
            "Hai inviato troppi codici per verificare il tuo numero di telefono. Riprova più tardi.",
        ),
        seen(
            "too-many-tries",
            "Hai fatto troppi tentativi errati di verificare il codice. Invia un nuovo codice a un altro dispositivo o riprova più tardi.",
        ),
        seen("wrong-password", "L'ID Apple o la password non sono corretti."),
        seen("account-locked", "Questo ID Apple è stato disabilitato per ragioni di sicurezza."),
        seen("account-locked", "Il tuo ID Apple è stato momentaneamente bloccato."),
        seen("account-locked", "L'account è stato disabilitato."),
        seen("account-not-active", "L'account ID Apple non è attivo e non può essere utilizzato."),
        seen(
            "blocked-for-a-day",
            "Per ragioni di sicurezza, l'accesso al tuo ID Apple da questo dispositivo è stato bloccato per 24 ore.",
        ),
        seen("sign-in-requested", "L'ID Apple è stato utilizzato per effettuare l'accesso su un nuovo dispositivo"),
        seen("code-shown", "Codice di verifica ID Apple"),
        seen("code-shown", "Inserisci il codice di verifica sull'altro dispositivo per effettuare l'accesso."),
        seen(
            "code-asked",
            "Un messaggio contenente il codice di verifica è stato inviato agli altri dispositivi con iOS 9, OS X El Capitan o versioni successive.",
        ),
        seen("not-arriving", "Non hai ricevuto il codice?"),
        seen("cannot-make-code", "Non è possibile generare il codice"),
        seen("messages-activation", "Attendo attivazione…"),
        seen("messages-activation", "Attivazione non riuscita."),
        seen("messages-activation", "Si è verificato un errore durante l'attivazione. Riprova."),
        seen("messages-activation", "Impossibile contattare il server di iMessage. Riprova."),
        seen("messages-activation", "Impossibile accedere. Verifica la connessione di rete e riprova."),
        seen("messages-activation", "Impossibile eseguire l'accesso a FaceTime."),
        seen("cannot-sign-in", "Impossibile effettuare l'accesso"),
        seen("account-settings-notice", "Per alcuni servizi dell’account è necessario eseguire nuovamente il login."),
        seen(
            "account-settings-notice",
            "Il Mac non è in grado di connettersi ad iCloud a causa di un problema con “%@”.",
        ),
        seen("terms-or-password", "Nuovi termini e condizioni di iCloud"),
        seen("terms-or-password", "I Termini di servizio iCloud sono cambiati."),
        seen("terms-or-password", "Per utilizzare iCloud sul Mac, devi accettare i nuovi termini e condizioni."),
        seen("device-limit", "Su questo iPhone è stato attivato il numero massimo di account gratuiti."),
        seen("two-factor-required", "È richiesta l’autenticazione a due fattori"),
        seen("clock-wrong", "L'orologio di questo dispositivo sembra indicare l'ora errata."),
        seen("managed-account", "È possibile accedere agli account gestiti solo installando un profilo sul Mac."),
        seen("device-password", "Inserisci la password di %@ “%@”."),
        seen("device-password", "I dati di iCloud sono protetti dalla password utente."),
        seen("icloud-security-code", "Il codice di sicurezza è stato inserito troppe volte in modo errato."),
        seen("security-key", "Inserisci e attiva la tua chiavetta di sicurezza."),
        seen("recovery-key", "Chiave di recupero"),
        seen("recovery-contact", "Contatto per il recupero dell'account"),
        seen("account-recovery", "Recupero account"),
        reported("account-locked", "Questo ID Apple è stato bloccato per motivi di sicurezza", "syrus.blog, 27055"),
        reported("error-connecting", "Impossibile connettersi a iCloud", "tecnobabele.com, 2019-12-20"),
        made("not-arriving", "non arriva il codice di Apple"),
        made("not-arriving", "Apple non mi manda il codice"),
        made("not-arriving", "nessun SMS con il codice di verifica"),
        made("account-locked", "il mio account Apple è bloccato"),
    ],
};
