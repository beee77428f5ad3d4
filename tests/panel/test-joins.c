/* Which rows find which customers: spellings, several columns, domains, several steps, duplicates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/keys.h"

#include "texts.h"

#define MOST 4

typedef struct
{
  const char *column;
  const char *key;
  const char *value;
} Cell;

typedef struct
{
  const char *name;
  TextFile    files[MOST];
  guint       n_customers;
  Cell        cells[4];
  const char *says[3]; /* each in a line of the report */
  guint       source;  /* of the mapping, of which the next are */
  BwJoined    joined;  /* rows, matched, near, orphans, keyless, duplicates, customers */
} Case;

static const Case cases[] = {
  { "case-and-blanks",
    { { "accounts.csv", "Account ID,Plan\nAc-1,Pro\nAc-2,Basic\n" },
      { "seats.csv", "Account ID,Seats\nAC-1,5\n ac-2 ,7\n" } },
    2, { { "Seats", "Ac-1", "5" }, { "Seats", "Ac-2", "7" } },
    { "2 keys found their customers although they are written differently: “AC-1” and “Ac-1”" },
    1, { 2, 2, 2, 0, 0, 0, 2 } },
  { "inner-blanks",
    { { "accounts.csv", "Company,Plan\nAcme  Corp,Pro\nBeta\xc2\xa0GmbH,Basic\n" },
      { "seats.csv", "Company,Seats\nAcme Corp,5\nBETA GmbH,7\nGamma,9\n" } },
    2, { { "Seats", "Acme  Corp", "5" } },
    { "No customer has this key" }, 1, { 3, 2, 2, 1, 0, 0, 2 } },
  { "both-spellings-are-customers",
    { { "accounts.csv", "Account ID,Plan\n001aB,Pro\n001Ab,Basic\n002xY,Pro\n" },
      { "seats.csv", "Account ID,Seats\n001aB,5\n001Ab,7\n002XY,9\n" } },
    3, { { "Seats", "001aB", "5" }, { "Seats", "001Ab", "7" }, { "Seats", "002xY", "9" } },
    { "1 key differs from another in case or blanks alone", "1 key found its customer" },
    1, { 3, 3, 1, 0, 0, 0, 3 } },
  { "neither-of-two",
    { { "accounts.csv", "Account ID,Plan\n001aB,Pro\n001Ab,Basic\n002xY,Pro\n" },
      { "seats.csv", "Account ID,Seats\n001AB,5\n001Ab,7\n002xY,9\n" } },
    3, { { "Seats", "001aB", "-" } }, { "Several customers fit this key" },
    1, { 3, 2, 0, 1, 0, 0, 2 } },
  { "spelling-changes-by-month",
    { { "usage-2026-01.csv", "Customer ID,Logins\nAcme,1\nBeta,2\n" },
      { "usage-2026-02.csv", "Customer ID,Logins\nACME,3\nBeta,4\n" } },
    2, { { "Logins", "Acme", "3" } },
    { "1 key is written in two ways and counts as one customer: “Acme” and “ACME”" },
    0, { 4, 4, 1, 0, 0, 0, 2 } },
  { "leading-zeros-are-told",
    { { "accounts.csv", "Account ID,Plan\n00017,Pro\n00018,Basic\nA0019,Pro\n" },
      { "seats.csv", "Account ID,Seats\n17,5\nA0019,6\n00018,7\n" } },
    3, { { "Seats", "00017", "-" }, { "Seats", "A0019", "6" } },
    { "if leading zeros did not count" }, 1, { 3, 2, 0, 1, 0, 0, 2 } },
  { "keyless-and-orphans",
    { { "accounts.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\n,Pro\nC3,Pro\nC4,Pro\nC5,Pro\n" },
      { "seats.csv", "Account ID,Seats\nC1,5\n,6\nC9,7\nC2,8\nC3,9\n" } },
    5, { { "Seats", "C1", "5" }, { "Seats", "C2", "8" } },
    { "accounts.csv:4:1: The key is missing", "seats.csv:3:1: The key is missing",
      "seats.csv:4:1: No customer has this key" },
    1, { 5, 3, 0, 1, 1, 0, 3 } },
  { "three-steps",
    { { "accounts.csv", "account_id,account_name\nA-aa,One\nA-bb,Two\n" },
      { "subs.csv", "subscription_id,account_id,mrr\nS-x,A-aa,10\nS-y,A-bb,20\nS-z,A-aa,30\n" },
      { "seats.csv", "seat_id,subscription_id,role\nT-1,S-x,admin\nT-2,S-y,user\nT-3,S-z,user\n" },
      { "clicks.csv", "click_id,seat_id,click_date,n\nK-1,T-1,2026-01-05,1\nK-2,T-2,2026-01-06,2\n"
        "K-3,T-3,2026-01-07,4\nK-4,T-3,2026-01-08,8\nK-5,T-9,2026-01-08,16\n" } },
    2, { { "n (30 days)", "A-aa", "13" }, { "n (30 days)", "A-bb", "2" } },
    { "No row of a customer has this under “seat_id” in seats.csv" },
    3, { 5, 4, 0, 1, 0, 0, 2 } },
  { "two-steps-under-other-names",
    { { "accounts.csv", "account_id,account_name\nA-a1,One\nA-b2,Two\n" },
      { "subs.csv", "subscription_id,account_id,mrr\nS01,A-a1,10\nS02,A-b2,20\nS03,A-a1,30\n" },
      { "clicks.csv", "sub,click_date,n\nS01,2026-01-05,1\nS02,2026-01-06,2\nS03,2026-01-07,4\n"
        "S01,2026-01-08,8\nS03,2026-01-08,16\n" } },
    2, { { "n (30 days)", "A-a1", "29" }, { "n (30 days)", "A-b2", "2" } }, { NULL },
    2, { 5, 5, 0, 0, 0, 0, 2 } },
  { "plain-id-there-twice",
    { { "a.csv", "id,logins\nC01,1\nC02,2\nC03,3\nC04,4\nC05,5\nC06,6\nC07,7\nC08,8\nC09,9\nC02,10\n" } },
    9, { { "logins", "C02", "10" } }, { "a.csv:3:1: This customer is there again in line 11" },
    0, { 10, 10, 0, 0, 0, 1, 9 } },
  { "no-key-is-told",
    { { "a.csv", "Minutes,Churn\n5,yes\n5,yes\n7,no\n" } },
    3, { { "Minutes", "3", "7" } }, { "No column names the customers, so each row is taken as one" },
    0, { 3, 3, 0, 0, 0, 0, 3 } },
  { "web-and-e-mail",
    { { "accounts.csv", "Account ID,Name,Website\nC1,Acme,https://www.acme.com/\nC2,Beta,beta.co.uk\n"
        "C3,Gamma,gamma.io\n" },
      { "survey.csv", "Email,NPS\nann@mail.acme.com,9\nBob <bob@acme.com>,7\nc@Beta.co.uk,3\n"
        "d@gmail.com,10\ne@delta.org,5\n" } },
    3, { { "survey (all)", "C1", "2" }, { "survey (all)", "C2", "1" }, { "survey (all)", "C3", "0" } },
    { "Anybody may have an address there", "No row of a customer has this under “Website”" },
    1, { 5, 3, 0, 2, 0, 0, 2 } },
  { "two-columns",
    { { "kunden.csv", "Mandant,Kundennummer,Ort,Umsatz\n10,1001,Bonn,5\n10,1002,Ulm,6\n20,1001,Graz,7\n"
        "20,1002,Linz,8\n20,1003,Wien,9\n" } },
    5, { { "Umsatz", "1001 · 10", "5" }, { "Umsatz", "1001 · 20", "7" }, { "Ort", "1003 · 20", "Wien" } },
    { NULL }, 0, { 5, 5, 0, 0, 0, 0, 5 } },
  { "two-columns-two-files",
    { { "kunden.csv", "Mandant,Kundennummer,Ort\n10,1001,Bonn\n10,1002,Ulm\n20,1001,Graz\n20,1002,Linz\n" },
      { "seats.csv", "Mandant,Kundennummer,Seats\n20,1001,1\n10,1001,2\n10,1002,3\n20,1002,4\n" } },
    4, { { "Seats", "1001 · 10", "2" }, { "Seats", "1002 · 20", "4" } },
    { NULL }, 1, { 4, 4, 0, 0, 0, 0, 4 } },
  { "ids-of-dated-names",
    { { "2026-01.csv", "Account ID,Seats\nC1,5\nC2,6\n" },
      { "customers_aug26.csv", "Account ID,Seats,Plan\nC1,7,Pro\nC2,8,Basic\n" } },
    2, { { "data.Seats", "C1", "5" }, { "customers.Seats", "C2", "8" } }, { NULL },
    1, { 2, 2, 0, 0, 0, 0, 2 } },
  { "lookup-that-repeats",
    { { "accounts.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\nC3,Pro\n" },
      { "notes.csv", "Account ID,Plan,Note date\nC1,Pro,2026-01-01\nC1,Pro,2026-01-02\nC2,Basic,2026-01-09\n"
        "C1,Pro,2026-01-11\n" } },
    3, { { "notes (all)", "C1", "3" }, { "notes (all)", "C3", "0" } }, { NULL },
    1, { 4, 4, 0, 0, 0, 0, 2 } },
};

static void
assert_joined (const BwIntake *intake,
               guint           source,
               const BwJoined *wanted)
{
  BwJoined found;

  bw_intake_get_joined (intake, source, &found);
  g_assert_cmpuint (found.n_rows, ==, wanted->n_rows);
  g_assert_cmpuint (found.n_matched, ==, wanted->n_matched);
  g_assert_cmpuint (found.n_near, ==, wanted->n_near);
  g_assert_cmpuint (found.n_orphans, ==, wanted->n_orphans);
  g_assert_cmpuint (found.n_keyless, ==, wanted->n_keyless);
  g_assert_cmpuint (found.n_duplicates, ==, wanted->n_duplicates);
  g_assert_cmpuint (found.n_customers, ==, wanted->n_customers);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (c->files, MOST, NULL, &error);
  BwPanel *panel;

  g_assert_no_error (error);
  panel = bw_intake_get_panel (intake);
  g_assert_cmpuint (bw_panel_get_n_customers (panel), ==, c->n_customers);
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].column != NULL; i++)
    assert_cell (intake, bw_panel_get_n_snapshots (panel) - 1, c->cells[i].key, c->cells[i].column,
                 c->cells[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (c->says) && c->says[i] != NULL; i++)
    assert_reports (intake, c->says[i]);
  assert_joined (intake, c->source, &c->joined);
}

/* What a mapping that came out as JSON says must give the very same panel. */
static void
test_again (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (c->files, MOST, NULL, &error);
  g_autofree char *json = bw_mapping_to_json (bw_intake_get_mapping (intake));
  g_autoptr(BwMapping) mapping = bw_mapping_from_json (json, "m.json", &error);
  const BwWish wish = { .mapping = mapping, .as_of = NAN };
  g_autoptr(BwIntake) again = read_texts (c->files, MOST, &wish, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].column != NULL; i++)
    assert_cell (again, bw_panel_get_n_snapshots (bw_intake_get_panel (again)) - 1, c->cells[i].key,
                 c->cells[i].column, c->cells[i].value);
  assert_joined (again, c->source, &c->joined);
}

static const TextFile twice[] = {
  { "accounts.csv", "Account ID,Plan,ARR,Signed,Share\nC1,Pro,10,2026-01-01,10%\nC2,Basic,5,,20%\n"
    "C1,,20,2026-02-01,30%\nC1,Pro,10,2026-01-01,10%\n" },
};

typedef struct
{
  const char  *name;
  BwDuplicates rule;
  const char  *arr;
  const char  *plan;
  const char  *share;
  gsize        n_set_aside;
  const char  *says;
} RuleCase;

static const RuleCase rules[] = {
  { "last", BW_DUPLICATES_LAST, "10", "Pro", "0.1", 2, "is there again in line 5" },
  { "first", BW_DUPLICATES_FIRST, "10", "Pro", "0.1", 2, "is there already in line 2" },
  { "sum", BW_DUPLICATES_SUM, "30", "Pro", "0.3", 1, "added to that" },
};

static void
test_rule (gconstpointer data)
{
  const RuleCase *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (twice, 1, NULL, &error);
  g_autoptr(BwMapping) table = bw_mapping_with_shape (bw_intake_get_mapping (intake), 0, BW_SHAPE_SNAPSHOT);
  g_autoptr(BwMapping) mapping = bw_mapping_with_duplicates (table, 0, c->rule);
  g_autoptr(BwIntake) changed = bw_intake_with_mapping (intake, mapping, NULL, &error);

  g_assert_no_error (error);
  assert_cell (changed, 0, "C1", "ARR", c->arr);
  assert_cell (changed, 0, "C1", "Plan", c->plan);
  assert_cell (changed, 0, "C1", "Share", c->share);
  assert_cell (changed, 0, "C2", "ARR", "5");
  g_assert_cmpuint (bw_report_count (bw_intake_get_report (changed), BW_SEVERITY_ROW), ==, c->n_set_aside);
  assert_reports (changed, c->says);
}

static const TextFile two_keys[] = {
  { "accounts.csv", "Account ID,E-mail domain,Plan\nC1,acme.com,Pro\nC2,beta.com,Basic\n" },
  { "seats.csv", "Account,Host,Seats\nc1,www.beta.com,5\nC2,www.acme.com,6\n" },
};

static void
test_with_join (void)
{
  const char *const account[] = { "Account", NULL }, *const host[] = { "Host", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (two_keys, 2, NULL, &error);
  BwMapping *mapping = bw_intake_get_mapping (intake);
  g_autoptr(BwMapping) exact = bw_mapping_with_join (mapping, 1, account, NULL, NULL, BW_MATCH_EXACT);
  g_autoptr(BwMapping) near = bw_mapping_with_join (exact, 1, account, NULL, NULL, BW_MATCH_NEAR);
  g_autoptr(BwMapping) domain = bw_mapping_with_join (near, 1, host, "accounts", "E-mail domain",
                                                      BW_MATCH_DOMAIN);
  g_autoptr(BwIntake) exactly = bw_intake_with_mapping (intake, exact, NULL, &error);
  g_autoptr(BwIntake) nearly = bw_intake_with_mapping (intake, near, NULL, &error);
  g_autoptr(BwIntake) by_domain = bw_intake_with_mapping (intake, domain, NULL, &error);

  g_assert_no_error (error);
  assert_cell (exactly, 0, "C1", "Seats", "-");
  assert_cell (exactly, 0, "C2", "Seats", "6");
  assert_cell (nearly, 0, "C1", "Seats", "5");
  g_assert_cmpint (bw_mapping_get_source (domain, 1)->columns[1].role, ==, BW_ROLE_KEY);
  g_assert_cmpint (bw_mapping_get_source (domain, 1)->columns[0].role, ==, BW_ROLE_ATTRIBUTE);
  assert_joined (by_domain, 1, &(BwJoined) { 2, 2, 0, 0, 0, 0, 2 });
}

typedef struct
{
  const char *text;
  const char *domain;
  gboolean    is_free;
} DomainCase;

static const DomainCase domains[] = {
  { "ann@acme.com", "acme.com", FALSE },
  { "Ann <ann@mail.ACME.com>", "acme.com", FALSE },
  { "https://www.acme.co.uk:8080/a?b=c@d.e", "acme.co.uk", FALSE },
  { "acme.com.br", "acme.com.br", FALSE },
  { "www.acme.de.", "acme.de", FALSE },
  { "ann@gmail.com", "gmail.com", TRUE },
  { "x@yahoo.co.uk", "yahoo.co.uk", TRUE },
  { "x@web.de", "web.de", TRUE },
  { "info@web-design.de", "web-design.de", FALSE },
  { "müller@bücher.de", "bücher.de", FALSE },
  { "Acme Corp", NULL, FALSE },
  { "1.25", NULL, FALSE },
  { "192.168.0.1", NULL, FALSE },
  { "ann@", NULL, FALSE },
  { "", NULL, FALSE },
};

static void
test_domains (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *domain = bw_key_dup_domain (domains[i].text);

      g_assert_cmpstr (domain, ==, domains[i].domain);
      if (domain != NULL)
        g_assert_cmpint (bw_domain_is_free (domain), ==, domains[i].is_free);
    }
}

static void
test_folds (void)
{
  static const char *const same[][2] = {
    { "C 12", "c12" }, { " Acme  Corp ", "acme corp" }, { "ÄRZTE", "ärzte" }, { "1  23", "1 23" },
    { "A\xc2\xa0" "B", "ab" }, { "Straße", "STRASSE" },
  };
  static const char *const apart[][2] = { { "1 23", "12 3" }, { "C-12", "C12" }, { "017", "17" } };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = bw_key_fold (same[i][0]);
      g_autofree char *b = bw_key_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autofree char *a = bw_key_fold (apart[i][0]);
      g_autofree char *b = bw_key_fold (apart[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/joins/", cases[i].name, NULL);
      g_autofree char *again = g_strconcat (path, "/again", NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (again, &cases[i], test_again);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/joins/duplicates/", rules[i].name, NULL);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  g_test_add_func ("/panel/joins/with-join", test_with_join);
  g_test_add_func ("/panel/joins/domains", test_domains);
  g_test_add_func ("/panel/joins/folds", test_folds);

  return g_test_run ();
}
