/* What is chosen for the sides of a comparison, and what it lends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/comparing-private.h"

#include "score/rank-moves.h"

#include <glib/gi18n-lib.h>

/* The version or file that is chosen for @side, or NULL. */
static BwOpened *
get_opened (BwComparing *self,
            BwSide       side)
{
  const guint choice = self->choices[side];

  return choice < BW_CHOICE_FILES ? NULL
                                  : g_ptr_array_index (self->opened, choice - BW_CHOICE_FILES);
}

guint
bw_comparing_get_n_choices (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), 0);

  return BW_CHOICE_FILES + self->opened->len;
}

/**
 * bw_comparing_get_choice_name:
 *
 * Returns: (transfer none): for people
 */
const char *
bw_comparing_get_choice_name (BwComparing *self,
                              guint        choice)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);
  g_return_val_if_fail (choice < BW_CHOICE_FILES + self->opened->len, NULL);

  if (choice == BW_CHOICE_SAVED && self->saved_name != NULL)
    return self->saved_name;
  if (choice == BW_CHOICE_SAVED)
    /* TRANSLATORS: the model as it was opened, before it was edited */
    return _("As opened");
  if (choice == BW_CHOICE_DRAFT)
    /* TRANSLATORS: the model as it is edited now */
    return _("Draft");

  return ((BwOpened *) g_ptr_array_index (self->opened, choice - BW_CHOICE_FILES))->name;
}

guint
bw_comparing_get_choice (BwComparing *self,
                         BwSide       side)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), 0);

  return self->choices[side];
}

/**
 * bw_comparing_set_choice:
 *
 * Chooses what stands at @side.
 */
void
bw_comparing_set_choice (BwComparing *self,
                         BwSide       side,
                         guint        choice)
{
  g_return_if_fail (BW_IS_COMPARING (self));
  g_return_if_fail (choice < BW_CHOICE_FILES + self->opened->len);

  if (choice == self->choices[side])
    return;

  self->choices[side] = choice;
  bw_comparing_set_notice (self, NULL);
  if (get_opened (self, side) != NULL && get_opened (self, side)->results == NULL)
    bw_comparing_rescore (self);
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);
}

/**
 * bw_comparing_swap:
 *
 * Puts each side in the place of the other.
 */
void
bw_comparing_swap (BwComparing *self)
{
  guint from;

  g_return_if_fail (BW_IS_COMPARING (self));

  from = self->choices[BW_SIDE_FROM];
  if (from == self->choices[BW_SIDE_TO])
    return;

  self->choices[BW_SIDE_FROM] = self->choices[BW_SIDE_TO];
  self->choices[BW_SIDE_TO] = from;
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);
}

void
bw_comparing_set_notice (BwComparing *self,
                         char        *notice)
{
  g_free (self->notice);
  self->notice = notice;
}

/**
 * bw_comparing_get_notice:
 *
 * Returns: (transfer none) (nullable): a sentence on a file that other data made unusable
 */
const char *
bw_comparing_get_notice (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return self->notice;
}

/**
 * bw_comparing_get_name:
 *
 * Returns: (transfer none): what stands at @side, for people
 */
const char *
bw_comparing_get_name (BwComparing *self,
                       BwSide       side)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return bw_comparing_get_choice_name (self, self->choices[side]);
}

/**
 * bw_comparing_get_results:
 *
 * Returns: (transfer none) (nullable): the newest snapshot under the model at @side; while a slider
 *   is held the draft's are only good until the next nudge
 */
BwResults *
bw_comparing_get_results (BwComparing *self,
                          BwSide       side)
{
  BwOpened *opened;

  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  if (self->choices[side] == BW_CHOICE_SAVED)
    return bw_workspace_get_baseline (self->workspace);
  if (self->choices[side] == BW_CHOICE_DRAFT)
    return bw_workspace_get_results (self->workspace);

  opened = get_opened (self, side);

  return opened->results;
}

/**
 * bw_comparing_get_segment:
 *
 * Returns: the segment chosen in the workspace, by its id, in the model at the side "to";
 *   %BW_ALL_SEGMENTS where that has no such segment
 */
guint
bw_comparing_get_segment (BwComparing *self)
{
  BwResults *to;
  guint segment, there;

  g_return_val_if_fail (BW_IS_COMPARING (self), BW_ALL_SEGMENTS);

  segment = bw_workspace_get_segment (self->workspace);
  to = bw_comparing_get_results (self, BW_SIDE_TO);
  if (segment == BW_ALL_SEGMENTS || to == NULL)
    return BW_ALL_SEGMENTS;

  there = bw_model_find_segment (bw_results_get_model (to),
                                 bw_model_get_segment (bw_workspace_get_model (self->workspace),
                                                       segment)->id);

  return there != BW_NONE ? there : BW_ALL_SEGMENTS;
}

/**
 * bw_comparing_knows_segment:
 *
 * Returns: whether the model at the side "to" has the segment that is chosen; else all customers
 *   are compared
 */
gboolean
bw_comparing_knows_segment (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), FALSE);

  return (bw_workspace_get_segment (self->workspace) == BW_ALL_SEGMENTS) ==
         (bw_comparing_get_segment (self) == BW_ALL_SEGMENTS);
}

/**
 * bw_comparing_get_comparison:
 *
 * Returns: (transfer none) (nullable): what lies between both sides in the segment
 */
const BwComparison *
bw_comparing_get_comparison (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return self->movers != NULL ? &self->comparison : NULL;
}

/**
 * bw_comparing_get_movers:
 *
 * Returns: (transfer none) (nullable) (element-type BwMover): who stands in another band, by money,
 *   else by difference
 */
GArray *
bw_comparing_get_movers (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return self->movers;
}

/**
 * bw_comparing_list_ranks:
 *
 * Returns: (transfer full) (nullable) (element-type BwRankMove): where the customers of the segment
 *   that have a score on both sides stand on each
 */
GArray *
bw_comparing_list_ranks (BwComparing *self)
{
  BwResults *from, *to;

  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  from = bw_comparing_get_results (self, BW_SIDE_FROM);
  to = bw_comparing_get_results (self, BW_SIDE_TO);

  return from != NULL && to != NULL
         ? bw_results_list_rank_moves (from, to, bw_comparing_get_segment (self))
         : NULL;
}

/**
 * bw_comparing_get_firmness:
 *
 * Returns: (transfer none) (nullable): how firm the bands are under the model at the side "to"
 */
BwFirmness *
bw_comparing_get_firmness (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return self->firmness;
}
