/* A card with one number: what it is, how much, and how it stands against the model as opened. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/stat-card.h"

#include "widgets/band-mark.h"
#include "widgets/figure-label.h"
#include "widgets/text-scale.h"

#define USUAL_WIDTH 96.0 /* without padding */

struct _BwStatCard
{
  GtkWidget parent_instance;

  GtkWidget  *content;
  BwBandMark *mark;
  BwFigureLabel *title;
  BwFigureLabel *value;
  BwFigureLabel *note;
  BwFigureLabel *change;
};

G_DEFINE_FINAL_TYPE (BwStatCard, bw_stat_card, GTK_TYPE_WIDGET)

/* No card asks for more than the usual width, so that all of them fit side by side. */
static void
bw_stat_card_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  BwStatCard *self = BW_STAT_CARD (widget);

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = CLAMP (*natural, *minimum, MAX (*minimum, USUAL_WIDTH * bw_text_scale (widget)));
}

static void
bw_stat_card_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  gtk_widget_size_allocate (BW_STAT_CARD (widget)->content,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
bw_stat_card_dispose (GObject *object)
{
  g_clear_pointer (&BW_STAT_CARD (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (bw_stat_card_parent_class)->dispose (object);
}

static void
bw_stat_card_class_init (BwStatCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_stat_card_dispose;
  widget_class->measure = bw_stat_card_measure;
  widget_class->size_allocate = bw_stat_card_size_allocate;

  g_type_ensure (BW_TYPE_BAND_MARK);
  g_type_ensure (BW_TYPE_FIGURE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/stat-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, content);
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, mark);
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, value);
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, note);
  gtk_widget_class_bind_template_child (widget_class, BwStatCard, change);
}

static void
bw_stat_card_init (BwStatCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_stat_card_new (void)
{
  return g_object_new (BW_TYPE_STAT_CARD, NULL);
}

/**
 * bw_stat_card_set_band:
 *
 * Puts the sign of @band before the card's title.
 */
void
bw_stat_card_set_band (BwStatCard    *self,
                       const BwModel *model,
                       guint          band)
{
  g_return_if_fail (BW_IS_STAT_CARD (self));

  bw_band_mark_set_band (self->mark, model, band);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), TRUE);
}

static gboolean
set_text (BwFigureLabel *label,
          const char    *text)
{
  if (!bw_figure_label_set_text (label, text))
    return FALSE;

  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  return TRUE;
}

static void
set_class (BwFigureLabel *label,
           const char    *css_class,
           gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), css_class);
}

/**
 * bw_stat_card_show:
 * @note: the lower line, or ""
 * @change: what follows in it, or ""
 */
void
bw_stat_card_show (BwStatCard *self,
                   const char *title,
                   const char *value,
                   const char *note,
                   const char *change,
                   BwTone      tone)
{
  gboolean changed;

  g_return_if_fail (BW_IS_STAT_CARD (self));

  changed = set_text (self->title, title);
  changed = set_text (self->value, value) || changed;
  changed = set_text (self->note, note) || changed;
  changed = set_text (self->change, change) || changed;
  set_class (self->change, "good", tone == BW_TONE_GOOD);
  set_class (self->change, "bad", tone == BW_TONE_BAD);
  set_class (self->change, "dim-label", tone == BW_TONE_PLAIN);

  if (changed)
    {
      g_autofree char *spoken = g_strdup_printf ("%s: %s %s %s", title, value, note, change);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
}
