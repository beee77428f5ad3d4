/* How firm the bands are, in words and a line for each band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare-firmness.h"

#include "chart/words.h"
#include "format/format.h"
#include "widgets/band-mark.h"
#include "widgets/score-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRM 0.9 /* share of draws that makes a customer firm */

typedef struct
{
  BwBandMark *mark;
  GtkLabel   *name;
  BwScoreBar *bar;
  GtkLabel   *share;
  GtkLabel   *firm;
} Line;

struct _BwCompareFirmness
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkGrid  *grid;
  Line      lines[BW_MAX_BANDS];
};

G_DEFINE_FINAL_TYPE (BwCompareFirmness, bw_compare_firmness, ADW_TYPE_BIN)

static void
bw_compare_firmness_class_init (BwCompareFirmnessClass *klass)
{
}

static GtkLabel *
add_label (BwCompareFirmness *self,
           int                column,
           int                row,
           float              xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);

  return GTK_LABEL (label);
}

static void
add_line (BwCompareFirmness *self,
          int                row)
{
  Line *line = &self->lines[row];
  GtkWidget *mark = bw_band_mark_new ();
  GtkWidget *bar = bw_score_bar_new ();

  line->mark = BW_BAND_MARK (mark);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, mark, 0, row, 1, 1);
  line->name = add_label (self, 1, row, 0);
  line->bar = BW_SCORE_BAR (bar);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 60, -1);
  gtk_grid_attach (self->grid, bar, 2, row, 1, 1);
  line->share = add_label (self, 3, row, 1);
  gtk_label_set_ellipsize (line->share, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (line->share), "heading");
  line->firm = add_label (self, 4, row, 0);
  gtk_widget_add_css_class (GTK_WIDGET (line->firm), "dim-label");
}

static void
bw_compare_firmness_init (BwCompareFirmness *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *summary = gtk_label_new (NULL);
  GtkWidget *grid = gtk_grid_new ();

  self->summary = GTK_LABEL (summary);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 10);
  gtk_grid_set_row_spacing (self->grid, 8);
  for (int i = 0; i < BW_MAX_BANDS; i++)
    add_line (self, i);

  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (GTK_BOX (box), grid);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Nearly all is never shown as all. */
static char *
percent_of (double share)
{
  return share >= 0.995 && share < 1 ? bw_format_percent (MIN (share, 0.999), 1)
                                     : bw_format_percent (share, 0);
}

static void
show_line (Line                  *line,
           const BwModel         *model,
           guint                  band,
           const BwFirmnessTally *counted)
{
  const double share = counted->kept;
  g_autofree char *percent = isnan (share) ? g_strdup ("–") : percent_of (share);
  g_autofree char *all = bw_words_customers (counted->n_scored);
  g_autofree char *firm = bw_format_number (counted->n_firm, 0);
  g_autofree char *least = bw_format_percent (FIRM, 0);
  /* TRANSLATORS: a number of customers, a number with the word ("256 customers"), a percent */
  g_autofree char *text = g_strdup_printf (_("%s of %s: kept in at least %s of draws"), firm, all,
                                           least);

  bw_band_mark_set_band (line->mark, model, band);
  gtk_label_set_label (line->name, bw_words_band (model, band));
  bw_score_bar_set_score (line->bar, isnan (share) ? 0 : 100 * share,
                          bw_words_band_ink (model, band));
  gtk_label_set_label (line->share, percent);
  gtk_label_set_label (line->firm, text);
}

static void
show_lines (BwCompareFirmness *self,
            guint              n)
{
  for (guint i = 0; i < BW_MAX_BANDS; i++)
    {
      GtkWidget *parts[] = {
        GTK_WIDGET (self->lines[i].mark), GTK_WIDGET (self->lines[i].name),
        GTK_WIDGET (self->lines[i].bar), GTK_WIDGET (self->lines[i].share),
        GTK_WIDGET (self->lines[i].firm)
      };

      for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
        gtk_widget_set_visible (parts[k], i < n);
    }
}

static void
show_summary (BwCompareFirmness *self,
              BwComparing       *comparing,
              double             mean)
{
  g_autofree char *draws = bw_format_number (BW_N_DRAWS, 0);
  g_autofree char *spread = bw_format_percent (BW_DRAW_SPREAD, 0);
  g_autofree char *share = percent_of (mean);
  /* TRANSLATORS: a model, a number of draws, a percent up to which weights differ, a percent of draws */
  g_autofree char *text =
    g_strdup_printf (_("%s: in %s draws with every weight up to %s more or less, a customer keeps "
                       "its band %s of the time."),
                     bw_comparing_get_name (comparing, BW_SIDE_TO), draws, spread, share);

  gtk_label_set_label (self->summary, text);
}

/**
 * bw_compare_firmness_show:
 *
 * Shows how firm the bands are under the model at the side "to", or that it is being worked out.
 */
void
bw_compare_firmness_show (BwCompareFirmness *self,
                          BwComparing       *comparing)
{
  BwFirmness *firmness = bw_comparing_get_firmness (comparing);
  BwResults *to = bw_comparing_get_results (comparing, BW_SIDE_TO);
  const guint segment = bw_comparing_get_segment (comparing);
  double mean;
  guint n;

  g_return_if_fail (BW_IS_COMPARE_FIRMNESS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), firmness != NULL && to != NULL);
  if (firmness == NULL || to == NULL)
    {
      gtk_label_set_label (self->summary, _("Drawing weights at random…"));
      return;
    }

  n = bw_model_get_n_bands (bw_results_get_model (to));
  mean = bw_firmness_get_mean_kept (firmness, segment);
  show_lines (self, isnan (mean) ? 0 : n);
  if (isnan (mean))
    {
      gtk_label_set_label (self->summary, _("Nobody is scored."));
      return;
    }

  show_summary (self, comparing, mean);
  for (guint i = 0; i < n; i++)
    {
      const guint band = n - 1 - i;
      const BwFirmnessTally counted = bw_firmness_tally (firmness, segment, band, FIRM);

      show_line (&self->lines[i], bw_results_get_model (to), band, &counted);
    }
}
