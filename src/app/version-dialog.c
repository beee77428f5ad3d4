/* Keeping the draft as a version: its name, why, and what changed since the last one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/version-dialog.h"

#include "app/difference-list.h"
#include "app/version-effect.h"
#include "model/differences.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

#define MOST_DIFFERENCES 8 /* that are shown at first */
#define LONGEST_WHY      2000

struct _BwVersionDialog
{
  AdwWindow parent_instance;

  BwKeeper *keeper; /* NULL once it is disposed of */

  GtkWidget     *save;
  GtkEditable   *name;
  GtkTextView   *why_view;
  GtkTextBuffer *why;
  GtkLabel      *since;
  GtkBox        *differences;
  GtkLabel      *effect;
};

G_DEFINE_FINAL_TYPE (BwVersionDialog, bw_version_dialog, ADW_TYPE_WINDOW)

static char *
dup_name (BwVersionDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
on_name_changed (BwVersionDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "version.save", *name != '\0');
}

static char *
dup_why (BwVersionDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->why, &start);
  gtk_text_buffer_get_iter_at_offset (self->why, &end, LONGEST_WHY);

  return g_strstrip (gtk_text_buffer_get_text (self->why, &start, &end, FALSE));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwVersionDialog *self = BW_VERSION_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *name = dup_name (self);
  g_autofree char *why = dup_why (self);
  /* TRANSLATORS: %s is the name of a version of the model */
  g_autofree char *text = g_strdup_printf (_("“%s” saved"), name);

  if (self->keeper == NULL || *name == '\0')
    return;

  bw_keeper_save_version (self->keeper, name, why);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.say", "s", text);
  gtk_window_close (GTK_WINDOW (self));
}

/* A text takes Ctrl+Enter for a new line, unless somebody is before it. */
static gboolean
on_why_key (BwVersionDialog *self,
            guint            key,
            guint            code,
            GdkModifierType  state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "version.save", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
has_name (BwKeeper   *keeper,
          const char *name)
{
  for (guint i = 0; i < bw_keeper_get_n_versions (keeper); i++)
    {
      if (g_str_equal (bw_keeper_get_version (keeper, i)->name, name))
        return TRUE;
    }

  return FALSE;
}

/* "November 2026"; where there is such a version already "Version 4", or the next that is free. */
static char *
propose_name (BwKeeper *keeper)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *month = g_date_time_format (now, "%B %Y");

  if (month != NULL && *month != '\0' && !has_name (keeper, month))
    return g_steal_pointer (&month);

  for (guint i = bw_keeper_get_n_versions (keeper) + 1;; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Version %u"), i);

      if (!has_name (keeper, name))
        return g_steal_pointer (&name);
    }
}

/* What the draft is told against: the newest version, before the first one the baseline. */
static BwModel *
get_last (BwKeeper *keeper)
{
  const guint n = bw_keeper_get_n_versions (keeper);

  return n > 0 ? bw_keeper_get_version (keeper, n - 1)->model
               : bw_workspace_get_baseline_model (bw_keeper_get_workspace (keeper));
}

static void
show_since (BwVersionDialog *self)
{
  const guint n = bw_keeper_get_n_versions (self->keeper);
  g_autofree char *text = NULL;

  if (n > 0)
    /* TRANSLATORS: heads a list of changes; %s is a version of the model */
    text = g_strdup_printf (_("Changed Since “%s”"), bw_keeper_get_version (self->keeper,
                                                                            n - 1)->name);
  gtk_label_set_label (self->since, text != NULL ? text : _("Changed Since Opened"));
}

static void
show_changes (BwVersionDialog *self)
{
  BwWorkspace *workspace = bw_keeper_get_workspace (self->keeper);
  BwModel *last = get_last (self->keeper);
  BwModel *draft = bw_workspace_get_model (workspace);
  g_auto(GStrv) sentences = bw_model_list_differences (last, draft);

  show_since (self);
  if (*sentences == NULL)
    {
      const char *said[] = { _("Nothing: this is the first version."), NULL };

      gtk_box_append (self->differences, bw_difference_list_new (said, 1));
      return;
    }

  gtk_box_append (self->differences, bw_difference_list_new ((const char *const *) sentences,
                                                             MOST_DIFFERENCES));
  bw_version_effect_show (self->effect, workspace, last, draft);
}

static void
bw_version_dialog_dispose (GObject *object)
{
  BwVersionDialog *self = BW_VERSION_DIALOG (object);

  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (bw_version_dialog_parent_class)->dispose (object);
}

static void
bw_version_dialog_class_init (BwVersionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_version_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/version-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, save);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, why_view);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, why);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, since);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, BwVersionDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_why_key);
  gtk_widget_class_install_action (widget_class, "version.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "version.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_version_dialog_init (BwVersionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_version_dialog_present:
 * @keeper: of a workspace with a model
 *
 * Asks for name and reason of a version, and keeps it.
 */
void
bw_version_dialog_present (GtkWindow *parent,
                           BwKeeper  *keeper)
{
  BwVersionDialog *self = g_object_new (BW_TYPE_VERSION_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = propose_name (keeper);

  self->keeper = g_object_ref (keeper);
  gtk_editable_set_text (self->name, name);
  show_changes (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
