/* Whether what the user wished for beforehand can be had of the files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/intake-wish.h"

#include "panel/header.h"

#include <glib/gi18n-lib.h>

/* Whether a column may take the role that is wished for it. */
static gboolean
may_take (BwColumn *column,
          BwRole    role)
{
  const BwColumnType type = bw_column_get_type (column);

  if (role == BW_ROLE_DATE || role == BW_ROLE_RENEWAL)
    return type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME;

  return role != BW_ROLE_MONEY || type == BW_COLUMN_NUMBER || type == BW_COLUMN_MONEY;
}

static gboolean
fail_wish (const char *wished,
           BwRole      role,
           const char *there,
           gboolean    unfit,
           GError    **error)
{
  if (!unfit)
    g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
                 _("There is no column “%s”. There are: %s."), wished, there);
  else if (role == BW_ROLE_MONEY)
    g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
                 _("“%s” holds no numbers, and so cannot be the money at stake. Choose another column."),
                 wished);
  else
    g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
                 _("“%s” holds no dates, and so cannot be the date that is wanted. Choose another column."),
                 wished);

  return FALSE;
}

/**
 * bw_wish_check:
 * @sources: (element-type BwSource): the files that were read
 *
 * A wished header that no file has, or that holds something else, is a slip that the user wants to
 * hear of.
 */
gboolean
bw_wish_check (const BwWish *self,
               GPtrArray    *sources,
               GError      **error)
{
  for (guint role = 0; role < BW_N_ROLES; role++)
    {
      gboolean found = self->roles[role] == NULL, unfit = FALSE;
      g_autoptr(BwHeader) header = found ? NULL : bw_header_new (self->roles[role]);
      g_autoptr(GString) there = g_string_new (NULL);

      for (guint i = 0; i < sources->len && !found; i++)
        {
          BwTable *table = bw_source_get_table (sources->pdata[i]);

          for (guint j = 0; j < bw_table_get_n_columns (table) && !found; j++)
            {
              BwColumn *column = bw_table_get_column (table, j);
              const char *name = bw_column_get_name (column);
              g_autoptr(BwHeader) other = bw_header_new (name);

              found = g_str_equal (name, self->roles[role]) ||
                      g_str_equal (other->squeezed, header->squeezed);
              unfit |= found && !may_take (column, role);
              found = found && may_take (column, role);
              g_string_append_printf (there, there->len > 0 ? ", %s" : "%s", name);
            }
        }
      if (!found)
        return fail_wish (self->roles[role], role, there->str, unfit, error);
    }

  return TRUE;
}
