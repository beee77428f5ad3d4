/* The words of the vocabulary for what happened later, and for what is known only afterwards. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const char *const bw_rows_outcome[] = {
  "!reason", "!risk", "!score", "!probability", "!prediction", "!predicted", "!rate", "!grund",
  "!comment", "!amount", "!type", "!category", "!notes", "!likelihood", "!detail*", "!mrr", "!arr",
  "!value of", "churned", "churn", "is churned", "churn flag", "has churned", "is churn",
  "churn label", "churn value", "churn status", "churn yes no", "churn indicator", "churn outcome",
  "did churn", "churned flag", "churned yes no", "customer churned", "customer churn",
  "account churned", "churn 90 days", "churn 30 days", "churn next month", "churned next quarter",
  "churned within 90 days", "churned in 90 days", "churned within 3 months", "churned after",
  "churned later", "renewed", "did renew", "is renewed", "renewed flag", "has renewed",
  "contract renewed", "not renewed", "non renewed", "renewal outcome", "renewal result",
  "retained", "is retained", "retention flag", "cancelled", "canceled", "is cancelled",
  "is canceled", "cancelled flag", "canceled flag", "has cancelled", "subscription cancelled",
  "terminated", "is terminated", "attrition", "attrition flag", "attrited", "exited", "has exited",
  "lost", "is lost", "lost customer", "left", "left company", "customer left", "lapsed",
  "is lapsed", "defected", "unsubscribed flag", "gekundigt", "ist gekundigt", "hat gekundigt",
  "vertrag gekundigt", "kundigung", "abgewandert", "ist abgewandert", "abwanderung", "verlangert",
  "vertrag verlangert", "verloren", "abgang", "ausgeschieden", "storniert", "kunde verloren",
  "abgesprungen", "resilie", "a resilie", "est resilie", "client resilie", "resiliation",
  "contrat resilie", "renouvele", "contrat renouvele", "perdu", "client perdu", "attrition client",
  "est parti", "parti", "desabonne", "cancelado", "ha cancelado", "cliente cancelado", "renovado",
  "ha renovado", "contrato renovado", "baja", "dado de baja", "es baja", "abandono", "abandonado",
  "abandono cliente", "perdido", "cliente perdido", "fuga", "desercion", "cancelou",
  "cliente cancelou", "renovou", "contrato renovou", "evadiu", "evasao", "desistiu", "desligado",
  "abandonou", "rescindido", "disdetto", "ha disdetto", "disdetta", "rinnovato",
  "contratto rinnovato", "abbandonato", "abbandono", "cliente perso", "perso", "cessato",
  "recesso", "opgezegd", "heeft opgezegd", "is opgezegd", "contract opgezegd", "opzegging",
  "verlengd", "contract verlengd", "vertrokken", "klant vertrokken", "verloren klant",
  "weggelopen", "~churned", "~churn flag", NULL,
};

const char *const bw_rows_outcome_date[] = {
  "churn date", "churned at", "churned on", "churned date", "date churned", "date of churn",
  "cancellation date", "cancel date", "cancelled at", "canceled at", "cancelled date",
  "canceled date", "cancelled on", "canceled on", "date cancelled", "termination date",
  "terminated at", "terminated on", "attrition date", "exit date", "lost date", "date lost",
  "kundigungsdatum", "gekundigt am", "kundigung am", "kundigung zum", "gekundigt zum",
  "austrittsdatum", "abgangsdatum", "date de resiliation", "date resiliation", "resilie le",
  "date de depart", "date d annulation", "fecha de baja", "fecha baja", "fecha de cancelacion",
  "fecha cancelacion", "cancelado el", "data de cancelamento", "data cancelamento", "cancelado em",
  "data de saida", "data disdetta", "data di disdetta", "data cessazione", "data di cessazione",
  "disdetto il", "opzegdatum", "opgezegd op", "datum opzegging", "vertrekdatum", NULL,
};

const char *const bw_rows_outcome_kin[] = {
  "~churn*", "~attrition", "~attrited", "~cancel*", "~renewed", "~resilie", "~resiliee", "~resiliation", "~kundig*",
  "~gekundigt", "~abwander*", "~abgewandert", "~lapsed", "~exited", "~opgezegd", "~opzeg*",
  "~disdett*", "~cessazione", "~annulation", "~desabonn*", "~rescis*", "~rescind*", "~evasao",
  "~motivo baja", "~motivo bajas", "~terminat*", "~offboard*", "~winback", "~win back", "is active", "active", "active account", "active customer", "is active customer",
  "is current customer", "aktiv", "ist aktiv", "aktiver kunde", "actif", "client actif", "activo",
  "cliente activo", "ativo", "cliente ativo", "attivo", "cliente attivo", "actief", "actieve klant",
  "reason code",
  "reason for leaving", "leaving reason", "loss reason", "lost reason", "exit reason",
  "closed lost reason", "end reason", "austrittsgrund", "abgangsgrund", "stornogrund",
  "verlustgrund", "motif de depart", "raison de depart", "motivo de salida", "motivo de abandono",
  "motivo de la baja", "motivo perda", "motivo de saida", "motivo di recesso", "motivo abbandono",
  "reden van vertrek", "vertrekreden", "verliesreden", "end date", "ended at", "ended on",
  "date ended", "ended", "deactivated at", "deactivated on", "deactivation date", "enddatum",
  "date de fin", "fecha de fin", "fecha fin", "data fim", "data de termino", "data fine",
  "data di fine", "einddatum", "~risk score", "~risk rating", "~risk index", "~risk probability",
  "~risk prediction", "~renewal risk", "~renewal likelihood", "~renewal probability",
  "~renewal forecast", "~retention score", "~retention probability", "~propensity", "~survival",
  "~likelihood renew", "~predicted", "~prediction", "~risikoscore", "~score risque",
  "~risque score", "~riesgo score", "~puntuacion riesgo", "~risicoscore", "~abwanderungsrisiko",
  "~kundigungsrisiko", "~naive bayes", "ds likelihood score", NULL,
};

const char *const bw_rows_status[] = {
  "status", "customer status", "account status", "client status", "subscription status",
  "contract status", "company status", "account state", "subscription state", "member status",
  "kundenstatus", "vertragsstatus", "statut", "statut client", "statut du client",
  "statut du contrat", "statut abonnement", "estado del cliente", "estado cliente",
  "estado del contrato", "estatus", "situacao", "situacao do cliente", "status do cliente",
  "status do contrato", "stato", "stato cliente", "stato contratto", "stato abbonamento",
  "klantstatus", "status klant", NULL,
};

/* Values of a status that tell of the end of a customer. */
const char *const bw_rows_ended[] = {
  "~churn*", "~cancel*", "~attrited", "~terminated", "~lapsed", "~exited", "lost", "former",
  "former customer", "ex customer", "left", "ended", "expired", "not renewed", "~gekundigt",
  "~kundig*", "abgewandert", "verloren", "ehemalig", "ehemaliger kunde", "ausgeschieden",
  "storniert", "~resilie", "perdu", "ancien client", "parti", "baja", "perdido", "dado de baja",
  "exclente", "evadido", "~disdett*", "cessato", "perso", "ex cliente", "~opgezegd", "vertrokken",
  "beeindigd", NULL,
};

/* Of a header: yes means that the customer stayed. Of a value of a status: the customer is still there. */
const char *const bw_rows_kept[] = {
  "!not", "!non", "!no", "!nicht", "!pas", "!niet", "!inactive", "!inaktiv", "!former", "!date",
  "~renewed", "~renewal", "~retained", "~retention", "~active", "~current", "~stayed", "~kept", "~live",
  "~ongoing", "~subscribed", "open", "customer", "existing customer", "paying", "in good standing",
  "~verlangert", "~aktiv", "~aktiver", "~bestandskunde", "laufend", "~renouvele", "~actif",
  "en cours", "~renovado", "~activo", "vigente", "~renovou", "~ativo", "~rinnovato", "~attivo",
  "~verlengd", "~actief", "lopend", NULL,
};
