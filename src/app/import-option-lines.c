/* What can be chosen of the lines of a file: the header, how far it reaches, where rows begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-option-lines.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES       20 /* that are offered as header */
#define MOST_HEADER_ROWS 4
#define WIDEST           24 /* characters of a line's first cell */

/**
 * bw_import_options_add:
 * @title: (transfer full): for a person
 * @text: (nullable): the value, of choices that are texts
 *
 * Returns: the place of the option
 */
guint
bw_import_options_add (GArray     *options,
                       char       *title,
                       const char *text,
                       int         number)
{
  const BwImportOption option = { title, g_strdup (text), number };

  g_array_append_val (options, option);

  return options->len - 1;
}

/**
 * bw_import_options_add_open:
 * @number: what is chosen
 * @open: the value that leaves it to inspection
 *
 * Adds that value for a file that was not read: of others all is found.
 *
 * Returns: the place of the option where it holds, else %G_MAXUINT
 */
guint
bw_import_options_add_open (GArray               *options,
                            const BwImportedFile *file,
                            int                   number,
                            int                   open)
{
  const guint place = !file->unread ? G_MAXUINT :
                      bw_import_options_add (options, g_strdup (_("Automatic")), NULL, open);

  return number == open ? place : G_MAXUINT;
}

/* "Line 3: Customer Id" */
static char *
name_line (const BwPreviewLine *line)
{
  g_autofree char *number = bw_format_number (line->line, 0);
  const char *text = line->n_fields > 0 ? line->fields[0] : "";
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), WIDEST));

  /* TRANSLATORS: a line of a file: its number, and how it begins */
  return *start == '\0' ? g_strdup_printf (_("Line %s"), number) :
         g_strdup_printf (_("Line %s: %s"), number, start);
}

static guint
list_lines (GArray          *options,
            const BwPreview *preview,
            gsize            from,
            int              record)
{
  guint found = G_MAXUINT, n = 0;

  for (guint i = 0; preview != NULL && i < bw_preview_get_n_lines (preview) && n < MOST_LINES; i++)
    {
      const BwPreviewLine *line = bw_preview_get_line (preview, i);
      guint place;

      if (line->n_fields == 0 || line->record < from)
        continue;
      n++;
      place = bw_import_options_add (options, name_line (line), NULL, (int) line->record);
      if ((int) line->record == record)
        found = place;
    }
  if (found == G_MAXUINT && record >= 0)
    found = bw_import_options_add (options, g_strdup_printf (_("Record %d"), record + 1), NULL,
                                   record);

  return found;
}

/**
 * bw_import_list_headers:
 *
 * A list function of a choice.
 */
guint
bw_import_list_headers (GArray               *options,
                        const BwImportedFile *file)
{
  const int header = file->reading->header;
  const guint open = bw_import_options_add_open (options, file, header, BW_HEADER_FIND);
  const guint none = bw_import_options_add (options, g_strdup (_("No header")), NULL,
                                            BW_HEADER_NONE);
  const guint found = list_lines (options, file->preview, 0, header);

  return open != G_MAXUINT ? open : header < 0 ? none : found;
}

/**
 * bw_import_set_header:
 *
 * Another header: how far it reaches and where rows begin follow.
 */
void
bw_import_set_header (BwReading            *reading,
                      const BwImportOption *option)
{
  reading->header = option->number;
  reading->header_rows = reading->header < 0 ? 0 : 1;
  reading->first_row = BW_ROW_FIND;
}

/**
 * bw_import_list_header_rows:
 *
 * A list function of a choice.
 */
guint
bw_import_list_header_rows (GArray               *options,
                            const BwImportedFile *file)
{
  const BwReading *reading = file->reading;

  if (reading->header < 0)
    return G_MAXUINT;
  for (guint n = 1; n <= MAX (MOST_HEADER_ROWS, reading->header_rows); n++)
    bw_import_options_add (options, g_strdup_printf (ngettext ("%u line", "%u lines", n), n), NULL,
                           (int) n);

  return MAX (reading->header_rows, 1) - 1;
}

void
bw_import_set_header_rows (BwReading            *reading,
                           const BwImportOption *option)
{
  reading->header_rows = option->number;
  reading->first_row = BW_ROW_FIND;
}

/**
 * bw_import_list_first_rows:
 *
 * A list function of a choice.
 */
guint
bw_import_list_first_rows (GArray               *options,
                           const BwImportedFile *file)
{
  const BwReading *reading = file->reading;
  const int below = reading->header < 0 ? 0 : reading->header + (int) MAX (reading->header_rows, 1);
  const guint open = bw_import_options_add_open (options, file, reading->first_row, BW_ROW_FIND);
  const int first = open != G_MAXUINT ? -1 : reading->first_row < 0 ? below : reading->first_row;
  const guint found = list_lines (options, file->preview, below, first);

  return open != G_MAXUINT ? open : found;
}

void
bw_import_set_first_row (BwReading            *reading,
                         const BwImportOption *option)
{
  reading->first_row = option->number;
}
