/* What the window says of the file: its name, whether the draft differs, what is wrong with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "format/format.h"
#include "widgets/short-name.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

#define MOST_DAMAGE 4 /* parts that a banner names */

/* Whether the draft is what was kept last. */
static char *
describe_draft (BwWindow *self)
{
  const guint n = bw_keeper_get_n_versions (self->keeper);
  const BwVersion *newest = n == 0 ? NULL : bw_keeper_get_version (self->keeper, n - 1);

  if (newest != NULL && bw_keeper_get_changed (self->keeper))
    /* TRANSLATORS: the name of a version of the model */
    return g_strdup_printf (_("Edited since “%s”"), newest->name);
  if (newest != NULL && n > 1)
    /* TRANSLATORS: the name of a version of the model, which is the draft */
    return g_strdup_printf (_("“%s”"), newest->name);
  if (bw_workspace_get_edited (self->workspace))
    return g_strdup (_("Edited since opened"));

  return g_strdup (self->sample ? _("Sample data") : newest != NULL ? newest->name : _("As opened"));
}

static char *
describe_customers (BwWindow *self)
{
  const guint n = bw_panel_get_n_customers (bw_workspace_get_panel (self->workspace));
  g_autofree char *number = bw_format_number (n, 0);

  return g_strdup_printf (ngettext ("%s customer", "%s customers", n), number);
}

static const char *
find_title (BwWindow *self)
{
  const char *name = bw_keeper_get_name (self->keeper);

  return name == NULL || bw_keeper_get_untitled (self->keeper)
         ? bw_workspace_get_title (self->workspace) : name;
}

/**
 * bw_window_show_titles:
 *
 * Shows the name of what is open, and what became of it.
 */
void
bw_window_show_titles (BwWindow *self)
{
  const gboolean open = bw_workspace_get_panel (self->workspace) != NULL;
  const char *title = open ? find_title (self) : NULL;
  g_autofree char *draft = NULL;
  g_autofree char *customers = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tip = NULL;

  gtk_widget_set_visible (self->titles, open && !bw_panes_get_narrow (self->panes));
  gtk_window_set_title (GTK_WINDOW (self), open ? title : "Bellwether");
  if (!open)
    return;

  draft = describe_draft (self);
  customers = describe_customers (self);
  if (bw_keeper_get_untitled (self->keeper) && !self->sample)
    /* TRANSLATORS: work without a name, whether the model was edited, the number of customers */
    subtitle = g_strdup_printf (_("Untitled · %s · %s"), draft, customers);
  else
    /* TRANSLATORS: whether the model was edited, then the number of customers */
    subtitle = g_strdup_printf (_("%s · %s"), draft, customers);
  tip = g_strdup_printf ("%s\n%s", title, subtitle);

  gtk_label_set_ellipsize (self->title_label, bw_is_short_name (title) ? PANGO_ELLIPSIZE_NONE
                                                                       : PANGO_ELLIPSIZE_END);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_widget_set_tooltip_text (self->titles, tip);
}

static void
show_unsaved (BwWindow *self)
{
  const gboolean unsaved = bw_keeper_get_saving (self->keeper) ||
                           bw_keeper_get_trouble (self->keeper) != NULL;

  gtk_widget_set_opacity (self->unsaved, unsaved ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unsaved), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unsaved ? _("Being saved") : _("Saved"), -1);
}

/* What is damaged, a line each as far as there is room, and what that means for the file. */
static char *
describe_damage (BwWindow *self)
{
  const char *damage = bw_keeper_get_damage (self->keeper);
  const char *why = bw_keeper_get_why_read_only (self->keeper);
  g_auto(GStrv) lines = damage == NULL ? NULL : g_strsplit (damage, "\n", -1);
  g_autoptr(GString) text = g_string_new (why != NULL ? why : NULL);
  const guint n = damage == NULL ? 0 : g_strv_length (lines);

  if (damage == NULL)
    return NULL;

  for (guint i = 0; i < MIN (n, MOST_DAMAGE); i++)
    g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", lines[i]);
  if (n > MOST_DAMAGE)
    g_string_append_printf (text, ngettext ("\n• and %u more part", "\n• and %u more parts",
                                            n - MOST_DAMAGE), n - MOST_DAMAGE);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A file that is damaged is open for reading only: that is said once. */
static void
show_banners (BwWindow *self)
{
  const gboolean read_only = bw_keeper_get_read_only (self->keeper);
  const char *why = bw_keeper_get_why_read_only (self->keeper);
  g_autofree char *damage = describe_damage (self);

  bw_banner_show (self->trouble_banner, _("The last changes are not saved"),
                  bw_keeper_get_trouble (self->keeper));
  bw_banner_show (self->read_only_banner, _("Open for reading only"),
                  !read_only || damage != NULL ? NULL : why != NULL ? why : _("The file cannot be written."));
  bw_banner_show (self->damage_banner, _("A part of this file is damaged"),
                  damage);
  show_unsaved (self);
}

/**
 * bw_window_follow_keeper:
 *
 * Lets the window say of the file what there is to say; to be called once.
 */
void
bw_window_follow_keeper (BwWindow *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwWindow *self);
  } rows[] = {
    { "notify::name", bw_window_show_state },
    { "notify::untitled", bw_window_show_state },
    { "notify::changed", bw_window_show_titles },
    { "versions-changed", bw_window_show_titles },
    { "notify::saving", show_unsaved },
    { "notify::trouble", show_banners },
    { "notify::read-only", show_banners },
    { "notify::why-read-only", show_banners },
    { "notify::damage", show_banners },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (self->keeper, rows[i].signal, G_CALLBACK (rows[i].handler), self,
                             G_CONNECT_SWAPPED);
  show_banners (self);
}
