/* Where a metric's values begin and end on its axis, and what of a long tail is left out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../model/fixture.h"

#include "chart/raw-values.h"

#define N 100

typedef struct
{
  const char *name;
  double      step;  /* the values are 0, step, 2 step, 3 step, as often */
  double      tail;  /* of the last of a hundred */
  double      high;
  double      grain;
} Case;

/* The 5 % above which a tail begins stand at the highest of the other 99 values. */
static const Case cases[] = {
  { "no-tail", 1, 3, 3, 1 },
  { "short-tail", 1, 4, 4, 1 },
  { "few-whole-numbers", 1, 24, 24, 1 },
  { "many-whole-numbers", 1, 25, 3, 1 },
  { "a-short-tail-of-parts", 0.5, 2, 2, 0.1 },
  { "a-long-tail-of-parts", 0.5, 3, 1.5, 0.1 },
};

static const FixtureColumn columns[] = {
  { "Tickets", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
};

static void
test_ends (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autoptr(BwModel) model = fixture_model ("{\"id\": \"m\", \"name\": \"M\", \"group\": \"g\","
                                            " \"column\": \"Tickets\", \"scale\":"
                                            " {\"type\": \"linear\", \"from\": 0, \"to\": 5}}",
                                            NULL, NULL);
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwRawValues) values = NULL;
  FixtureSnapshot snapshot = { "2026-03-31", NULL };

  for (guint i = 0; i < N; i++)
    g_string_append_printf (rows, "%sc%u|%g", i > 0 ? "\n" : "", i,
                            i + 1 == N ? row->tail : row->step *(i % 4));
  snapshot.rows = rows->str;
  panel = fixture_panel (columns, G_N_ELEMENTS (columns), &snapshot, 1);
  prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
  values = bw_raw_values_new (prepared, bw_model_get_metric (model, 0), NULL);

  g_assert_cmpuint (values->n_present, ==, N);
  g_assert_cmpfloat (values->low, ==, 0);
  g_assert_cmpfloat (values->high, ==, row->high);
  g_assert_cmpfloat (values->grain, ==, row->grain);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/raw-values/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_ends);
    }

  return g_test_run ();
}
