/* Who changes band under the draft, against the model as opened: the largest money first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count follows every nudge; the names follow it too, unless there are very many customers:
 * then they follow when the slider is let go. */

#include "widgets/movers-card.h"

#include "format/format.h"
#include "widgets/figure-label.h"
#include "widgets/mover-row.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN     50
#define MOST_LIVE_ROWS 100000 /* customers among whom movers are looked for during a drag */
#define MOST_LIVE_SHOWN 8     /* rows that are kept up to date during a drag */

struct _BwMoversCard
{
  BwLive parent_instance;

  BwFigureLabel *summary;
  GtkStack   *stack;
  GtkLabel   *hint;
  GtkListBox *list;
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwMoversCard, bw_movers_card, BW_TYPE_LIVE)

static void
show_summary (BwMoversCard *self,
              BwWorkspace  *workspace,
              BwMovement    movement)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint money = bw_panel_find_role (panel, BW_ROLE_MONEY);
  g_autofree char *number = bw_format_number (movement.n_movers, 0);
  g_autofree char *customers = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                          movement.n_movers), number);
  g_autofree char *text = NULL;

  if (movement.n_movers == 0)
    text = g_strdup ("");
  else if (money == BW_NONE)
    /* TRANSLATORS: %s is "31 customers" */
    text = g_strdup_printf (_("%s, vs baseline"), customers);
  else
    {
      g_autofree char *sum = bw_format_money_short (movement.money,
                                                    bw_panel_get_column (panel, money)->currency);

      /* TRANSLATORS: "31 customers, $6.1 M, vs baseline" */
      text = g_strdup_printf (_("%s, %s, vs baseline"), customers, sum);
    }
  bw_figure_label_set_text (self->summary, text);
}

static void
show_hint (BwMoversCard *self,
           BwWorkspace  *workspace)
{
  if (bw_workspace_get_edited (workspace))
    gtk_label_set_label (self->hint, _("Nobody changes band under these weights."));
  else if (bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS)
    gtk_label_set_label (self->hint, _("Choose a segment and move a weight to see "
                                       "who would change band."));
  else
    gtk_label_set_label (self->hint, _("Move a weight to see who would change band."));
}

static void
show_movers (BwMoversCard *self,
             BwWorkspace  *workspace,
             guint         most)
{
  g_autoptr(GArray) movers = bw_results_list_movers (bw_workspace_get_baseline (workspace),
                                                     bw_workspace_get_results (workspace),
                                                     bw_workspace_get_segment (workspace), most);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, movers->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < movers->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (bw_mover_row_new ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      bw_mover_row_set_mover (BW_MOVER_ROW (row), workspace, &g_array_index (movers, BwMover, i));
    }
}

static void
bw_movers_card_refresh (BwLive  *live,
                        BwChange changes)
{
  BwMoversCard *self = BW_MOVERS_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const BwMovement movement = bw_workspace_get_movement (workspace);

  if ((changes & ~(BW_CHANGE_HISTORY | BW_CHANGE_CUSTOMER | BW_CHANGE_LOCKS)) == 0)
    return;

  show_summary (self, workspace, movement);
  if (movement.n_movers == 0)
    show_hint (self, workspace);
  else if (!bw_workspace_get_dragging (workspace))
    show_movers (self, workspace, MOST_SHOWN);
  else if (bw_results_get_n_rows (bw_workspace_get_results (workspace)) <= MOST_LIVE_ROWS)
    show_movers (self, workspace, MOST_LIVE_SHOWN);
  gtk_stack_set_visible_child_name (self->stack, movement.n_movers == 0 ? "none" : "movers");
}

static void
on_row_activated (BwMoversCard *self,
                  BwMoverRow   *row)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, bw_mover_row_get_customer (row));
}

static void
bw_movers_card_class_init (BwMoversCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_movers_card_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_MOVERS_CARD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BW_TYPE_FIGURE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/movers-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMoversCard, summary);
  gtk_widget_class_bind_template_child (widget_class, BwMoversCard, stack);
  gtk_widget_class_bind_template_child (widget_class, BwMoversCard, hint);
  gtk_widget_class_bind_template_child (widget_class, BwMoversCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bw_movers_card_init (BwMoversCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
