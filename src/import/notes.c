/* The choices that inspection made and that could be made otherwise, for the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/notes.h"

#include "import/run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
note (BwReport     *report,
      BwProblemKind kind,
      const char   *file,
      gsize         line,
      guint         column,
      const char   *header,
      const char   *what)
{
  const BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .kind = kind,
    .file = file,
    .line = line,
    .column = column,
    .header = header,
    .what = what,
  };

  bw_report_add (report, &problem);
}

/* Tells each line, but of many lines on end the first ones and, in one sentence, the others. */
static void
note_lines (BwReport     *report,
            BwProblemKind kind,
            const char   *file,
            const GArray *lines,
            const char   *what)
{
  g_autoptr(BwRun) run = bw_run_new (report);

  for (guint i = 0; i < lines->len; i++)
    {
      const BwProblem problem = {
        .severity = BW_SEVERITY_NOTE,
        .kind = kind,
        .file = file,
        .line = g_array_index (lines, gsize, i),
        .what = what,
      };

      bw_run_add (run, &problem);
    }
}

static const char *
what_of_bad (const char *encoding)
{
  if (g_str_equal (encoding, "UTF-8"))
    return _("Bytes that are not UTF-8, read as Windows-1252");
  if (g_str_equal (encoding, "WINDOWS-1252"))
    return _("Bytes that are not Windows-1252, read as UTF-8 where they are UTF-8");

  return _("Bytes that stand for no character; they became “\uFFFD”");
}

/**
 * bw_note_text:
 * @text: read to its end
 *
 * Notes an encoding that was guessed, the lines that had to be mended, and quotes round lines.
 */
void
bw_note_text (BwReport     *report,
              const char   *file,
              const BwText *text)
{
  if (text->guessed)
    {
      g_autofree char *what =
        /* TRANSLATORS: the name of an encoding, then the number of a line */
        g_strdup_printf (_("Read in the encoding %s, which is a guess; look at letters with accents, "
                           "as in line %zu"),
                         text->encoding, bw_decoder_get_letter_line (text->decoder));

      note (report, BW_PROBLEM_ENCODING, file, 0, 0, NULL, what);
    }

  note_lines (report, BW_PROBLEM_ENCODING, file, bw_decoder_get_bad_lines (text->decoder),
              what_of_bad (text->encoding));
  note_lines (report, BW_PROBLEM_NUL, file, bw_decoder_get_nul_lines (text->decoder),
              _("Zero bytes, which were left out"));
  if (text->wrapped)
    note (report, BW_PROBLEM_QUOTE, file, 0, 0, NULL,
          _("Each line as a whole stands in quotes, which were taken off"));
}

/**
 * bw_note_name:
 * @column: counted from 0
 *
 * Notes a name that is not what the header says.
 */
void
bw_note_name (BwReport       *report,
              const char     *file,
              const BwLayout *layout,
              guint           column)
{
  const char *given = g_ptr_array_index (layout->given, column);
  const char *name = g_ptr_array_index (layout->names, column);
  g_autofree char *what = NULL;

  if (layout->header == BW_HEADER_NONE || strcmp (given, name) == 0)
    return;

  if (given[0] == '\0')
    /* TRANSLATORS: what is put in is a column's new name */
    what = g_strdup_printf (_("The column has no header; it is called “%s”"), name);
  else
    /* TRANSLATORS: what is put in is a column's new name */
    what = g_strdup_printf (_("Another column has the same header; this one is called “%s”"), name);
  note (report, BW_PROBLEM_COLUMN_NAME, file, layout->header_line, column + 1, given[0] != '\0' ? given : NULL, what);
}

static void
note_above (BwReport       *report,
            const char     *file,
            const BwLayout *layout)
{
  g_autofree char *what = NULL;

  if (layout->top_line <= 1)
    return;

  if (layout->header == BW_HEADER_NONE)
    /* TRANSLATORS: what is put in is the number of a line in a file */
    what = g_strdup_printf (_("The first row is in line %zu; what is above it is left out"),
                            layout->top_line);
  else
    /* TRANSLATORS: what is put in is the number of a line in a file */
    what = g_strdup_printf (_("The header is in line %zu; what is above it is left out"),
                            layout->top_line);
  note (report, BW_PROBLEM_NOTE_ROW, file, 0, 0, NULL, what);
}

/* Another table to the right, with all its columns and rows. */
static void
note_beside (BwReport       *report,
             const char     *file,
             const BwLayout *layout)
{
  g_autofree char *what = NULL;

  if (layout->beside == layout->record_width)
    return;

  /* TRANSLATORS: first and last number of the columns of a table that is not read */
  what = g_strdup_printf (_("Another table stands beside this one, in columns %u to %u; it is left "
                            "out, with all its rows"), layout->beside + 1, layout->record_width);
  note (report, BW_PROBLEM_OTHER_TABLE, file, layout->header_line, layout->beside + 1, NULL, what);
}

/**
 * bw_note_layout:
 *
 * Notes what is above the table and beside it, and a header that is missing.
 */
void
bw_note_layout (BwReport       *report,
                const char     *file,
                const BwLayout *layout)
{
  if (layout->header == BW_HEADER_NONE)
    note (report, BW_PROBLEM_COLUMN_NAME, file, 0, 0, NULL,
          _("No header was found; the columns are numbered"));
  note_above (report, file, layout);
  note_beside (report, file, layout);
}
