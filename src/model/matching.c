/* Whom a rule takes, before and after the rules above it: what a person sees while building one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows for which a rule holds are bits, so that what several rules share is counted 64 rows at
 * a time. */

#include "model/matching.h"

#include "model/parts.h"

static gsize
count_common_bits (const guint64 *a,
                   const guint64 *b,
                   gsize          n_words)
{
  gsize n = 0;

  for (gsize i = 0; i < n_words; i++)
    n += __builtin_popcountll (a[i] & b[i]);

  return n;
}

/* Goes through the rules in order: who is taken already, and who is matched a second time. */
static void
count_taken (BwMatching     *self,
             guint64 *const *bits,
             gsize           n_words)
{
  g_autofree guint64 *once = g_new0 (guint64, n_words);
  g_autofree guint64 *twice = g_new0 (guint64, n_words);
  gsize n_before = 0;

  for (guint segment = 0; segment + 1 < self->n_segments; segment++)
    {
      gsize n_taken = 0;

      for (gsize i = 0; i < n_words; i++)
        {
          twice[i] |= once[i] & bits[segment][i];
          once[i] |= bits[segment][i];
          n_taken += __builtin_popcountll (once[i]);
        }
      self->n_matches[segment] = bw_bits_count (bits[segment], n_words);
      self->n_taken[segment] = n_taken - n_before;
      n_before = n_taken;
    }

  self->n_several = bw_bits_count (twice, n_words);
  self->n_none = self->n_rows - n_before;
  self->n_matches[self->n_segments - 1] = self->n_rows;
  self->n_taken[self->n_segments - 1] = self->n_none;
}

/**
 * bw_matching_new:
 * @model: one that bw_model_check() finds to fit @panel
 *
 * Returns: (transfer full): whom each segment's rule matches, and takes
 */
BwMatching *
bw_matching_new (const BwModel *model,
                 BwPanel       *panel,
                 guint          snapshot)
{
  BwMatching *self = g_new0 (BwMatching, 1);
  const guint n_rules = bw_model_get_n_segments (model) - 1;
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  const gsize n_words = BW_N_WORDS (n_rows);
  g_autoptr(GPtrArray) bits = g_ptr_array_new_with_free_func (g_free);

  self->n_segments = n_rules + 1;
  self->n_rows = n_rows;
  self->n_matches = g_new0 (gsize, n_rules + 1);
  self->n_taken = g_new0 (gsize, n_rules + 1);
  self->n_both = g_new0 (gsize, (gsize) n_rules * n_rules + 1);

  for (guint i = 0; i < n_rules; i++)
    g_ptr_array_add (bits, bw_conditions_find_bits (bw_model_get_segment (model, i)->where, model,
                                                    panel, snapshot));
  count_taken (self, (guint64 *const *) bits->pdata, n_words);
  for (guint i = 0; i < n_rules; i++)
    {
      for (guint j = i; j < n_rules; j++)
        {
          const gsize n = count_common_bits (g_ptr_array_index (bits, i),
                                             g_ptr_array_index (bits, j), n_words);

          self->n_both[i * n_rules + j] = n;
          self->n_both[j * n_rules + i] = n;
        }
    }

  return self;
}

void
bw_matching_free (BwMatching *self)
{
  if (self == NULL)
    return;

  g_free (self->n_matches);
  g_free (self->n_taken);
  g_free (self->n_both);
  g_free (self);
}

/**
 * bw_matching_count_rules:
 * @model: one that bw_model_check() finds to fit @panel
 *
 * Returns: (transfer full) (array length=n_rows): for each row how many segments' rules hold for it
 */
guint8 *
bw_matching_count_rules (const BwModel *model,
                         BwPanel       *panel,
                         guint          snapshot)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  guint8 *counts = g_new0 (guint8, MAX (n_rows, 1));

  for (guint i = 0; i + 1 < bw_model_get_n_segments (model); i++)
    {
      const BwConditions *where = bw_model_get_segment (model, i)->where;
      g_autofree guint64 *bits = bw_conditions_find_bits (where, model, panel, snapshot);

      for (gsize word = 0; word < BW_N_WORDS (n_rows); word++)
        {
          for (guint64 left = bits[word]; left != 0; left &= left - 1)
            counts[word * BW_WORD_BITS + __builtin_ctzll (left)]++;
        }
    }

  return counts;
}

/* Whether conditions are complete, and fit the panel. */
static gboolean
check_conditions (const BwConditions *where,
                  const BwModel      *model,
                  BwPanel            *panel,
                  GError            **error)
{
  g_autoptr(GString) path = g_string_new (NULL);
  BwPlace place = { NULL, path, error };

  if (!bw_conditions_are_sound (where, model->recipe, &place))
    return FALSE;

  for (guint i = 0; i < where->n_conditions; i++)
    {
      if (!bw_condition_check (&where->conditions[i], model, panel, error))
        {
          g_prefix_error (error, "%s[%u]: ", where->any ? "any" : "all", i);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * bw_conditions_match:
 * @where: in any state, as for bw_conditions_count()
 * @model: whose metrics the conditions may be on
 *
 * Returns: (transfer full) (nullable): a bit a customer of the snapshot, 64 to a word from the lowest
 *   on; %NULL with the error set where the conditions are not complete, or name what the panel does
 *   not have
 */
guint64 *
bw_conditions_match (const BwConditions *where,
                     const BwModel      *model,
                     BwPanel            *panel,
                     guint               snapshot,
                     GError            **error)
{
  g_autoptr(BwConditions) own = bw_conditions_copy (where);

  return check_conditions (own, model, panel, error)
         ? bw_conditions_find_bits (own, model, panel, snapshot)
         : NULL;
}

/**
 * bw_conditions_count:
 * @where: in any state; the number of an operand is worked out from its text
 * @model: whose metrics the conditions may be on
 *
 * Returns: how many customers of the snapshot the conditions hold for; %G_MAXSIZE with the error
 *   set where they are not complete, or name what the panel does not have
 */
gsize
bw_conditions_count (const BwConditions *where,
                     const BwModel      *model,
                     BwPanel            *panel,
                     guint               snapshot,
                     GError            **error)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  g_autofree guint64 *bits = bw_conditions_match (where, model, panel, snapshot, error);

  return bits == NULL ? G_MAXSIZE : bw_bits_count (bits, BW_N_WORDS (n_rows));
}
