/* What names say: direction and group of a metric, names for people, the order of categories. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/label.h"
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

  return g_test_run ();
}
