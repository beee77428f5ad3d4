/* Who stands in a lower band, or in a higher one, than at the snapshot that trends compare with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/band-change-card.h"

#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "widgets/band-change-row.h"
#include "workspace/band-changes.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN 50

struct _BwBandChangeCard
{
  BwLive parent_instance;

  gboolean rising;
  GArray  *changes; /* of BwBandChange, by row */

  GtkLabel   *title;
  GtkLabel   *summary;
  GtkWidget  *nobody;
  GtkWidget  *window;
  GtkListBox *list;
};

typedef enum
{
  PROP_RISING = 1,
} BwBandChangeCardProperty;

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_RISING + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwBandChangeCard, bw_band_change_card, BW_TYPE_LIVE)

static void
show_summary (BwBandChangeCard *self,
              BwPanel          *panel,
              BwMovement        total)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  g_autofree char *number = bw_format_number (total.n_movers, 0);
  g_autofree char *text = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                     total.n_movers), number);

  if (total.n_movers > 0 && column != BW_NONE)
    {
      g_autofree char *money =
        bw_format_money_short (total.money, bw_panel_get_column (panel, column)->currency);
      char *both = g_strdup_printf ("%s · %s", text, money);

      g_free (text);
      text = both;
    }
  gtk_label_set_label (self->summary, total.n_movers > 0 ? text : "");
}

static void
show_title (BwBandChangeCard *self,
            BwPanel          *panel,
            BwResults        *before)
{
  const guint snapshot = bw_prepared_get_snapshot (bw_results_get_prepared (before));
  g_autofree char *day = bw_words_day (
    panel, bw_snapshot_get_date (bw_panel_get_snapshot (panel, snapshot)));
  g_autofree char *title =
    g_strdup_printf (self->rising
                     /* TRANSLATORS: heads a list of customers; %s is a date */
                     ? _("Recovered since %s")
                     /* TRANSLATORS: heads a list of customers; %s is a date */
                     : _("Fell since %s"), day);

  gtk_label_set_label (self->title, title);
}

static void
show_rows (BwBandChangeCard *self,
           BwWorkspace      *workspace)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, self->changes->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->changes->len; i++)
    {
      const BwBandChange *change = &g_array_index (self->changes, BwBandChange, i);
      BwCustomerFacts facts;

      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (bw_band_change_row_new ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      bw_customer_facts_init (&facts, workspace, change->customer);
      bw_band_change_row_show (BW_BAND_CHANGE_ROW (row), &facts, change);
    }
  gtk_widget_set_visible (self->window, self->changes->len > 0);
  gtk_widget_set_visible (self->nobody, self->changes->len == 0);
}

static void
bw_band_change_card_refresh (BwLive  *live,
                             BwChange changes)
{
  BwBandChangeCard *self = BW_BAND_CHANGE_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwResults *before = bw_workspace_get_before (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  BwMovement total;

  if (before == NULL || bw_workspace_get_dragging (workspace) ||
      (changes & (BW_CHANGE_DATA | BW_CHANGE_HISTORY | BW_CHANGE_SEGMENT)) == 0)
    return;

  g_clear_pointer (&self->changes, g_array_unref);
  self->changes = bw_band_changes_list (before, bw_workspace_get_results (workspace),
                                        bw_workspace_get_segment (workspace), self->rising,
                                        MOST_SHOWN, &total);
  show_title (self, panel, before);
  show_summary (self, panel, total);
  show_rows (self, workspace);
}

static void
on_row_activated (BwBandChangeCard *self,
                  GtkListBoxRow    *row)
{
  const guint at = gtk_list_box_row_get_index (row);

  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0,
                 g_array_index (self->changes, BwBandChange, at).customer);
}

static void
bw_band_change_card_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((BwBandChangeCardProperty) property_id)
    {
    case PROP_RISING:
      BW_BAND_CHANGE_CARD (object)->rising = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_band_change_card_dispose (GObject *object)
{
  g_clear_pointer (&BW_BAND_CHANGE_CARD (object)->changes, g_array_unref);
  G_OBJECT_CLASS (bw_band_change_card_parent_class)->dispose (object);
}

static void
bw_band_change_card_class_init (BwBandChangeCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bw_band_change_card_dispose;
  object_class->set_property = bw_band_change_card_set_property;
  BW_LIVE_CLASS (klass)->refresh = bw_band_change_card_refresh;

  properties[PROP_RISING] =
    g_param_spec_boolean ("rising", NULL, NULL,
                          FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_BAND_CHANGE_CARD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/band-change-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwBandChangeCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwBandChangeCard, summary);
  gtk_widget_class_bind_template_child (widget_class, BwBandChangeCard, nobody);
  gtk_widget_class_bind_template_child (widget_class, BwBandChangeCard, window);
  gtk_widget_class_bind_template_child (widget_class, BwBandChangeCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bw_band_change_card_init (BwBandChangeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
