//! Portuguese.

use super::{Language, made, phrases, reported, seen};
use crate::explain::symptom::Symptom;

pub(super) const PORTUGUESE: Language = Language {
    code: "pt",
    name: "Portuguese",
    recognised: "Reconhecido: {}",
    in_english: "A resposta está em inglês.",
    account: "id_apple | id_da_apple | apple_id | appleid | conta_apple | conta_da_apple | conta_icloud | \
        conta_do_icloud",
    lists: &[
        ("account", "appleaccount | icloud"),
        ("code", "código | códigos | verificação | confirmação | 2fa | otp | dígitos"),
        ("not", "não | nunca | nenhum | nenhuma | sem | nada | jamais"),
        (
            "arrive",
            "cheg* | receb* | aparec* | manda* | envia* | vem | veio | mostra* | enviado | vêm | exib* | \
            envia | enviou | mandou | manda | chegou | chega | recebi | aparece | apareceu | cai | caiu",
        ),
        ("missing", "falta | espero | esperando | onde_está | cadê | à_espera | aguardando"),
        ("nocode", "nenhum_código | sem_código"),
        ("text", "sms | mensagem | torpedo | mensagem_de_texto"),
        ("phone", "telefone | iphone | celular | telemóvel | aparelho | dispositivo | ipad"),
        (
            "somebody",
            "alguém | suporte | técnico | pessoa | comprador | vendedor | polícia | banco | amigo | homem | \
            mulher | atendente",
        ),
        ("ask", "pede | pedem | pediu | quer | solicita | exige | precisa | pedindo"),
    ],
    symptoms: &[
        phrases(
            Symptom::SomebodyAsks,
            "Alguém pede o código.",
            "@somebody @ask @code | dar_o_código | dizer @code telefone | ditar @code | passar_o_código | \
            compartilhar @code | partilhar @code | golpe @code | burla @code | apple_me_ligou | \
            me_pediram @code | pedindo_o_código | pedindo @code | golpista @code | passei_o_código | devo_passar @code | posso_passar @code | ligaram @code | ligação apple @code | fornecer_o_código | informar_o_código | dizem_ser_da_apple",
        ),
        phrases(
            Symptom::NotMe,
            "Chega um código que não pediu.",
            "@code não_pedi | @code não_solicitei | alguém tentando entrar | @code sem_pedir | \
            @code sem_ter | @code que_não_pedi | não_fui_eu | não_sou_eu | alguém acessar | alguém entrou | recebendo códigos | @code do_nada | hackear* conta | tentativa_de_login | sem_solicitar",
        ),
        phrases(
            Symptom::PhoneLost,
            "O telefone perdeu-se, foi roubado ou está avariado.",
            "perdi @phone !número | roubaram @phone | roubado @phone | quebrado @phone | quebrou @phone | \
            avariado @phone | @phone não_liga | vendi @phone | furtado @phone | \
            roubado levaram | levaram @phone | @phone caiu | @phone água | @phone morreu | tela_quebrada @phone | @phone estragou | @phone pifou | furtaram @phone | ?assaltado | roubo @phone | perdeu @phone | perdido @phone",
        ),
        phrases(
            Symptom::NumberLost,
            "O código vai para um número que já não tem.",
            "número_antigo | antigo_número | número_velho | mudei número | troquei número | \
            não_tenho_mais número | já_não_tenho número | número não_mais | novo_número | número_errado | \
            perdi número | perdi chip | \
            troquei_de_número | mudei_de_número | trocou_de_número | número_anterior | número cancelado | chip_antigo | troquei_de_chip | perdi_o_chip | não_uso_mais número | não_é_meu número | número não_existe | mudei_de_operadora | troquei_de_operadora | não_tenho_mais_esse | número desativado",
        ),
        phrases(
            Symptom::Abroad,
            "Está no estrangeiro.",
            "exterior @code | estrangeiro @code | viagem @code | viajando @code | roaming @code | \
            outro_país @code | ?no_exterior | ?no_estrangeiro | \
            exterior @text | estrangeiro @text | outro_país @text | viajando @text",
        ),
        phrases(
            Symptom::DeviceElsewhere,
            "O código aparece num aparelho que não tem consigo.",
            "@phone em_casa | esqueci @phone | deixei @phone | @code outro_dispositivo | @code outro_aparelho | \
            @phone no_escritório",
        ),
        phrases(
            Symptom::AllowWithoutDigits,
            "Escolheu «Permitir» e não apareceram dígitos.",
            "permitir @not @code | permiti @not @code | permitir nada",
        ),
        phrases(
            Symptom::NoField,
            "Não há onde escrever o código.",
            "onde digitar @code | onde digito @code | onde colocar @code | onde inserir @code | \
            lugar_nenhum @code",
        ),
        phrases(Symptom::Expired, "O código expirou.", "@code expir* | @code vencido | @code venceu | @code tarde"),
        phrases(
            Symptom::Refused,
            "O código é recusado.",
            "@code recusa* | @code incorreto | @code inválido | @code não_é_válido | não_aceita @code | \
            @code não_aceit* | @code errado | ?@code não_funciona | @code rejeitado | \
            @code inválid* | digitando_certo | @code não_é_aceit* | @code não_foi_aceit* | @code diz_errado | @code não_bate | código_incorreto | @code não_reconhec* | @code dá_errado",
        ),
        phrases(
            Symptom::CallMissing,
            "A chamada com o código não chega.",
            "ligação @not @arrive | chamada @not @arrive | nenhuma_ligação | nenhuma_chamada",
        ),
        phrases(
            Symptom::TextMissing,
            "O SMS com o código não chega.",
            "@text @code @not @arrive | nenhum_sms | @text apple @not @arrive | ?sms @not @arrive",
        ),
        phrases(
            Symptom::OnlyDevice,
            "Não há outro aparelho.",
            "não outro_dispositivo | não outro_aparelho | único_dispositivo | único_aparelho | \
            nenhum_outro_dispositivo",
        ),
        phrases(
            Symptom::AskedAgain,
            "Pede-o vezes sem conta.",
            "toda_hora @code | sempre_pede | fica_pedindo | o_tempo_todo @code | cada_vez @code | \
            toda_vez @code | vezes_sem_conta | \
            todo_dia @code | sempre @code pede | toda_hora senha | repetidamente @code | em_loop | pedindo_toda_hora | várias_vezes @code",
        ),
        phrases(
            Symptom::Locked,
            "A conta está bloqueada.",
            "@account bloquead* | @account desativad* | @account inativad*",
        ),
        phrases(
            Symptom::SecurityKey,
            "A conta tem chaves de segurança.",
            "chave_de_segurança | chaves_de_segurança | yubikey",
        ),
        phrases(
            Symptom::TwoFactorOff,
            "A autenticação de dois fatores não se desativa.",
            "desativar dois_fatores | desligar dois_fatores | remover dois_fatores | tirar dois_fatores | \
            desativar 2fa | desativar duas_etapas",
        ),
        phrases(Symptom::NotArriving, "Não chega nenhum código.", "@code @not @arrive | @code @missing | @nocode"),
        phrases(
            Symptom::CannotSignIn,
            "Não é possível iniciar sessão.",
            "não iniciar_sessão | não_consigo entrar | não iniciar a_sessão | não_consigo login | \
            não_consigo_acessar",
        ),
    ],
    meanings: &[
        (
            "phone-locked",
            "iphone_indisponível | ipad_indisponível | bloqueio_de_segurança | iphone_desativado | iphone_está_desativado",
        ),
        (
            "identity-not-verified",
            "não verificar identidade !site !servidor | impossível verificar identidade | identidade não verificad*",
        ),
        ("icloud-security-code", "código_de_segurança chaves | código_de_segurança_do_icloud"),
        ("screen-time-passcode", "tempo_de_uso código | tempo_de_utilização código | tempo_de_uso senha"),
        ("recovery-key", "chave_de_recuperação"),
        ("account-recovery", "recuperação_de_conta | recuperação_da_conta"),
        ("messages-activation", "imessage ativa* | facetime ativa*"),
        ("vpn-or-filter", "@code @not @arrive vpn !sem_vpn"),
        ("managed-account", "conta_gerenciada | conta_gerida | appleaccount escola | appleaccount empresa"),
        ("number-not-verified", "não verificar número | não confirmar número"),
        ("media-disabled", "desativad* app_store | desativad* itunes"),
        ("unknown-error", "erro_desconhecido"),
        (
            "error-connecting",
            "erro conectar servidor | erro conexão servidor | erro ligação servidor | não conectar servidor | erro ligar servidor",
        ),
        (
            "number-refused",
            "@code não enviad* este_número | não_é_possível enviar @code número | @code não_podem ser_enviados",
        ),
        (
            "too-many-codes",
            "demasiados_códigos | muitos_códigos | último_código receb* | excesso @code | demasiados @code",
        ),
        (
            "too-many-tries",
            "@code incorreto muitas_vezes | muitas_tentativas @code | @code incorreto demasiadas_vezes | \
            demasiadas_tentativas @code",
        ),
        (
            "wrong-password",
            "esqueci senha @account | esqueci senha apple | esqueci palavra_passe @account | ?esqueci senha | ?esqueci palavra_passe | senha incorret* | senha errada | palavra_passe incorret* | palavra_passe errada",
        ),
        ("app-specific-password", "senha_específica | senha app | palavra_passe_específica"),
        (
            "payment-verification",
            "verificação_necessária | verificação_obrigatória | informações_de_pagamento | dados_de_pagamento",
        ),
        ("activation-lock", "bloqueio_de_ativação"),
    ],
    texts: &[
        seen("error-connecting", "Houve um erro ao conectar-se com o servidor do ID Apple."),
        seen("error-connecting", "Houve um problema ao conectar com o servidor."),
        seen("error-connecting", "Você parece estar off-line."),
        seen("verification-failed", "A Verificação Falhou"),
        seen("unknown-error", "Ocorreu um erro desconhecido."),
        seen("incorrect-code", "O código que você digitou não é válido."),
        seen("incorrect-code", "O código de verificação inserido não é válido."),
        seen(
            "too-many-codes",
            "Você enviou demasiados códigos para verificar seu número de telefone. Tente novamente mais tarde.",
        ),
        seen(
            "too-many-tries",
            "Você não conseguiu verificar o código por muitas vezes. Envie um novo código para um dispositivo diferente e tente novamente.",
        ),
        seen("wrong-password", "Sua senha ou ID Apple estão incorretos."),
        seen("account-locked", "Este ID Apple foi desativado por motivos de segurança."),
        seen("account-locked", "Seu ID Apple foi bloqueado temporariamente."),
        seen("account-locked", "Esta conta foi desativada."),
        seen("account-not-active", "A conta do ID Apple não está ativa e não pode ser usada."),
        seen(
            "blocked-for-a-day",
            "Por motivos de segurança, seu ID Apple foi impedido de iniciar uma sessão neste dispositivo por 24 horas.",
        ),
        seen("sign-in-requested", "Seu ID Apple está sendo usado para iniciar uma sessão em um novo dispositivo"),
        seen("code-shown", "Código de Verificação do ID Apple"),
        seen("code-shown", "Digite este código de verificação em seu outro dispositivo para iniciar uma sessão."),
        seen(
            "code-asked",
            "Uma mensagem com o código de verificação foi enviada para seus outros dispositivos que usam o iOS 9 ou o OS X El Capitan (ou versão posterior).",
        ),
        seen("not-arriving", "Não Recebeu um Código?"),
        seen("cannot-make-code", "Não Foi Possível Gerar o Código"),
        seen("messages-activation", "Esperando ativação…"),
        seen("messages-activation", "A ativação falhou."),
        seen("messages-activation", "Houve um erro durante a ativação. Tente de novo."),
        seen("messages-activation", "Não pôde contatar o servidor do iMessage. Tente de novo."),
        seen("messages-activation", "A sessão não pôde ser iniciada. Verifique a conexão da sua rede e tente de novo."),
        seen("messages-activation", "Não foi possível iniciar a sessão no FaceTime."),
        seen("cannot-sign-in", "Não Foi Possível Iniciar a Sessão"),
        seen("account-settings-notice", "Alguns serviços de conta exigem que você inicie uma sessão novamente."),
        seen("account-settings-notice", "Este Mac não pode conectar-se ao iCloud devido a um problema com “%@”."),
        seen("terms-or-password", "Novos Termos e Condições do iCloud"),
        seen("terms-or-password", "Os Termos de Serviço do iCloud mudaram."),
        seen("terms-or-password", "Para usar o iCloud neste Mac você precisa aceitar os novos Termos e Condições."),
        seen("device-limit", "A quantidade máxima de contas gratuitas foi ativada neste iPhone."),
        seen("two-factor-required", "Requer Autenticação de Dois Fatores"),
        seen("clock-wrong", "A hora atual neste dispositivo parece estar incorreta."),
        seen(
            "managed-account",
            "Para iniciar a sessão em contas gerenciadas, é necessário instalar um perfil neste Mac.",
        ),
        seen("device-password", "Digite a senha de %@ “%@”."),
        seen("device-password", "Seus dados do iCloud estão protegidos pela sua senha de usuário."),
        seen("icloud-security-code", "Seu código de segurança foi digitado incorretamente muitas vezes."),
        seen("security-key", "Insira e ative a chave de segurança."),
        seen("recovery-key", "Chave Reserva"),
        seen("recovery-contact", "Contato para Recuperação da Conta"),
        seen("account-recovery", "Recuperação de Conta"),
        reported("account-locked", "Seu ID Apple foi desativado", "reviensmedia.com/pt/advices/7561"),
        reported("account-locked", "Seu ID da Apple foi desativado", "tngd.sergeswin.com/br/14778"),
        reported(
            "account-locked",
            "Apple ID foi bloqueado por razões de segurança",
            "reviensmedia.com/pt/advices/7561",
        ),
        reported("security-delay", "Proteção de Dispositivo Roubado", "macmagazine.com.br, 2025-06-06"),
        made("not-arriving", "o código da Apple não chega"),
        made("not-arriving", "a Apple não envia o código"),
        made("not-arriving", "não chega o SMS com o código"),
        made("account-locked", "minha conta Apple está bloqueada"),
        seen("error-connecting", "Ocorreu um erro ao ligar ao servidor de acesso ao ID Apple."),
        seen("error-connecting", "Ocorreu um erro ao estabelecer ligação ao servidor."),
        seen("error-connecting", "Parece estar offline."),
        seen("verification-failed", "A confirmação falhou"),
        seen("incorrect-code", "O código introduzido não é válido."),
        seen("incorrect-code", "O código de confirmação que introduziu não é válido."),
        seen(
            "too-many-codes",
            "Enviou demasiados códigos para confirmar o seu número de telefone. Tente novamente mais tarde.",
        ),
        seen(
            "too-many-tries",
            "Falhou a confirmação do código demasiadas vezes. Envie um novo código para outro dispositivo ou tente novamente.",
        ),
        seen("wrong-password", "O ID Apple ou a palavra-passe estão incorretos."),
        seen("account-locked", "O seu ID Apple foi temporariamente bloqueado."),
        seen("account-not-active", "O ID Apple não está ativo e não pode ser utilizado."),
        seen(
            "blocked-for-a-day",
            "Por razões de segurança, o seu ID Apple foi bloqueado e não poderá iniciar sessão a partir deste dispositivo durante 24 horas.",
        ),
        seen("sign-in-requested", "O seu ID Apple está a ser usado para iniciar sessão num dispositivo novo."),
        seen("code-shown", "Código de confirmação do ID Apple"),
        seen("code-shown", "Digite este código de confirmação no outro dispositivo para iniciar sessão."),
        seen(
            "code-asked",
            "Uma mensagem com um código de confirmação foi enviada aos seus outros dispositivos com iOS 9 ou OS X El Capitan (ou versões posteriores).",
        ),
        seen("not-arriving", "Não recebeu um código?"),
        seen("cannot-make-code", "Impossível gerar código"),
        seen("messages-activation", "A aguardar ativação…"),
        seen("messages-activation", "Ocorreu um erro durante a ativação. Volte a tentar."),
        seen("messages-activation", "Não foi possível contactar o servidor de iMessage. Volte a tentar."),
        seen("messages-activation", "Não foi possível iniciar sessão. Verifique a ligação à rede e volte a tentar."),
        seen("messages-activation", "Não foi possível iniciar sessão no FaceTime."),
        seen("cannot-sign-in", "Não foi possível iniciar sessão"),
        seen("account-settings-notice", "Para poder usar alguns serviços de conta, tem de voltar a iniciar sessão."),
        seen(
            "account-settings-notice",
            "Este Mac não consegue estabelecer ligação a iCloud devido a um problema com “%@”.",
        ),
        seen("terms-or-password", "Novos Termos e Condições de iCloud"),
        seen("terms-or-password", "Os Termos de Serviço de iCloud foram alterados."),
        seen("terms-or-password", "Para usar iCloud neste Mac tem de aceitar os novos Termos e Condições."),
        seen("device-limit", "Neste iPhone, já foi ativado o número máximo de contas grátis."),
        seen("two-factor-required", "Requer autenticação de dois fatores"),
        seen("clock-wrong", "A hora actual neste dispositivo parece estar incorrecta."),
        seen(
            "managed-account",
            "Só é possível iniciar sessão em contas geridas com a instalação de um perfil neste Mac.",
        ),
        seen("device-password", "Digite a palavra-passe do %@ “%@”."),
        seen("device-password", "Os seus dados em iCloud estão protegidos pela palavra-passe de utilizador."),
        seen("icloud-security-code", "O código de segurança foi digitado incorretamente demasiadas vezes."),
        seen("recovery-key", "Chave de recuperação"),
        seen("recovery-contact", "Contacto de recuperação de conta"),
        seen("account-recovery", "Recuperação de conta"),
        made("not-arriving", "o código de confirmação nunca mais chega"),
        made("not-arriving", "a Apple não me manda o código"),
        made("not-arriving", "a mensagem com o código não vem"),
        made("account-locked", "a minha conta Apple está bloqueada"),
    ],
};
