/* One column that may be open to doubt: which lines tell, and what is said of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/doubtful.h"

#include <glib/gi18n-lib.h>

/**
 * bw_doubtful_note:
 * @text: (nullable): a cell as an example
 *
 * Adds a note on the column.
 */
void
bw_doubtful_note (const BwDoubtful *self,
                  BwProblemKind     kind,
                  const char       *text,
                  const char       *what)
{
  const BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .kind = kind,
    .file = self->file,
    .column = self->column,
    .header = self->header,
    .text = text,
    .what = what,
  };

  bw_report_add (self->report, &problem);
}

/**
 * bw_doubtful_get_line:
 * @code: of a text in the cells
 *
 * Returns: the line of the first row that holds it
 */
gsize
bw_doubtful_get_line (const BwDoubtful *self,
                      gsize             code)
{
  const guint32 *codes = bw_cells_get_codes (self->cells);
  gsize row = 0;

  if (codes == NULL)
    return bw_lines_get (self->lines, code);
  while (row + 1 < bw_cells_get_n_rows (self->cells) && codes[row] != code)
    row++;

  return bw_lines_get (self->lines, row);
}

/**
 * bw_doubtful_dup_lines:
 *
 * Returns: (transfer full): the first lines of @telling, as in "lines 3, 9, 11…"
 */
char *
bw_doubtful_dup_lines (const BwDoubtful *self,
                       const BwTelling  *telling)
{
  g_autoptr(GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < telling->n_codes; i++)
    g_string_append_printf (numbers, "%s%zu", i > 0 ? ", " : "",
                            bw_doubtful_get_line (self, telling->codes[i]));
  if (telling->n_rows > telling->n_codes)
    g_string_append (numbers, "…");

  /* TRANSLATORS: numbers of lines of a file, parted by commas */
  return g_strdup_printf (ngettext ("line %s", "lines %s", telling->n_rows), numbers->str);
}
