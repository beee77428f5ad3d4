/* What names say: direction and group of a metric, names for people, the order of categories. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/label.h"
#include "model/model.h"
#include "model/order.h"
#include "model/signal.h"

typedef struct
{
  const char *header;
  gboolean    dated;
  const char *theme;
  gboolean    hurts;
  gboolean    sure;
} SignalCase;

static const SignalCase signals[] = {
  { "logins_30d", FALSE, "usage", FALSE, TRUE },
  { "Active users", FALSE, "usage", FALSE, TRUE },
  { "licensesUsed", FALSE, "usage", FALSE, TRUE },
  { "inactive_users", FALSE, "usage", TRUE, TRUE },
  { "Last login", TRUE, "usage", TRUE, TRUE },
  { "days_since_last_login", FALSE, "usage", TRUE, TRUE },
  { "Seconds of Use", FALSE, "usage", FALSE, TRUE },
  { "NPS", FALSE, "feedback", FALSE, TRUE },
  { "csat_score", FALSE, "feedback", FALSE, TRUE },
  { "survey (all)", FALSE, "feedback", FALSE, FALSE },
  { "tickets (30 days)", FALSE, "support", TRUE, TRUE },
  { "tickets (days since last)", FALSE, "support", FALSE, TRUE },
  { "OpenCases", FALSE, "support", TRUE, TRUE },
  { "opentickets", FALSE, "support", TRUE, TRUE },
  { "Complains", FALSE, "support", TRUE, TRUE },
  { "Call  Failure", FALSE, "support", TRUE, TRUE },
  { "error_count", FALSE, "support", TRUE, TRUE },
  { "number_customer_service_calls", FALSE, "support", TRUE, TRUE },
  { "total_day_calls", FALSE, "usage", FALSE, TRUE },
  { "first_response_time_minutes", FALSE, "support", TRUE, TRUE },
  { "Response rate", FALSE, "engagement", FALSE, TRUE },
  { "resolution_rate", FALSE, "support", FALSE, TRUE },
  { "Hours to resolve (mean)", FALSE, "support", TRUE, TRUE },
  { "last_escalation", TRUE, "support", FALSE, TRUE },
  { "Invoice overdue", FALSE, "billing", TRUE, TRUE },
  { "days_past_due", FALSE, "billing", TRUE, TRUE },
  { "failed_payments", FALSE, "billing", TRUE, TRUE },
  { "refund_amount_usd", FALSE, "billing", TRUE, TRUE },
  { "auto_renew_flag", FALSE, "billing", FALSE, TRUE },
  { "MonthlyCharges", FALSE, "billing", TRUE, FALSE },
  { "TotalCharges", FALSE, "billing", FALSE, TRUE },
  { "tenure", FALSE, "relationship", FALSE, TRUE },
  { "start_date", TRUE, "relationship", FALSE, TRUE },
  { "Last meeting", TRUE, "relationship", TRUE, TRUE },
  { "CSM pulse", FALSE, "relationship", FALSE, TRUE },
  { "risk_score", FALSE, "relationship", TRUE, TRUE },
  { "Überfällige Rechnungen", FALSE, "billing", TRUE, TRUE },
  { "Beschwerden", FALSE, "support", TRUE, TRUE },
  { "Anmeldungen", FALSE, "usage", FALSE, TRUE },
  { "Aktive Nutzer", FALSE, "usage", FALSE, TRUE },
  { "Nutzungsquote", FALSE, "usage", FALSE, TRUE },
  { "Lizenzen", FALSE, "usage", FALSE, TRUE },
  { "Inaktive Benutzer", FALSE, "usage", TRUE, TRUE },
  { "Offene Tickets", FALSE, "support", TRUE, TRUE },
  { "Beschwerden gesamt", FALSE, "support", TRUE, TRUE },
  { "Durchschnittliche Antwortzeit", FALSE, "support", TRUE, TRUE },
  { "Störungen", FALSE, "support", TRUE, TRUE },
  { "Supportanfragen", FALSE, "support", TRUE, TRUE },
  { "Kundenzufriedenheit", FALSE, "feedback", FALSE, TRUE },
  { "NPS-Wert", FALSE, "feedback", FALSE, TRUE },
  { "Unzufriedene Nutzer", FALSE, "feedback", TRUE, TRUE },
  { "Offene Posten (EUR)", FALSE, "billing", TRUE, TRUE },
  { "Mahnstufe", FALSE, "billing", TRUE, TRUE },
  { "Zahlungsverzug", FALSE, "billing", TRUE, TRUE },
  { "Deckungsbeitrag", FALSE, "billing", FALSE, TRUE },
  { "Vertragslaufzeit", FALSE, "relationship", FALSE, TRUE },
  { "Schulungen", FALSE, "engagement", FALSE, TRUE },
  { "Gesundheitswert", FALSE, "relationship", FALSE, TRUE },
  { "Connexions", FALSE, "usage", FALSE, TRUE },
  { "Utilisateurs actifs", FALSE, "usage", FALSE, TRUE },
  { "Taux d'utilisation", FALSE, "usage", FALSE, TRUE },
  { "Incidents ouverts", FALSE, "support", TRUE, TRUE },
  { "Délai de réponse", FALSE, "support", TRUE, TRUE },
  { "Réclamations", FALSE, "support", TRUE, TRUE },
  { "Factures impayées", FALSE, "billing", TRUE, TRUE },
  { "Jours de retard", FALSE, "billing", TRUE, TRUE },
  { "Satisfaction client", FALSE, "feedback", FALSE, TRUE },
  { "Chiffre d'affaires", FALSE, "billing", FALSE, TRUE },
  { "Ancienneté", FALSE, "relationship", FALSE, TRUE },
  { "Réunions", FALSE, "relationship", FALSE, TRUE },
  { "Taux d'ouverture", FALSE, "engagement", FALSE, TRUE },
  { "Usuarios activos", FALSE, "usage", FALSE, TRUE },
  { "Inicios de sesión", FALSE, "usage", FALSE, TRUE },
  { "Sesiones", FALSE, "usage", FALSE, TRUE },
  { "Incidencias abiertas", FALSE, "support", TRUE, TRUE },
  { "Tiempo de respuesta", FALSE, "support", TRUE, TRUE },
  { "Quejas", FALSE, "support", TRUE, TRUE },
  { "Facturas vencidas", FALSE, "billing", TRUE, TRUE },
  { "Días de atraso", FALSE, "billing", TRUE, TRUE },
  { "Satisfacción", FALSE, "feedback", FALSE, TRUE },
  { "Valoración", FALSE, "feedback", FALSE, TRUE },
  { "Ingresos", FALSE, "billing", FALSE, TRUE },
  { "Antigüedad", FALSE, "relationship", FALSE, TRUE },
  { "Riesgo", FALSE, "relationship", TRUE, TRUE },
  { "Usuários ativos", FALSE, "usage", FALSE, TRUE },
  { "Acessos", FALSE, "usage", FALSE, TRUE },
  { "Sessões", FALSE, "usage", FALSE, TRUE },
  { "Chamados abertos", FALSE, "support", TRUE, TRUE },
  { "Tempo de resolução", FALSE, "support", TRUE, TRUE },
  { "Reclamações", FALSE, "support", TRUE, TRUE },
  { "Faturas atrasadas", FALSE, "billing", TRUE, TRUE },
  { "Inadimplência", FALSE, "billing", TRUE, TRUE },
  { "satisfação", FALSE, "feedback", FALSE, TRUE },
  { "Receita", FALSE, "billing", FALSE, TRUE },
  { "Antiguidade", FALSE, "relationship", FALSE, TRUE },
  { "Reuniões", FALSE, "relationship", FALSE, TRUE },
  { "Accessi", FALSE, "usage", FALSE, TRUE },
  { "Utenti attivi", FALSE, "usage", FALSE, TRUE },
  { "Licenze", FALSE, "usage", FALSE, TRUE },
  { "Reclami", FALSE, "support", TRUE, TRUE },
  { "Segnalazioni", FALSE, "support", TRUE, TRUE },
  { "Tempo di risoluzione", FALSE, "support", TRUE, TRUE },
  { "Fatture scadute", FALSE, "billing", TRUE, TRUE },
  { "Solleciti", FALSE, "billing", TRUE, TRUE },
  { "Soddisfazione", FALSE, "feedback", FALSE, TRUE },
  { "Ricavi", FALSE, "billing", FALSE, TRUE },
  { "Anzianità", FALSE, "relationship", FALSE, TRUE },
  { "Utenti inattivi", FALSE, "usage", TRUE, TRUE },
  { "Aanmeldingen", FALSE, "usage", FALSE, TRUE },
  { "Actieve gebruikers", FALSE, "usage", FALSE, TRUE },
  { "Sessies", FALSE, "usage", FALSE, TRUE },
  { "Licenties", FALSE, "usage", FALSE, TRUE },
  { "Klachten", FALSE, "support", TRUE, TRUE },
  { "Storingen", FALSE, "support", TRUE, TRUE },
  { "Reactietijd", FALSE, "support", TRUE, TRUE },
  { "Openstaande facturen", FALSE, "billing", TRUE, TRUE },
  { "Achterstallige betalingen", FALSE, "billing", TRUE, TRUE },
  { "Klanttevredenheid", FALSE, "feedback", FALSE, TRUE },
  { "Omzet", FALSE, "billing", FALSE, TRUE },
  { "Looptijd", FALSE, "relationship", FALSE, TRUE },
  { "Gesprekken", FALSE, "relationship", FALSE, TRUE },
  { "Letzte Anmeldung", TRUE, "usage", TRUE, TRUE },
  { "Dernière connexion", TRUE, "usage", TRUE, TRUE },
  { "Último acceso", TRUE, "usage", TRUE, TRUE },
  { "Último acesso", TRUE, "usage", TRUE, TRUE },
  { "Ultimo accesso", TRUE, "usage", TRUE, TRUE },
  { "Laatste gebruik", TRUE, "usage", TRUE, TRUE },
  { "Vertragsbeginn", TRUE, "relationship", FALSE, TRUE },
  { "Fecha de alta", TRUE, "relationship", FALSE, TRUE },
  { "Jours depuis la dernière visite", FALSE, "usage", TRUE, TRUE },
  { "xyzzy", FALSE, "other", FALSE, FALSE },
  { "xyzzy", TRUE, "other", TRUE, FALSE },
};

static void
test_signal (gconstpointer data)
{
  const SignalCase *c = data;
  const BwSignal signal = bw_signal_of (c->header, c->dated);

  g_assert_cmpstr (bw_theme_get_id (signal.theme), ==, c->theme);
  g_assert_true (signal.hurts == c->hurts);
  g_assert_true (signal.sure == c->sure);
}

typedef struct
{
  const char *header;
  const char *label;
  const char *detail;
  const char *id;
} LabelCase;

static const LabelCase labels[] = {
  { "MonthlyCharges", "Monthly charges", NULL, "monthly-charges" },
  { "total_day_minutes", "Total day minutes", NULL, "total-day-minutes" },
  { "Invoice overdue", "Invoice overdue", NULL, "invoice-overdue" },
  { "Call  Failure", "Call Failure", NULL, "call-failure" },
  { "tickets (30 days)", "Tickets", "30 days", "tickets" },
  { "crm.Exports", "Exports", "crm", "exports" },
  { "TICKETS_OPEN", "Tickets open", NULL, "tickets-open" },
  { "NPS", "NPS", NULL, "nps" },
  { "csat_score", "CSAT score", NULL, "csat-score" },
  { "StreamingTV", "Streaming TV", NULL, "streaming-tv" },
  { "number_customer_service_calls", "Customer service calls", NULL, "customer-service-calls" },
  { "Number of logins", "Logins", NULL, "logins" },
  { "escalation_flag", "Escalation", NULL, "escalation" },
  { "Usage__c", "Usage", NULL, "usage" },
  { "Überfällig", "Überfällig", NULL, "uberfallig" },
  { "顧客数", "顧客数", NULL, "metric" },
  { "__", "__", NULL, "metric" },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *label = bw_label_of_header (labels[i].header, &detail);
      g_autofree char *id = bw_label_to_id (label, "metric");

      g_assert_cmpstr (label, ==, labels[i].label);
      g_assert_cmpstr (detail, ==, labels[i].detail);
      g_assert_cmpstr (id, ==, labels[i].id);
    }
}

typedef struct
{
  const char *texts; /* separated by |, expected worst first by =score */
  const char *expected;
} OrderCase;

static const OrderCase orders[] = {
  { "Pro|Basic|Enterprise", "Basic=0 Pro=50 Enterprise=100" },
  { "Two year|Month-to-month|One year", "Month-to-month=0 One year=50 Two year=100" },
  { "high|Low|MEDIUM", "Low=0 MEDIUM=50 high=100" },
  { "Green|Red|Amber", "Red=0 Amber=50 Green=100" },
  { "Promoter|Detractor", "Detractor=0 Promoter=100" },
  { "Yes|No|No internet service", "No=0 No internet service=0 Yes=100" },
  { "Enterprise|Small business|Mid-market", "Small business=0 Mid-market=50 Enterprise=100" },
  { "Grün|Rot|Gelb", "Rot=0 Gelb=50 Grün=100" },
  { "moyen|faible|élevé", "faible=0 moyen=50 élevé=100" },
  { "Bueno|Malo", "Malo=0 Bueno=100" },
  { "Ja|Nein|Kein Internet", "Kein Internet=0 Nein=0 Ja=100" },
  { "jährlich|monatlich", "monatlich=0 jährlich=100" },
  { "DSL|Fiber optic|No", NULL },
  { "Mailed check|Electronic check", NULL },
  { "Basic|Red", NULL },
  { "Basic", NULL },
};

static void
test_orders (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto(GStrv) texts = g_strsplit (orders[i].texts, "|", -1);
      const guint n = g_strv_length (texts);
      g_autoptr(GString) found = g_string_new (NULL);
      BwCategoryScore scores[8];
      BwOrder order;

      g_assert_true (bw_order_categories ((const char *const *) texts, n, scores, &order) ==
                     (orders[i].expected != NULL));
      for (guint j = 0; orders[i].expected != NULL && j < n; j++)
        g_string_append_printf (found, "%s%s=%g", j > 0 ? " " : "", scores[j].text,
                                scores[j].score);
      if (orders[i].expected != NULL)
        g_assert_cmpstr (found->str, ==, orders[i].expected);
    }
}

/* A name has 200 characters at most, whatever the header has; a proposal is never refused. */
static void
test_long_label (void)
{
  g_autofree char *header = g_strnfill (5000, 'x');
  g_autofree char *detail = NULL;
  g_autofree char *label = bw_label_of_header (header, &detail);

  g_assert_cmpint (g_utf8_strlen (label, -1), ==, BW_MOST_NAME);
  g_assert_true (g_str_has_prefix (label, "Xxx") || g_str_has_prefix (label, "xxx"));
  g_assert_true (g_str_has_suffix (label, "x…"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/vocabulary/signal/%s%s", signals[i].header,
                         signals[i].dated ? " (date)" : "");

      g_test_add_data_func (path, &signals[i], test_signal);
    }
  g_test_add_func ("/vocabulary/labels", test_labels);
  g_test_add_func ("/vocabulary/orders", test_orders);

  g_test_add_func ("/vocabulary/long-label", test_long_label);

  return g_test_run ();
}
