/* What two models do to the same customers, as JSON with all digits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/compare-text.h"

#include "cli/json-parts.h"
#include "table/csv.h"

#include <math.h>

/* The id of a band, or NULL for not enough data. */
static const char *
band_id (const BwModel *model,
         guint          band)
{
  return band < bw_model_get_n_bands (model) ? bw_model_get_band (model, band)->id : NULL;
}

static void
append_side (GString       *out,
             const char    *member,
             const char    *file,
             const BwModel *model)
{
  g_string_append_printf (out, "  \"%s\": {", member);
  bw_json_append_text (out, "file", file);
  g_string_append (out, ", ");
  bw_json_append_text (out, "name", bw_model_get_name (model));
  g_string_append (out, "},\n");
}

static void
append_facts (GString      *out,
              const BwView *view)
{
  const BwComparison *comparison = view->comparison;
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  const double date =
    bw_snapshot_get_date (bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                 bw_prepared_get_snapshot (prepared)));
  g_autoptr(GString) day = g_string_new (NULL);

  append_side (out, "from", view->baseline_name, bw_results_get_model (view->baseline));
  append_side (out, "to", view->name, bw_results_get_model (view->results));
  bw_csv_append_date (day, date);
  g_string_append (out, "  ");
  bw_json_append_text (out, "snapshot", isnan (date) ? NULL : day->str);
  g_string_append (out, ", ");
  bw_json_append_text (out, "segment", view->segment == BW_ALL_SEGMENTS ? NULL :
                       bw_model_get_segment (bw_results_get_model (view->results),
                                             view->segment)->id);
  bw_json_append_number (out, "customers", comparison->n_customers);
  bw_json_append_number (out, "scored", comparison->n_scored);
  bw_json_append_number (out, "mean_from", comparison->mean_from);
  bw_json_append_number (out, "mean_to", comparison->mean_to);
  bw_json_append_number (out, "mean_distance", comparison->mean_distance);
  bw_json_append_number (out, "spearman", comparison->spearman);
  bw_json_append_number (out, "kendall", comparison->kendall);
  bw_json_append_number (out, "moved", comparison->movement.n_movers);
  bw_json_append_number (out, "moved_money", comparison->movement.money);
}

/* Every pair of bands, also those of nobody; null is not enough data. */
static void
append_matrix (GString      *out,
               const BwView *view)
{
  const BwModel *from = bw_results_get_model (view->baseline);
  const BwModel *to = bw_results_get_model (view->results);
  const guint n_from = bw_model_get_n_bands (from);
  const guint n_to = bw_model_get_n_bands (to);

  g_string_append (out, ",\n  \"matrix\": [");
  for (guint i = 0; i <= n_from; i++)
    {
      for (guint j = 0; j <= n_to; j++)
        {
          const guint a = i < n_from ? i : BW_NO_BAND;
          const guint b = j < n_to ? j : BW_NO_BAND;

          g_string_append (out, i + j > 0 ? ",\n    {" : "\n    {");
          bw_json_append_text (out, "from", band_id (from, a));
          g_string_append (out, ", ");
          bw_json_append_text (out, "to", band_id (to, b));
          bw_json_append_number (out, "customers", view->comparison->counts[a][b]);
          bw_json_append_number (out, "money", view->comparison->money[a][b]);
          g_string_append_c (out, '}');
        }
    }
  g_string_append (out, "\n  ]");
}

static void
append_mover (GString       *out,
              const BwView  *view,
              const BwMover *mover)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (prepared));
  const guint customer = bw_snapshot_get_customers (snapshot)[mover->row];

  bw_json_append_text (out, "customer", bw_panel_get_key (panel, customer));
  g_string_append (out, ", ");
  bw_json_append_text (out, "name", bw_panel_get_name (panel, customer));
  bw_json_append_number (out, "from_score", mover->from);
  g_string_append (out, ", ");
  bw_json_append_text (out, "from_band", band_id (bw_results_get_model (view->baseline),
                                                  mover->from_band));
  bw_json_append_number (out, "to_score", mover->to);
  g_string_append (out, ", ");
  bw_json_append_text (out, "to_band", band_id (bw_results_get_model (view->results),
                                                mover->to_band));
  bw_json_append_number (out, "money", bw_prepared_get_money (prepared, mover->row));
}

/**
 * bw_compare_to_json:
 *
 * Returns: (transfer full): facts, every cell of the table of bands, every mover
 */
char *
bw_compare_to_json (const BwView *view,
                    GArray       *movers)
{
  GString *out = g_string_new ("{\n");

  append_facts (out, view);
  append_matrix (out, view);
  g_string_append (out, ",\n  \"movers\": [");
  for (guint i = 0; i < movers->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      append_mover (out, view, &g_array_index (movers, BwMover, i));
      g_string_append_c (out, '}');
    }
  g_string_append (out, movers->len > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (out, FALSE);
}
