/* What differs between two models, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts are found by id, so that a new name is a new name and not another part. The sentences are in
 * the order of how much they move scores, then of how large the change is. */

#include "model/differences.h"

#include "model/differences-private.h"

#include <glib/gi18n-lib.h>

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const BwDifference *x = a, *y = b;

  if (x->about != y->about)
    return x->about < y->about ? -1 : 1;

  return x->size > y->size ? -1 : x->size < y->size;
}

static void
compare_settings (BwDifferences *self)
{
  BwModel *from = self->from, *to = self->to;

  bw_differences_compare_numbers (self, BW_ABOUT_SETTINGS,
                                  _("A score needs data for {after} % of the weight instead of {before} %"), NULL,
                                  100 * bw_model_get_coverage_floor (from), 100 * bw_model_get_coverage_floor (to));
  bw_differences_compare_numbers (self, BW_ABOUT_SETTINGS, _("The trend looks back {after} days instead of {before}"), NULL,
                                  bw_model_get_trend_days (from), bw_model_get_trend_days (to));
  bw_differences_compare_numbers (self, BW_ABOUT_SETTINGS, _("A change of up to {after} points is steady, not {before}"), NULL,
                                  bw_model_get_trend_steady (from), bw_model_get_trend_steady (to));
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("The model {before} is called {after} now"), NULL,
                                bw_model_get_name (from), bw_model_get_name (to));
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("What the model is for changed"), NULL, bw_model_get_purpose (from),
                                bw_model_get_purpose (to));
}

static guint
find_group (BwModel    *model,
            const char *id)
{
  for (guint i = 0; i < bw_model_get_n_groups (model); i++)
    {
      if (g_str_equal (bw_model_get_group (model, i)->id, id))
        return i;
    }

  return BW_NONE;
}

static void
compare_groups (BwDifferences *self)
{
  for (guint i = 0; i < bw_model_get_n_groups (self->to); i++)
    {
      const BwGroup *after = bw_model_get_group (self->to, i);
      const guint then = find_group (self->from, after->id);

      if (then == BW_NONE)
        bw_differences_add_text (self, BW_ABOUT_NAMES, _("Group {name} added"), after->name, NULL, NULL);
      else
        bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("Group {before} is called {after} now"), NULL,
                                      bw_model_get_group (self->from, then)->name, after->name);
    }
  for (guint i = 0; i < bw_model_get_n_groups (self->from); i++)
    {
      const BwGroup *before = bw_model_get_group (self->from, i);

      if (find_group (self->to, before->id) == BW_NONE)
        bw_differences_add_text (self, BW_ABOUT_NAMES, _("Group {name} removed"), before->name, NULL, NULL);
    }
}

static const char *
get_metric_id (BwModel *model,
               guint    i)
{
  return bw_model_get_metric (model, i)->id;
}

static const char *
get_segment_id (BwModel *model,
                guint    i)
{
  return bw_model_get_segment (model, i)->id;
}

static const char *
get_group_id (BwModel *model,
              guint    i)
{
  return bw_model_get_group (model, i)->id;
}

typedef struct
{
  guint       (*count)(const BwModel *model);
  const char *(*get_id)(BwModel *model,
                        guint    i);
  guint       (*find)(BwModel    *model,
                      const char *id);
  BwAbout     about;
  const char *text;
} OrderRow;

static guint
find_metric (BwModel    *model,
             const char *id)
{
  return bw_model_find_metric (model, id);
}

static guint
find_segment (BwModel    *model,
              const char *id)
{
  return bw_model_find_segment (model, id);
}

static const OrderRow orders[] = {
  { bw_model_get_n_segments, get_segment_id, find_segment, BW_ABOUT_SEGMENTS,
    N_("Segments are asked in another order, so customers of several rules can change segment") },
  { bw_model_get_n_metrics, get_metric_id, find_metric, BW_ABOUT_ORDER,
    N_("Metrics stand in another order") },
  { bw_model_get_n_groups, get_group_id, find_group, BW_ABOUT_ORDER,
    N_("Groups stand in another order") },
};

/* Whether the parts that both models have stand in the same order. */
static gboolean
is_same_order (BwDifferences  *self,
               const OrderRow *row)
{
  guint last = 0;

  for (guint i = 0; i < row->count (self->to); i++)
    {
      const guint then = row->find (self->from, row->get_id (self->to, i));

      if (then != BW_NONE && then < last)
        return FALSE;
      if (then != BW_NONE)
        last = then;
    }

  return TRUE;
}

static void
compare_orders (BwDifferences *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (!is_same_order (self, &orders[i]))
        bw_differences_add (self, orders[i].about, 0, g_strdup (_(orders[i].text)));
    }
}

static GStrv
end (BwDifferences *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (list, g_array_index (self->rows, BwDifference, i).text);
  g_ptr_array_add (list, NULL);
  g_array_unref (self->rows);

  return (GStrv) g_ptr_array_free (list, FALSE);
}

/**
 * bw_model_list_differences:
 *
 * Compares every part of the models. Of a segment or metric that only one of them has the rest is not
 * listed.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences without a full stop, what matters most
 *   first; empty where both models say the same
 */
GStrv
bw_model_list_differences (BwModel *from,
                           BwModel *to)
{
  BwDifferences self = { from, to, g_array_new (FALSE, FALSE, sizeof (BwDifference)) };

  if (!bw_model_equal (from, to))
    {
      bw_differences_of_metrics (&self);
      bw_differences_of_segments (&self);
      bw_differences_of_rules (&self);
      bw_differences_of_bands (&self);
      compare_settings (&self);
      compare_groups (&self);
      compare_orders (&self);
    }

  return end (&self);
}
