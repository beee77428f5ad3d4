/* The window's actions for suggested weights. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "workspace/suggesting.h"

#include <glib/gi18n-lib.h>

/* Asks for a suggestion from wherever the sliders are. */
static void
suggest (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  BwWindow *self = user_data;

  if (bw_workspace_get_results (self->workspace) == NULL)
    return;

  bw_editor_host_close (self->host);
  bw_window_show_page (self, "validate");
  bw_validate_page_suggest (self->validate);
}

/* Puts the draft beside what it would be; the parameter says of each metric whether its weight is
 * taken over. */
static void
compare_suggestion (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  BwWindow *self = user_data;
  BwSuggesting *suggesting = bw_suggesting_of (self->workspace);
  g_autofree gboolean *metrics = g_new0 (gboolean, g_variant_n_children (parameter) + 1);
  g_autoptr(BwModel) model = NULL;

  for (gsize i = 0; i < g_variant_n_children (parameter); i++)
    g_variant_get_child (parameter, i, "b", &metrics[i]);
  model = bw_suggesting_make_model (suggesting, 1, metrics, g_variant_n_children (parameter));
  if (model == NULL)
    return;

  bw_editor_host_close (self->host);
  bw_window_show_page (self, "compare");
  bw_comparing_propose (bw_compare_page_begin (self->compare), _("Suggested weights"), model);
}

/**
 * bw_window_add_suggest_actions:
 *
 * Gives the window its actions for suggested weights.
 */
void
bw_window_add_suggest_actions (BwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "suggest", .activate = suggest },
    { .name = "compare-suggestion", .parameter_type = "ab", .activate = compare_suggestion },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
