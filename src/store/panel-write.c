/* The panel of the workspace file replaced by another, or by none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-panel.h"

#include "store/panel-lots.h"
#include "store/store-private.h"

static gboolean
delete_all (sqlite3 *db,
            GError **error)
{
  return bw_query_run (db, error, "DELETE FROM field", "") &&
         bw_query_run (db, error, "DELETE FROM snapshot", "") &&
         bw_query_run (db, error, "DELETE FROM part", "");
}

static gboolean
put_all (BwStore      *self,
         BwPanel      *panel,
         GCancellable *cancellable,
         GError      **error)
{
  g_autoptr(BwPanelLots) lots = bw_panel_lots_new (panel);
  g_autoptr(BwCrew) crew = bw_crew_new (0);
  gboolean more = TRUE;

  if (!bw_store_sweep (self, error))
    return FALSE;
  while (more)
    {
      if (!bw_panel_lots_put_some (lots, self->db, crew, &more, cancellable, error))
        return FALSE;
    }

  return bw_store_write_panel (self, lots, error);
}

/**
 * bw_store_write_panel:
 * @lots: of a panel, all of them put
 *
 * Makes it the one that the file has, inside the transaction that is open.
 */
gboolean
bw_store_write_panel (BwStore     *self,
                      BwPanelLots *lots,
                      GError     **error)
{
  return delete_all (self->db, error) && bw_panel_lots_write (lots, self->db, error);
}

/**
 * bw_store_put_panel:
 *
 * Puts @panel in the place of the one that is there.
 */
gboolean
bw_store_put_panel (BwStore      *self,
                    BwPanel      *panel,
                    GCancellable *cancellable,
                    GError      **error)
{
  return bw_store_begin (self, error) &&
         bw_store_end (self, put_all (self, panel, cancellable, error), error);
}

/**
 * bw_store_clear_panel:
 *
 * Leaves the file without a panel.
 */
gboolean
bw_store_clear_panel (BwStore *self,
                      GError **error)
{
  return bw_store_begin (self, error) && bw_store_end (self, delete_all (self->db, error), error);
}
