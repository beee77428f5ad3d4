/* The list of customers: conditions that filter it, and the order of everybody, which is kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "workspace/customer-list.h"

#include <math.h>

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
  const char *name;
  gboolean    any;
  BwCondition conditions[2];
  guint       n_conditions;
  const char *rows;
} WhereCase;

static const BwOperand basic[] = { { "Basic", NAN } }, pro[] = { { "Pro", NAN } };
static const BwOperand much[] = { { "300", NAN } }, little[] = { { "30", NAN } };

/* Plans are Pro, Pro, Basic, Basic, Basic, Pro; ARR 100, 500, none, 50, 70, 300. */
static const WhereCase where_cases[] = {
  { "one", FALSE, { { BW_SUBJECT_COLUMN, "Plan", BW_TEST_ONE_OF, basic, 1 } }, 1, "2 3 4" },
  { "all", FALSE, { { BW_SUBJECT_COLUMN, "Plan", BW_TEST_IS, pro, 1 },
                    { BW_SUBJECT_COLUMN, "ARR", BW_TEST_AT_LEAST, much, 1 } }, 2, "1 5" },
  { "any", TRUE, { { BW_SUBJECT_COLUMN, "Usage", BW_TEST_LESS, little, 1 },
                   { BW_SUBJECT_COLUMN, "ARR", BW_TEST_AT_LEAST, much, 1 } }, 2, "2 1 5" },
  { "empty", FALSE, { { BW_SUBJECT_COLUMN, "Renewal", BW_TEST_EMPTY, .empty = TRUE } }, 1, "3" },
  { "nobody", FALSE, { { BW_SUBJECT_COLUMN, "Plan", BW_TEST_IS, little, 1 } }, 1, "" },
  { "unknown", FALSE, { { BW_SUBJECT_COLUMN, "Owner", BW_TEST_IS, pro, 1 } }, 1, "2 1 3 5 0 4" },
};

static void
test_where (gconstpointer data)
{
  const WhereCase *c = data;
  const BwConditions where = { c->any, c->conditions, c->n_conditions };
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);
  g_autoptr(BwPanel) panel = fixture_panel (2);

  bw_customer_list_set_filter (list, &where);
  assert_rows (list, c->rows);
  g_assert_true (bw_workspace_take_panel (workspace, panel, NULL, NULL));
  assert_rows (list, c->rows); /* the filter stays */
  bw_customer_list_set_filter (list, NULL);
  assert_rows (list, "2 1 3 5 0 4");
}

/* What is kept of everybody's order is what a list that has seen nothing before finds. */
static void
test_everybody_again (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (workspace);

  fixture_wait_for_history (workspace);
  for (guint i = 0; i < 12 * (BW_ORDER_SEGMENT + 1); i++)
    {
      const BwCustomerOrder order = i / 12;
      const gboolean descending = i / 6 % 2;
      g_autoptr(BwCustomerList) fresh = NULL;
      g_autofree char *expected = NULL;

      bw_workspace_set_segment (workspace, i % 2 == 0 ? PRO : BW_ALL_SEGMENTS);
      if (i % 6 == 2) /* the order is another from now on */
        {
          bw_workspace_set_used (workspace, CALLS, TRUE);
          bw_workspace_drag_begin (workspace, CALLS);
          bw_workspace_drag_to (workspace, i % 7 / 7.0);
          bw_workspace_drag_end (workspace);
        }
      bw_customer_list_set_order (list, order, descending);
      fresh = bw_customer_list_new (workspace);
      bw_customer_list_set_order (fresh, order, descending);
      expected = rows_of (fresh);
      assert_rows (list, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (where_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/customer-filter/%s", where_cases[i].name);

      g_test_add_data_func (path, &where_cases[i], test_where);
    }
  g_test_add_func ("/customer-filter/everybody-again", test_everybody_again);

  return g_test_run ();
}
