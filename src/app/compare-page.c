/* Two models over the same customers: distributions, bands, ranks, how firm they are, and who moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compared lives in a BwComparing, which follows the workspace while the page is on screen;
 * the page shows it. */

#include "app/compare-page.h"

#include "app/compare-cards.h"
#include "app/compare-firmness.h"
#include "app/compare-sides.h"
#include "app/file-dialog.h"
#include "app/message.h"
#include "app/saving.h"
#include "chart/agreement.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/band-move.h"
#include "widgets/chart-view.h"
#include "widgets/mover-table.h"
#include "widgets/way-back.h"

#include <glib/gi18n-lib.h>

struct _BwComparePage
{
  BwLive parent_instance;

  BwComparing *comparing; /* NULL before the page was first shown */
  BwMoverList *movers;
  gboolean     saving;

  BwCompareSides    *sides;
  GtkLabel          *notice;
  BwCompareCards    *cards;
  GtkLabel          *title;
  GtkLabel          *outline_note;
  BwChartView       *distribution;
  GtkWidget         *charts;
  BwChartView       *matrix;
  BwChartView       *slopes;
  BwCompareFirmness *firmness;
  GtkLabel          *movers_note;
  GtkWidget         *cell;
  GtkWidget         *export_button;
  GtkWidget         *nobody;
  BwMoverTable      *table;
};

enum
{
  CUSTOMER_ACTIVATED,
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwComparePage, bw_compare_page, BW_TYPE_LIVE)

static void
show_notice (BwComparePage *self)
{
  const char *notice = bw_comparing_get_notice (self->comparing);

  if (notice == NULL && !bw_comparing_knows_segment (self->comparing))
    notice = _("The model compared with does not have this segment: "
               "all customers are compared.");
  gtk_label_set_label (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
}

static void
show_titles (BwComparePage *self)
{
  const guint segment = bw_comparing_get_segment (self->comparing);
  BwResults *to = bw_comparing_get_results (self->comparing, BW_SIDE_TO);
  const char *name = segment == BW_ALL_SEGMENTS || to == NULL
                     ? _("All customers")
                     : bw_model_get_segment (bw_results_get_model (to), segment)->name;
  /* TRANSLATORS: what bars and outline of a chart stand for: the names of two models */
  g_autofree char *note = g_strdup_printf (_("bars: %s · outline: %s"),
                                           bw_comparing_get_name (self->comparing, BW_SIDE_TO),
                                           bw_comparing_get_name (self->comparing, BW_SIDE_FROM));

  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->outline_note, note);
}

/* "Watch → At risk", on the button that shows all again. */
static void
show_cell (BwComparePage *self)
{
  BwResults *from = bw_comparing_get_results (self->comparing, BW_SIDE_FROM);
  BwResults *to = bw_comparing_get_results (self->comparing, BW_SIDE_TO);
  guint from_band, to_band;
  const gboolean filtered = bw_mover_list_get_cell (self->movers, &from_band, &to_band);

  gtk_widget_set_visible (self->cell, filtered);
  if (filtered && from != NULL && to != NULL)
    {
      g_autofree char *text =
        g_strdup_printf ("%s → %s  ✕", bw_words_band (bw_results_get_model (from), from_band),
                         bw_words_band (bw_results_get_model (to), to_band));

      gtk_button_set_label (GTK_BUTTON (self->cell), text);
    }
}

static void
show_movers (BwComparePage *self)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->movers));
  GArray *movers = bw_comparing_get_movers (self->comparing);
  g_autofree char *customers = bw_words_customers (shown);

  show_cell (self);
  gtk_label_set_label (self->movers_note, movers == NULL ? _("Comparing…") : customers);
  gtk_widget_set_visible (self->nobody, movers != NULL && shown == 0);
  gtk_widget_set_sensitive (self->export_button, shown > 0 && !self->saving);
}

static void
show_firmness (BwComparePage *self)
{
  bw_compare_firmness_show (self->firmness, self->comparing);
}

static void
on_changed (BwComparePage *self)
{
  show_notice (self);
  show_titles (self);
  bw_compare_cards_show (self->cards, self->comparing);
  show_firmness (self);
  show_movers (self);
}

/* Other models may have other bands: what was chosen of the old ones does not stand. */
static void
on_choices_changed (BwComparePage *self)
{
  bw_mover_list_show_all (self->movers);
  on_changed (self);
}

static void
begin (BwComparePage *self)
{
  self->comparing = bw_comparing_new (bw_live_get_workspace (BW_LIVE (self)));
  self->movers = bw_mover_list_new (self->comparing);
  bw_compare_sides_set_comparing (self->sides, self->comparing);
  bw_chart_view_set_comparing (self->distribution, self->comparing);
  bw_chart_view_set_comparing (self->matrix, self->comparing);
  bw_chart_view_set_comparing (self->slopes, self->comparing);
  bw_mover_table_set_list (self->table, self->movers);
  g_signal_connect_object (self->comparing, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparing, "choices-changed", G_CALLBACK (on_choices_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparing, "firmness-changed", G_CALLBACK (show_firmness), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->movers, "refresh", G_CALLBACK (show_movers), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_compare_page_refresh (BwLive  *live,
                         BwChange changes)
{
  BwComparePage *self = BW_COMPARE_PAGE (live);

  if (self->comparing == NULL)
    begin (self);
  bw_comparing_set_active (self->comparing, TRUE);
  bw_comparing_set_active (self->comparing, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
bw_compare_page_map (GtkWidget *widget)
{
  BwComparePage *self = BW_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (bw_compare_page_parent_class)->map (widget);

  if (self->comparing != NULL)
    bw_comparing_set_active (self->comparing, TRUE);
}

static void
bw_compare_page_unmap (GtkWidget *widget)
{
  BwComparePage *self = BW_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (bw_compare_page_parent_class)->unmap (widget);

  if (self->comparing != NULL)
    bw_comparing_set_active (self->comparing, FALSE);
}

/* A cell of those who move shows them alone; any other cell, or the same again, shows all. */
static void
on_cell_activated (BwComparePage *self,
                   guint          row)
{
  BwResults *from = bw_comparing_get_results (self->comparing, BW_SIDE_FROM);
  BwResults *to = bw_comparing_get_results (self->comparing, BW_SIDE_TO);
  guint from_band, to_band, shown_from, shown_to;
  gboolean again;

  if (from == NULL || to == NULL || !bw_matrix_find_bands (row, &from_band, &to_band))
    return;

  again = bw_mover_list_get_cell (self->movers, &shown_from, &shown_to) &&
          shown_from == from_band && shown_to == to_band;
  if (again || bw_band_move (bw_results_get_model (from), from_band, bw_results_get_model (to),
                             to_band) == BW_BAND_STAYS)
    bw_mover_list_show_all (self->movers);
  else
    bw_mover_list_set_cell (self->movers, from_band, to_band);
}

static void
on_show_all (BwComparePage *self)
{
  bw_mover_list_show_all (self->movers);
}

static void
on_customer_activated (BwComparePage *self,
                       guint          customer)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, customer);
}

/* The row of a line is that of the newest snapshot. */
static void
on_line_activated (BwComparePage *self,
                   guint          row)
{
  BwPanel *panel = bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self)));
  BwSnapshot *newest = bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1);

  if (row < bw_snapshot_get_n_rows (newest))
    on_customer_activated (self, bw_snapshot_get_customers (newest)[row]);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwComparePage) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean saved = bw_save_finish (result, &error);

  self->saving = FALSE;
  if (self->comparing == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  show_movers (self);
  if (saved)
    g_signal_emit (self, signals[SAID], 0, _("Customers exported"));
  else
    bw_message_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           _("Could Not Export the Customers"), error);
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwComparePage *self = user_data;
  BwResults *from, *to;

  if (self->comparing == NULL)
    return;

  bw_workspace_drag_end (bw_live_get_workspace (BW_LIVE (self)));
  from = bw_comparing_get_results (self->comparing, BW_SIDE_FROM);
  to = bw_comparing_get_results (self->comparing, BW_SIDE_TO);
  if (from == NULL || to == NULL || bw_comparing_get_movers (self->comparing) == NULL)
    return;

  self->saving = TRUE;
  show_movers (self);
  bw_movers_save_async (from, to, bw_mover_list_dup_movers (self->movers),
                        bw_mover_list_dup_kept (self->movers), files[0], on_saved,
                        g_object_ref (self));
}

static void
on_export (BwComparePage *self)
{
  static const BwFileKind tables = { N_("CSV tables"), { "*.csv" } };

  bw_file_dialog_save_list (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _("Export Customers That Move"), &tables, _("movers.csv"), NULL,
                            on_place_chosen, self);
}

static void
bw_compare_page_dispose (GObject *object)
{
  BwComparePage *self = BW_COMPARE_PAGE (object);

  if (self->comparing != NULL)
    bw_comparing_set_active (self->comparing, FALSE);
  g_clear_object (&self->movers);
  g_clear_object (&self->comparing);

  G_OBJECT_CLASS (bw_compare_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, sides);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, notice);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, cards);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, title);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, outline_note);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, distribution);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, charts);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, matrix);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, slopes);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, firmness);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, movers_note);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, cell);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, export_button);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, nobody);
  gtk_widget_class_bind_template_child (widget_class, BwComparePage, table);
}

static void
bw_compare_page_class_init (BwComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_compare_page_dispose;
  widget_class->map = bw_compare_page_map;
  widget_class->unmap = bw_compare_page_unmap;
  BW_LIVE_CLASS (klass)->refresh = bw_compare_page_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_COMPARE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAID] = g_signal_new ("said", BW_TYPE_COMPARE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  g_type_ensure (BW_TYPE_COMPARE_CARDS);
  g_type_ensure (BW_TYPE_COMPARE_FIRMNESS);
  g_type_ensure (BW_TYPE_COMPARE_SIDES);
  g_type_ensure (BW_TYPE_MOVER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/compare-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
bw_compare_page_init (BwComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_way_back_add (self->charts);
}

/**
 * bw_compare_page_get_comparing:
 *
 * Returns: (transfer none) (nullable): what is compared; %NULL before the page was first shown
 */
BwComparing *
bw_compare_page_get_comparing (BwComparePage *self)
{
  g_return_val_if_fail (BW_IS_COMPARE_PAGE (self), NULL);

  return self->comparing;
}

/**
 * bw_compare_page_begin:
 *
 * Returns: (transfer none): what is compared, made now where the page was not shown yet
 */
BwComparing *
bw_compare_page_begin (BwComparePage *self)
{
  if (self->comparing == NULL)
    begin (self);

  return self->comparing;
}
