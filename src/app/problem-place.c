/* Where in its file a problem is: the lines around it as they stand, the bad cell marked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines are read in a worker; the next problem overtakes one whose lines are still read. */

#include "app/problem-place.h"

#include "app/preview-grid.h"

#include <glib/gi18n-lib.h>

#define LINES_BEFORE 3
#define LINES_SHOWN  7

struct _BwProblemPlace
{
  AdwBin parent_instance;

  GCancellable *reading; /* or NULL */
  BwSource     *source;  /* whose lines are being read, or NULL */

  GtkLabel      *title;
  BwPreviewGrid *grid;
};

G_DEFINE_FINAL_TYPE (BwProblemPlace, bw_problem_place, ADW_TYPE_BIN)

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BwProblemPlace) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwPreview) preview = bw_preview_read_finish (result, &error);

  if (self->source == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (preview == NULL)
    gtk_label_set_label (self->title, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), preview != NULL);
  bw_preview_grid_show (self->grid, preview, bw_source_get_reading (self->source));
}

static void
stop (BwProblemPlace *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->source, bw_source_unref);
}

static void
bw_problem_place_dispose (GObject *object)
{
  stop (BW_PROBLEM_PLACE (object));

  G_OBJECT_CLASS (bw_problem_place_parent_class)->dispose (object);
}

static void
bw_problem_place_class_init (BwProblemPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_problem_place_dispose;

  g_type_ensure (BW_TYPE_PREVIEW_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/problem-place.ui");
  gtk_widget_class_bind_template_child (widget_class, BwProblemPlace, title);
  gtk_widget_class_bind_template_child (widget_class, BwProblemPlace, grid);
}

static void
bw_problem_place_init (BwProblemPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
find_file (BwIntake        *intake,
           const BwProblem *problem)
{
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    {
      if (g_strcmp0 (bw_source_get_file_name (bw_intake_get_source (intake, i)), problem->file) == 0)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_problem_place_show:
 * @intake: (nullable): with the files, as far as they are at hand
 * @problem: (nullable): of the report of @intake
 *
 * Without a problem, or without its file, or where it is at no line, no lines are shown.
 */
void
bw_problem_place_show (BwProblemPlace  *self,
                       BwIntake        *intake,
                       const BwProblem *problem)
{
  g_autofree char *title = problem == NULL ? NULL : bw_problem_to_line (problem);
  guint file;

  g_return_if_fail (BW_IS_PROBLEM_PLACE (self));

  stop (self);
  file = problem == NULL || problem->line == 0 || intake == NULL ? BW_NONE :
         find_file (intake, problem);
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL);
  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->grid), file != BW_NONE);
  if (file == BW_NONE)
    return;

  self->reading = g_cancellable_new ();
  self->source = bw_source_ref (bw_intake_get_source (intake, file));
  bw_preview_grid_mark (self->grid, problem->line, problem->column);
  bw_preview_read_async (bw_intake_get_file (intake, file), bw_source_get_reading (self->source),
                         problem->line > LINES_BEFORE ? problem->line - LINES_BEFORE : 1,
                         LINES_SHOWN, self->reading, on_read, g_object_ref (self));
}
