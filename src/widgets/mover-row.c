/* A customer who changes band: name, score before and after, money and renewal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/mover-row.h"

#include "chart/shown-words.h"
#include "format/format.h"
#include "widgets/band-mark.h"
#include "widgets/figure-label.h"
#include "widgets/tip.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwMoverRow
{
  GtkListBoxRow parent_instance;

  guint customer;

  BwFigureLabel *name;
  BwBandMark *from_mark;
  BwFigureLabel *from;
  BwBandMark *to_mark;
  BwFigureLabel *to;
  BwFigureLabel *money;
  BwFigureLabel *renewal;
};

G_DEFINE_FINAL_TYPE (BwMoverRow, bw_mover_row, GTK_TYPE_LIST_BOX_ROW)

static void
bw_mover_row_class_init (BwMoverRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BW_TYPE_BAND_MARK);
  g_type_ensure (BW_TYPE_FIGURE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/mover-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, from_mark);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, from);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, to_mark);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, to);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, money);
  gtk_widget_class_bind_template_child (widget_class, BwMoverRow, renewal);
}

static void
bw_mover_row_init (BwMoverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_mover_row_new (void)
{
  return g_object_new (BW_TYPE_MOVER_ROW, NULL);
}

guint
bw_mover_row_get_customer (BwMoverRow *self)
{
  g_return_val_if_fail (BW_IS_MOVER_ROW (self), BW_NONE);

  return self->customer;
}

static char *
renewal_to_text (BwPanel *panel,
                 guint    snapshot,
                 guint    row)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_RENEWAL);
  BwColumn *values;

  if (column == BW_NONE)
    return g_strdup ("");
  values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), column);
  if (values == NULL || bw_column_type_is_coded (bw_column_get_type (values)) ||
      bw_column_is_missing (values, row))
    return g_strdup ("");

  return bw_format_date (bw_column_get_numbers (values)[row], BW_DATE_DAY);
}

static char *
money_to_text (BwPanel *panel,
               double   money)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);

  if (column == BW_NONE || isnan (money))
    return g_strdup ("");

  return bw_format_money_short (money, bw_panel_get_column (panel, column)->currency);
}

static const char *
band_name (const BwModel *model,
           guint          band)
{
  return band < bw_model_get_n_bands (model) ?
         bw_model_get_band (model, band)->name : _("Not enough data");
}

/**
 * bw_mover_row_set_mover:
 * @mover: of the workspace's results against its baseline; borrowed for the call
 */
void
bw_mover_row_set_mover (BwMoverRow    *self,
                        BwWorkspace   *workspace,
                        const BwMover *mover)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  BwModel *now = bw_workspace_get_model (workspace);
  BwModel *then = bw_workspace_get_baseline_model (workspace);
  BwPrepared *prepared = bw_results_get_prepared (bw_workspace_get_results (workspace));
  const guint snapshot = bw_prepared_get_snapshot (prepared);
  const BwShownAs as = bw_shown_get_as (bw_shown_of (workspace));
  const guint customer =
    bw_snapshot_get_customers (bw_panel_get_snapshot (panel, snapshot))[mover->row];
  const char *name = bw_panel_get_name (panel, customer);
  g_autofree char *from = bw_shown_words (as, then, mover->from);
  g_autofree char *to = bw_shown_words (as, now, mover->to);
  g_autofree char *money = money_to_text (panel, mover->money);
  g_autofree char *renewal = renewal_to_text (panel, snapshot, mover->row);
  /* TRANSLATORS: a customer that changes band: name, score and band before, score and band now,
   * money, renewal date */
  g_autofree char *spoken = g_strdup_printf (_("%s: from %s, %s, to %s, %s. %s %s"), name,
                                             from, band_name (then, mover->from_band),
                                             to, band_name (now, mover->to_band), money, renewal);

  g_return_if_fail (BW_IS_MOVER_ROW (self));

  self->customer = customer;
  bw_figure_label_set_text (self->name, name);
  bw_tip_set (GTK_WIDGET (self->name), name);
  bw_figure_label_set_text (self->from, from);
  bw_figure_label_set_text (self->to, to);
  bw_figure_label_set_text (self->money, money);
  bw_figure_label_set_text (self->renewal, renewal);
  gtk_widget_set_visible (GTK_WIDGET (self->money), *money != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->renewal), *renewal != '\0');
  bw_band_mark_set_band (self->from_mark, then, mover->from_band);
  bw_band_mark_set_band (self->to_mark, now, mover->to_band);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
