/* How the window is set, kept with the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

void
bw_view_row_free (BwViewRow *self)
{
  g_free (self->value);
  g_free (self);
}

static void
put (BwKeeper   *self,
     const char *name,
     const char *value,
     guint64     changed)
{
  BwViewRow *row = g_new (BwViewRow, 1);

  row->value = g_strdup (value);
  row->changed = changed;
  g_hash_table_replace (self->views, g_strdup (name), row);
}

/* What @loaded says of the view takes the place of what is there. */
void
bw_keeper_load_views (BwKeeper       *self,
                      const BwLoaded *loaded)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_remove_all (self->views);
  g_hash_table_iter_init (&iter, loaded->views);
  while (g_hash_table_iter_next (&iter, &name, &value))
    put (self, name, value, 0);
}

/* Puts what is set and not in the file into @batch, or all that is set. */
void
bw_keeper_order_views (BwKeeper *self,
                       BwBatch  *batch,
                       gboolean  whole)
{
  GHashTableIter iter;
  gpointer name, row;

  g_hash_table_iter_init (&iter, self->views);
  while (g_hash_table_iter_next (&iter, &name, &row))
    {
      if (!whole && ((BwViewRow *) row)->changed == 0)
        continue;
      g_ptr_array_add (batch->views, g_strdup (name));
      g_ptr_array_add (batch->views, g_strdup (((BwViewRow *) row)->value));
    }
}

/* Takes down that what @batch had of the view is in the file. */
void
bw_keeper_settle_views (BwKeeper      *self,
                        const BwBatch *batch)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->views);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (((BwViewRow *) row)->changed <= batch->serial)
        ((BwViewRow *) row)->changed = 0;
    }
}

/**
 * bw_keeper_get_view:
 * @name: what is set: "page", "segment"…
 *
 * Returns: (transfer none) (nullable): to what; %NULL where it was never set
 */
const char *
bw_keeper_get_view (BwKeeper   *self,
                    const char *name)
{
  const BwViewRow *row;

  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  row = g_hash_table_lookup (self->views, name);

  return row != NULL ? row->value : NULL;
}

/**
 * bw_keeper_set_view:
 * @name: what is set, by an id of the caller's
 * @value: to what
 *
 * Goes to the file with the next change of anything, or soon.
 */
void
bw_keeper_set_view (BwKeeper   *self,
                    const char *name,
                    const char *value)
{
  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  if (g_strcmp0 (bw_keeper_get_view (self, name), value) == 0)
    return;

  put (self, name, value, bw_keeper_count_change (self));
  bw_keeper_schedule (self);
}
