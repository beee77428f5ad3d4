/* How the window is set, kept with the file: page, segment, order, what change is told since. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes and styles are the user's and not the file's: they are settings. Locks are the keeper's. */

#include "app/window-private.h"

#include "workspace/since.h"

#include <math.h>

/* What was kept is set, or nothing where it no longer stands. */

static void
restore_page (BwWindow   *self,
              const char *value)
{
  bw_window_show_page (self, value);
}

static char *
describe_page (BwWindow *self)
{
  return g_strdup (gtk_stack_get_visible_child_name (self->pages));
}

static void
restore_segment (BwWindow   *self,
                 const char *value)
{
  const guint segment = bw_model_find_segment (bw_workspace_get_model (self->workspace), value);

  bw_workspace_set_segment (self->workspace, segment == BW_NONE ? BW_ALL_SEGMENTS : segment);
}

static char *
describe_segment (BwWindow *self)
{
  BwModel *model = bw_workspace_get_model (self->workspace);
  const guint segment = bw_workspace_get_segment (self->workspace);

  return g_strdup (segment < bw_model_get_n_segments (model)
                   ? bw_model_get_segment (model, segment)->id : "");
}

static void
restore_order (BwWindow   *self,
               const char *value)
{
  g_object_set (bw_customers_page_get_table (self->customers), "order", value, NULL);
}

static char *
describe_order (BwWindow *self)
{
  char *order;

  g_object_get (bw_customers_page_get_table (self->customers), "order", &order, NULL);

  return order;
}

/* By date: snapshots come and go. */
static void
restore_since (BwWindow   *self,
               const char *value)
{
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  const double date = g_ascii_strtod (value, NULL);

  for (guint i = 0; *value != '\0' && i + 1 < bw_panel_get_n_snapshots (panel); i++)
    {
      if (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i)) == date)
        bw_since_set_snapshot (bw_since_of (self->workspace), i);
    }
}

static char *
describe_since (BwWindow *self)
{
  const guint chosen = bw_since_get_chosen (bw_since_of (self->workspace));
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (chosen == BW_NONE)
    return g_strdup ("");

  return g_strdup (g_ascii_dtostr (text, sizeof text,
                                   bw_snapshot_get_date (bw_panel_get_snapshot (panel, chosen))));
}

static const struct
{
  const char *name;
  char       *(*describe) (BwWindow *self);
  void        (*restore) (BwWindow   *self,
                          const char *value);
} rows[] = {
  { "page", describe_page, restore_page },
  { "segment", describe_segment, restore_segment },
  { "order", describe_order, restore_order },
  { "since", describe_since, restore_since },
};

/**
 * bw_window_keep_view:
 *
 * Keeps how the window is set with the file, as far as something is open.
 */
void
bw_window_keep_view (BwWindow *self)
{
  if (self->restoring || bw_workspace_get_panel (self->workspace) == NULL ||
      bw_keeper_get_name (self->keeper) == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = rows[i].describe (self);

      if (g_strcmp0 (value, bw_keeper_get_view (self->keeper, rows[i].name)) != 0)
        bw_keeper_set_view (self->keeper, rows[i].name, value);
    }
}

static void
on_view_opened (BwWindow *self)
{
  const gboolean before = self->restoring;

  if (bw_workspace_get_panel (self->workspace) == NULL)
    return;

  self->restoring = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *value = bw_keeper_get_view (self->keeper, rows[i].name);

      if (value != NULL)
        rows[i].restore (self, value);
    }
  self->restoring = before;
}

/**
 * bw_window_follow_view:
 *
 * Keeps the view with the file from now on, and restores it when a file is opened.
 */
void
bw_window_follow_view (BwWindow *self)
{
  static const char *const signals[] = { "notify::segment", "data-changed" };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->workspace, signals[i], G_CALLBACK (bw_window_keep_view), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (bw_since_of (self->workspace), "changed",
                           G_CALLBACK (bw_window_keep_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bw_customers_page_get_table (self->customers), "notify::order",
                           G_CALLBACK (bw_window_keep_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "view-opened", G_CALLBACK (on_view_opened), self,
                           G_CONNECT_SWAPPED);
}
