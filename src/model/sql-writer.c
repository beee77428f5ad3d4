/* The text of a SELECT while it is written: quoting, phrases of a dialect, lines and comments. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user wrote goes through bw_sql_name(), bw_sql_table(), bw_sql_text() or bw_sql_comment(),
 * and through nothing else. */

#include "model/sql-writer.h"

#include "model/json-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (bw-sql-error-quark, bw_sql_error)

/**
 * bw_sql_fail:
 *
 * Notes why there will be no SELECT; of several reasons the first counts.
 */
void
bw_sql_fail (BwSqlWriter *self,
             BwSqlError   code,
             const char  *format,
             ...)
{
  va_list values;

  if (self->error != NULL)
    return;

  va_start (values, format);
  self->error = g_error_new_valist (BW_SQL_ERROR, code, format, values);
  va_end (values);
}

/**
 * bw_sql_add:
 *
 * Appends words of SQL and names that we made; nothing that a user wrote.
 */
void
bw_sql_add (BwSqlWriter *self,
            const char  *format,
            ...)
{
  va_list values;

  va_start (values, format);
  g_string_append_vprintf (self->text, format, values);
  va_end (values);
}

/**
 * bw_sql_line:
 *
 * Begins a line at the present depth.
 */
void
bw_sql_line (BwSqlWriter *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) (2 * self->depth), "");
}

/**
 * bw_sql_item:
 *
 * Begins a line of a list whose items a comma parts.
 */
void
bw_sql_item (BwSqlWriter *self)
{
  if (self->n_items++ > 0)
    g_string_append_c (self->text, ',');
  bw_sql_line (self);
}

static void
append_doubled (GString    *out,
                const char *text,
                char        quote)
{
  g_string_append_c (out, quote);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == quote)
        g_string_append_c (out, quote);
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, quote);
}

static void
append_escaped (GString    *out,
                const char *text,
                char        quote,
                gboolean    substitutes)
{
  g_string_append_c (out, quote);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\r')
        g_string_append (out, "\\r");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if (substitutes && *p == '$')
        g_string_append (out, "\\u0024");
      else if (*p == quote || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, quote);
}

static void
append_quoted (BwSqlWriter *self,
               const char  *text,
               char         quote,
               BwSqlQuoting quoting)
{
  gboolean escaped = quoting == BW_SQL_ESCAPED;

  if (quoting == BW_SQL_MARKED && strpbrk (text, "\\\n\r\t") != NULL)
    {
      g_string_append_c (self->text, 'E');
      escaped = TRUE;
    }

  if (escaped)
    append_escaped (self->text, text, quote, self->dialect->substitutes);
  else
    append_doubled (self->text, text, quote);
}

/**
 * bw_sql_name:
 * @name: of a column, as its table has it
 */
void
bw_sql_name (BwSqlWriter *self,
             const char  *name)
{
  if (*name == '\0')
    bw_sql_fail (self, BW_SQL_ERROR_NAME, _("the name of a table or column is empty"));
  if (self->dialect->substitutes && strstr (name, "${") != NULL)
    bw_sql_fail (self, BW_SQL_ERROR_NAME,
                 /* TRANSLATORS: a column’s name, and the name of a database */
                 _("the name “%s” has “${” in it, which %s replaces wherever it stands; rename the "
                   "column"), name, self->dialect->name);

  append_quoted (self, name, self->dialect->name_quote, self->dialect->names);
}

/**
 * bw_sql_table:
 * @table: name of a table, perhaps with schema and catalogue before it, parted by dots
 */
void
bw_sql_table (BwSqlWriter *self,
              const char  *table)
{
  g_auto(GStrv) parts = g_strsplit (table, ".", -1);

  if (parts[0] == NULL)
    bw_sql_name (self, "");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, '.');
      bw_sql_name (self, parts[i]);
    }
}

/**
 * bw_sql_text:
 * @text: any text, as a literal
 */
void
bw_sql_text (BwSqlWriter *self,
             const char  *text)
{
  append_quoted (self, text, '\'', self->dialect->texts);
}

/**
 * bw_sql_number:
 * @number: with all its digits; what is not finite is an error
 */
void
bw_sql_number (BwSqlWriter *self,
               double       number)
{
  char digits[BW_NUMBER_LENGTH];
  const char *phrase = self->dialect->whole;

  if (!isfinite (number))
    {
      bw_sql_fail (self, BW_SQL_ERROR_MODEL,
                   _("the values of a scale are too far apart to be written as SQL"));
      return;
    }

  bw_number_to_text (number, digits);
  if (strchr (digits, 'e') != NULL)
    phrase = self->dialect->exponent;
  else if (strchr (digits, '.') != NULL)
    phrase = self->dialect->number;
  bw_sql_phrase (self, phrase, digits, NULL);
}

/**
 * bw_sql_date:
 * @iso: a date such as 2026-01-31
 */
void
bw_sql_date (BwSqlWriter *self,
             const char  *iso)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", iso);

  bw_sql_phrase (self, self->dialect->date, quoted, NULL);
}

/**
 * bw_sql_phrase:
 * @phrase: of the dialect, with $1 and $2 in it
 * @first: SQL for $1
 * @second: (nullable): SQL for $2
 */
void
bw_sql_phrase (BwSqlWriter *self,
               const char  *phrase,
               const char  *first,
               const char  *second)
{
  for (const char *p = phrase; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "$1") || g_str_has_prefix (p, "$2"))
        g_string_append (self->text, *++p == '1' ? first : second);
      else
        g_string_append_c (self->text, *p);
    }
}

/**
 * bw_sql_comment:
 * @text: for people; what would end the line, or show it otherwise than it is read, is left out, and
 *   what a careless client would take for the end of a statement, the begin of a text or a place to
 *   fill in is replaced, and so is a backslash: in Spark, one at its end makes the comment go on
 *
 * Appends a comment up to the end of the line, which has to end after it.
 */
void
bw_sql_comment (BwSqlWriter *self,
                const char  *text)
{
  g_string_append (self->text, "-- ");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
          type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_c (self->text, ' ');
      else if ((c == '$' && p[1] == '{') || (c == '{' && p[1] != '\0' && strchr ("{%#", p[1]) != NULL))
        g_string_append_printf (self->text, "%c ", (char) c);
      else if (c == '\\')
        g_string_append_c (self->text, '/');
      else if (c == ';')
        g_string_append_c (self->text, ',');
      else if (c == '\'')
        g_string_append (self->text, "’");
      else
        g_string_append_unichar (self->text, c);
    }
}

/**
 * bw_sql_case:
 *
 * Opens a CASE, whose branches bw_sql_when() and bw_sql_else() begin and bw_sql_end() ends.
 */
void
bw_sql_case (BwSqlWriter *self)
{
  g_string_append (self->text, "CASE");
  self->depth++;
}

void
bw_sql_when (BwSqlWriter *self)
{
  bw_sql_line (self);
  g_string_append (self->text, "WHEN ");
}

void
bw_sql_else (BwSqlWriter *self)
{
  bw_sql_line (self);
  g_string_append (self->text, "ELSE ");
}

void
bw_sql_end (BwSqlWriter *self)
{
  self->depth--;
  bw_sql_line (self);
  g_string_append (self->text, "END");
}

/**
 * bw_sql_double_case:
 *
 * As bw_sql_case(), for branches that may all be plain numbers: some dialects would not make them
 * doubles. Ended by bw_sql_double_end().
 */
void
bw_sql_double_case (BwSqlWriter *self)
{
  g_string_append (self->text, self->dialect->double_open);
  bw_sql_case (self);
}

void
bw_sql_double_end (BwSqlWriter *self)
{
  bw_sql_end (self);
  g_string_append (self->text, self->dialect->double_close);
}
