/* The chart on screen as a picture: what it shows, how it looks, where it goes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/export-dialog.h"

#include "app/export-choices.h"
#include "app/export-memory.h"
#include "app/file-dialog.h"
#include "app/hidden-names.h"
#include "app/hidden-view.h"
#include "app/message.h"
#include "app/picture-preview.h"
#include "app/saving.h"
#include "app/toast.h"
#include "chart/picture.h"
#include "widgets/chart-copy.h"
#include "widgets/workspace-view.h"
#include "workspace/since.h"

#include <glib/gi18n-lib.h>

struct _BwExportDialog
{
  AdwWindow parent_instance;

  BwWorkspace *workspace;
  BwComparing *comparing; /* or NULL */
  char        *metric;    /* its id, or NULL */
  GSettings   *settings; /* or NULL */
  GPtrArray   *charts;   /* const BwChart, those that can be drawn now */
  BwHiddenView *hidden;
  char        *texts[3]; /* proposed title, subtitle and footer: what the user has not changed */
  gboolean     filling;

  AdwToastOverlay  *toasts;
  BwPicturePreview *preview;
  GtkWidget        *save;
  AdwComboRow      *chart;
  GtkEditable      *title_row;
  GtkEditable      *subtitle_row;
  GtkEditable      *footer_row;
  AdwComboRow      *format;
  AdwComboRow      *size;
  GtkWidget        *width_row;
  GtkWidget        *height_row;
  GtkSpinButton    *width;
  GtkSpinButton    *height;
  AdwComboRow      *palette;
  GtkSwitch        *transparent;
  GtkSwitch        *hide_names;
};

G_DEFINE_FINAL_TYPE (BwExportDialog, bw_export_dialog, ADW_TYPE_WINDOW)

static void
fill_view (BwExportDialog *self,
           BwView         *view)
{
  bw_fill_view (self->workspace, self->comparing, view);
  if (self->metric != NULL)
    view->metric = bw_model_find_metric (bw_results_get_model (view->results), self->metric);
  if (bw_hidden_names_get ())
    bw_hidden_view_fill (self->hidden, view);
}

static const BwChart *
get_chart (BwExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->chart);

  return g_ptr_array_index (self->charts, MIN (selected, self->charts->len - 1));
}

static const char *
get_format (BwExportDialog *self)
{
  gsize n_formats;
  const BwPictureFormat *formats = bw_picture_formats (&n_formats);

  return formats[MIN (adw_combo_row_get_selected (self->format), n_formats - 1)].id;
}

/* The picture that the form describes; its texts are lent by the form. */
static BwPicture
get_picture (BwExportDialog *self)
{
  return (BwPicture) {
           .chart = get_chart (self),
           .palette = bw_export_choices_get_palette (self->palette),
           .width = gtk_spin_button_get_value_as_int (self->width),
           .height = gtk_spin_button_get_value_as_int (self->height),
           .transparent = gtk_switch_get_active (self->transparent),
           .title = gtk_editable_get_text (self->title_row),
           .subtitle = gtk_editable_get_text (self->subtitle_row),
           .footer = gtk_editable_get_text (self->footer_row),
  };
}

static void
update_preview (BwExportDialog *self)
{
  BwPicture picture;
  BwView view;

  if (self->filling || self->workspace == NULL)
    return;

  picture = get_picture (self);
  fill_view (self, &view);
  bw_picture_preview_show (self->preview, &picture, &view);
}

static void
propose_texts (BwExportDialog *self)
{
  const BwChart *chart = get_chart (self);
  BwView view;

  fill_view (self, &view);
  self->filling = TRUE;
  bw_export_choices_propose (self->title_row, &self->texts[0],
                             chart->finding == NULL ? g_strdup ("") : chart->finding (&view));
  bw_export_choices_propose (self->subtitle_row, &self->texts[1],
                             chart->subtitle == NULL ? g_strdup ("") : chart->subtitle (&view));
  bw_export_choices_propose (self->footer_row, &self->texts[2], bw_picture_footer_of (chart, &view));
  self->filling = FALSE;
}

static void
on_chart_selected (BwExportDialog *self)
{
  if (self->filling || self->workspace == NULL)
    return;

  propose_texts (self);
  update_preview (self);
}

static void
on_hide_names (BwExportDialog *self)
{
  bw_hidden_names_set (gtk_switch_get_active (self->hide_names));
  on_chart_selected (self);
}

/* The last row is the user's own size. */
static void
on_size_selected (BwExportDialog *self)
{
  gsize n_sizes;
  const BwPictureSize *sizes = bw_picture_sizes (&n_sizes);
  const guint selected = adw_combo_row_get_selected (self->size);
  const gboolean own = selected >= n_sizes;

  gtk_widget_set_visible (self->width_row, own);
  gtk_widget_set_visible (self->height_row, own);
  if (!own)
    {
      gtk_spin_button_set_value (self->width, sizes[selected].width);
      gtk_spin_button_set_value (self->height, sizes[selected].height);
    }
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwExportDialog *self = BW_EXPORT_DIALOG (widget);
  const BwPicture picture = get_picture (self);
  BwView view;

  fill_view (self, &view);
  if (bw_picture_copy (&picture, &view, widget))
    bw_toast_say (self->toasts, _("Copied: paste it into a slide"));
}

typedef struct
{
  BwExportDialog *dialog;
  GtkWindow      *parent;
  char           *name; /* of the file */
} Saving;

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  BwExportDialog *self = saving->dialog;
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_("Saved “%s”"), saving->name);
  g_autoptr(GError) error = NULL;
  const gboolean saved = bw_save_finish (result, &error);
  const gboolean open = self->workspace != NULL;

  if (open)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", TRUE);
      if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
        gtk_widget_grab_focus (self->save);
    }
  if (saved && open)
    bw_toast_say (self->toasts, text);
  if (!saved && (open || gtk_widget_get_mapped (GTK_WIDGET (saving->parent))))
    bw_message_show_error (open ? GTK_WINDOW (self) : saving->parent,
                           _("Could Not Save the Picture"), error);

  g_object_unref (saving->dialog);
  g_object_unref (saving->parent);
  g_free (saving->name);
  g_free (saving);
}

static void
remember (BwExportDialog *self)
{
  const BwPicture picture = get_picture (self);
  const BwExportMemory memory = {
    adw_combo_row_get_selected (self->format), picture.width, picture.height,
    (char *) picture.palette->id, picture.transparent
  };

  bw_export_memory_write (self->settings, &memory);
}

/* Puts the choices as they were for the last picture. */
static void
recall (BwExportDialog *self)
{
  BwExportMemory memory;

  if (!bw_export_memory_read (self->settings, &memory))
    return;

  adw_combo_row_set_selected (self->format, memory.format);
  bw_export_choices_choose_size (self->size, memory.width, memory.height);
  gtk_spin_button_set_value (self->width, memory.width);
  gtk_spin_button_set_value (self->height, memory.height);
  bw_export_choices_choose_palette (self->palette, memory.theme);
  gtk_switch_set_active (self->transparent, memory.transparent);
  g_free (memory.theme);
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwExportDialog *self = user_data;
  const BwPicture picture = get_picture (self);
  Saving *saving = g_new0 (Saving, 1);
  BwView view;

  saving->dialog = g_object_ref (self);
  saving->parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  saving->name = g_file_get_basename (files[0]);
  remember (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
  bw_workspace_drag_end (self->workspace);
  fill_view (self, &view);
  bw_picture_save_async (&picture, &view, files[0], get_format (self), on_saved, saving);
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwExportDialog *self = BW_EXPORT_DIALOG (widget);
  const char *format = get_format (self);
  g_autofree char *pattern = g_strconcat ("*.", format, NULL);
  g_autofree char *name = g_strdup_printf ("%s.%s", get_chart (self)->id, format);
  const BwFileKind pictures = { N_("Pictures"), { pattern } };

  bw_file_dialog_save (GTK_WINDOW (self), _("Save Chart"), &pictures, name,
                       on_place_chosen, self);
}

static void
bw_export_dialog_dispose (GObject *object)
{
  BwExportDialog *self = BW_EXPORT_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->hidden, bw_hidden_view_free);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (bw_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, footer_row);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, palette);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, hide_names);
}

static void
bw_export_dialog_class_init (BwExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_export_dialog_dispose;

  g_type_ensure (BW_TYPE_PICTURE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_chart_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_size_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_names);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "export.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_export_dialog_init (BwExportDialog *self)
{
  self->charts = g_ptr_array_new ();
  self->hidden = bw_hidden_view_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_export_dialog_present:
 * @settings: (nullable): remembers format, size and colours
 * @comparing: (nullable): what is compared, where that is on screen
 * @metric: (nullable): the id of the metric whose editor is open
 * @page: the page on screen, whose chart is proposed
 */
void
bw_export_dialog_present (GtkWindow   *parent,
                          BwWorkspace *workspace,
                          GSettings   *settings,
                          BwComparing *comparing,
                          const char  *metric,
                          const char  *page)
{
  BwExportDialog *self = g_object_new (BW_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  BwView view;

  bw_export_choices_fill_formats (self->format);
  bw_export_choices_fill_sizes (self->size);
  bw_export_choices_fill_palettes (self->palette);
  g_set_object (&self->settings, settings);
  g_set_object (&self->comparing, comparing);
  self->metric = g_strdup (metric);
  recall (self);
  gtk_switch_set_active (self->hide_names, bw_hidden_names_get ());
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (bw_since_of (workspace), "changed", G_CALLBACK (on_chart_selected), self,
                           G_CONNECT_SWAPPED);
  fill_view (self, &view);
  bw_export_choices_fill_charts (self->chart, self->charts, &view, page);
  propose_texts (self);
  on_size_selected (self);
  self->filling = FALSE;
  update_preview (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->save);
}
