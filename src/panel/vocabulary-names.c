/* The words of the vocabulary that name customers, and who looks after them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const char *const bw_rows_customer[] = {
  "customer", "account", "company", "client", "organization", "organisation", "organizations",
  "tenant", "workspace", "household", "merchant", "subscriber", "member", "kunde", "firma",
  "unternehmen", "organisationseinheit", "mitglied", "haushalt", "geschaftskunde", "auftraggeber",
  "vertragspartner", "societe", "entreprise", "compte", "tiers", "abonne", "adherent", "cliente",
  "empresa", "cuenta", "organizacion", "conta", "organizacao", "assinante", "azienda",
  "organizzazione", "conto", "abbonato", "klant", "bedrijf", "relatie", "organisatie",
  "opdrachtgever", "abonnee", NULL,
};

const char *const bw_rows_customer_name[] = {
  "account name", "company name", "customer name", "client name", "organization name",
  "organisation name", "org name", "tenant name", "workspace name", "business name",
  "merchant name", "cust name", "acct name", "customer account name", "bill to name",
  "sold to name", "partner name", "requester organization", "requester company",
  "company or account", "company name for emails", "associated company", "associated company name",
  "primary company", "bill to company", "customer company", "company account name", "kundenname",
  "kundenbezeichnung", "firmenname", "firmierung", "firma 1", "name des kunden", "name der firma",
  "name des unternehmens", "unternehmensname", "organisationsname", "debitorenname",
  "mandantenname", "name 1", "geschaftspartnername", "kontoname", "account bezeichnung",
  "kontobezeichnung", "kundenkurzname", "nom client", "nom du client", "nom de client",
  "nom de l entreprise", "nom entreprise", "nom de la societe", "nom societe", "nom du compte",
  "nom compte", "raison sociale", "denomination sociale", "nom de l organisation",
  "intitule client", "libelle client", "nombre cliente", "nombre del cliente", "nombre de cliente",
  "nombre de la empresa", "nombre empresa", "razon social", "nombre de la cuenta",
  "nombre de cuenta", "nombre comercial", "nombre de la organizacion", "denominacion social",
  "nome do cliente", "nome cliente", "nome da empresa", "nome empresa", "razao social",
  "nome fantasia", "nome da conta", "nome da organizacao", "ragione sociale", "nome azienda",
  "nome del cliente", "nome account", "nome societa", "denominazione", "intestatario",
  "nominativo", "klantnaam", "naam klant", "bedrijfsnaam", "bedrijf naam", "naam bedrijf",
  "organisatienaam", "relatienaam", "accountnaam", "handelsnaam", "debiteurnaam", "~account name",
  "~company name", "~customer name", "~organization name", "~client name", NULL,
};

/* What a customer can be found by where nothing better is common to two files. */
const char *const bw_rows_address[] = {
  "email", "customer email", "billing email", "email address", "contact email", "user email",
  "person email", "requester email", "requester domain", "domain", "email domain", "website",
  "url", "company domain name", "company domain", "website url", "homepage", "e mail adresse",
  "mailadresse", "webseite", "adresse e mail", "courriel", "mail", "site web", "domaine", "correo",
  "correo electronico", "sitio web", "dominio", "endereco de e mail", "site", "indirizzo email",
  "sito web", "sito", "e mailadres", "domein", NULL,
};

const char *const bw_rows_name[] = {
  "display name", "legal name", "trading name", "dba name", "name", "full name", "bezeichnung",
  "kurzbezeichnung", "kurzname", "suchbegriff", "nom", "libelle", "nom complet", "nombre",
  "nombre completo", "nome", "nome completo", "naam", "volledige naam", "surname", "last name",
  "contact name", "person name", "short name", "nachname", "vollstandiger name", NULL,
};

const char *const bw_rows_csm[] = {
  "csm", "csm name", "customer success manager", "csm owner", "csm full name", "csm email",
  "success manager", "customer success owner", "client success manager", "assigned csm",
  "cs owner", "primary csm", "current csm", "csm assigned", "cs manager", "cs rep", "csm manager",
  "customer success rep", "customer success representative", "success owner", "success team",
  "customer manager", "client manager", "client partner", "engagement manager", "account manager",
  "account manager name", "acct manager", "acct mgr", "account mgr", "account owner",
  "account owner name", "company owner", "organization owner", "organisation owner",
  "customer owner", "client owner", "owner", "owner name", "owner user account", "hubspot owner",
  "owner full name", "owner email", "owned by", "assigned to", "assigned user", "assigned rep",
  "relationship manager", "relationship owner", "key account manager", "kam", "account executive",
  "account rep", "am", "ae", "sales rep", "sales representative", "sales owner", "sales person",
  "portfolio manager", "advisor", "consultant", "bankberater", "betreuer", "betreuerin",
  "kundenbetreuer", "kundenbetreuerin", "kundenbetreuung", "kundenmanager",
  "kundenverantwortlicher", "kundenberater", "kundenerfolgsmanager", "betreuender mitarbeiter",
  "zustandiger mitarbeiter", "zustandig", "zustandigkeit", "verantwortlich", "verantwortlicher",
  "besitzer", "inhaber", "sachbearbeiter", "bearbeiter", "berater", "vertreter", "verkaufer",
  "aussendienst", "vertriebsmitarbeiter", "ansprechpartner intern", "ansprechpartner",
  "charge de compte", "charge de clientele", "charge d affaires", "chargee de compte",
  "responsable de compte", "responsable compte", "responsable client", "responsable clientele",
  "gestionnaire", "gestionnaire de compte", "gestionnaire compte", "proprietaire du compte",
  "proprietaire", "conseiller", "conseiller clientele", "commercial", "referent", "interlocuteur",
  "gestor", "gestor de cuenta", "gestor de cuentas", "gestor de clientes", "ejecutivo de cuenta",
  "ejecutivo", "responsable de cuenta", "responsable", "propietario de la cuenta",
  "propietario de cuenta", "propietario", "encargado", "asesor", "asesor comercial", "vendedor",
  "agente comercial", "gestor da conta", "gestor de conta", "gerente de conta",
  "gerente de contas", "gerente de sucesso", "gerente", "responsavel", "responsavel pela conta",
  "proprietario da conta", "executivo de contas", "consultor", "dono da conta", "referente",
  "referente commerciale", "gestore", "gestore cliente", "gestore account", "responsabile",
  "responsabile cliente", "responsabile account", "titolare account", "proprietario account",
  "proprietario", "consulente", "agente", "commerciale", "venditore", "account manager naam",
  "klantmanager", "klantbeheerder", "relatiebeheerder", "relatiemanager", "contactpersoon intern",
  "verantwoordelijke", "eigenaar", "accounteigenaar", "adviseur", "beheerder", "vertegenwoordiger",
  "~csm", "~success manager", "~account manager", "~account owner", "~betreuer", NULL,
};
