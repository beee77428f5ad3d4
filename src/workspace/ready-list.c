/* Lists of customers that are asked for again and again: ready to be worked on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new list is a row of the table and the function that says who stands in it. */

#include "workspace/ready-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static BwSnapshot *
get_newest (BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);

  return bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1);
}

/* The dates of renewal by row, or NULL. */
static const double *
get_renewals (BwWorkspace *workspace)
{
  const guint column = bw_panel_find_role (bw_workspace_get_panel (workspace), BW_ROLE_RENEWAL);
  BwColumn *values = column == BW_NONE ? NULL
                                       : bw_snapshot_get_column (get_newest (workspace), column);

  return values == NULL || bw_column_type_is_coded (bw_column_get_type (values))
         ? NULL
         : bw_column_get_numbers (values);
}

static gboolean
can_renew (BwWorkspace *workspace)
{
  return get_renewals (workspace) != NULL && !isnan (bw_snapshot_get_date (get_newest (workspace)));
}

static gboolean
renews_soon (BwWorkspace *workspace,
             guint32      row,
             double       change)
{
  const double *renewals = get_renewals (workspace);
  const double days = renewals == NULL ? NAN
                                       : renewals[row] - bw_snapshot_get_date (get_newest (workspace));

  return bw_results_get_band (bw_workspace_get_results (workspace), row) == 0 &&
         days >= 0 && days <= BW_RENEWS_SOON;
}

static gboolean
has_past (BwWorkspace *workspace)
{
  return bw_trend_snapshot (bw_workspace_get_model (workspace),
                            bw_workspace_get_panel (workspace)) != BW_NONE;
}

static gboolean
falls (BwWorkspace *workspace,
       guint32      row,
       double       change)
{
  return change < -bw_model_get_trend_steady (bw_workspace_get_model (workspace));
}

static gboolean
is_ready_to_grow (BwWorkspace *workspace,
                  guint32      row,
                  double       change)
{
  const guint n_bands = bw_model_get_n_bands (bw_workspace_get_model (workspace));

  return bw_results_get_band (bw_workspace_get_results (workspace), row) + 1 == n_bands &&
         !falls (workspace, row, change);
}

static gboolean
has_caps (BwWorkspace *workspace)
{
  BwModel *model = bw_workspace_get_model (workspace);

  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    {
      if (bw_model_get_rule (model, i)->cap)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_capped (BwWorkspace *workspace,
           guint32      row,
           double       change)
{
  BwResults *results = bw_workspace_get_results (workspace);
  const guint rule = bw_results_get_rule (results, row);

  return rule != BW_NONE && bw_model_get_rule (bw_results_get_model (results), rule)->cap;
}

static const struct
{
  const char *name;    /* where %s is in it, a band */
  const char *order;   /* that suits it, as it is kept with a file; NULL for any */
  gboolean    history;
  gboolean    (*applies) (BwWorkspace *workspace);
  gboolean    (*holds) (BwWorkspace *workspace,
                        guint32      row,
                        double       change);
  const char *nobody;  /* said where nobody stands in it */
} rows[] = {
  /* In the choices, everybody of one band stands beside everybody */
  [BW_READY_ALL] = { N_("All customers"), .nobody = N_("No customer is in this band.") },
  /* TRANSLATORS: a list of customers; %s is the lowest band, as “At risk” */
  [BW_READY_RENEWING] = { N_("%s, renewing in 90 days"), "renewal", FALSE, can_renew, renews_soon,
                          N_("No customer in the lowest band renews in the next 90 days.") },
  /* TRANSLATORS: a list of customers whose score falls */
  [BW_READY_FALLING] = { N_("Falling"), "change", TRUE, has_past, falls,
                         N_("No customer’s score falls.") },
  /* TRANSLATORS: a list of customers that may buy more */
  [BW_READY_GROWING] = { N_("Ready to grow"), "money-descending", TRUE, NULL, is_ready_to_grow,
                         N_("No customer is in the highest band without falling.") },
  /* TRANSLATORS: a list of customers whose score a cap holds down */
  [BW_READY_CAPPED] = { N_("Capped"), NULL, FALSE, has_caps, is_capped,
                        N_("No cap lowers anybody’s score here at present.") },
};

/**
 * bw_ready_list_applies:
 * @workspace: with a panel and a model
 *
 * Returns: whether data and model have what the list is made of
 */
gboolean
bw_ready_list_applies (BwReadyList  self,
                       BwWorkspace *workspace)
{
  return rows[self].applies == NULL || rows[self].applies (workspace);
}

/**
 * bw_ready_list_name:
 *
 * Returns: (transfer full): for people: "At risk, renewing in 90 days"
 */
char *
bw_ready_list_name (BwReadyList  self,
                    BwWorkspace *workspace)
{
  const char *name = _(rows[self].name);
  const char *band = strstr (name, "%s");

  if (band == NULL)
    return g_strdup (name);

  return g_strdup_printf ("%.*s%s%s", (int) (band - name), name,
                          bw_model_get_band (bw_workspace_get_model (workspace), 0)->name,
                          band + strlen ("%s"));
}

/**
 * bw_ready_list_say_nobody:
 *
 * Returns: a sentence for people who look at the empty list
 */
const char *
bw_ready_list_say_nobody (BwReadyList self)
{
  return _(rows[self].nobody);
}

/**
 * bw_ready_list_get_order:
 *
 * Returns: (nullable): the order of the table of customers that suits the list
 */
const char *
bw_ready_list_get_order (BwReadyList self)
{
  return rows[self].order;
}

/**
 * bw_ready_list_needs_history:
 *
 * Returns: whether changes through time say who stands in the list
 */
gboolean
bw_ready_list_needs_history (BwReadyList self)
{
  return rows[self].history;
}

/**
 * bw_ready_list_holds:
 * @workspace: with results
 * @row: of the newest snapshot
 * @change: of the customer's score since the snapshot that trends compare with, NaN where it is not
 *   known
 *
 * Returns: whether the customer stands in the list
 */
gboolean
bw_ready_list_holds (BwReadyList  self,
                     BwWorkspace *workspace,
                     guint32      row,
                     double       change)
{
  return rows[self].holds == NULL || rows[self].holds (workspace, row, change);
}
