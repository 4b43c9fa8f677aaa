//! Spanish.

use super::{Language, made, phrases, reported, seen, seen_at};
use crate::explain::symptom::Symptom;

pub(super) const SPANISH: Language = Language {
    code: "es",
    name: "Spanish",
    recognised: "Reconocido: {}",
    in_english: "La respuesta está en inglés.",
    account: "id_de_apple | cuenta_de_apple | cuenta_apple | apple_id | appleid | id_apple | cuenta_de_icloud",
    lists: &[
        ("account", "appleaccount | icloud"),
        ("code", "código | códigos | codigo | verificación | 2fa | otp | dígitos | clave_de_verificación"),
        ("not", "no | nunca | ningún | ninguno | sin | nada | jamás | tampoco"),
        (
            "arrive",
            "lleg* | recib* | recibo | aparec* | manda* | envía* | envia* | viene | muestra* | sale | enviado | \
            enviaron | salió | tengo | \
            llegado | recibido | salir | mandó | mandan | entra | entró | llegando",
        ),
        ("missing", "falta | espero | esperando | dónde_está | donde_esta | sigo_sin"),
        ("nocode", "ningún_código | sin_código | no_código"),
        ("text", "sms | mensaje | mensaje_de_texto"),
        (
            "phone",
            "teléfono | iphone | móvil | celular | dispositivo | ipad | cel | \
            celu | teléfonos | equipo | aparato",
        ),
        (
            "somebody",
            "alguien | soporte | técnico | persona | comprador | vendedor | policía | banco | amigo | hombre | \
            mujer | desconocido | agente | \
            apple | señor | señora | tipo | estafador | operador | ejecutivo | supuesto | chico",
        ),
        ("ask", "pide | piden | pidió | quiere | solicita | exige | necesita"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Alguien le pide el código.",
            "@somebody @ask @code | dar_el_código | decir @code teléfono | dictar @code | compartir @code | \
            leer @code teléfono | me_llama_apple | estafa @code | me_llamaron @code | dame_el_código | \
            me_piden @code | me_pide @code | pidiendo @code teléfono | estafador* @code | pasar_el_código | di_el_código | le_di @code | debo_dar @code | puedo_dar @code | llamada apple @code | enviarle @code | mandarle @code",
        ),
        phrases(
            Symptom::NotMe,
            "Llega un código que usted no pidió.",
            "@code no_pedí | @code no_solicité | @code no_he_pedido | @code no_he_solicitado | \
            alguien intenta iniciar_sesión | @code sin_pedirlo | \
            @code sin_haber | @code no_fui_yo | no_fui_yo | no_soy_yo | alguien entrar cuenta | alguien acceder cuenta | me_llegan códigos | @code de_la_nada | hackear* cuenta | inicio_de_sesión desconocido | sin_solicitarlo",
        ),
        phrases(
            Symptom::PhoneLost,
            "El teléfono se perdió, lo robaron o está roto.",
            "perdí @phone !número | perdido @phone !número | robaron @phone | robado @phone | roto @phone | \
            @phone dañado | @phone no_enciende | vendí @phone | rompió @phone | \
            @phone cayó | @phone agua | @phone muerto | @phone pantalla_rota | @phone murió | rompí @phone | @phone no_prende | extravié @phone | extraviado @phone | quebró @phone | asaltaron @phone | ?me_robaron | hurtado @phone | rota @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "El código va a un número que ya no tiene.",
            "número_antiguo | antiguo_número | número_viejo | viejo_número | número_anterior | cambié número | \
            cambiado número | ya_no_tengo número | ya_no_uso número | nuevo_número | número_nuevo | \
            número_equivocado | perdí número | número ya_no | \
            ese_número | ya_no_tengo_ese | no_tengo_ese_número | número ya_no_existe | número cancelado | cambié_de_número | cambie_de_numero | otro_número | número_de_antes | línea cancelada | cambié_de_chip | chip perdido | perdí_el_chip | no_es_mi_número | cambio_de_número | número no_es_mío | cambié_de_compañía",
        ),
        phrases(
            Symptom::Abroad,
            "Está en el extranjero.",
            "extranjero @code | viaje @code | viajando @code | roaming @code | otro_país @code | \
            extranjero sms | ?en_el_extranjero | \
            en_el_extranjero | extranjero @text | fuera_del_país | de_viaje @code | otro_país @code | chip_de_otro_país",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "El código aparece en un dispositivo que no tiene consigo.",
            "@phone en_casa | olvidé @phone | dejé @phone | @code otro_dispositivo | @code ipad_viejo | \
            @phone en_la_oficina",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Eligió «Permitir» y no salieron dígitos.",
            "permitir @not @code | permití @not @code | permitir nada",
        ),
        phrases(
            Symptom::NoField,
            "No hay dónde escribir el código.",
            "dónde @code escribir | dónde @code introducir | dónde @code ingresar | donde @code pongo | \
            no_hay_dónde | ningún_lugar @code",
        ),
        phrases(
            Symptom::Expired,
            "El código caducó.",
            "@code caducado | @code caducó | @code expiró | @code expirado | @code vencido | @code venció | \
            @code tarde",
        ),
        phrases(
            Symptom::Refused,
            "Rechaza el código.",
            "@code rechaza* | @code incorrecto | @code inválido | @code no_es_válido | @code no_acepta | \
            no_acepta @code | @code erróneo | ?@code no_funciona | ?@code no_sirve | \
            @code no_lo_acepta | @code no_es_aceptado | @code no_fue_aceptado | me_sale código_incorrecto | @code no_me_lo_acepta | @code no_coincide | @code dice_que_es_incorrecto | @code mal | @code no_sirve",
        ),
        phrases(
            Symptom::CallMissing,
            "No llega la llamada con el código.",
            "llamada @not @arrive | ninguna_llamada | llamada @code @not",
        ),
        phrases(
            Symptom::TextMissing,
            "No llega el SMS con el código.",
            "@text @code @not @arrive | @text apple @not @arrive | ?sms @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "No hay otro dispositivo.",
            "no otro_dispositivo | único_dispositivo | ningún_otro_dispositivo",
        ),
        phrases(
            Symptom::AskedAgain,
            "Lo pide una y otra vez.",
            "una_y_otra_vez | todo_el_tiempo @code | cada_vez @code | siempre_me_pide | constantemente @code | \
            a_cada_rato @code | \
            todo_el_tiempo @code | a_cada_rato @code | todos_los_días @code | cada_día @code | constantemente @code | bucle | una_y_otra_vez | a_cada_rato contraseña",
        ),
        phrases(
            Symptom::Locked,
            "La cuenta está bloqueada.",
            "@account bloquea* | @account desactivad* | @account inhabilitad* | @account deshabilitad*",
        ),
        phrases(
            Symptom::SecurityKey,
            "La cuenta tiene llaves de seguridad.",
            "llave_de_seguridad | llaves_de_seguridad | yubikey",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "La autenticación de doble factor no se puede desactivar.",
            "desactivar dos_factores | desactivar doble_factor | quitar doble_factor | quitar dos_factores | \
            desactivar 2fa",
        ),
        phrases(Symptom::NotArriving, "No llega ningún código.", "@code @not @arrive | @code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "No se puede iniciar sesión.",
            "no iniciar_sesión | no puedo entrar | no_puedo_ingresar | no acceder @account",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iphone_no_disponible | ipad_no_disponible | bloqueo_de_seguridad | iphone_desactivado | iphone_deshabilitado | iphone_está_desactivado | iphone_inhabilitado | iphone_bloqueado minutos",
        ),
        (
            "identity-not-verified",
            "no verificar identidad !sitio !servidor | no podemos verificar identidad | identidad no verificad*",
        ),
        ("icloud-security-code", "código_de_seguridad llavero | código_de_seguridad_de_icloud"),
        ("screen-time-passcode", "tiempo_de_uso código | tiempo_en_pantalla código | código_de_tiempo_de_uso"),
        ("recovery-key", "clave_de_recuperación"),
        ("account-recovery", "recuperación_de_cuenta | recuperación_de_la_cuenta | recuperar_la_cuenta días"),
        ("messages-activation", "imessage activ* | facetime activ*"),
        ("vpn-or-filter", "@code @not @arrive vpn !sin_vpn"),
        ("managed-account", "cuenta_gestionada | cuenta_administrada | appleaccount escuela | appleaccount empresa"),
        ("number-not-verified", "no verificar número_de_teléfono | no verificar número"),
        ("media-disabled", "desactivad* app_store | desactivad* itunes | inhabilitad* app_store"),
        ("unknown-error", "error_desconocido"),
        (
            "error-connecting",
            "error conectar servidor | error conexión servidor | no conectar servidor | problema conectar servidor",
        ),
        (
            "number-refused",
            "@code no_se_pueden enviar número | no enviar @code este_número | no_es_posible enviar @code número",
        ),
        ("too-many-codes", "demasiados_códigos | demasiados @code | último_código recib* | introduce_el_último_código"),
        (
            "too-many-tries",
            "@code incorrecto demasiadas_veces | demasiados_intentos @code | demasiadas_veces @code incorrecto",
        ),
        (
            "wrong-password",
            "contraseña olvidad* @account | olvidé contraseña @account | olvidado contraseña @account | olvidé contraseña apple | ?olvidé contraseña | ?olvidado contraseña | contraseña incorrect* | contraseña equivocada | contraseña errónea",
        ),
        ("app-specific-password", "contraseña_de_aplicación | contraseña específica"),
        (
            "payment-verification",
            "verificación_requerida | verificación_necesaria | información_de_pago | datos_de_pago",
        ),
        ("activation-lock", "bloqueo_de_activación"),
    ],
    texts: &[
        seen("error-connecting", "Se ha producido un error al establecer conexión con el servidor del ID de Apple."),
        seen("error-connecting", "Ha habido un problema al conectarse al servidor."),
        seen("error-connecting", "Parece que no tienes conexión."),
        seen("verification-failed", "Error de verificación"),
        seen("unknown-error", "Se ha producido un error desconocido."),
        seen("incorrect-code", "El código introducido no es válido."),
        seen("incorrect-code", "El código de verificación que has introducido no es válido."),
        seen(
            "too-many-codes",
            "Has enviado demasiados códigos para verificar tu número de teléfono. Vuelve a intentarlo más tarde.",
        ),
        seen(
            "too-many-tries",
            "Has sobrepasado el límite de intentos de verificación del código. Envía un nuevo código a otro dispositivo o vuelve a intentarlo más tarde.",
        ),
        seen("wrong-password", "El ID de Apple o la contraseña son incorrectos."),
        seen("account-locked", "Este ID de Apple ha sido desactivado por razones de seguridad."),
        seen("account-locked", "Tu ID de Apple se ha bloqueado temporalmente."),
        seen("account-locked", "Esta cuenta se ha desactivado."),
        seen("account-not-active", "La cuenta de este ID de Apple no está activa y no puede utilizarse."),
        seen(
            "blocked-for-a-day",
            "Por motivos de seguridad, no podrás iniciar sesión en este dispositivo con tu ID de Apple durante 24 horas.",
        ),
        seen("sign-in-requested", "Tu ID de Apple se está utilizando para iniciar sesión en un dispositivo nuevo."),
        seen("code-shown", "Código de verificación del ID de Apple"),
        seen("code-shown", "Introduce este código de verificación en tu otro dispositivo para iniciar sesión."),
        seen(
            "code-asked",
            "Se ha enviado un mensaje con un código de verificación a tus otros dispositivos con iOS 9 u OS X El Capitan o posterior.",
        ),
        seen("not-arriving", "¿No has recibido un código?"),
        seen("cannot-make-code", "No se puede crear el código"),
        seen("messages-activation", "Esperando activación…"),
        seen("messages-activation", "Activación incorrecta."),
        seen("messages-activation", "Se ha producido un error durante la activación. Inténtalo de nuevo."),
        seen("messages-activation", "Imposible contactar con el servidor de iMessage. Inténtalo de nuevo."),
        seen("messages-activation", "Imposible iniciar sesión. Comprueba tu conexión de red e inténtalo de nuevo."),
        seen("messages-activation", "No se ha podido iniciar sesión en FaceTime."),
        seen("cannot-sign-in", "No se ha podido iniciar sesión"),
        seen("account-settings-notice", "Algunos servicios de la cuenta requieren que vuelvas a iniciar sesión."),
        seen("account-settings-notice", "Este Mac no se puede conectar a iCloud debido a un problema con “%@”."),
        seen("terms-or-password", "Nuevos términos y condiciones de iCloud"),
        seen("terms-or-password", "Las condiciones de servicio de iCloud han cambiado."),
        seen(
            "terms-or-password",
            "Para utilizar iCloud en este Mac, deberás aceptar los nuevos términos y condiciones.",
        ),
        seen("device-limit", "Has alcanzado la cantidad máxima de cuentas gratuitas activadas en este iPhone."),
        seen("two-factor-required", "Autenticación de doble factor obligatoria"),
        seen("clock-wrong", "Parece que la hora actual del dispositivo es incorrecta."),
        seen(
            "managed-account",
            "Solo puedes iniciar sesión en las cuentas gestionadas instalando un perfil en este Mac.",
        ),
        seen("device-password", "Introduce la contraseña del %@ “%@”."),
        seen("device-password", "Los datos de iCloud están protegidos con la contraseña de usuario."),
        seen("icloud-security-code", "Has introducido tu código de seguridad incorrectamente demasiadas veces."),
        seen("security-key", "Inserta y activa la llave de seguridad."),
        seen("recovery-key", "Clave de recuperación"),
        seen("recovery-contact", "Contacto de recuperación de la cuenta"),
        seen("account-recovery", "Recuperación de cuenta"),
        reported(
            "account-locked",
            "Este ID de Apple ha sido bloqueado por razones de seguridad",
            "tecnonautas.net, ID de Apple desactivado",
        ),
        seen_at(
            "account-locked",
            "tu cuenta se ha desactivado por motivos de seguridad",
            "help.apple.com/icloud/es.lproj/mmfc0f1a3b.html",
        ),
        seen("not-arriving", "¿No recibiste un código?"),
        reported(
            "error-connecting",
            "No se puede conectar a iCloud",
            "ipadizate.com, problemas más comunes con iCloud",
        ),
        reported("not-arriving", "¿Por qué no llega el código?", "gtgt.live/es 18933274 (not about Apple only)"),
        made("not-arriving", "Apple no me manda el código"),
        made("not-arriving", "no recibo el SMS de Apple"),
        made("not-arriving", "el código no aparece en mi iPhone"),
        made("account-locked", "mi cuenta de Apple está bloqueada"),
    ],
};
