/* A model that nobody opened and nothing keeps, such as suggested weights, as what can be compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/comparing-private.h"

/**
 * bw_comparing_propose:
 * @name: for people
 * @model: one that fits the panel; the draft is not touched
 *
 * Puts the draft beside @model, which takes the place of what was proposed before.
 */
void
bw_comparing_propose (BwComparing *self,
                      const char  *name,
                      BwModel     *model)
{
  BwOpened *proposed;
  guint place = 0;

  g_return_if_fail (BW_IS_COMPARING (self));
  g_return_if_fail (model != NULL);

  proposed = bw_opened_new_version (0, name, model);
  while (place < self->opened->len && !bw_opened_is_proposed (g_ptr_array_index (self->opened, place)))
    place++;
  if (place < self->opened->len)
    {
      bw_opened_free (g_ptr_array_index (self->opened, place));
      g_ptr_array_index (self->opened, place) = proposed;
    }
  else
    g_ptr_array_add (self->opened, proposed);

  self->choices[BW_SIDE_FROM] = BW_CHOICE_DRAFT;
  self->choices[BW_SIDE_TO] = BW_CHOICE_FILES + place;
  bw_comparing_set_notice (self, NULL);
  bw_comparing_rescore (self);
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);
}
