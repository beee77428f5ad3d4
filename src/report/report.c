/* What was understood of a file and what was not: every cell and row that is set aside, with its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bad column can fill a report with a million cells, so the texts of all problems lie once each in
 * one store, and a problem is a row of pointers into it. */

#include "report/report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXTS_BLOCK_SIZE 4096
#define LINE_TEXT_CHARS  60

struct _BwReport
{
  gatomicrefcount ref_count;

  GArray       *problems; /* of BwProblem */
  GStringChunk *texts;
};

BwReport *
bw_report_new (void)
{
  BwReport *self = g_new0 (BwReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->problems = g_array_new (FALSE, FALSE, sizeof (BwProblem));
  self->texts = g_string_chunk_new (TEXTS_BLOCK_SIZE);

  return self;
}

BwReport *
bw_report_ref (BwReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_report_unref (BwReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->problems);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
keep (BwReport   *self,
      const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->texts, text);
}

/**
 * bw_report_add:
 * @problem: copied, texts included
 *
 * For whoever makes the report; once it is handed on it does not change any more.
 */
void
bw_report_add (BwReport        *self,
               const BwProblem *problem)
{
  BwProblem kept = *problem;

  g_return_if_fail (problem->what != NULL);

  kept.file = keep (self, problem->file);
  kept.header = keep (self, problem->header);
  kept.text = keep (self, problem->text);
  kept.what = keep (self, problem->what);
  g_array_append_val (self->problems, kept);
}

/**
 * bw_report_append:
 *
 * Adds all problems of @other, in their order.
 */
void
bw_report_append (BwReport       *self,
                  const BwReport *other)
{
  g_return_if_fail (self != other);

  for (gsize i = 0; i < other->problems->len; i++)
    bw_report_add (self, bw_report_get_problem (other, i));
}

gsize
bw_report_get_n_problems (const BwReport *self)
{
  return self->problems->len;
}

const BwProblem *
bw_report_get_problem (const BwReport *self,
                       gsize           index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);

  return &g_array_index (self->problems, BwProblem, index);
}

/**
 * bw_report_count:
 *
 * Returns: how many problems are of that severity
 */
gsize
bw_report_count (const BwReport *self,
                 BwSeverity      severity)
{
  gsize n = 0;

  for (gsize i = 0; i < self->problems->len; i++)
    n += g_array_index (self->problems, BwProblem, i).severity == severity;

  return n;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const BwProblem *one = a, *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;

  return one->column < other->column ? -1 : one->column > other->column;
}

/**
 * bw_report_sort:
 *
 * Puts the problems in the order of lines, then of columns. For whoever makes the report.
 */
void
bw_report_sort (BwReport *self)
{
  g_array_sort (self->problems, compare);
}

/* @text on one line and not too long. */
static char *
text_for_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *p = valid; *p != '\0' && n_chars < LINE_TEXT_CHARS; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n_chars++;
      if (c == '\n' || c == '\r')
        g_string_append (line, "⏎");
      else
        g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (g_utf8_strlen (valid, -1) > LINE_TEXT_CHARS)
    g_string_append (line, "…");

  return g_string_free (line, FALSE);
}

/**
 * bw_problem_to_line:
 *
 * Returns: (transfer full): FILE:LINE:COLUMN: what, with header and text where there are any;
 *   always one line
 */
char *
bw_problem_to_line (const BwProblem *problem)
{
  GString *line = g_string_new (problem->file != NULL ? problem->file : "");

  if (problem->line > 0)
    g_string_append_printf (line, ":%" G_GSIZE_FORMAT, problem->line);
  if (problem->line > 0 && problem->column > 0)
    g_string_append_printf (line, ":%u", problem->column);
  g_string_append_printf (line, ": %s", problem->what);

  if (problem->header != NULL || problem->text != NULL)
    {
      g_autofree char *header = text_for_line (problem->header != NULL ? problem->header : "");
      g_autofree char *text = text_for_line (problem->text != NULL ? problem->text : "");

      g_string_append (line, " (");
      if (problem->header != NULL && problem->text != NULL)
        /* TRANSLATORS: a column's header, then the text of one of its cells */
        g_string_append_printf (line, _("%s: “%s”"), header, text);
      else if (problem->header != NULL)
        g_string_append (line, header);
      else
        /* TRANSLATORS: a text as it stands in a file */
        g_string_append_printf (line, _("“%s”"), text);
      g_string_append_c (line, ')');
    }

  return g_string_free (line, FALSE);
}
