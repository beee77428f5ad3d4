/* What differs between two models, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/differences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The shares of segment @a of @from and of @b of @to. */
static void
compare_weights (GPtrArray *out,
                 BwModel   *from,
                 guint      a,
                 BwModel   *to,
                 guint      b)
{
  for (guint i = 0; i < bw_model_get_n_metrics (to); i++)
    {
      const BwMetric *metric = bw_model_get_metric (to, i);
      const guint then = bw_model_find_metric (from, metric->id);
      const double x = then == BW_NONE ? 0 : bw_model_get_segment (from, a)->shares[then];
      const double y = bw_model_get_segment (to, b)->shares[i];

      if (fabs (x - y) > 1e-9)
        /* TRANSLATORS: a segment, a metric and two shares of the weight */
        g_ptr_array_add (out, g_strdup_printf (_("%s: weight of %s from %.0f %% to %.0f %%"),
                                               bw_model_get_segment (to, b)->name, metric->name,
                                               100 * x, 100 * y));
    }
}

/**
 * bw_model_list_differences:
 *
 * Returns: (transfer full): empty where both say the same
 */
GStrv
bw_model_list_differences (BwModel *from,
                           BwModel *to)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new ();

  for (guint i = 0; i < bw_model_get_n_segments (to); i++)
    {
      const guint then = bw_model_find_segment (from, bw_model_get_segment (to, i)->id);

      if (then != BW_NONE)
        compare_weights (out, from, then, to, i);
    }
  if (out->len == 0 && !bw_model_equal (from, to))
    g_ptr_array_add (out, g_strdup (_("Other parts of the model differ")));
  g_ptr_array_add (out, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&out), FALSE);
}
