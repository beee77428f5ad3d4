/* Headers and what they mean, and what every row of the vocabulary promises. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/role.h"
#include "panel/vocabulary-rows.h"

#include <string.h>

typedef struct
{
  const char *header;
  BwMeaning   meaning;
  gboolean    expected;
} Case;

static const Case cases[] = {
  { "customerID", BW_MEANING_CUSTOMER_ID, TRUE },
  { "Customer ID", BW_MEANING_CUSTOMER_ID, TRUE },
  { "account_id", BW_MEANING_CUSTOMER_ID, TRUE },
  { "ACCOUNTID", BW_MEANING_CUSTOMER_ID, TRUE },
  { "Associated Company ID", BW_MEANING_CUSTOMER_ID, TRUE },
  { "Kunden-Nr.", BW_MEANING_CUSTOMER_ID, TRUE },
  { "N° client", BW_MEANING_CUSTOMER_ID, TRUE },
  { "Código de cliente", BW_MEANING_CUSTOMER_ID, TRUE },
  { "ticket_id", BW_MEANING_CUSTOMER_ID, FALSE },
  { "ticket_id", BW_MEANING_ID, TRUE },
  { "Account_Number__c", BW_MEANING_CUSTOMER_ID, TRUE },
  { "Key features used", BW_MEANING_ID, FALSE },
  { "Company name", BW_MEANING_NAME, TRUE },
  { "NAME", BW_MEANING_NAME, TRUE },
  { "Raison sociale", BW_MEANING_NAME, TRUE },
  { "feature_name", BW_MEANING_NAME, FALSE },
  { "plan_tier", BW_MEANING_SEGMENT, TRUE },
  { "Contract", BW_MEANING_SEGMENT, TRUE },
  { "Kundensegment", BW_MEANING_SEGMENT, TRUE },
  { "Snapshot date", BW_MEANING_PERIOD, TRUE },
  { "Stichtag", BW_MEANING_PERIOD, TRUE },
  { "transaction_timestamp", BW_MEANING_EVENT_DATE, TRUE },
  { "CREATEDDATE", BW_MEANING_EVENT_DATE, TRUE },
  { "Last login", BW_MEANING_RECENT_DATE, TRUE },
  { "lastSeenAt", BW_MEANING_RECENT_DATE, TRUE },
  { "Letzte Anmeldung", BW_MEANING_RECENT_DATE, TRUE },
  { "Next renewal", BW_MEANING_RENEWAL, TRUE },
  { "Vertragsende", BW_MEANING_RENEWAL, TRUE },
  { "current_period_end", BW_MEANING_RENEWAL, TRUE },
  { "ARR (USD)", BW_MEANING_MONEY, TRUE },
  { "mrr_amount", BW_MEANING_MONEY, TRUE },
  { "MonthlyCharges", BW_MEANING_MONEY, TRUE },
  { "ANNUALREVENUE", BW_MEANING_MONEY, FALSE },
  { "Churn", BW_MEANING_OUTCOME, TRUE },
  { "is_churned", BW_MEANING_OUTCOME, TRUE },
  { "churn_flag", BW_MEANING_OUTCOME, TRUE },
  { "Gekündigt", BW_MEANING_OUTCOME, TRUE },
  { "Résilié", BW_MEANING_OUTCOME, TRUE },
  { "churn_reason", BW_MEANING_OUTCOME, FALSE },
  { "churn_reason", BW_MEANING_OUTCOME_KIN, TRUE },
  { "Customer Success Manager", BW_MEANING_CSM, TRUE },
  { "Account Owner", BW_MEANING_CSM, TRUE },
  { "Kundenbetreuer", BW_MEANING_CSM, TRUE },
  { "BILLINGPOSTALCODE", BW_MEANING_CODE, TRUE },
  { "PLZ", BW_MEANING_CODE, TRUE },
  { "area_code", BW_MEANING_CODE, TRUE },
  { "Phone calls", BW_MEANING_CODE, FALSE },
  { "Logins this month", BW_MEANING_CODE, FALSE },
  { "SeniorCitizen", BW_MEANING_TRAIT, TRUE },
  { "Number of employees", BW_MEANING_TRAIT, TRUE },
  { "Invoice overdue", BW_MEANING_SIGN, TRUE },
  { "NPS", BW_MEANING_STATE, TRUE },
  { "Hours to resolve", BW_MEANING_LEVEL, TRUE },
  { "feature_name", BW_MEANING_ACTOR, TRUE },
};

static void
test_meaning (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwHeader) header = bw_header_new (c->header);

  g_assert_cmpint (bw_vocabulary_rank (header, c->meaning) > 0, ==, c->expected);
}

/* The first row is the best. */
static void
test_order (void)
{
  g_autoptr(BwHeader) arr = bw_header_new ("ARR");
  g_autoptr(BwHeader) mrr = bw_header_new ("MRR");
  g_autoptr(BwHeader) revenue = bw_header_new ("Revenue");
  const guint of_arr = bw_vocabulary_rank (arr, BW_MEANING_MONEY);
  const guint of_mrr = bw_vocabulary_rank (mrr, BW_MEANING_MONEY);

  g_assert_cmpuint (of_arr, >, of_mrr);
  g_assert_cmpuint (of_mrr, >, bw_vocabulary_rank (revenue, BW_MEANING_MONEY));
}

/* @seen: (nullable): where the rows of other lists are */
static void
test_row (BwMeaning   meaning,
          const char *row,
          GHashTable *seen)
{
  g_autofree char *words = g_strstrip (g_strdelimit (g_strdup (row), "~*!", ' '));
  g_autoptr(BwHeader) header = bw_header_new (words);
  g_auto(GStrv) parts = g_strsplit (row, " ", -1);

  for (const char *p = row; *p != '\0'; p++)
    g_assert_true (g_ascii_islower (*p) || g_ascii_isdigit (*p) || strchr (" ~*!", *p) != NULL);
  if (row[0] == '!')
    return;
  if (bw_vocabulary_rank (header, meaning) == 0 && strstr (row, "~*") == NULL)
    g_error ("“%s” does not find itself", row);
  if (seen != NULL &&
      !g_hash_table_add (seen, g_strjoinv (row[0] == '~' ? " " : "", parts)))
    g_error ("“%s” is there twice", row);
}

/* Every row is found by the header that it describes, is plain, and stands in one list, once. (What
 * tells of an end, or of none, is a value, and no meaning of a header.) */
static void
test_rows (void)
{
  g_autoptr(GHashTable) lists = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint meaning = 0; meaning < BW_N_MEANINGS; meaning++)
    {
      const char *const *const *all = bw_meaning_rows[meaning].lists;

      g_assert_nonnull (all[0]);
      for (guint list = 0; list < BW_MOST_LISTS && all[list] != NULL; list++)
        {
          const char *const *rows = all[list];
          const gboolean first = g_hash_table_add (lists, (gpointer) rows);

          for (guint i = 0; rows[i] != NULL; i++)
            test_row (meaning, rows[i], first && meaning < BW_MEANING_ENDED ? seen : NULL);
        }
    }
}

static void
test_header (void)
{
  static const char *const headers[][2] = {
    { "CSMName", "csm name" },
    { "MonthlyCharges", "monthly charges" },
    { "monthlyCharges", "monthly charges" },
    { "MONTHLY_CHARGES", "monthly charges" },
    { "monthly-charges", "monthly charges" },
    { "  Monthly   Charges ", "monthly charges" },
    { "Call  Failure", "call failure" },
    { "Größe (m²)", "grosse" },
    { "Straße", "strasse" },
    { "ÜBERFÄLLIG", "uberfallig" },
    { "Cœur", "coeur" },
    { "Satisfação", "satisfacao" },
    { "Jaarlĳks", "jaarlijks" },
    { "ORACLE_ID__c", "oracle id" },
    { "Health_Score__C", "health score" },
    { "SBQQ__RenewalTerm__c", "renewal term" },
    { "Person_Email__pc", "person email" },
    { "__c", "c" },
    { "(EUR)", "eur" },
    { "ARR (USD)", "arr" },
    { "ARR [k€]", "arr" },
    { "MRR in €", "mrr" },
    { "Umsatz T€", "umsatz" },
    { "Umsatz in T€", "umsatz" },
    { "CA en €", "ca" },
    { "Amount EUR", "amount" },
    { "Amount in EUR", "amount" },
    { "EUR", "eur" },
    { "€", "" },
    { "last-login.at", "last login at" },
    { "Account: Account Name", "account name" },
    { "Account: Type", "account type" },
    { "Account: Last Activity", "last activity" },
    { "Account.Name", "account name" },
    { "Company.Industry", "industry" },
    { "Organization - Label", "label" },
    { "Organization - Name", "organization name" },
    { "Account Mgr.", "account mgr" },
    { "Customer.No", "customer no" },
    { "[Customer].[Id]", "customer id" },
    { "Company (ID)", "company id" },
    { "(Do Not Modify) Account", "account" },
    { "Customer's Name", "customer name" },
    { "Customer’s Name", "customer name" },
    { "Date d’échéance", "date d echeance" },
    { "Nº cliente", "no cliente" },
    { "N° client", "n client" },
    { "$name", "name" },
    { "% used", "used" },
    { "#", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr(BwHeader) header = bw_header_new (headers[i][0]);
      g_autofree char *words = g_strjoinv (" ", header->words);
      g_autofree char *squeezed = g_strjoinv ("", header->words);

      g_assert_cmpstr (words, ==, headers[i][1]);
      g_assert_cmpstr (header->squeezed, ==, squeezed);
    }
}

/* Anything may stand in a header. */
static void
test_odd_headers (void)
{
  static const char *const headers[] = {
    "(", "[", ")", "a(", "((a)", "[a].[", "__c__c", "a__", "__", "\xc3", "a\xff", "\xe2\x82\xac\xe2\x82\xac",
    " - ", "Account - ", "Account:", ":", ".", "'s", "’s", "İd", "ﬁrma", "顧客ID", "العميل", "🙂",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr(BwHeader) header = bw_header_new (headers[i]);

      g_assert_nonnull (header->words);
      for (guint meaning = 0; meaning < BW_N_MEANINGS; meaning++)
        bw_vocabulary_rank (header, meaning);
    }
}

/* What Germans write without umlauts, and plurals. */
static void
test_forms (void)
{
  static const struct
  {
    const char *header;
    BwMeaning   meaning;
    gboolean    expected;
  } forms[] = {
    { "Kuendigungsdatum", BW_MEANING_OUTCOME, TRUE },    { "Naechste Verlaengerung", BW_MEANING_RENEWAL, TRUE },
    { "Monatliche Gebuehr", BW_MEANING_MONEY, TRUE },    { "Zustaendig", BW_MEANING_CSM, TRUE },
    { "Complaints", BW_MEANING_SIGN, TRUE },             { "Integrations", BW_MEANING_SIGN, TRUE },
    { "Beschwerden", BW_MEANING_SIGN, TRUE },            { "Lizenzen", BW_MEANING_STATE, TRUE },
    { "Companies", BW_MEANING_CUSTOMER, FALSE },         { "Customers", BW_MEANING_CUSTOMER, FALSE },
    { "Groups", BW_MEANING_CODE, FALSE },                { "Contracts", BW_MEANING_SEGMENT, FALSE },
    { "Parent Account ID", BW_MEANING_CUSTOMER_ID, FALSE }, { "Churned ARR", BW_MEANING_MONEY, FALSE },
    { "Renewal owner", BW_MEANING_RENEWAL, FALSE },      { "Last Name", BW_MEANING_RECENT_DATE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(BwHeader) header = bw_header_new (forms[i].header);

      g_assert_cmpint (bw_vocabulary_rank (header, forms[i].meaning) > 0, ==, forms[i].expected);
    }
}

static void
test_entity (void)
{
  static const char *const headers[][2] = {
    { "account_id", "account" }, { "ACCOUNTID", "account" },  { "ID", "" },
    { "Customer Number", "customer" }, { "CampaignId", "campaign" }, { "paid", "paid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr(BwHeader) header = bw_header_new (headers[i][0]);
      g_autofree char *entity = bw_header_dup_entity (header);

      g_assert_cmpstr (entity, ==, headers[i][1]);
    }
}

static void
test_role_ids (void)
{
  for (guint i = 0; i < BW_N_ROLES; i++)
    {
      BwRole role;

      g_assert_true (bw_role_from_id (bw_role_get_id (i), &role));
      g_assert_cmpuint (role, ==, i);
      g_assert_cmpuint (strlen (bw_role_get_title (i)), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/panel/meaning/%s/%u", cases[i].header, cases[i].meaning);

      g_test_add_data_func (path, &cases[i], test_meaning);
    }
  g_test_add_func ("/panel/vocabulary/order", test_order);
  g_test_add_func ("/panel/vocabulary/rows", test_rows);
  g_test_add_func ("/panel/header/words", test_header);
  g_test_add_func ("/panel/header/odd", test_odd_headers);
  g_test_add_func ("/panel/header/forms", test_forms);
  g_test_add_func ("/panel/header/entity", test_entity);
  g_test_add_func ("/panel/role/ids", test_role_ids);

  return g_test_run ();
}
