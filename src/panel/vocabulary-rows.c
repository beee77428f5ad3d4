/* The rows of the vocabulary: headers of CRM, billing, support, survey and analytics exports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English first, then German, French, Spanish, Portuguese, Italian and Dutch, without accents. To
 * teach the program another header, add a row; its place says how good it is. */

#include "panel/vocabulary-rows.h"

static const char *const customer_id[] = {
  "customer id", "account id", "company id", "client id", "organization id", "organisation id",
  "org id", "tenant id", "workspace id", "customer number", "account number", "client number",
  "customer key", "account key", "customer code", "account code", "client code", "customer no",
  "account no", "customer nr", "customer ref", "customer uuid", "account uuid", "salesforce id",
  "sf account id", "sfdc account id", "sfdc id", "salesforce account id", "crm account id",
  "crm id", "account id 18", "case safe account id", "parent account id", "hubspot company id",
  "associated company id", "associated company ids", "record id company", "company record id",
  "stripe customer id", "stripe id", "cus id", "zendesk organization id", "gainsight id", "gsid",
  "company gsid", "customer external id", "external customer id", "external account id",
  "external id", "chargebee customer id", "recurly account code", "zuora account id",
  "totango account id", "churnzero account id", "intercom company id", "group id", "team id",
  "household id", "member id", "membership id", "membership number", "subscriber id",
  "merchant id", "shop id", "site id", "store account id", "partner id", "policy number",
  "contract account", "msisdn", "kundennummer", "kunden nr", "kunden id", "kundennr",
  "kundenkennung", "debitor", "debitorennummer", "debitornr", "debitor nr", "mandant",
  "mandanten id", "mandantennummer", "firmen id", "firmennummer", "mitgliedsnummer", "konto id",
  "kontonummer", "client numero", "numero client", "no client", "n client", "id client",
  "code client", "identifiant client", "reference client", "compte id", "numero de client",
  "numero compte", "id compte", "cliente id", "id cliente", "numero de cliente", "codigo cliente",
  "codigo de cliente", "cuenta id", "id cuenta", "numero de cuenta", "codigo do cliente",
  "numero do cliente", "conta id", "codice cliente", "numero cliente", "id azienda", "klant id",
  "klantnummer", "klantnr", "debiteurnummer", "relatienummer", "~customer id", "~account id",
  "~company id", "~client id", "~organization id", "~tenant id", "~household id",
  "user id", "contact id", "distinct id", "customer user id", "person id", "userid", NULL,
};

static const char *const customer[] = {
  "customer", "account", "company", "client", "organization", "organisation", "customer name",
  "account name", "company name", "client name", "organization name", "organisation name", "tenant",
  "workspace", "household", "kunde", "firma", "kundenname", "firmenname", "unternehmen", "mandant",
  "klant", "klantnaam", "bedrijf", "societe", "entreprise", "compte", "nom client",
  "nom du client", "cliente", "empresa", "cuenta", "nombre cliente", "conta", "azienda",
  "ragione sociale", "email", "customer email", "e mail", "billing email", "domain", "website",
  "company domain name", NULL,
};

static const char *const id[] = {
  "id", "key", "record id", "uuid", "guid", "gid", "sys id", "object id", "row id", "nr", "no",
  "nummer", "number", "code", "sku", "identifiant", "identificador", "~id", "~ids", "~uuid",
  "~guid", "primary key", "foreign key", "row key", "object key", "~upc", "~sku", "~msisdn", "~iban", "~vat number", "~tax number", "~duns",
  "ownerid", "parentid", "masterrecordid", "accountid", "createdbyid", "lastmodifiedbyid",
  "pricebookid", "pricebook2id", "contactid", "recordtypeid", "campaignid", "userid", "leadid",
  "caseid", "opportunityid", "~nummer", NULL,
};

static const char *const name[] = {
  "account name", "company name", "customer name", "client name", "organization name",
  "organisation name", "tenant name", "workspace name", "display name", "legal name", "name",
  "company", "customer", "account", "client", "organization", "organisation", "full name",
  "business name", "merchant name", "kundenname", "firmenname", "name des kunden", "firma",
  "kunde", "unternehmen", "bezeichnung", "nom du client", "nom client", "nom de l entreprise",
  "raison sociale", "societe", "entreprise", "nom", "nombre del cliente", "nombre cliente",
  "nombre de la empresa", "razon social", "empresa", "nombre", "nome do cliente", "nome cliente",
  "nome da empresa", "nome", "ragione sociale", "azienda", "klantnaam", "bedrijfsnaam", "bedrijf",
  "klant", "naam", "~account name", "~company name", "~customer name", "surname", "last name",
  NULL,
};

static const char *const segment[] = {
  "segment", "customer segment", "account segment", "cs segment", "market segment", "customer tier",
  "account tier", "tier", "plan", "plan tier", "plan name", "subscription plan", "current plan",
  "product plan", "pricing plan", "price plan", "tariff plan", "tariff", "tarif", "edition",
  "package", "sku tier", "license type", "licence type", "service level", "support tier",
  "support plan", "subscription type", "subscription tier", "subscription", "contract",
  "contract type", "customer type", "account type", "client type", "company size",
  "company size band", "size band", "size segment", "employee range", "touch model", "cs model",
  "coverage model", "lifecycle stage", "kundensegment", "kundenklasse", "kundengruppe",
  "kundentyp", "vertrag", "vertragsart", "paket", "produktpaket", "segmento", "segmento cliente",
  "categoria cliente", "plano", "piano", "forfait", "formule", "abonnement", "offre", "contrat",
  "type de contrat", "plan actual", "contrato", "tipo de contrato", "contratto", "pakket",
  "~segment", "~tier", NULL,
};

static const char *const segment_weak[] = {
  "industry", "vertical", "sector", "region", "territory", "market", "geo", "business unit",
  "branch", "branche", "secteur", "sektor", "land", "country", "geography", "pays", "pais",
  "area", "area code", "type", "category", "customer group", "age group", "internet service",
  NULL,
};

static const char *const period[] = {
  "snapshot date", "snapshot", "as of", "as of date", "as at", "report date", "reporting date",
  "reporting month", "report month", "export date", "extract date", "data date", "effective date",
  "period", "period end", "period start", "period ending", "month end", "month", "month start",
  "year month", "yearmonth", "yyyymm", "calendar month", "billing month", "usage month", "week",
  "week ending", "week start", "week of", "date", "day", "quarter", "stichtag", "monat",
  "berichtsmonat", "berichtsdatum", "zeitraum", "datum", "woche", "mois", "periode", "semaine",
  "date d extraction", "mes", "periodo", "fecha", "semana", "data", "mese", "maand", "peildatum",
  "~snapshot date", NULL,
};

static const char *const event_date[] = {
  "event date", "event time", "timestamp", "event timestamp", "occurred at", "occurred on",
  "date", "created at", "created date", "created on", "created", "create date", "date created",
  "createddate", "creation date", "created time", "opened at", "opened date", "opened", "open date",
  "date opened", "date time opened", "submitted at", "submitted", "received at", "received",
  "requested at", "ticket created", "usage date", "activity date", "login date", "logged at",
  "session start", "session date", "transaction date", "transaction timestamp", "purchase date",
  "order date", "invoice date", "invoiced at", "paid at", "payment date", "posting date",
  "redemption date", "response date", "responded at", "survey date", "answered at", "sent at",
  "completed at", "call date", "meeting date", "due date", "start date", "started at", "time",
  "day", "datum", "erstellt am", "erstellt", "angelegt am", "eingang", "eingangsdatum",
  "buchungsdatum", "rechnungsdatum", "bestelldatum", "date de creation", "cree le", "date facture",
  "fecha", "fecha de creacion", "creado", "fecha factura", "data", "data di creazione", "criado em",
  "aangemaakt", "aangemaakt op", "~timestamp", "~event date", "~created", "~opened", "~submitted",
  "~start*", "~date", "~datum", "~fecha", "close date", "closedate", "closed at", "~at", NULL,
};

static const char *const recent_date[] = {
  "~last", "~latest", "~recent", "~letzte*", "~letzter", "~zuletzt", "~dernier*", "~derniere",
  "~ultimo", "~ultima", "~laatste", "lastactivitydate", "lastlogindate", "lastlogin", "lastseen",
  NULL,
};

static const char *const renewal[] = {
  "renewal date", "next renewal date", "next renewal", "renewal", "renews on", "renews at",
  "contract renewal date", "subscription renewal date", "contract end date", "contract end",
  "contract expiration date", "contract expiry", "subscription end date", "subscription end",
  "current period end", "current term end", "term end", "term end date", "expiration date",
  "expiry date", "expires at", "expires on", "license end date", "licence end date", "end of term",
  "contract end on", "renewal due", "valid until", "verlangerungsdatum", "verlaengerungsdatum",
  "verlangerung", "vertragsende", "vertragsablauf", "laufzeitende", "laufzeit bis", "gultig bis",
  "date de renouvellement", "renouvellement", "date renouvellement", "echeance",
  "date d echeance", "fin de contrat", "date de fin de contrat", "fecha de renovacion",
  "fecha renovacion", "renovacion", "fin de contrato", "vencimiento", "fecha de vencimiento",
  "data de renovacao", "renovacao", "fim do contrato", "data di rinnovo", "rinnovo",
  "scadenza contratto", "scadenza", "verlengingsdatum", "verlenging", "einddatum contract",
  "contract einddatum", "~renewal date", "~renewal", NULL,
};

static const char *const money[] = {
  "arr", "current arr", "arr amount", "annual recurring revenue", "total arr", "account arr",
  "arr value", "contracted arr", "~arr", "~annual recurring", "mrr", "current mrr", "mrr amount",
  "monthly recurring revenue", "total mrr", "account mrr", "~mrr", "~monthly recurring", "acv",
  "annual contract value", "contract value", "contract amount", "subscription value",
  "annual value", "yearly value", "tcv", "total contract value", "subscription amount",
  "monthly charges", "monthly charge", "monthly revenue", "monthly fee", "monthly spend",
  "annual spend", "annual fee", "recurring revenue", "subscription revenue", "account value",
  "revenue", "total revenue", "net revenue", "customer revenue", "billings", "spend",
  "total spend", "ltv", "customer lifetime value", "customer value", "cltv", "jahresumsatz mit kunde",
  "jahreswert", "vertragswert", "jahresvertragswert", "monatsumsatz", "monatliche gebuhr", "umsatz",
  "kundenumsatz", "revenu recurrent annuel", "revenu recurrent mensuel", "valeur du contrat",
  "chiffre d affaires", "ca annuel", "valor del contrato", "valor contrato", "ingresos",
  "ingresos recurrentes", "facturacion", "receita", "receita recorrente", "valor do contrato",
  "ricavi", "fatturato", "valore contratto", "omzet", "jaaromzet", "contractwaarde", NULL,
};

static const char *const outcome[] = {
  "churned", "churn", "is churned", "churn flag", "has churned", "is churn", "churn label",
  "churn value", "churn status", "churn yes no", "did churn", "churned flag", "churn 90 days",
  "churned next quarter", "churned within 90 days", "churned in 90 days", "churned within 3 months",
  "churned after", "churned later", "renewed", "did renew", "is renewed", "renewed flag",
  "not renewed", "non renewed", "renewal outcome", "renewal result", "retained", "is retained",
  "cancelled", "canceled", "is cancelled", "is canceled", "cancelled flag", "has cancelled",
  "attrition", "attrition flag", "exited", "lost", "is lost", "left company", "lapsed",
  "gekundigt", "gekuendigt", "kundigung", "kuendigung", "abgewandert", "abwanderung", "verlangert",
  "resilie", "a resilie", "resiliation", "renouvele", "perdu", "attrition client", "cancelado",
  "renovado", "baja", "abandono", "perdido", "cancelou", "renovou", "disdetto", "rinnovato",
  "abbandonato", "opgezegd", "verlengd", "vertrokken", "~churned", "~churn flag", "churn date",
  "churned at", "churned on", "date churned", "cancellation date", "cancel date", "cancelled at",
  "canceled at", "kundigungsdatum", "kuendigungsdatum", "gekundigt am", "date de resiliation",
  "fecha de baja", "data disdetta", "opzegdatum", NULL,
};

static const char *const outcome_kin[] = {
  "~churn*", "~attrition", "~cancel*", "~renewed", "~resili*", "~kundig*", "~gekundigt",
  "~kuendig*", "~lapsed", "~exited", "~opgezegd", "~disdett*", "reason code", NULL,
};

static const char *const csm[] = {
  "csm", "csm name", "customer success manager", "csm owner", "csm email", "success manager",
  "customer success owner", "assigned csm", "cs owner", "account manager", "account owner",
  "account owner name", "company owner", "owner", "owner name", "hubspot owner", "owner full name",
  "relationship manager", "key account manager", "kam", "account executive", "am", "betreuer",
  "kundenbetreuer", "kundenbetreuung", "ansprechpartner", "zustandig", "charge de compte",
  "responsable de compte", "gestionnaire", "responsable client", "gestor", "gestor de cuenta",
  "ejecutivo de cuenta", "responsable", "gestor de conta", "responsavel", "referente",
  "gestore", "account manager naam", "accountmanager", "klantmanager", "~csm",
  "~success manager", "~account manager", NULL,
};

static const char *const code[] = {
  "~zip", "~zipcode", "~postcode", "~postal", "~plz", "~postleitzahl", "~code postal", "cap",
  "phone", "phone number", "telephone", "mobile", "mobile phone", "work phone", "main phone",
  "business phone", "billing phone", "company phone", "cell", "telefon", "telefonnummer", "telefono",
  "telefoon", "telefone", "celular", "~phone number", "~phone no", "fax", "~fax number",
  "~area code", "~areacode", "~ssn", "~sic", "~naics", "~nace", "~latitude", "~longitude", "~lat",
  "~lng", "~lon", "year", "jahr", "annee", "ano", "anno", "jaar", "~birth year", "~year founded",
  "~founded year", "quarter", "quartal", "trimestre", "~fiscal", "month", "monat", "mois", "mes",
  "mese", "maand", "week", "woche", "semaine", "semana", "calendar week", "kw", "weekday", "hour",
  "day", "~day of", "~month of", "~week of", "~code", "~nummer", "~ip", "~version", "~siret",
  "~siren", "~vat", "~ein", "~duns", "~status", "~type", "~typ", "~category", "~group", "~cluster",
  "~cohort", "billingpostalcode", "shippingpostalcode", "postalcode", "fiscalyear",
  "fiscalquarter", "~codigo", "~codice", "~kategorie", "~gruppe", "number", "row", "rownumber",
  "row number", "index", "unnamed 0", "no", "nr", "lfd nr", NULL,
};

static const char *const trait[] = {
  "age", "alter", "edad", "eta", "leeftijd", "~senior", "~partner", "~dependents", "~gender",
  "~female", "~male", "~sex", "~married", "~marital", "~paperless", "~household size", "~kids",
  "~children", "~employees", "~employee count", "~headcount", "numberofemployees", "annualrevenue",
  "annual revenue", "company revenue", "customer annual revenue", "~company size", "~founded",
  "~mitarbeiter", "~mitarbeiterzahl", "~effectif", "~empleados", "~trial", "~deleted",
  "isdeleted", "~archived", "~internal", "~test", "~demo", "~free", "~discount", "~upgrade",
  "~term months", "~contract term", "~contract length", "~billing frequency", "~probability",
  "~preceding", "~beta", "~tax", "~rate card", "~exchange rate", NULL,
};

static const char *const sign[] = {
  "~service", "~enabled", "~active", "~activated", "~onboarded", "~onboarding", "~integration",
  "~integrated", "~sso", "~api", "~installed", "~adopted", "~used", "~champion", "~sponsor",
  "~complain", "~complains", "~complaint", "~complaints", "~escalated", "~escalation",
  "~overdue", "~delinquent", "~auto renew", "~autorenew", "~reference", "~referenceable",
  "~training", "~trained", "~certified", "~support", "~backup", "~security", "~protection",
  "~streaming", "multiple lines",
  "~breach", "~breached", "~reopened", "~failed", "~error", "~late", "~past due", "~advocate",
  "~responded", "~resolved", "~aktiv", "~beschwerde", "~uberfallig", "~reklamation", "~actif",
  "~activo", "~ativo", "~attivo", "~actief", "~voice mail plan", "~international plan", NULL,
};

static const char *const state[] = {
  "~nps", "~sentiment", "~health", "~arr", "~mrr", "~seats", "~licenses", "~licences", "~balance",
  "~recommend", "~likelihood", "~pulse", "~maturity", "~stage", "~sitze", "~lizenzen", "~saldo",
  "~plan", "~auto renew", "~autorenew", NULL,
};

static const char *const level[] = {
  "~csat", "~ces", "~score", "~rating", "~satisfaction", "~price", "~rate", "~percent", "~pct",
  "~average", "~avg", "~mean", "~median", "~hours", "~response", "~resolution", "~first response",
  "~time", "~level", "~utilization", "~utilisation", "~ratio",
  "~bewertung", "~zufriedenheit", "~note", "~puntuacion", "~satisfaccion", NULL,
};

static const char *const actor[] = {
  "~user", "~users", "~userid", "~member", "~contact", "~agent", "~feature", "~module",
  "~product", "~page", "~report", "~dashboard", "~integration", "~basket", "~device", "~respondent",
  "~requester", "~nutzer", "~benutzer", "~funktion", "~modul", "~utilisateur", "~usuario",
  "~utente", "~gebruiker", NULL,
};

static const char *const graded[] = {
  "~health", "~sentiment", "~pulse", "~satisfaction", "~nps", "~risk", "~adoption", "~engagement",
  "~usage", "~maturity", "~relationship", "~rag", "~trend", "~zufriedenheit", "~risiko", "~nutzung",
  "~risque", "~riesgo", "~risco", "~rischio", "~risico", NULL,
};

const char *const *const bw_vocabulary_rows[BW_N_MEANINGS] = {
  [BW_MEANING_CUSTOMER_ID] = customer_id,
  [BW_MEANING_CUSTOMER] = customer,
  [BW_MEANING_ID] = id,
  [BW_MEANING_NAME] = name,
  [BW_MEANING_SEGMENT] = segment,
  [BW_MEANING_SEGMENT_WEAK] = segment_weak,
  [BW_MEANING_PERIOD] = period,
  [BW_MEANING_EVENT_DATE] = event_date,
  [BW_MEANING_RECENT_DATE] = recent_date,
  [BW_MEANING_RENEWAL] = renewal,
  [BW_MEANING_MONEY] = money,
  [BW_MEANING_OUTCOME] = outcome,
  [BW_MEANING_OUTCOME_KIN] = outcome_kin,
  [BW_MEANING_CSM] = csm,
  [BW_MEANING_CODE] = code,
  [BW_MEANING_TRAIT] = trait,
  [BW_MEANING_SIGN] = sign,
  [BW_MEANING_STATE] = state,
  [BW_MEANING_LEVEL] = level,
  [BW_MEANING_ACTOR] = actor,
  [BW_MEANING_GRADED] = graded,
};
