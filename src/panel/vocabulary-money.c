/* The words of the vocabulary for the money at stake. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const char *const bw_rows_money[] = {
  "!expected", "!forecast", "!target", "!onetime", "!lost", "!churned", "!change", "!growth",
  "!previous", "!prior", "!delta", "!expansion", "!contraction", "!band", "!currency", "!upsell",
  "arr", "current arr", "arr amount", "annual recurring revenue", "total arr", "account arr",
  "arr value", "contracted arr", "live arr", "carr", "renewal arr", "subscription arr",
  "customer arr", "exit arr", "ending arr", "mrr", "current mrr", "mrr amount",
  "monthly recurring revenue", "total mrr", "account mrr", "cmrr", "ending mrr", NULL,
};

const char *const bw_rows_recurring[] = {
  "~arr", "~annual recurring", "~mrr", "~monthly recurring", "~chiffre affaires annuel",
  "~recurrent annuel", "~recurrentes anuales", "~recorrente anual", "~ricorrente annuo",
  "~terugkerende omzet", NULL,
};

const char *const bw_rows_revenue[] = {
  "acv", "annual contract value", "contract value", "contract amount", "total contract amount",
  "contract total", "subscription value", "annual value", "annualized value", "annual amount",
  "yearly value", "tcv", "total contract value", "remaining contract value", "subscription amount",
  "renewal amount", "renewal value", "plan amount", "plan mrr", "monthly charges",
  "monthly charge", "monthly revenue", "monthly fee", "monthly spend", "monthly amount",
  "annual spend", "annual fee", "recurring revenue", "recurring amount", "subscription revenue",
  "subscription fee", "account value", "deal value", "revenue", "total revenue", "net revenue",
  "gross revenue", "customer revenue", "revenue amount", "sales amount", "net sales", "sales ytd",
  "revenue ytd", "billings", "billed amount", "total billed", "invoiced amount", "spend",
  "total spend", "lifetime spend", "amount spent", "total spent", "ltv", "clv",
  "customer lifetime value", "lifetime value", "customer value", "cltv", "premium",
  "annual premium", "assets under management", "aum", "credit limit", "jahresumsatz mit kunde",
  "jahreswert", "jahresvertragswert", "vertragswert", "vertragsvolumen", "auftragsvolumen",
  "jahresumsatz", "umsatz p a", "umsatz pro jahr", "monatsumsatz", "umsatz pro monat",
  "monatliche gebuhr", "monatsbeitrag", "jahresbeitrag", "jahresgebuhr", "jahreslizenz",
  "wiederkehrender umsatz", "wiederkehrender jahresumsatz", "wiederkehrender monatsumsatz",
  "abowert", "abo umsatz", "nettoumsatz", "umsatz netto", "umsatzerlose", "kundenumsatz", "umsatz",
  "gesamtumsatz", "kundenwert", "deckungsbeitrag", "vertragssumme", "jahresbetrag", "monatsbetrag",
  "lizenzumsatz", "revenu recurrent annuel", "revenu recurrent mensuel", "revenu recurrent", "rra",
  "rrm", "valeur du contrat", "valeur contrat", "valeur annuelle", "montant du contrat",
  "montant contrat", "montant annuel", "montant mensuel", "chiffre d affaires",
  "chiffre d affaires annuel", "ca annuel", "ca mensuel", "ca ht", "ca", "ca total",
  "redevance annuelle", "redevance mensuelle", "abonnement mensuel", "revenu annuel",
  "revenu mensuel", "revenus", "valeur client", "valor del contrato", "valor contrato",
  "valor de contrato", "importe contrato", "importe del contrato", "importe anual",
  "importe mensual", "cuota mensual", "cuota anual", "cuota", "ingresos recurrentes",
  "ingresos recurrentes anuales", "ingresos recurrentes mensuales", "ingresos anuales",
  "ingresos mensuales", "ingreso anual", "ingreso mensual", "ingresos", "facturacion",
  "facturacion anual", "facturacion mensual", "ventas anuales", "valor del cliente", "receita",
  "receita recorrente", "receita recorrente anual", "receita recorrente mensal", "receita anual",
  "receita mensal", "valor do contrato", "valor anual", "valor mensal", "mensalidade", "anuidade",
  "faturamento", "faturamento anual", "faturamento mensal", "valor da assinatura", "ticket medio",
  "valor do cliente", "ricavi", "ricavi ricorrenti", "ricavi ricorrenti annui", "ricavo annuo",
  "ricavo mensile", "fatturato", "fatturato annuo", "fatturato mensile", "valore contratto",
  "valore del contratto", "importo contratto", "importo annuo", "importo mensile", "canone",
  "canone annuo", "canone mensile", "valore cliente", "valore annuo", "omzet", "jaaromzet",
  "maandomzet", "terugkerende omzet", "jaarlijks terugkerende omzet",
  "maandelijks terugkerende omzet", "contractwaarde", "contractbedrag", "jaarwaarde", "jaarbedrag",
  "maandbedrag", "abonnementsbedrag", "abonnementswaarde", "klantwaarde", "netto omzet", NULL,
};
