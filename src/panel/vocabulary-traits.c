/* The words of the vocabulary for what describes, what says something of health, and how events add up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const char *const bw_rows_trait[] = {
  "age", "alter", "edad", "eta", "idade", "leeftijd", "customer age", "~senior", "~partner",
  "~dependent", "~dependents", "~gender", "~geschlecht", "~genre", "~sexo", "~sesso", "~geslacht", "~female",
  "~male", "~sex", "~married", "~marital", "~education", "~income", "~salary", "~estimated salary",
  "~paperless", "~household size", "~kids", "~children", "~age range", "~employee", "~employees",
  "~employee count", "~headcount", "~fte", "numberofemployees", "annualrevenue", "annual revenues",
  "company revenue", "customer annual revenue", "estimated revenue", "company annual revenue",
  "market cap", "~company size", "~mitarbeiter", "~mitarbeiterzahl", "~mitarbeiteranzahl",
  "~beschaftigte", "~beschaftigtenzahl", "~effectif", "~effectifs", "~salaries",
  "nombre d employes", "nombre employes", "nombre de salaries", "~empleados",
  "numero de empleados", "~funcionarios", "numero de funcionarios", "~colaboradores",
  "~dipendenti", "numero dipendenti", "numero di dipendenti", "~werknemers", "aantal medewerkers",
  "~medewerkers", "jahresumsatz des kunden", "unternehmensumsatz", "~trial", "~testphase",
  "~deleted", "isdeleted", "~archived", "~geloscht", "~archiviert", "~internal", "~intern",
  "~test", "~demo", "~sandbox", "~free", "~discount", "~rabatt", "~remise", "~descuento",
  "~desconto", "~sconto", "~korting", "~upgrade", "~term months", "~contract term",
  "~contract length", "~renewal term", "~initial term", "~vertragslaufzeit", "~duree contrat",
  "~duracion contrato", "~durata contratto", "~contractduur", "~billing frequency",
  "~billing cycle", "~payment term", "~payment terms", "~zahlungsziel", "~probability",
  "~preceding", "~beta", "~tax", "~ust", "~mwst", "~tva", "~iva", "~btw", "~vat", "~rate card",
  "~exchange rate", "~wechselkurs", "~credit score", "~do not", "~opt in",
  "~is partner", "~is customer", "~vip", "~key account", "~timezone", "~time zone", "~currency", "~has card",
  "~hascrcard", "progress", "finished", "~fleet size", "~square", "~sqm", "~flache", NULL,
};

const char *const bw_rows_sign[] = {
  "~service", "~enabled", "~active", "~activated", "~onboarded", "~onboarding", "~integration",
  "~integrated", "~sso", "~api", "~installed", "~adopted", "~used", "~champion", "~sponsor",
  "~complain", "~complaint", "~escalated", "~escalation", "~overdue", "~delinquent",
  "~reference", "~referenceable", "~training", "~trained",
  "~certified", "~support", "~backup", "~security", "~protection", "~streaming", "multiple lines",
  "~breach", "~breached", "~reopened", "~failed", "~error", "~late", "~past due", "~advocate",
  "~responded", "~resolved", "~live", "~implemented", "~qbr", "~voice mail plan",
  "~international plan", "~sla met", "~case study", "~aktiv", "~aktiviert",
  "~beschwerde", "~uberfallig*", "~reklamation", "~eskalation", "~eskaliert", "~geschult",
  "~schulung", "~referenzkunde", "~mahnung", "~gemahnt",
  "~produktiv", "~storung", "~actif", "~formation", "~forme",
  "~retard", "~impaye", "~reclamation", "~plainte", "~parrain",
  "~activo", "~activa", "~activado", "~queja", "~reclamo",
  "~vencid*", "~moros*", "~impago", "~escalad*", "~capacitado", "~referencia",
  "~ativo", "~ativa", "~ativado", "~atrasad*", "~inadimpl*",
  "~reclamac*", "~escalonad*", "~treinado", "~attivo", "~attiva",
  "~attivato", "~scadut*", "~insoluto", "~reclami", "~formato",
  "~actief", "~geactiveerd", "~klacht", "~achterstallig*", "~geescaleerd",
  "~getraind", "~storing", NULL,
};

/* Whether a contract goes on by itself. */
const char *const bw_rows_goes_on[] = {
  "~auto renew", "~autorenew", "~auto renewal", "~autorenewal", "~auto pay", "~autopay",
  "~autoverlangerung", "~automatische verlangerung", "~renouvellement automatique",
  "~renovacion automatica", "~renovacao automatica", "~rinnovo automatico",
  "~automatische verlenging", NULL,
};

/* What somebody thinks of how things stand. */
const char *const bw_rows_opinion[] = {
  "~nps", "~sentiment", "~health", "~pulse", "~maturity", "~stimmung", "~gesundheit", "~reifegrad",
  "~sante", "~ressenti", "~salud", "~sentimiento", "~madurez", "~saude", "~maturidade", "~salute",
  "~maturita", "~gezondheid", "~stemming", "~volwassenheid", NULL,
};

const char *const bw_rows_satisfaction[] = {
  "~csat", "~satisfaction", "~zufriedenheit", "~satisfaccion", "~satisfacao", "~soddisfazione",
  "~tevredenheid", "~kundenzufriedenheit", "~klanttevredenheid", NULL,
};

const char *const bw_rows_state[] = {
  "~seats", "~licenses", "~licences", "~license count", "~balance", "~recommend", "~likelihood",
  "~stage", "~plan", "~quota", "~entitlement", "~credits", "~sitze", "~lizenzen", "~lizenz",
  "~guthaben", "~saldo", "~solde", "~licencias", "~plazas", "~licencas", "~assentos", "~licenze",
  "~postazioni", "~licenties", "~tegoed", "~sieges", "~weiterempfehlung", "~recommandation",
  "~recomendacion", "~recomendacao", "~raccomandazione", "~aanbeveling", NULL,
};

const char *const bw_rows_level[] = {
  "~ces", "~score", "~rating", "~price", "~rate", "~percent", "~percentage", "~pct", "~average",
  "~avg", "~mean", "~median", "~hours", "~response", "~resolution", "~first response", "~time",
  "~level", "~utilization", "~utilisation", "~ratio", "~share", "~effort", "~bewertung", "~note",
  "~wert", "~quote", "~anteil", "~durchschnitt", "~durchschnittlich*", "~dauer", "~antwortzeit",
  "~reaktionszeit", "~losungszeit", "~bearbeitungszeit", "~auslastung", "~preis", "~*quote",
  "~*zeit", "~*dauer", "~*wert", "~taux", "~delai", "~temps", "~duree", "~moyenne", "~moyen",
  "~prix", "~puntuacion", "~valoracion", "~tasa", "~tiempo", "~promedio", "~precio", "~porcentaje",
  "~avaliacao", "~taxa", "~tempo", "~media", "~preco", "~percentual", "~pontuacao", "~valutazione",
  "~punteggio", "~tasso", "~durata", "~prezzo", "~percentuale", "~beoordeling", "~cijfer", "~tijd",
  "~gemiddelde", "~prijs", "~*tijd", "~duur", "~*score", "~*percentage", NULL,
};

const char *const bw_rows_actor[] = {
  "~user", "~userid", "~member", "~contact", "~agent", "~feature", "~module", "~product", "~page",
  "~report", "~dashboard", "~integration*", "~basket", "~device", "~respondent", "~requester",
  "~visitor", "~person", "~event type", "~event name", "~session", "~workspace", "~project",
  "~nutzer", "~benutzer", "~anwender", "~kontakt", "~funktion", "~modul", "~produkt", "~seite",
  "~gerat", "~utilisateur", "~fonctionnalite", "~fonction", "~produit", "~page vue", "~appareil",
  "~usuario", "~funcion", "~modulo", "~producto", "~pagina", "~dispositivo", "~funcionalidade",
  "~produto", "~utente", "~funzionalita", "~prodotto", "~gebruiker", "~functie", "~apparaat",
  "~module naam", NULL,
};

const char *const bw_rows_graded[] = {
  "~risk", "~adoption", "~engagement", "~usage", "~relationship", "~rag", "~trend",
  "~support level needed", "~risiko", "~nutzung", "~beziehung", "~ampel", "~tendenz", "~risque",
  "~relation", "~tendance", "~riesgo", "~uso", "~relacion", "~tendencia", "~semaforo", "~risco",
  "~relacionamento", "~rischio", "~utilizzo", "~relazione", "~tendenza", "~risico", "~gebruik",
  "~stoplicht", "~verkeerslicht", NULL,
};
