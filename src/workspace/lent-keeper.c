/* The keeper that stands beside a workspace, for those who know the workspace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/lent-keeper.h"

#define KEY "bw-keeper" /* under which a workspace finds it */

static void
forget (gpointer user_data)
{
  GWeakRef *ref = user_data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

/**
 * bw_keeper_lend:
 *
 * Makes @keeper the one that bw_keeper_of() finds for its workspace, as long as it lives.
 */
void
bw_keeper_lend (BwKeeper *keeper)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, keeper);
  g_object_set_data_full (G_OBJECT (bw_keeper_get_workspace (keeper)), KEY, ref, forget);
}

/**
 * bw_keeper_of:
 *
 * Returns: (transfer none) (nullable): the keeper of @workspace, %NULL where it has none
 */
BwKeeper *
bw_keeper_of (BwWorkspace *workspace)
{
  GWeakRef *ref;
  g_autoptr(BwKeeper) keeper = NULL;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  ref = g_object_get_data (G_OBJECT (workspace), KEY);
  if (ref != NULL)
    keeper = g_weak_ref_get (ref);

  return keeper; /* whoever made it holds it still */
}
