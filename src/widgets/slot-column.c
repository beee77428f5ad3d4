/* Titles of the columns of a table of slots, as the data has them now. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/slot-column.h"

#include "widgets/customer-facts.h"

#include <glib/gi18n-lib.h>

/**
 * bw_slot_column_make_title:
 *
 * Returns: (transfer full) (nullable): the title as the data has it now; %NULL where the column
 *   has nothing to show
 */
char *
bw_slot_column_make_title (const BwSlotColumn *self,
                           BwWorkspace        *workspace)
{
  return self->make_title != NULL ? self->make_title (workspace) : g_strdup (_(self->title));
}

/**
 * bw_slot_title_money:
 *
 * Returns: (transfer full) (nullable): the name of the money at stake; %NULL where the data has none
 */
char *
bw_slot_title_money (BwWorkspace *workspace)
{
  return g_strdup (bw_panel_get_money_name (bw_workspace_get_panel (workspace)));
}

/**
 * bw_slot_title_renewal:
 *
 * Returns: (transfer full) (nullable): the title of renewal dates; %NULL where the data has none
 */
char *
bw_slot_title_renewal (BwWorkspace *workspace)
{
  return bw_panel_find_role (bw_workspace_get_panel (workspace), BW_ROLE_RENEWAL) == BW_NONE
         ? NULL
         : g_strdup (_("Renewal"));
}
