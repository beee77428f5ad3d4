/* On which physical line each row of a file begins. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most rows begin on the line after that of the row before, so only the breaks are kept. */

#include "import/lines.h"

typedef struct
{
  gsize row;
  gsize line;
} Break;

struct _BwLines
{
  gsize   n_rows;
  gsize   next; /* the line that would be no break */
  GArray *breaks;
};

BwLines *
bw_lines_new (void)
{
  BwLines *self = g_new0 (BwLines, 1);

  self->breaks = g_array_new (FALSE, FALSE, sizeof (Break));

  return self;
}

void
bw_lines_free (BwLines *self)
{
  g_array_unref (self->breaks);
  g_free (self);
}

/**
 * bw_lines_add:
 * @line: that of the next row
 */
void
bw_lines_add (BwLines *self,
              gsize    line)
{
  const Break here = { self->n_rows, line };

  if (self->n_rows == 0 || line != self->next)
    g_array_append_val (self->breaks, here);
  self->next = line + 1;
  self->n_rows++;
}

/**
 * bw_lines_get:
 *
 * Returns: the line of @row, or 0 where there is no such row
 */
gsize
bw_lines_get (const BwLines *self,
              gsize          row)
{
  gsize low = 0, high = self->breaks->len;
  const Break *found;

  if (row >= self->n_rows)
    return 0;

  while (high - low > 1)
    {
      const gsize middle = low + (high - low) / 2;

      if (g_array_index (self->breaks, Break, middle).row <= row)
        low = middle;
      else
        high = middle;
    }
  found = &g_array_index (self->breaks, Break, low);

  return found->line + (row - found->row);
}
