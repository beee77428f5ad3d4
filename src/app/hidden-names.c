/* Whether what leaves the program numbers customers instead of naming them, until it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One choice for pictures, tables and lists alike: a deck does not name in one what it hides in
 * another. It is the state of an action of the application, and shows names at first. */

#include "app/hidden-names.h"

/**
 * bw_hidden_names_add_action:
 *
 * Gives the application the choice.
 */
void
bw_hidden_names_add_action (GApplication *application)
{
  g_autoptr(GSimpleAction) action =
    g_simple_action_new_stateful (BW_HIDDEN_NAMES_ACTION, NULL, g_variant_new_boolean (FALSE));

  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
}

/**
 * bw_hidden_names_get:
 *
 * Returns: whether customers are to be numbered
 */
gboolean
bw_hidden_names_get (void)
{
  g_autoptr(GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (g_application_get_default ()),
                                     BW_HIDDEN_NAMES_ACTION);

  return state != NULL && g_variant_get_boolean (state);
}

void
bw_hidden_names_set (gboolean hidden)
{
  g_action_group_change_action_state (G_ACTION_GROUP (g_application_get_default ()),
                                      BW_HIDDEN_NAMES_ACTION, g_variant_new_boolean (hidden));
}
