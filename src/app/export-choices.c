/* The choices of the export dialog: formats, sizes, colours. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/export-choices.h"

#include "chart/picture.h"

#include <glib/gi18n-lib.h>

/* The colours of a picture: ids are those of palettes. */
static const struct
{
  const char *id;
  const char *title;
} palettes[] = {
  { "light", N_("Light") },
  { "dark", N_("Dark") },
  { "print", N_("For print") },
};

/* The chart that is meant on each page. */
static const struct
{
  const char *page;
  const char *chart;
} page_charts[] = {
  { "distribution", "distribution" },
  { "trends", "bands" },
  { "customers", "trend" },
  { "compare", "matrix" },
  { "validate", "calibration" },
};

/**
 * bw_export_choices_get_chart:
 * @page: (nullable): of the window
 *
 * Returns: (nullable): the id of the chart that is meant there
 */
const char *
bw_export_choices_get_chart (const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_charts); i++)
    {
      if (g_strcmp0 (page, page_charts[i].page) == 0)
        return page_charts[i].chart;
    }

  return NULL;
}

/**
 * bw_export_choices_fill:
 * @titles: (array zero-terminated=1): for people, in their language
 */
void
bw_export_choices_fill (AdwComboRow       *row,
                        const char *const *titles,
                        guint              selected)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (titles);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

/**
 * bw_export_choices_fill_charts:
 * @charts: (element-type BwChart): filled with those that can be drawn now, in the order of @row
 * @page: (nullable): of the window
 *
 * Fills @row and chooses the chart that is meant: that of the metric which is edited, else of @page.
 */
void
bw_export_choices_fill_charts (AdwComboRow  *row,
                               GPtrArray    *charts,
                               const BwView *view,
                               const char   *page)
{
  const char *wanted = view->metric != BW_NONE ? "metric" : bw_export_choices_get_chart (page);
  gsize n_charts;
  const BwChart *const *all = bw_charts (&n_charts);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  guint chosen = 0;

  for (gsize i = 0; i < n_charts; i++)
    {
      if ((all[i]->needs_customer && view->customer == BW_NONE) ||
          (all[i]->needs_metric && view->metric == BW_NONE) ||
          (all[i]->needs_history && view->history == NULL) ||
          (all[i]->needs_outcome && view->validation == NULL))
        continue;
      if (g_strcmp0 (all[i]->id, wanted) == 0)
        chosen = charts->len;
      g_ptr_array_add (charts, (gpointer) all[i]);
      g_ptr_array_add (titles, (gpointer) g_dgettext (GETTEXT_PACKAGE, all[i]->title));
    }
  g_ptr_array_add (titles, NULL);
  bw_export_choices_fill (row, (const char *const *) titles->pdata, chosen);
}

/**
 * bw_export_choices_fill_formats:
 *
 * Fills @row in the order of bw_picture_formats().
 */
void
bw_export_choices_fill_formats (AdwComboRow *row)
{
  gsize n_formats;
  const BwPictureFormat *formats = bw_picture_formats (&n_formats);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (gsize i = 0; i < n_formats; i++)
    g_ptr_array_add (titles, (gpointer) g_dgettext (GETTEXT_PACKAGE, formats[i].title));
  g_ptr_array_add (titles, NULL);
  bw_export_choices_fill (row, (const char *const *) titles->pdata, 0);
}

/**
 * bw_export_choices_fill_sizes:
 *
 * Fills @row in the order of bw_picture_sizes(); the last is the user's own size.
 */
void
bw_export_choices_fill_sizes (AdwComboRow *row)
{
  gsize n_sizes;
  const BwPictureSize *sizes = bw_picture_sizes (&n_sizes);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (gsize i = 0; i < n_sizes; i++)
    g_ptr_array_add (titles, (gpointer) g_dgettext (GETTEXT_PACKAGE, sizes[i].title));
  g_ptr_array_add (titles, (gpointer) _("Own size"));
  g_ptr_array_add (titles, NULL);
  bw_export_choices_fill (row, (const char *const *) titles->pdata, 0);
}

void
bw_export_choices_fill_palettes (AdwComboRow *row)
{
  const char *titles[G_N_ELEMENTS (palettes) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    titles[i] = _(palettes[i].title);
  bw_export_choices_fill (row, titles, 0);
}

/**
 * bw_export_choices_get_palette:
 * @row: filled by bw_export_choices_fill_palettes()
 */
const BwPalette *
bw_export_choices_get_palette (AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  return bw_palette_find (palettes[MIN (selected, G_N_ELEMENTS (palettes) - 1)].id);
}

/**
 * bw_export_choices_choose_size:
 * @row: filled by bw_export_choices_fill_sizes()
 *
 * Chooses the size with these sides, or else the user's own.
 */
void
bw_export_choices_choose_size (AdwComboRow *row,
                               guint        width,
                               guint        height)
{
  gsize n_sizes;
  const BwPictureSize *sizes = bw_picture_sizes (&n_sizes);
  guint chosen = 0;

  while (chosen < n_sizes && (sizes[chosen].width != width || sizes[chosen].height != height))
    chosen++;
  adw_combo_row_set_selected (row, chosen);
}

/**
 * bw_export_choices_choose_palette:
 * @row: filled by bw_export_choices_fill_palettes()
 */
void
bw_export_choices_choose_palette (AdwComboRow *row,
                                  const char  *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      if (g_str_equal (palettes[i].id, id))
        adw_combo_row_set_selected (row, i);
    }
}

/**
 * bw_export_choices_propose:
 * @proposed: what was proposed before, or %NULL; replaced by @text
 * @text: (transfer full): what is proposed now
 *
 * Puts a proposed text into a row, unless the user wrote something else there.
 */
void
bw_export_choices_propose (GtkEditable *row,
                           char       **proposed,
                           char        *text)
{
  const char *now = gtk_editable_get_text (row);
  const gboolean untouched = *proposed == NULL || g_str_equal (now, *proposed);

  g_free (*proposed);
  *proposed = text;
  if (untouched)
    gtk_editable_set_text (row, text);
}
