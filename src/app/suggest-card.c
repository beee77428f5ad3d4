/* Suggested weights: what they are worth, what they are, and taking them over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The metrics that are ticked are taken over. */

#include "app/suggest-card.h"

#include "app/suggest-lines.h"
#include "app/suggest-words.h"
#include "app/validate-grid.h"
#include "app/validate-words.h"
#include "format/format.h"
#include "workspace/suggesting.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FRAMES       3  /* until what is shown has its place */
#define MOST_FRAMES  60 /* until what is below it is there too */
#define MARGIN       12 /* above the card when it is brought into sight */

struct _BwSuggestCard
{
  BwLive parent_instance;

  BwSuggesting *suggesting; /* NULL before the card was first shown */
  gboolean      sought;     /* what is being learned was asked for from elsewhere */
  gboolean      asked;      /* from elsewhere, and not shown yet */
  guint         sight_id;   /* waits to bring the card into sight, or 0 */
  guint         n_frames;   /* since it was to be brought there */

  GtkLabel   *words;
  GtkLabel   *remarks;
  GtkSpinner *spinner;
  GtkWidget  *ask;
  GtkWidget  *cancel;
  GtkWidget  *details;
  GtkWidget  *mean;
  BwSuggestLines *lines;
  BwValidateGrid *worth;
  GtkLabel   *moves;
  GtkWidget  *compare;
  GtkWidget  *half;
  GtkWidget  *whole;
};

G_DEFINE_FINAL_TYPE (BwSuggestCard, bw_suggest_card, BW_TYPE_LIVE)

/* The rest of the page has its place only after a frame or two, what is below the card still later. */
static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  BwSuggestCard *self = BW_SUGGEST_CARD (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *sight = scrolled != NULL ? gtk_widget_get_first_child (scrolled) : NULL;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (++self->n_frames < FRAMES)
    return G_SOURCE_CONTINUE;

  if (sight != NULL && gtk_widget_compute_bounds (widget, sight, &bounds))
    {
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) + bounds.origin.y - MARGIN);
      if (fabs (bounds.origin.y - MARGIN) > 1 && self->n_frames < MOST_FRAMES)
        return G_SOURCE_CONTINUE;
    }
  self->sight_id = 0;
  gtk_widget_grab_focus (gtk_widget_get_visible (self->ask) ? self->ask : self->cancel);

  return G_SOURCE_REMOVE;
}

static void
bring_into_sight (BwSuggestCard *self)
{
  self->n_frames = 0;
  if (self->sight_id == 0)
    self->sight_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

/* Whether no weight was moved since it was suggested. */
static gboolean
is_of_draft (BwSuggestCard *self)
{
  return bw_suggestion_get_before (bw_suggesting_get_suggestion (self->suggesting)) ==
         bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));
}

static void
show_moves (BwSuggestCard *self)
{
  BwMovement wholly, half;
  gboolean moves = TRUE;
  g_autofree char *text = NULL;

  if (!bw_suggesting_get_movement (self->suggesting, &moves, &wholly, &half))
    text = g_strdup ("");
  else if (moves)
    text = bw_suggest_words_moves (wholly.n_movers, half.n_movers,
                                   bw_suggesting_get_ticked (self->suggesting) == NULL);
  else
    text = bw_suggest_words_still (bw_suggesting_get_ticked (self->suggesting),
                                   bw_model_get_n_metrics (bw_workspace_get_model (
                                                             bw_live_get_workspace (BW_LIVE (self)))));
  gtk_label_set_label (self->moves, text);
  gtk_widget_set_sensitive (self->compare, moves);
  gtk_widget_set_sensitive (self->half, moves);
  gtk_widget_set_sensitive (self->whole, moves);
}

static void
add_worth (BwSuggestCard *self,
           const char    *name,
           char          *value,
           const BwAuc   *auc)
{
  bw_validate_grid_add (self->worth, g_strdup (name));
  bw_validate_grid_add (self->worth, value);
  bw_validate_grid_add (self->worth, bw_validate_words_range (auc, TRUE));
}

/* What the weights that stand and the suggested ones told of customers that were not learned from. */
static void
show_worth (BwSuggestCard      *self,
            const BwSuggestion *suggestion)
{
  const char *heads[] = { _("Tested on other customers"), _("AUC"), _("95\302\240% range"), NULL };
  gboolean known = suggestion != NULL && bw_suggestion_get_verdict (suggestion) != BW_SUGGEST_TOO_FEW;
  BwAuc now, suggested, change;

  gtk_widget_set_visible (GTK_WIDGET (self->worth), known);
  if (!known)
    {
      bw_validate_grid_clear (self->worth);
      return;
    }

  now = bw_suggestion_get_old_auc (suggestion);
  suggested = bw_suggestion_get_new_auc (suggestion);
  change = bw_suggestion_get_gain (suggestion);
  bw_validate_grid_begin (self->worth, heads, 1);
  add_worth (self, is_of_draft (self) ? _("Weights now") : _("Weights before"),
             bw_validate_words_auc (&now, TRUE), &now);
  add_worth (self, _("Suggested weights"), bw_validate_words_auc (&suggested, TRUE), &suggested);
  add_worth (self, _("Improvement"), bw_format_signed (bw_suggestion_get_shown_gain (suggestion), 3), &change);
  bw_validate_grid_end (self->worth);
}

static void
show_remarks (BwSuggestCard *self,
              BwSuggestion  *suggestion)
{
  g_autofree char *text = bw_suggest_words_remarks (suggestion);

  gtk_label_set_label (self->remarks, text);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *text != '\0');
}

static void
show (BwSuggestCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwSuggestion *suggestion = bw_suggesting_get_suggestion (self->suggesting);
  const gboolean busy = bw_suggesting_get_busy (self->suggesting);
  const gboolean offers = bw_suggesting_offers (self->suggesting);
  g_autofree char *verdict = suggestion != NULL ? bw_suggestion_describe (suggestion) : NULL;

  gtk_widget_set_visible (self->ask, !busy);
  gtk_widget_set_sensitive (self->ask, bw_suggesting_get_possible (self->suggesting));
  gtk_widget_set_visible (self->cancel, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_label_set_label (self->words, busy ? _("Learning from those who left…") : verdict != NULL ? verdict
                       : _("Learns from those who left which weights would have told best, and tests them on "
                           "customers that it did not learn from. Nothing changes before it is taken over."));
  show_worth (self, suggestion);
  show_remarks (self, suggestion);
  gtk_widget_set_visible (self->details, offers);
  if (!offers || bw_workspace_get_dragging (workspace))
    return;

  bw_suggest_lines_show (self->lines, suggestion, bw_workspace_get_model (workspace),
                         bw_workspace_get_segment (workspace), bw_suggesting_get_ticked (self->suggesting));
  gtk_widget_set_visible (self->mean, bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS &&
                          bw_model_get_n_segments (bw_workspace_get_model (workspace)) > 1);
  show_moves (self);
}

static void
on_changed (BwSuggestCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (workspace == NULL || bw_workspace_get_results (workspace) == NULL)
    return;

  show (self);
  if (self->sought && bw_suggesting_get_suggestion (self->suggesting) != NULL)
    {
      self->sought = FALSE;
      bring_into_sight (self);
    }
}

/* Nothing is open any more. */
static void
forget (BwSuggestCard *self)
{
  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) != NULL)
    return;

  show_worth (self, NULL);
  show_remarks (self, NULL);
  gtk_label_set_label (self->words, "");
  gtk_label_set_label (self->moves, "");
  bw_suggest_lines_clear (self->lines);
  gtk_widget_set_visible (self->details, FALSE);
}

/* Does what was asked for from elsewhere; when it is done, all of it is brought into sight. */
static void
answer (BwSuggestCard *self)
{
  if (!self->asked)
    return;

  self->asked = FALSE;
  self->sought = !bw_suggesting_offers (self->suggesting);
  if (self->sought)
    bw_suggesting_ask (self->suggesting);
  bring_into_sight (self);
}

static void
bw_suggest_card_refresh (BwLive  *live,
                         BwChange changes)
{
  BwSuggestCard *self = BW_SUGGEST_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  if (self->suggesting == NULL)
    {
      self->suggesting = g_object_ref (bw_suggesting_of (workspace));
      g_signal_connect_object (self->suggesting, "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (bw_validating_of (workspace), "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "data-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
    }
  answer (self);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    show (self);
}

static void
on_ask (BwSuggestCard *self)
{
  if (self->suggesting != NULL)
    bw_suggesting_ask (self->suggesting);
}

static void
on_cancel (BwSuggestCard *self)
{
  self->sought = FALSE;
  bw_suggesting_forget (self->suggesting);
}

static void
on_ticked (BwSuggestCard *self)
{
  gsize n;
  g_autofree gboolean *metrics = bw_suggest_lines_list_ticked (self->lines, &n);

  bw_suggesting_tick (self->suggesting, metrics,
                      bw_model_get_n_metrics (bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)))));
  show (self);
}

/* Shows on the page Compare what would move, with the metrics that are ticked. */
static void
on_compare (BwSuggestCard *self)
{
  gsize n;
  g_autofree gboolean *metrics = bw_suggest_lines_list_ticked (self->lines, &n);
  GVariantBuilder ticked;

  g_variant_builder_init (&ticked, G_VARIANT_TYPE ("ab"));
  for (gsize i = 0; i < n; i++)
    g_variant_builder_add (&ticked, "b", metrics[i]);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-suggestion", "ab", &ticked);
}

static void
take_over (BwSuggestCard *self,
           double         part,
           const char    *said)
{
  gsize n;
  g_autofree gboolean *metrics = bw_suggest_lines_list_ticked (self->lines, &n);

  bw_suggesting_take_over (self->suggesting, part, metrics);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-done", "s", said);
}

static void
on_take_over (BwSuggestCard *self)
{
  take_over (self, 1, _("Suggested weights taken over"));
}

static void
on_half (BwSuggestCard *self)
{
  take_over (self, 0.5, _("Gone half way to the suggested weights"));
}

static void
bw_suggest_card_dispose (GObject *object)
{
  g_clear_object (&BW_SUGGEST_CARD (object)->suggesting);

  G_OBJECT_CLASS (bw_suggest_card_parent_class)->dispose (object);
}

static void
bw_suggest_card_class_init (BwSuggestCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_suggest_card_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_suggest_card_refresh;

  g_type_ensure (BW_TYPE_SUGGEST_LINES);
  g_type_ensure (BW_TYPE_VALIDATE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/suggest-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, words);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, remarks);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, ask);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, cancel);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, details);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, lines);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, moves);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, mean);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, compare);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, half);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, whole);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, worth);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over);
  gtk_widget_class_bind_template_callback (widget_class, on_half);
  gtk_widget_class_bind_template_callback (widget_class, on_compare);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked);
}

static void
bw_suggest_card_init (BwSuggestCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_suggest_card_ask:
 *
 * Has weights suggested, unless they are, and brings the card into sight.
 */
void
bw_suggest_card_ask (BwSuggestCard *self)
{
  g_return_if_fail (BW_IS_SUGGEST_CARD (self));

  self->asked = TRUE;
  if (self->suggesting != NULL)
    answer (self);
}
