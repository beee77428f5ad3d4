/* Building: customers that are in one snapshot and in none after it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most exports just drop who has left. Only where the table that says who the customers are has
 * rows of several dates does it tell; who is missing once and back later has not left. */

#include "panel/build-members.h"

#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_NAMES 12 /* of customers told by name, the last as “…” */

/* The file of the roster that has rows of the snapshot in @slot. */
static const char *
find_file (const BwStack *roster,
           guint          slot)
{
  gsize line;

  for (gsize row = 0; row < roster->n_rows; row++)
    {
      if (roster->slots[row] == slot)
        return bw_source_get_file_name (bw_stack_locate (roster, row, &line));
    }

  return bw_stack_get_title (roster);
}

static void
append_name (BwBuild *self,
             GString *names,
             guint    n,
             guint32  customer)
{
  if (n > MOST_NAMES)
    return;
  g_string_append (names, n > 1 ? ", " : "");
  g_string_append (names, n == MOST_NAMES ? "…" : bw_column_get_text (self->keys, customer));
}

static void
report (BwBuild       *self,
        const BwStack *roster,
        guint          slot,
        guint          n,
        gboolean       back,
        const GString *names)
{
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (n == 0)
    return;
  bw_csv_append_date (before, g_array_index (self->dates, double, slot - 1));
  bw_csv_append_date (after, g_array_index (self->dates, double, slot));
  if (back)
    what = g_strdup_printf (ngettext ("%u customer of %s is not there on %s, but back later: %s",
                                      "%u customers of %s are not there on %s, but back later: %s", n),
                            n, before->str, after->str, names->str);
  else
    what = g_strdup_printf (ngettext ("%u customer of %s is no longer there on %s: %s",
                                      "%u customers of %s are no longer there on %s: %s", n),
                            n, before->str, after->str, names->str);
  bw_build_note (self, find_file (roster, slot), BW_PROBLEM_VANISHED, what);
}

/* By customer, the last snapshot it is in. */
static guint32 *
find_last (const BwMaker *maker)
{
  const BwBuild *self = maker->build;
  guint32 *last = g_new0 (guint32, MAX (self->n_customers, 1));

  for (guint slot = 0; slot < self->dates->len; slot++)
    {
      for (gsize i = 0; i < maker->n_members[slot]; i++)
        last[maker->members[slot][i]] = slot;
    }

  return last;
}

/* Says who is in the snapshot before @slot and not in it. */
static void
report_slot (const BwMaker *maker,
             const BwStack *roster,
             const guint32 *last,
             guint8        *here,
             guint          slot)
{
  BwBuild *self = maker->build;
  g_autoptr(GString) gone = g_string_new (NULL);
  g_autoptr(GString) away = g_string_new (NULL);
  guint n_gone = 0, n_away = 0;

  for (gsize i = 0; i < maker->n_members[slot]; i++)
    here[maker->members[slot][i]] = TRUE;
  for (gsize i = 0; i < maker->n_members[slot - 1]; i++)
    {
      const guint32 customer = maker->members[slot - 1][i];

      if (here[customer])
        continue;
      if (last[customer] == slot - 1)
        append_name (self, gone, ++n_gone, customer);
      else
        append_name (self, away, ++n_away, customer);
    }
  for (gsize i = 0; i < maker->n_members[slot]; i++)
    here[maker->members[slot][i]] = FALSE;
  report (self, roster, slot, n_gone, FALSE, gone);
  report (self, roster, slot, n_away, TRUE, away);
}

/**
 * bw_maker_find_vanished:
 * @maker: knows who is in each snapshot
 *
 * Reports who vanishes from one snapshot to the next.
 *
 * Returns: (transfer full) (array): by customer, the date of the first snapshot that it is in no more;
 *   NaN where it is in the last one, or nothing tells
 */
double *
bw_maker_find_vanished (const BwMaker *maker)
{
  BwBuild *self = maker->build;
  const BwStack *roster = self->roster != BW_NONE ? bw_build_get_stack (self, self->roster) : NULL;
  double *vanished = g_new (double, MAX (self->n_customers, 1));
  g_autofree guint32 *last = NULL;
  g_autofree guint8 *here = NULL;

  for (gsize i = 0; i < self->n_customers; i++)
    vanished[i] = NAN;
  if (roster == NULL || roster->slots == NULL || self->dates->len < 2)
    return vanished;

  last = find_last (maker);
  here = g_new0 (guint8, MAX (self->n_customers, 1));
  for (guint slot = 1; slot < self->dates->len; slot++)
    report_slot (maker, roster, last, here, slot);
  for (gsize i = 0; i < self->n_customers; i++)
    {
      if (last[i] + 1 < self->dates->len)
        vanished[i] = g_array_index (self->dates, double, last[i] + 1);
    }

  return vanished;
}
