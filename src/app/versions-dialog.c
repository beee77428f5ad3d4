/* The versions of the model that were kept: look at one, go back to one, compare with one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a year there are dozens, whose sentences take long to lay out: the older ones come when they
 * are asked for. */

#include "app/versions-dialog.h"

#include "app/file-dialog.h"
#include "app/message.h"
#include "app/toast.h"
#include "app/version-card.h"
#include "files/replace.h"
#include "model/differences.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

#define CARDS 8 /* at first, and each time that more are asked for */

struct _BwVersionsDialog
{
  AdwWindow parent_instance;

  BwKeeper *keeper; /* NULL once it is disposed of */
  gint64    saving; /* the version whose model is about to be saved */
  guint     n_left; /* versions without a card yet, the oldest */

  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkLabel        *state;
  GtkListBox      *list;
  GtkWidget       *older;
};

typedef gboolean (*VersionFunc) (BwKeeper *keeper,
                                 guint     version,
                                 GError  **error);

G_DEFINE_FINAL_TYPE (BwVersionsDialog, bw_versions_dialog, ADW_TYPE_WINDOW)

/* The place of the version that an action is for, or BW_NONE. */
static guint
find_version (BwVersionsDialog *self,
              gint64            id)
{
  for (guint i = 0; self->keeper != NULL && i < bw_keeper_get_n_versions (self->keeper); i++)
    {
      if (bw_keeper_get_version (self->keeper, i)->id == id)
        return i;
    }

  return BW_NONE;
}

/* Closes the dialog; what was done is told by the window behind it. */
static void
leave (BwVersionsDialog *self,
       const char       *action,
       const char       *format,
       guint             version)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = g_strdup_printf (format,
                                           bw_keeper_get_version (self->keeper, version)->name);

  gtk_widget_activate_action (GTK_WIDGET (parent), action, "s", text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
look (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.look-at-version", "x",
                              g_variant_get_int64 (parameter));
  gtk_window_close (GTK_WINDOW (widget));
}

/* Does @act with the version that an action is for, and leaves, or says why it cannot be done. */
static void
act_on (BwVersionsDialog *self,
        GVariant         *parameter,
        VersionFunc       act,
        const char       *done,
        const char       *failed)
{
  const guint version = find_version (self, g_variant_get_int64 (parameter));
  g_autoptr(GError) error = NULL;

  if (version == BW_NONE)
    return;

  if (act (self->keeper, version, &error))
    leave (self, "win.say-done", done, version);
  else
    bw_message_show_error (GTK_WINDOW (self), failed, error);
}

static void
go_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  /* TRANSLATORS: %s is the name of a version */
  act_on (BW_VERSIONS_DIALOG (widget), parameter, bw_keeper_go_back_to, _("Back to “%s”"),
          _("Could Not Go Back to the Version"));
}

static void
make_baseline (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  /* TRANSLATORS: %s is the name of a version */
  act_on (BW_VERSIONS_DIALOG (widget), parameter, bw_keeper_compare_with,
          _("The draft is compared with “%s”"), _("Could Not Compare With the Version"));
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwVersionsDialog *self = user_data;
  const guint version = find_version (self, self->saving);
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;

  if (version == BW_NONE)
    return;

  json = bw_model_to_json (bw_keeper_get_version (self->keeper, version)->model);
  if (bw_replace_text (files[0], json, &error))
    bw_toast_say (self->toasts, _("Model saved"));
  else
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Save the Model"), error);
}

static void
save_model (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  static const BwFileKind models = { N_("Models"), { "*.json" } };
  BwVersionsDialog *self = BW_VERSIONS_DIALOG (widget);
  const guint version = find_version (self, g_variant_get_int64 (parameter));
  g_autofree char *name = NULL;

  if (version == BW_NONE)
    return;

  self->saving = g_variant_get_int64 (parameter);
  name = bw_file_dialog_name (bw_keeper_get_version (self->keeper, version)->name, ".json");
  bw_file_dialog_save (GTK_WINDOW (self), _("Save Model"), &models, name, on_place_chosen, self);
}

/* "The draft has 4 changes since “Version 3”." */
static void
show_state (BwVersionsDialog *self)
{
  const guint n_versions = bw_keeper_get_n_versions (self->keeper);
  BwWorkspace *workspace = bw_keeper_get_workspace (self->keeper);
  const BwVersion *newest = bw_keeper_get_version (self->keeper, n_versions - 1);
  g_auto(GStrv) sentences = bw_model_list_differences (newest->model,
                                                       bw_workspace_get_model (workspace));
  const guint n = g_strv_length (sentences);
  g_autofree char *text = NULL;

  if (n == 0)
    /* TRANSLATORS: %s is the name of a version */
    text = g_strdup_printf (_("The draft is as in “%s”."), newest->name);
  else
    /* TRANSLATORS: %u is the number of changes since a version, %s its name */
    text = g_strdup_printf (ngettext ("The draft has %u change since “%s”.",
                                      "The draft has %u changes since “%s”.", n), n, newest->name);
  gtk_label_set_label (self->state, text);
}

static void
add_cards (BwVersionsDialog *self)
{
  g_autofree char *text = NULL;

  for (guint n = 0; n < CARDS && self->n_left > 0; n++)
    {
      const guint i = --self->n_left;

      gtk_list_box_append (self->list,
                           bw_version_card_new (bw_keeper_get_version (self->keeper, i),
                                                i > 0 ? bw_keeper_get_version (self->keeper, i - 1)
                                                      : NULL));
    }

  text = g_strdup_printf (ngettext ("Show %u More", "Show %u More", MIN (self->n_left, CARDS)),
                          MIN (self->n_left, CARDS));
  gtk_button_set_label (GTK_BUTTON (self->older), text);
  gtk_widget_set_visible (self->older, self->n_left > 0);
}

/* The focus goes to the first that comes. */
static void
on_older (BwVersionsDialog *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  add_cards (self);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

static void
fill (BwVersionsDialog *self)
{
  const guint n = self->keeper != NULL ? bw_keeper_get_n_versions (self->keeper) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->n_left = n;
  add_cards (self);
  if (n > 0)
    show_state (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "versions" : "none");
}

/* Saving is asked for in the window behind, so that one dialog stands on it at a time. */
static void
save_version (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr(GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (widget)));

  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.save-version", NULL);
}

static void
bw_versions_dialog_dispose (GObject *object)
{
  BwVersionsDialog *self = BW_VERSIONS_DIALOG (object);

  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (bw_versions_dialog_parent_class)->dispose (object);
}

static void
bw_versions_dialog_class_init (BwVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_versions_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwVersionsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwVersionsDialog, state);
  gtk_widget_class_bind_template_child (widget_class, BwVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BwVersionsDialog, older);
  gtk_widget_class_bind_template_callback (widget_class, on_older);
  gtk_widget_class_install_action (widget_class, "versions.look", "x", look);
  gtk_widget_class_install_action (widget_class, "versions.go-back", "x", go_back);
  gtk_widget_class_install_action (widget_class, "versions.baseline", "x", make_baseline);
  gtk_widget_class_install_action (widget_class, "versions.save-model", "x", save_model);
  gtk_widget_class_install_action (widget_class, "versions.save", NULL, save_version);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_versions_dialog_init (BwVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_versions_dialog_present:
 * @keeper: of a workspace with a model
 *
 * Lists the versions, the newest first.
 */
void
bw_versions_dialog_present (GtkWindow *parent,
                            BwKeeper  *keeper)
{
  BwVersionsDialog *self = g_object_new (BW_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);

  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "versions-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
