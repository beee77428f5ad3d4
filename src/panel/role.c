/* What a column is for: the roles, and their names in files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/role.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *title;
} RoleRow;

static const RoleRow rows[BW_N_ROLES] = {
  /* TRANSLATORS: the next eleven are what a column of a file is for */
  [BW_ROLE_KEY] = { "key", N_("Key") },
  [BW_ROLE_NAME] = { "name", N_("Name") },
  [BW_ROLE_SEGMENT] = { "segment", N_("Segment") },
  [BW_ROLE_DATE] = { "date", N_("Date") },
  [BW_ROLE_MONEY] = { "money", N_("Money at stake") },
  [BW_ROLE_RENEWAL] = { "renewal", N_("Renewal date") },
  [BW_ROLE_OUTCOME] = { "outcome", N_("Outcome") },
  [BW_ROLE_CSM] = { "csm", N_("Customer success manager") },
  [BW_ROLE_METRIC] = { "metric", N_("Metric") },
  [BW_ROLE_ATTRIBUTE] = { "attribute", N_("Attribute") },
  [BW_ROLE_IGNORE] = { "ignore", N_("Left out") },
};

/**
 * bw_role_get_id:
 *
 * Returns: (transfer none): the name of @role in files and on the command line
 */
const char *
bw_role_get_id (BwRole role)
{
  g_return_val_if_fail ((guint) role < BW_N_ROLES, NULL);

  return rows[role].id;
}

/**
 * bw_role_get_title:
 *
 * Returns: (transfer none): the name of @role for a person
 */
const char *
bw_role_get_title (BwRole role)
{
  g_return_val_if_fail ((guint) role < BW_N_ROLES, NULL);

  return _(rows[role].title);
}

/**
 * bw_role_from_id:
 * @role: (out): left alone where @id is none
 *
 * Returns: whether @id names a role
 */
gboolean
bw_role_from_id (const char *id,
                 BwRole     *role)
{
  for (guint i = 0; i < BW_N_ROLES; i++)
    {
      if (g_strcmp0 (rows[i].id, id) == 0)
        {
          *role = i;
          return TRUE;
        }
    }

  return FALSE;
}
