/* Versions as what can be compared: the newest first, before the files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/comparing-private.h"

#include "workspace/lent-keeper.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

/* What is chosen for @side, or NULL for baseline and draft. */
static BwOpened *
get_chosen (BwComparing *self,
            BwSide       side)
{
  const guint choice = self->choices[side];

  return choice < BW_CHOICE_FILES ? NULL
                                  : g_ptr_array_index (self->opened, choice - BW_CHOICE_FILES);
}

/* Takes the entry of @version out of @old, or makes it anew. */
static BwOpened *
take_version (GPtrArray       *old,
              const BwVersion *version)
{
  for (guint i = 0; i < old->len; i++)
    {
      BwOpened *opened = g_ptr_array_index (old, i);

      if (opened->version == version->id && opened->model == version->model)
        return g_ptr_array_steal_index (old, i);
    }

  return bw_opened_new_version (version->id, version->name, version->model);
}

/* The name of the version that the draft is compared with. */
static void
name_baseline (BwComparing *self)
{
  const guint n = bw_keeper_get_n_versions (self->keeper);

  g_clear_pointer (&self->saved_name, g_free);
  for (guint i = 0; i < n; i++)
    {
      const BwVersion *version = bw_keeper_get_version (self->keeper, i);

      if (!version->baseline)
        continue;
      /* TRANSLATORS: %s is the version of the model that the draft is compared with */
      self->saved_name = g_strdup_printf (_("Baseline: %s"), version->name);
    }
}

/* Lists the versions as they are now; what is chosen stays, unless it is gone. */
void
bw_comparing_update_versions (BwComparing *self)
{
  const guint n = bw_keeper_get_n_versions (self->keeper);
  BwOpened *chosen[BW_N_SIDES];
  GPtrArray *old = self->opened;
  guint place;

  for (guint side = 0; side < BW_N_SIDES; side++)
    chosen[side] = get_chosen (self, side);

  self->opened = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_opened_free);
  for (guint i = n; i > 0; i--)
    g_ptr_array_add (self->opened, take_version (old, bw_keeper_get_version (self->keeper, i - 1)));
  for (guint i = 0; i < old->len;)
    {
      if (((BwOpened *) g_ptr_array_index (old, i))->version == 0)
        g_ptr_array_add (self->opened, g_ptr_array_steal_index (old, i));
      else
        i++;
    }

  for (guint side = 0; side < BW_N_SIDES; side++)
    {
      if (chosen[side] == NULL)
        continue;
      self->choices[side] = g_ptr_array_find (self->opened, chosen[side], &place)
                            ? BW_CHOICE_FILES + place
                            : side == BW_SIDE_FROM ? BW_CHOICE_SAVED : BW_CHOICE_DRAFT;
    }
  g_ptr_array_unref (old);
  name_baseline (self);
}

static void
on_versions_changed (BwComparing *self)
{
  bw_comparing_update_versions (self);
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);
}

/* Lists the versions of the open file, now and whenever there are others. */
void
bw_comparing_follow_versions (BwComparing *self)
{
  BwKeeper *keeper = bw_keeper_of (self->workspace);

  if (keeper == NULL)
    return;

  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "versions-changed", G_CALLBACK (on_versions_changed), self,
                           G_CONNECT_SWAPPED);
  bw_comparing_update_versions (self);
}

/**
 * bw_comparing_choose_version:
 * @version: the id of one
 *
 * Returns: whether there is such a version; it is chosen for @side then
 */
gboolean
bw_comparing_choose_version (BwComparing *self,
                             BwSide       side,
                             gint64       version)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), FALSE);

  for (guint i = 0; i < self->opened->len; i++)
    {
      if (((BwOpened *) g_ptr_array_index (self->opened, i))->version == version)
        {
          bw_comparing_set_choice (self, side, BW_CHOICE_FILES + i);
          return TRUE;
        }
    }

  return FALSE;
}
