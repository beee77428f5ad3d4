/* Which outcome a validation is by, which of its values mean gone, and how long before one is judged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was chosen is kept with the open file by names, and holds as long as the data has them. */

#include "workspace/validating-private.h"

#include "workspace/lent-keeper.h"

#define VIEW    "outcome"       /* under which a file keeps what was chosen */
#define FORMAT  "(isbasibsb)"   /* teller, column, whether values were said, these, lead, whether a day was, this, every */
#define FORMER  "(isbasi)"      /* as it was kept before there was a choice of the last three */

#define MOST_LEAD 3650

static void
keep (BwValidating *self)
{
  static const char *const none[] = { NULL };
  BwKeeper *keeper = bw_keeper_of (self->workspace);
  g_autoptr(GVariant) value = NULL;
  g_autofree char *text = NULL;

  if (keeper == NULL || bw_keeper_get_name (keeper) == NULL)
    return;

  value = g_variant_ref_sink (g_variant_new ("(isb^asibsb)", (gint32) self->teller,
                                             self->column != NULL ? self->column : "",
                                             self->gone != NULL,
                                             self->gone != NULL ? (const char *const *) self->gone : none,
                                             self->lead, self->date != NULL,
                                             self->date != NULL ? self->date : "", self->every));
  text = g_variant_print (value, FALSE);
  bw_keeper_set_view (keeper, VIEW, text);
}

static GVariant *
read_kept (const char *text,
           const char *format)
{
  return text == NULL ? NULL : g_variant_parse (G_VARIANT_TYPE (format), text, NULL, NULL, NULL);
}

/* Whatever the file says is taken only where it can be read whole. */
static void
on_view_opened (BwValidating *self,
                BwKeeper     *keeper)
{
  const char *text = bw_keeper_get_view (keeper, VIEW);
  g_autoptr(GVariant) value = read_kept (text, FORMAT);
  g_autoptr(GVariant) former = value == NULL ? read_kept (text, FORMER) : NULL;
  g_auto(GStrv) gone = NULL;
  g_autofree char *date = NULL;
  gboolean said = FALSE, dated = FALSE, every = FALSE;
  gint32 teller = BW_TELLER_PROPOSED, lead = BW_COHORT_LEAD;

  g_clear_pointer (&self->column, g_free);
  g_clear_pointer (&self->gone, g_strfreev);
  if (value != NULL)
    g_variant_get (value, "(isb^asibsb)", &teller, &self->column, &said, &gone, &lead, &dated, &date, &every);
  else if (former != NULL)
    g_variant_get (former, "(isb^asi)", &teller, &self->column, &said, &gone, &lead);
  self->teller = CLAMP (teller, BW_TELLER_PROPOSED, BW_TELLER_VANISHED);
  self->gone = said ? g_steal_pointer (&gone) : NULL;
  self->lead = CLAMP (lead, 0, MOST_LEAD);
  g_free (self->date);
  self->date = dated ? g_steal_pointer (&date) : NULL;
  self->every = every;

  bw_validating_stop (self);
  bw_validating_forget_judged (self);
  bw_validating_begin_later (self);
  bw_validating_tell (self);
}

void
bw_validating_follow_file (BwValidating *self)
{
  BwKeeper *keeper = bw_keeper_of (self->workspace);

  if (keeper == NULL)
    return;

  g_signal_connect_object (keeper, "view-opened", G_CALLBACK (on_view_opened), self,
                           G_CONNECT_SWAPPED);
  if (bw_keeper_get_name (keeper) != NULL)
    on_view_opened (self, keeper);
}

static const BwOutcomeCandidate *
find_candidate (BwValidating *self,
                guint         column)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const BwOutcomeCandidate *candidate = g_ptr_array_index (self->candidates, i);

      if (candidate->column == column)
        return candidate;
    }

  return NULL;
}

/* The column that was given the role of an outcome, where it is clear what it says. */
static const BwOutcomeCandidate *
find_proposed (BwValidating *self)
{
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  const guint column = bw_panel_find_role (panel, BW_ROLE_OUTCOME);

  return column != BW_NONE ? find_candidate (self, column) : NULL;
}

/**
 * bw_validating_get_candidates:
 *
 * Returns: (transfer none) (nullable) (element-type BwOutcomeCandidate): what may tell the outcome, the
 *   likeliest first; %NULL while they are being looked for
 */
const GPtrArray *
bw_validating_get_candidates (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->candidates;
}

/**
 * bw_validating_get_chosen:
 *
 * Returns: (transfer none) (nullable): what tells the outcome; %NULL for nothing, and while that is not
 *   known
 */
const BwOutcomeCandidate *
bw_validating_get_chosen (BwValidating *self)
{
  BwPanel *panel;
  guint column;

  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  panel = self->workspace != NULL ? bw_workspace_get_panel (self->workspace) : NULL;
  if (self->candidates == NULL || panel == NULL)
    return NULL;

  switch (self->teller)
    {
    case BW_TELLER_NONE:
      return NULL;

    case BW_TELLER_VANISHED:
      return find_candidate (self, BW_NONE);

    case BW_TELLER_COLUMN:
      column = bw_panel_find_column (panel, self->column);
      return column != BW_NONE ? find_candidate (self, column) : find_proposed (self);

    case BW_TELLER_PROPOSED:
    default:
      return find_proposed (self);
    }
}

static gboolean
is_date (const BwPanelColumn *column)
{
  return column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME;
}

/* What was chosen is another: all that follows is made anew. */
static void
choice_changed (BwValidating *self)
{
  keep (self);
  bw_validating_stop (self);
  bw_validating_forget_judged (self);
  bw_validating_begin_later (self);
  bw_validating_tell (self);
}

/**
 * bw_validating_choose:
 * @candidate: (nullable): one of the candidates; %NULL for no outcome
 */
void
bw_validating_choose (BwValidating             *self,
                      const BwOutcomeCandidate *candidate)
{
  BwPanel *panel;

  g_return_if_fail (BW_IS_VALIDATING (self));

  panel = bw_workspace_get_panel (self->workspace);
  if (panel == NULL || candidate == bw_validating_get_chosen (self))
    return;

  g_clear_pointer (&self->column, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->gone, g_strfreev);
  self->teller = candidate == NULL ? BW_TELLER_NONE
               : candidate->column == BW_NONE ? BW_TELLER_VANISHED : BW_TELLER_COLUMN;
  if (self->teller == BW_TELLER_COLUMN)
    self->column = g_strdup (bw_panel_get_column (panel, candidate->column)->name);
  choice_changed (self);
}

/**
 * bw_validating_dup_gone:
 *
 * Returns: (transfer full): which values of the chosen column mean gone: those that were said, else
 *   those that say so by themselves; none where it has to be said
 */
char **
bw_validating_dup_gone (BwValidating *self)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self);
  g_autoptr(GStrvBuilder) gone = g_strv_builder_new ();

  if (self->gone != NULL)
    return g_strdupv (self->gone);

  for (guint i = 0; chosen != NULL && chosen->clear && i < chosen->values->len; i++)
    {
      const BwOutcomeValue *value = &g_array_index (chosen->values, BwOutcomeValue, i);

      if (value->gone)
        g_strv_builder_add (gone, value->text);
    }

  return g_strv_builder_end (gone);
}

/**
 * bw_validating_set_gone:
 * @gone: (array zero-terminated=1): the values of the chosen column that mean gone
 */
void
bw_validating_set_gone (BwValidating      *self,
                        const char *const *gone)
{
  g_auto(GStrv) old = NULL;

  g_return_if_fail (BW_IS_VALIDATING (self));
  g_return_if_fail (gone != NULL);

  old = bw_validating_dup_gone (self);
  if (g_strv_equal (gone, (const char *const *) old))
    return;

  g_strfreev (self->gone);
  self->gone = g_strdupv ((char **) gone);
  choice_changed (self);
}

int
bw_validating_get_lead (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), BW_COHORT_LEAD);

  return self->lead;
}

/**
 * bw_validating_set_lead:
 * @lead: how many days before the outcome one is judged at least
 */
void
bw_validating_set_lead (BwValidating *self,
                        int           lead)
{
  g_return_if_fail (BW_IS_VALIDATING (self));
  g_return_if_fail (lead >= 0);

  if (lead == self->lead)
    return;

  self->lead = lead;
  choice_changed (self);
}

/**
 * bw_validating_list_dates:
 *
 * Returns: (transfer full): the columns of dates that may say when a customer left; none where the
 *   chosen column is one itself
 */
char **
bw_validating_list_dates (BwValidating *self)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  BwPanel *panel;

  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  panel = self->workspace != NULL ? bw_workspace_get_panel (self->workspace) : NULL;
  if (panel != NULL && chosen != NULL && chosen->column != BW_NONE &&
      !is_date (bw_panel_get_column (panel, chosen->column)))
    {
      for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
        {
          if (is_date (bw_panel_get_column (panel, i)))
            g_strv_builder_add (names, bw_panel_get_column (panel, i)->name);
        }
    }

  return g_strv_builder_end (names);
}

/**
 * bw_validating_get_date:
 *
 * Returns: (transfer none) (nullable): what was said; %NULL where it is to be found
 */
const char *
bw_validating_get_date (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->date;
}

/**
 * bw_validating_set_date:
 * @date: (nullable): the column with the day a customer left; "" for none; %NULL to have it found
 */
void
bw_validating_set_date (BwValidating *self,
                        const char   *date)
{
  g_return_if_fail (BW_IS_VALIDATING (self));

  if (g_strcmp0 (date, self->date) == 0)
    return;

  g_free (self->date);
  self->date = g_strdup (date);
  choice_changed (self);
}

/**
 * bw_validating_get_every:
 *
 * Returns: whether each customer is judged by every snapshot, not by the newest alone
 */
gboolean
bw_validating_get_every (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), FALSE);

  return self->every;
}

void
bw_validating_set_every (BwValidating *self,
                         gboolean      every)
{
  g_return_if_fail (BW_IS_VALIDATING (self));

  if (every == self->every)
    return;

  self->every = every;
  choice_changed (self);
}
