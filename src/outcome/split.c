/* Which rows a suggestion is fitted on, and on which others it is tried. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where all snapshots are judged, what is tried comes later than all that was known when it was fitted:
 * the last day on which a fitted row's outcome could be seen is before the first snapshot that is
 * tried. */

#include "outcome/suggest-parts.h"

#include <math.h>

void
bw_split_clear (BwSplit *self)
{
  g_clear_pointer (&self->fitted, g_array_unref);
  g_clear_pointer (&self->tested, g_array_unref);
}

static gboolean
is_enough (const BwLesson *lesson,
           const GArray   *rows)
{
  gsize n_gone, n_stayed;

  bw_lesson_count (lesson, (const guint32 *) (gconstpointer) rows->data, rows->len, BW_ALL_SEGMENTS,
                   &n_gone, &n_stayed);

  return n_gone >= BW_LEAST_OF_A_KIND && n_stayed >= BW_LEAST_OF_A_KIND;
}

static void
empty (BwSplit *self)
{
  g_array_set_size (self->fitted, 0);
  g_array_set_size (self->tested, 0);
}

/* Parts the rows at the first day of what is tried. */
static gboolean
part_in_time (BwSplit        *self,
              const BwLesson *lesson,
              double          first)
{
  const BwCohortChoice *choice = bw_cohort_get_choice (lesson->cohort);

  empty (self);
  for (guint32 row = 0; row < lesson->n_rows; row++)
    {
      if (!lesson->usable[row])
        continue;
      if (lesson->days[row] >= first)
        g_array_append_val (self->tested, row);
      else if (lesson->days[row] + MAX (choice->lead, 1) + choice->span <= first)
        g_array_append_val (self->fitted, row);
    }

  return is_enough (lesson, self->fitted) && is_enough (lesson, self->tested);
}

/* The latest day that leaves enough to try on. Returns: whether there is one */
static gboolean
find_in_time (BwSplit        *self,
              const BwLesson *lesson)
{
  double day = INFINITY;

  for (gsize row = lesson->n_rows; row-- > 0; )
    {
      if (lesson->days[row] == day)
        continue;
      day = lesson->days[row];
      if (part_in_time (self, lesson, day))
        return TRUE;
    }

  return FALSE;
}

static void
part_by_customer (BwSplit        *self,
                  const BwLesson *lesson)
{
  empty (self);
  for (guint32 row = 0; row < lesson->n_rows; row++)
    {
      if (!lesson->usable[row])
        continue;
      g_array_append_val (bw_cohort_get_row (lesson->cohort, row)->customer % 10 < 7
                          ? self->fitted : self->tested, row);
    }
}

/**
 * bw_split_find:
 * @self: (out): zeroed; where each tenth is tried by itself, all rows are in both
 *
 * Returns: whether there is enough to fit on at all
 */
gboolean
bw_split_find (BwSplit        *self,
               const BwLesson *lesson)
{
  self->fitted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tested = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->test = BW_SUGGEST_IN_TIME;
  if (lesson->days != NULL && find_in_time (self, lesson))
    return TRUE;

  self->test = BW_SUGGEST_THIRD;
  part_by_customer (self, lesson);
  if (is_enough (lesson, self->fitted) && is_enough (lesson, self->tested))
    return TRUE;

  self->test = BW_SUGGEST_CROSSED;
  empty (self);
  for (guint32 row = 0; row < lesson->n_rows; row++)
    {
      if (!lesson->usable[row])
        continue;
      g_array_append_val (self->fitted, row);
      g_array_append_val (self->tested, row);
    }

  return is_enough (lesson, self->fitted);
}
