/* Those who change band between two models, as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/movers-export.h"

#include "files/replace.h"
#include "score/export.h"
#include "table/csv.h"

#include <math.h>

/* What each line is looked up in. */
typedef struct
{
  const BwResults *from;
  const BwResults *to;
  BwPanel         *panel;
  BwSnapshot      *snapshot;
  BwColumn        *renewals; /* or NULL */
  const double    *kept;     /* by row, or NULL */
} Source;

static void
source_init (Source          *self,
             const BwResults *from,
             const BwResults *to,
             const double    *kept)
{
  BwPrepared *prepared = bw_results_get_prepared (to);
  guint column;

  self->from = from;
  self->to = to;
  self->panel = bw_prepared_get_panel (prepared);
  self->snapshot = bw_panel_get_snapshot (self->panel, bw_prepared_get_snapshot (prepared));
  self->kept = kept;

  column = bw_panel_find_role (self->panel, BW_ROLE_RENEWAL);
  self->renewals = column != BW_NONE ? bw_snapshot_get_column (self->snapshot, column) : NULL;
  if (self->renewals != NULL && bw_column_type_is_coded (bw_column_get_type (self->renewals)))
    self->renewals = NULL;
}

static void
append_side (GString         *out,
             const BwResults *results,
             double           score,
             guint            band)
{
  const BwModel *model = bw_results_get_model (results);

  bw_csv_append_fixed (out, score, 6);
  g_string_append_c (out, ',');
  if (band < bw_model_get_n_bands (model))
    bw_csv_append_guarded (out, bw_model_get_band (model, band)->name);
  else
    g_string_append (out, "Not enough data");
  g_string_append_c (out, ',');
}

static void
append_mover (GString       *out,
              const Source  *source,
              const BwMover *mover)
{
  const guint customer = bw_snapshot_get_customers (source->snapshot)[mover->row];
  const guint segment = bw_results_get_segment (source->to, mover->row);

  bw_csv_append_guarded (out, bw_panel_get_key (source->panel, customer));
  g_string_append_c (out, ',');
  bw_csv_append_guarded (out, bw_panel_get_name (source->panel, customer));
  g_string_append_c (out, ',');
  bw_csv_append_guarded (out, bw_model_get_segment (bw_results_get_model (source->to),
                                                    segment)->name);
  g_string_append_c (out, ',');
  append_side (out, source->from, mover->from, mover->from_band);
  append_side (out, source->to, mover->to, mover->to_band);
  bw_csv_append_fixed (out, mover->to - mover->from, 6);
  g_string_append_c (out, ',');
  bw_csv_append_number (out, bw_prepared_get_money (bw_results_get_prepared (source->to),
                                                    mover->row));
  g_string_append_c (out, ',');
  if (source->renewals != NULL)
    bw_csv_append_cell (out, source->renewals, mover->row, TRUE);
  g_string_append_c (out, ',');
  bw_csv_append_fixed (out, source->kept != NULL ? source->kept[mover->row] : NAN, 3);
  g_string_append_c (out, '\n');
}

/**
 * bw_movers_write:
 * @from: the one side; @to: the other
 * @movers: (array length=n_movers): of both, in the order that is wanted
 * @kept: (nullable) (array): by row, the share of draws in which a customer keeps its band under
 *   @to, 0 to 1, NaN where it is not known
 *
 * Writes header and rows: `customer,name,segment,from_score,from_band,to_score,to_band,difference,
 * money,renewal,kept`. Scores have six decimals and are empty where there is not enough data; texts
 * are guarded against being run as formulas. The stream stays open.
 *
 * Returns: whether all was written
 */
gboolean
bw_movers_write (const BwResults *from,
                 const BwResults *to,
                 const BwMover   *movers,
                 gsize            n_movers,
                 const double    *kept,
                 GOutputStream   *stream,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr(GString) out = g_string_sized_new (2 * BW_SCORES_BLOCK);
  Source source;

  source_init (&source, from, to, kept);
  g_string_append (out, "customer,name,segment,from_score,from_band,to_score,to_band,difference,"
                   "money,renewal,kept\n");
  for (gsize i = 0; i < n_movers; i++)
    {
      append_mover (out, &source, &movers[i]);
      if (!bw_scores_pass_on (out, BW_SCORES_BLOCK, stream, cancellable, error))
        return FALSE;
    }

  return bw_scores_pass_on (out, 0, stream, cancellable, error);
}

/**
 * bw_movers_save:
 * @file: replaced as a whole or, on failure, left as it was
 *
 * Writes what bw_movers_write() does to a file.
 */
gboolean
bw_movers_save (const BwResults *from,
                const BwResults *to,
                const BwMover   *movers,
                gsize            n_movers,
                const double    *kept,
                GFile           *file,
                GCancellable    *cancellable,
                GError         **error)
{
  GOutputStream *stream = bw_replace_begin (file, error);

  return stream != NULL &&
         bw_replace_end (stream, bw_movers_write (from, to, movers, n_movers, kept, stream, cancellable, error),
                         error);
}
