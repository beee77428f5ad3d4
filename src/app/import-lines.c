/* The first lines of a file in the import assistant, or why there are none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are read in a worker; until they are there, those before stay on show. */

#include "app/import-lines.h"

#include "app/preview-grid.h"
#include "panel/mapped-source.h"

#include <glib/gi18n-lib.h>

#define N_LINES 50

struct _BwImportLines
{
  AdwBin parent_instance;

  GFile        *file;    /* whose lines are shown or being read, or NULL */
  BwSource     *source;  /* that was read of it, or NULL where it could not be */
  BwReading    *reading; /* how, or NULL */
  BwPreview    *preview; /* or NULL */
  GCancellable *cancellable; /* while they are read, or NULL */

  GtkStack      *stack;
  BwPreviewGrid *grid;
  GtkLabel      *trouble;
};

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportLines, bw_import_lines, ADW_TYPE_BIN)

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BwImportLines) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwPreview) preview = bw_preview_read_finish (result, &error);

  if (self->file == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (preview == NULL)
    gtk_label_set_label (self->trouble, self->source != NULL ? error->message :
                         _("No lines can be shown"));
  gtk_stack_set_visible_child (self->stack, preview == NULL ? GTK_WIDGET (self->trouble)
                                                            : GTK_WIDGET (self->grid));
  bw_preview_grid_show (self->grid, preview, self->reading);
  g_clear_pointer (&self->preview, bw_preview_unref);
  self->preview = g_steal_pointer (&preview);
  g_signal_emit (self, signals[READ], 0);
}

static void
forget (BwImportLines *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->source, bw_source_unref);
  g_clear_pointer (&self->reading, bw_reading_free);
}

static void
bw_import_lines_dispose (GObject *object)
{
  BwImportLines *self = BW_IMPORT_LINES (object);

  forget (self);
  g_clear_pointer (&self->preview, bw_preview_unref);

  G_OBJECT_CLASS (bw_import_lines_parent_class)->dispose (object);
}

static void
bw_import_lines_class_init (BwImportLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_import_lines_dispose;

  signals[READ] = g_signal_new ("read", BW_TYPE_IMPORT_LINES, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_page (BwImportLines *self,
          GtkWidget     *child,
          const char    *title)
{
  gtk_stack_page_set_title (gtk_stack_add_child (self->stack, child), title);
}

static void
bw_import_lines_init (BwImportLines *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->grid = g_object_new (BW_TYPE_PREVIEW_GRID, NULL);
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_selectable (self->trouble, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->trouble), 24);
  gtk_widget_set_margin_end (GTK_WIDGET (self->trouble), 24);
  add_page (self, GTK_WIDGET (self->grid), _("Lines"));
  add_page (self, GTK_WIDGET (self->trouble), _("Trouble"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * bw_import_lines_show:
 * @source: (nullable): what was read of @file; %NULL where it could not be
 * @reading: how the file is read
 *
 * Returns: whether the lines are on show already; else "read" tells when
 */
gboolean
bw_import_lines_show (BwImportLines   *self,
                      GFile           *file,
                      BwSource        *source,
                      const BwReading *reading)
{
  g_return_val_if_fail (BW_IS_IMPORT_LINES (self), FALSE);

  if (bw_import_lines_is_of (self, file) && self->source == source &&
      bw_reading_equal (self->reading, reading))
    return self->cancellable == NULL;

  forget (self);
  self->file = g_object_ref (file);
  self->source = source == NULL ? NULL : bw_source_ref (source);
  self->reading = bw_reading_copy (reading);
  self->cancellable = g_cancellable_new ();
  bw_preview_read_async (file, reading, 1, N_LINES, self->cancellable, on_read,
                         g_object_ref (self));

  return FALSE;
}

/**
 * bw_import_lines_is_of:
 *
 * Returns: whether lines of @file were asked for last
 */
gboolean
bw_import_lines_is_of (BwImportLines *self,
                       GFile         *file)
{
  g_return_val_if_fail (BW_IS_IMPORT_LINES (self), FALSE);

  return self->file != NULL && g_file_equal (self->file, file);
}

/**
 * bw_import_lines_get_preview:
 *
 * Returns: (transfer none) (nullable): the lines on show
 */
BwPreview *
bw_import_lines_get_preview (BwImportLines *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_LINES (self), NULL);

  return self->preview;
}
