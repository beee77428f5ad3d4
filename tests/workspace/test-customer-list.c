/* The list of customers: orders, search, filter, slots that stay, and what is told of a change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "workspace/customer-index.h"
#include "workspace/customer-list.h"

#include <math.h>

#define ALL G_MAXUINT

/* The listed rows as a text: "2 1 3". */
static char *
rows_of (BwCustomerList *list)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i > 0 ? " %u" : "%u", bw_customer_list_get_row (list, i));
  g_assert_cmpuint (bw_customer_list_get_row (list, n), ==, BW_NONE);
  g_assert_cmpuint (bw_customer_list_get_customer (list, n), ==, BW_NONE);

  return g_strdup (text->str);
}

static void
assert_rows (BwCustomerList *list,
             const char     *rows)
{
  g_autofree char *found = rows_of (list);

  g_assert_cmpstr (found, ==, rows);
}

typedef struct
{
  const char     *name;
  BwCustomerOrder order;
  gboolean        descending;
  const char     *rows;
} OrderCase;

/* By name: Alder & Finch 3, alder 1 (or the other way round), Brück 2, Cobalt 5, Łódź 4, Zoë 0. */
static const OrderCase order_cases[] = {
  { "name", BW_ORDER_NAME, FALSE, "1 3 2 5 4 0" },
  { "name-descending", BW_ORDER_NAME, TRUE, "0 4 5 2 3 1" },
  { "score", BW_ORDER_SCORE, FALSE, "2 1 3 5 0 4" },
  { "score-descending", BW_ORDER_SCORE, TRUE, "0 5 1 3 2 4" },
  { "band", BW_ORDER_BAND, FALSE, "2 1 3 5 0 4" },
  { "band-descending", BW_ORDER_BAND, TRUE, "5 0 1 3 2 4" },
  { "change", BW_ORDER_CHANGE, FALSE, "1 3 2 5 0 4" },
  { "rank", BW_ORDER_RANK, FALSE, "3 0 2 5 1 4" },
  { "money", BW_ORDER_MONEY, FALSE, "3 4 0 5 1 2" },
  { "money-descending", BW_ORDER_MONEY, TRUE, "1 5 0 4 3 2" },
  { "renewal", BW_ORDER_RENEWAL, FALSE, "4 1 5 0 2 3" },
  { "renewal-descending", BW_ORDER_RENEWAL, TRUE, "2 0 1 5 4 3" },
  { "segment", BW_ORDER_SEGMENT, FALSE, "1 5 0 3 2 4" },
};

static void
test_order (gconstpointer data)
{
  const OrderCase *c = data;
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);

  fixture_wait_for_history (workspace);
  bw_customer_list_set_order (list, c->order, c->descending);
  assert_rows (list, c->rows);
}

typedef struct
{
  const char *name;
  const char *words;
  const char *rows;
} SearchCase;

static const SearchCase search_cases[] = {
  { "nothing", "", "2 1 3 5 0 4" },
  { "blank", "  ", "2 1 3 5 0 4" },
  { "case", "ALDER", "1 3" },
  { "two-words", "finch ald", "3" },
  { "accent", "bruck", "2" },
  { "accent-typed", "BRÜ", "2" },
  { "stroke", "lodz", "4" },
  { "key", "k5", "5" },
  { "not-across", "alderk1", "" },
  { "nobody", "xyz", "" },
};

static void
test_search (gconstpointer data)
{
  const SearchCase *c = data;
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);

  bw_customer_list_set_search (list, c->words);
  assert_rows (list, c->rows);
}

static void
test_search_narrows_and_widens (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);

  bw_customer_list_set_search (list, "a");
  assert_rows (list, "1 3 5");
  bw_customer_list_set_search (list, "al");
  assert_rows (list, "1 3 5");
  bw_customer_list_set_search (list, "ald");
  assert_rows (list, "1 3");
  bw_customer_list_set_search (list, "a");
  assert_rows (list, "1 3 5");
  bw_customer_list_set_search (list, NULL);
  assert_rows (list, "2 1 3 5 0 4");
}

static void
test_filter (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);

  bw_customer_list_set_bands (list, 1 << 0);
  assert_rows (list, "2");
  bw_customer_list_set_bands (list, 1 << 1 | 1 << BW_NO_BAND);
  assert_rows (list, "1 3 4");
  bw_customer_list_set_bands (list, ALL);
  bw_workspace_set_segment (workspace, PRO);
  assert_rows (list, "1 5 0");
  bw_workspace_set_segment (workspace, REST);
  assert_rows (list, "2 3 4");
  g_assert_cmpuint (bw_customer_list_find (list, 3), ==, 1);
  g_assert_cmpuint (bw_customer_list_find (list, 0), ==, BW_NONE);
  g_assert_cmpuint (bw_customer_list_find (list, BW_NONE), ==, BW_NONE);
  g_assert_cmpuint (bw_customer_list_get_customer (list, 1), ==, 3);
}

/* Scores are 90, 50, 15, 50, none and 70, and were 5 more a month before; where nothing caps them. */
static BwWorkspace *
workspace_of (guint       n_snapshots,
              const char *more)
{
  g_autofree char *text = g_strdup_printf (
    "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"Lists\", %s"
    " \"metrics\": ["
    "  {\"id\": \"usage\", \"name\": \"Usage\", \"column\": \"Usage\","
    "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 100}},"
    "  {\"id\": \"tickets\", \"name\": \"Tickets\", \"column\": \"Tickets\","
    "   \"direction\": \"hurts\", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 10}}],"
    " \"segments\": [{\"id\": \"all\", \"name\": \"Everyone\","
    "   \"weights\": {\"usage\": 50, \"tickets\": 50}}]}", more);
  g_autoptr(BwPanel) panel = fixture_panel (n_snapshots);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json (text, -1, "test.json", &error);
  BwWorkspace *workspace = bw_workspace_new ();

  g_assert_no_error (error);
  g_assert_true (bw_workspace_take_panel (workspace, panel, model, &error));
  g_assert_no_error (error);

  return workspace;
}

#define LATE_WATCH "\"bands\": [{\"id\": \"r\", \"name\": \"At risk\", \"colour\": \"red\", \"from\": 0}, " \
  "{\"id\": \"g\", \"name\": \"Healthy\", \"colour\": \"green\", \"from\": 60}],"
#define RULES "\"rules\": [{\"at-most\": 49, \"reason\": \"c\", \"where\": {\"all\": [" \
  "{\"column\": \"Tickets\", \"at-most\": 3}]}}, {\"at-least\": 20, \"reason\": \"f\", " \
  "\"where\": {\"all\": [{\"column\": \"Tickets\", \"at-least\": 9}]}}],"

typedef struct
{
  const char *name;
  BwReadyList list;
  guint       n_snapshots;
  const char *model;
  gboolean    applies;
  const char *rows;
} ReadyCase;

static const ReadyCase ready_cases[] = {
  { "all", BW_READY_ALL, 1, "", TRUE, "2 1 3 5 0 4" },
  { "renewing", BW_READY_RENEWING, 1, LATE_WATCH, TRUE, "1" },
  { "renewing-nobody", BW_READY_RENEWING, 1, "", TRUE, "" },
  { "falling", BW_READY_FALLING, 2, "", TRUE, "2 1 3 5 0" },
  { "falling-steady", BW_READY_FALLING, 2, "\"trend\": {\"days\": 28, \"steady\": 5},", TRUE, "" },
  { "falling-no-past", BW_READY_FALLING, 1, "", FALSE, "" },
  { "growing", BW_READY_GROWING, 1, "", TRUE, "5 0" },
  { "growing-but-falling", BW_READY_GROWING, 2, "", TRUE, "" },
  { "capped", BW_READY_CAPPED, 1, RULES, TRUE, "5 0" },
  { "capped-no-rules", BW_READY_CAPPED, 1, "", FALSE, "" },
};

static void
test_ready (gconstpointer data)
{
  const ReadyCase *c = data;
  g_autoptr(BwWorkspace) workspace = workspace_of (c->n_snapshots, c->model);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);
  g_autofree char *name = bw_ready_list_name (c->list, workspace);

  fixture_wait_for_history (workspace);
  g_assert_cmpint (bw_ready_list_applies (c->list, workspace), ==, c->applies);
  g_assert_null (strchr (name, '%'));
  bw_customer_list_set_ready (list, c->list);
  assert_rows (list, c->rows);
  bw_customer_list_set_ready (list, BW_READY_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 6);
}

typedef struct
{
  guint refreshed, changed, position, removed, added;
} Told;

static void
on_refresh (BwCustomerList *list,
            Told           *told)
{
  told->refreshed++;
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Told       *told)
{
  *told = (Told) { told->refreshed, told->changed + 1, position, removed, added };
}

static void
listen (BwCustomerList *list,
        Told           *told)
{
  g_signal_connect (list, "refresh", G_CALLBACK (on_refresh), told);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), told);
}

static void
test_slots_stay (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);
  g_autoptr(BwCustomerSlot) slot = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autoptr(BwCustomerSlot) again = NULL;
  Told told = { 0 };

  listen (list, &told);
  bw_customer_list_set_order (list, BW_ORDER_NAME, FALSE);
  bw_customer_list_set_order (list, BW_ORDER_NAME, FALSE);
  g_assert_cmpuint (told.refreshed, ==, 1);
  g_assert_cmpuint (told.changed, ==, 0);

  bw_customer_list_set_search (list, "alder");
  g_assert_cmpuint (told.refreshed, ==, 2);
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpuint (told.position, ==, 2);
  g_assert_cmpuint (told.removed, ==, 4);
  g_assert_cmpuint (told.added, ==, 0);

  bw_customer_list_set_search (list, "");
  g_assert_cmpuint (told.position, ==, 2);
  g_assert_cmpuint (told.added, ==, 4);
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (again == slot);
  g_assert_cmpuint (bw_customer_slot_get_position (slot), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 6));
}

/* On usage alone the Pro customers keep their order; on calls they turn round. */
static void
test_follows_a_drag (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = NULL;
  Told told = { 0 };

  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_set_used (workspace, CALLS, TRUE);
  list = bw_customer_list_new (workspace);
  assert_rows (list, "1 5 0");
  listen (list, &told);
  bw_workspace_drag_begin (workspace, CALLS);
  bw_workspace_drag_to (workspace, 1.0);
  assert_rows (list, "0 5 1");
  g_assert_cmpuint (told.refreshed, ==, 1);
  bw_workspace_drag_to (workspace, 1.0);
  g_assert_cmpuint (told.refreshed, ==, 1);
  bw_workspace_drag_cancel (workspace);
  assert_rows (list, "1 5 0");
  g_assert_cmpuint (told.refreshed, ==, 2);
  g_assert_cmpuint (told.changed, ==, 0);
}

static void
test_sleeps_while_nobody_looks (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);
  g_autoptr(BwPanel) panel = fixture_panel (2);
  Told told = { 0 };

  bw_customer_list_set_active (list, FALSE);
  listen (list, &told);
  bw_workspace_set_segment (workspace, PRO);
  bw_customer_list_set_order (list, BW_ORDER_MONEY, TRUE);
  g_assert_cmpuint (told.refreshed, ==, 0);
  bw_customer_list_set_active (list, TRUE);
  g_assert_cmpuint (told.refreshed, ==, 1);
  assert_rows (list, "1 5 0");

  bw_customer_list_set_active (list, FALSE);
  bw_customer_list_set_active (list, TRUE);
  g_assert_cmpuint (told.refreshed, ==, 1); /* there was nothing to catch up with */

  bw_customer_list_set_active (list, FALSE);
  g_assert_true (bw_workspace_take_panel (workspace, panel, NULL, NULL));
  assert_rows (list, ""); /* the rows of the old panel are gone */
  bw_customer_list_set_active (list, TRUE);
  assert_rows (list, "1 5 0");
}

static void
test_before_the_first_import (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);
  g_autoptr(BwPanel) panel = fixture_panel (1);

  bw_customer_list_set_search (list, "alder");
  bw_customer_list_set_order (list, BW_ORDER_SCORE, TRUE);
  g_assert_cmpuint (bw_customer_list_find (list, 0), ==, BW_NONE);
  assert_rows (list, "");
  g_assert_true (bw_workspace_take_panel (workspace, panel, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
}

/* Whether the customer at @position stands rightly before the next one: missing scores last, ties
 * in the order of names, which is that of the file backwards. */
static gboolean
is_in_order (BwCustomerList *list,
             BwResults      *results,
             guint           position,
             gboolean        highest_first)
{
  const guint row = bw_customer_list_get_row (list, position);
  const guint next = bw_customer_list_get_row (list, position + 1);
  const double a = bw_results_get_score (results, row);
  const double b = bw_results_get_score (results, next);

  if (isnan (b))
    return !isnan (a) || row > next;
  if (a == b)
    return row > next;

  return highest_first ? a > b : a < b;
}

static void
test_crowd (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = fixture_crowd (5000);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(BwCustomerList) list = NULL;
  BwResults *results;

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));
  results = bw_workspace_get_results (workspace);
  list = bw_customer_list_new (workspace);
  for (guint way = 0; way < 4; way++)
    {
      const gboolean by_rank = way >= 2, descending = way % 2;

      bw_workspace_set_segment (workspace, REST);
      bw_customer_list_set_order (list, by_rank ? BW_ORDER_RANK : BW_ORDER_SCORE, descending);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5000);
      for (guint i = 0; i + 1 < 5000; i++)
        g_assert_true (is_in_order (list, results, i, descending != by_rank));
    }
  g_assert_cmpuint (bw_customer_list_find (list, bw_customer_list_get_customer (list, 4321)), ==,
                    4321);
}

static void
test_fold (void)
{
  static const char *const rows[][2] = {
    { "Müller GmbH", "muller gmbh" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "Ørsted", "orsted" },
    { "Ægir", "aegir" },
    { "ﬁne", "fine" },
    { "Ελλάς", "ελλασ" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = bw_fold_text (rows[i][0]);

      g_assert_cmpstr (folded, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/customer-list/order/%s", order_cases[i].name);

      g_test_add_data_func (path, &order_cases[i], test_order);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/customer-list/search/%s", search_cases[i].name);

      g_test_add_data_func (path, &search_cases[i], test_search);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ready_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/customer-list/ready/%s", ready_cases[i].name);

      g_test_add_data_func (path, &ready_cases[i], test_ready);
    }
  g_test_add_func ("/customer-list/narrows", test_search_narrows_and_widens);
  g_test_add_func ("/customer-list/filter", test_filter);
  g_test_add_func ("/customer-list/slots-stay", test_slots_stay);
  g_test_add_func ("/customer-list/follows-a-drag", test_follows_a_drag);
  g_test_add_func ("/customer-list/sleeps", test_sleeps_while_nobody_looks);
  g_test_add_func ("/customer-list/before-import", test_before_the_first_import);
  g_test_add_func ("/customer-list/crowd", test_crowd);
  g_test_add_func ("/customer-list/fold", test_fold);

  return g_test_run ();
}
