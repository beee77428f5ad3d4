/* Everybody is put in order by a worker while nothing changes, and listed so when all are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "workspace/customer-index.h"
#include "workspace/customer-list.h"
#include "workspace/customer-rows.h"

#define MANY 30000

typedef struct
{
  const char *name;
  BwRowChoice choice;
  gboolean    planned; /* whether there is something for a worker to do */
  guint       first;   /* the row that comes first then */
} Case;

/* The orders of six customers are those of the test of the list. */
static const Case cases[] = {
  { "score", { BW_ORDER_SCORE, FALSE, G_MAXUINT }, TRUE, 2 },
  { "score-descending", { BW_ORDER_SCORE, TRUE, G_MAXUINT }, TRUE, 0 },
  { "rank", { BW_ORDER_RANK, FALSE, G_MAXUINT }, TRUE, 3 },
  { "renewal", { BW_ORDER_RENEWAL, FALSE, G_MAXUINT }, TRUE, 4 },
  { "names-are-in-order", { BW_ORDER_NAME, FALSE, G_MAXUINT }, FALSE, 0 },
  { "changes-hang-on-history", { BW_ORDER_CHANGE, FALSE, G_MAXUINT }, FALSE, 0 },
  { "one-band-is-not-everybody", { BW_ORDER_SCORE, FALSE, 1 }, FALSE, 0 },
};

static void
on_sorted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static BwCustomerRows *
rows_of (BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  BwCustomerRows *rows = bw_customer_rows_new (panel);

  bw_customer_rows_take_names (rows, bw_order_by_name (panel, bw_panel_get_n_snapshots (panel) - 1));

  return rows;
}

/* Turned round, so that it can be seen whether it is used. */
static void
take_reversed (BwCustomerRows *rows,
               GAsyncResult   *result,
               guint           n)
{
  const BwAhead *ahead;
  g_autofree guint32 *everybody = bw_ahead_sort_finish (result, &ahead);

  for (guint i = 0; i < n / 2; i++)
    {
      const guint32 row = everybody[i];

      everybody[i] = everybody[n - 1 - i];
      everybody[n - 1 - i] = row;
    }
  bw_customer_rows_take_everybody (rows, ahead, g_steal_pointer (&everybody));
}

static void
test_plan (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(BwCustomerRows) rows = rows_of (workspace);
  g_autoptr(GAsyncResult) result = NULL;
  BwAhead *ahead = bw_customer_rows_plan (rows, workspace, &c->choice);

  g_assert_cmpint (ahead != NULL, ==, c->planned);
  if (ahead == NULL)
    return;

  bw_ahead_sort_async (ahead, NULL, on_sorted, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  take_reversed (rows, result, 6);
  bw_customer_rows_forget_changes (rows); /* the history comes later: no order here hangs on it */
  g_assert_null (bw_customer_rows_plan (rows, workspace, &c->choice));

  bw_customer_rows_update (rows, workspace, &c->choice);
  g_assert_cmpuint (bw_customer_rows_get_row (rows, 5), ==, c->first);

  bw_workspace_set_segment (workspace, 0);
  bw_workspace_drag_begin (workspace, 0);
  bw_workspace_drag_to (workspace, 0.3);
  bw_workspace_drag_end (workspace);
  bw_workspace_set_segment (workspace, BW_ALL_SEGMENTS);
  bw_customer_rows_update (rows, workspace, &c->choice);
  g_assert_cmpuint (bw_customer_rows_get_row (rows, 5), !=, c->first);
}

/* The list of a crowd does it by itself, and what it lists in the end is in order. */
static void
test_list (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = fixture_crowd (MANY);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(BwCustomerList) list = NULL;
  const gint64 end = g_get_monotonic_time () + 600 * G_TIME_SPAN_MILLISECOND;
  double last = -1;

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));
  bw_workspace_set_segment (workspace, 0);
  list = bw_customer_list_new (workspace);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  bw_workspace_set_segment (workspace, BW_ALL_SEGMENTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  for (guint i = 0; i < MANY; i++)
    {
      const double score = bw_results_get_score (bw_workspace_get_results (workspace),
                                                 bw_customer_list_get_row (list, i));

      if (score != score)
        last = 101;
      else
        g_assert_cmpfloat (last, <=, score);
      last = MAX (last, score == score ? score : last);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/customer-ahead/plan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_plan);
    }
  g_test_add_func ("/customer-ahead/list", test_list);

  return g_test_run ();
}
