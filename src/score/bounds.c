/* Caps and floors of a snapshot: which rules hold for a customer, and the scores they allow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/bounds.h"

#include "score/alike.h"
#include "score/slab.h"

static void
add_rule (BwBounds       *self,
          const BwRule   *rule,
          guint16         index,
          const gboolean *holds,
          const BwPlaces *places)
{
  for (gsize row = 0; row < places->n_rows; row++)
    {
      const guint32 place = places->places[row];

      if (!holds[row])
        continue;

      if (rule->cap && (self->caps[place] == BW_NO_RULE || rule->bound < self->greatest[place]))
        {
          self->greatest[place] = rule->bound;
          self->caps[place] = index;
        }
      else if (!rule->cap &&
               (self->floors[place] == BW_NO_RULE || rule->bound > self->least[place]))
        {
          self->least[place] = rule->bound;
          self->floors[place] = index;
        }
    }
}

/**
 * bw_bounds_new_open:
 *
 * Returns: (transfer full): bounds that no rule has drawn yet
 */
BwBounds *
bw_bounds_new_open (gsize n_rows)
{
  BwBounds *self = g_new0 (BwBounds, 1);
  const gsize n = MAX (n_rows, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->least = bw_slab_new (n);
  self->greatest = bw_slab_new (n);
  self->floors = g_new (guint16, n);
  self->caps = g_new (guint16, n);
  for (gsize i = 0; i < n; i++)
    {
      self->least[i] = 0;
      self->greatest[i] = 100;
      self->floors[i] = BW_NO_RULE;
      self->caps[i] = BW_NO_RULE;
    }

  return self;
}

/**
 * bw_bounds_new:
 *
 * Cost: one pass a rule.
 *
 * Returns: (transfer full) (nullable): what the rules of @model allow, %NULL where it has none
 */
BwBounds *
bw_bounds_new (const BwModel  *model,
               BwPanel        *panel,
               guint           snapshot,
               const BwPlaces *places)
{
  const guint n_rules = MIN (bw_model_get_n_rules (model), BW_NO_RULE);
  g_autofree gboolean *holds = NULL;
  BwBounds *self;

  if (n_rules == 0)
    return NULL;

  self = bw_bounds_new_open (places->n_rows);
  holds = g_new (gboolean, MAX (places->n_rows, 1));
  for (guint i = 0; i < n_rules; i++)
    {
      const BwRule *rule = bw_model_get_rule (model, i);

      bw_model_find_rows (model, rule->where, panel, snapshot, holds);
      add_rule (self, rule, i, holds, places);
    }

  return self;
}

BwBounds *
bw_bounds_ref (BwBounds *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_bounds_unref (BwBounds *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_slab_free (self->least);
  bw_slab_free (self->greatest);
  g_free (self->floors);
  g_free (self->caps);
  g_free (self);
}

/**
 * bw_rules_alike:
 *
 * Returns: whether the rules of both models bound every customer alike, in the same order
 */
gboolean
bw_rules_alike (const BwModel *a,
                const BwModel *b)
{
  const guint n_rules = bw_model_get_n_rules (a);

  if (n_rules != bw_model_get_n_rules (b))
    return FALSE;

  for (guint i = 0; i < n_rules; i++)
    {
      const BwRule *x = bw_model_get_rule (a, i);
      const BwRule *y = bw_model_get_rule (b, i);

      if (x->cap != y->cap || x->bound != y->bound ||
          !bw_conditions_alike (a, x->where, b, y->where))
        return FALSE;
    }

  return TRUE;
}
