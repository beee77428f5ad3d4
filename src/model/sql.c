/* A model as one SELECT, so that a warehouse scores its customers where their data is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps, each a WITH of its own, go the way of the engine: columns, raw values, metric scores,
 * weights, the weighted score, bounds, ranks. Where the engine adds in an order, so does the SELECT:
 * doubles are not numbers, and the order is in the last digit. */

#include "model/sql.h"

#include "model/sql-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_WORD 40 /* PostgreSQL cuts names at 63 bytes, and we put words before ours */

/**
 * bw_sql_kept:
 *
 * Returns: (transfer none): the text, kept as long as @self
 */
const char *
bw_sql_kept (BwSql      *self,
             const char *format,
             ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);

  return g_string_chunk_insert_const (self->names, text);
}

/**
 * bw_sql_word:
 * @prefix: what our names of that kind begin with
 * @text: what a user wrote
 *
 * Returns: (transfer none): a name from @text that needs no quotes, unlike all that were given so
 *   far
 */
const char *
bw_sql_word (BwSql      *self,
             const char *prefix,
             const char *text)
{
  g_autofree char *latin = g_str_to_ascii (text, "C");
  g_autoptr(GString) word = g_string_new (prefix);
  const gsize before = word->len;
  const char *name;
  guint n = 1;

  for (const char *p = latin; *p != '\0' && word->len < LONGEST_WORD; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (word, g_ascii_tolower (*p));
      else if (word->len > before && word->str[word->len - 1] != '_')
        g_string_append_c (word, '_');
    }
  while (word->len > before && word->str[word->len - 1] == '_')
    g_string_truncate (word, word->len - 1);
  if (word->len == before)
    g_string_append_c (word, 'x');

  name = bw_sql_kept (self, "%s", word->str);
  while (!g_hash_table_add (self->taken, (gpointer) name))
    name = bw_sql_kept (self, "%s_%u", word->str, ++n);

  return name;
}

/* A step may not be called as the table that is read is: some would take one for the other. */
static const char *
name_step (BwSql      *self,
           const char *name)
{
  const char *table = self->options->table != NULL ? self->options->table : BW_SQL_TABLE;

  return g_ascii_strcasecmp (table, name) == 0 ? bw_sql_kept (self, "%s_", name) : name;
}

/**
 * bw_sql_begin_step:
 * @what: of the step, for people
 *
 * Opens a step, up to the list of its columns.
 *
 * Returns: (transfer none): its name
 */
const char *
bw_sql_begin_step (BwSql      *self,
                   const char *what,
                   const char *name)
{
  BwSqlWriter *out = &self->out;
  const char *step = name_step (self, name);

  bw_sql_add (out, self->step == NULL ? "WITH" : ",");
  out->depth = 0;
  bw_sql_line (out);
  bw_sql_comment (out, what);
  bw_sql_line (out);
  bw_sql_add (out, "%s AS %s(", step, out->dialect->apart_open);
  out->depth = 1;
  bw_sql_line (out);
  bw_sql_add (out, "SELECT");
  out->depth = 2;
  out->n_items = 0;

  return step;
}

/**
 * bw_sql_end_step:
 * @from: (nullable): the step it reads, whose row is called r; %NULL where the caller wrote that
 */
void
bw_sql_end_step (BwSql      *self,
                 const char *from)
{
  BwSqlWriter *out = &self->out;

  out->depth = 1;
  if (from != NULL)
    {
      bw_sql_line (out);
      bw_sql_add (out, "FROM %s AS r", from);
    }
  if (out->dialect->apart_close != NULL)
    {
      bw_sql_line (out);
      bw_sql_add (out, "%s", out->dialect->apart_close);
    }
  out->depth = 0;
  bw_sql_line (out);
  bw_sql_add (out, ")");
}

static void
write_head (BwSql *self)
{
  const char *table = self->options->table != NULL ? self->options->table : BW_SQL_TABLE;
  g_autofree char *title = g_strdup_printf ("Health scores by the model “%s”, for %s.",
                                            bw_model_get_name (self->model), self->out.dialect->name);
  g_autofree char *source = g_strdup_printf ("Reads the table “%s”: one row a customer and snapshot, "
                                             "as “bellwether-cli panel --exact” writes them:", table);
  BwSqlWriter *out = &self->out;

  bw_sql_comment (out, title);
  bw_sql_line (out);
  bw_sql_comment (out, source);
  bw_sql_line (out);
  bw_sql_comment (out, "numbers, dates, texts and booleans, NULL where a value is missing.");
  bw_sql_line (out);
}

static void
init (BwSql              *self,
      const BwModel      *model,
      const BwSqlOptions *options)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const guint n_groups = bw_model_get_n_groups (model);

  self->out = (BwSqlWriter) { bw_sql_dialect_get_row (options->dialect), g_string_new (NULL) };
  self->model = model;
  self->options = options;
  self->names = g_string_chunk_new (1024);
  self->taken = g_hash_table_new (g_str_hash, g_str_equal);
  self->columns = g_array_new (FALSE, TRUE, sizeof (BwSqlColumn));
  self->days = g_ptr_array_new ();
  self->metrics = g_new0 (const char *, n_metrics + 1);
  self->groups = g_new0 (const char *, n_groups + 1);
  self->scored = g_new0 (gboolean, n_metrics + 1);
  self->raw = g_new0 (gboolean, n_metrics + 1);

  for (guint i = 0; i < n_metrics; i++)
    {
      self->metrics[i] = bw_sql_word (self, "", bw_model_get_metric (model, i)->id);
      self->scored[i] = options->with_metrics || bw_sql_is_weighed (self, i);
    }
  g_hash_table_remove_all (self->taken);
  for (guint i = 0; i < n_groups; i++)
    self->groups[i] = bw_sql_word (self, "", bw_model_get_group (model, i)->id);
}

static void
clear (BwSql *self)
{
  g_string_free (self->out.text, TRUE);
  g_string_chunk_free (self->names);
  g_hash_table_unref (self->taken);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->days);
  g_free (self->metrics);
  g_free (self->groups);
  g_free (self->scored);
  g_free (self->raw);
}

/**
 * bw_model_to_sql:
 *
 * Writes the model as one SELECT over a table with one row a customer and snapshot, whose columns
 * are called as those of the panel, and hold doubles, dates, texts and booleans, NULL for missing.
 * It gives customer, snapshot, segment (its id), score, band (its id, NULL where there is not
 * enough data), grade and coverage, and what @options ask for; the numbers are those of the engine.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where the model cannot be written so
 */
char *
bw_model_to_sql (const BwModel      *self,
                 const BwSqlOptions *options,
                 GError            **error)
{
  BwSql sql = { .model = self };
  char *text = NULL;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);
  g_return_val_if_fail ((guint) options->dialect < BW_N_SQL_DIALECTS, NULL);

  init (&sql, self, options);
  bw_sql_find_columns (&sql);
  if (sql.out.error == NULL)
    {
      write_head (&sql);
      bw_sql_write_rows (&sql);
      bw_sql_write_raw (&sql);
      bw_sql_write_metrics (&sql);
      bw_sql_write_weights (&sql);
      bw_sql_write_scores (&sql);
      bw_sql_write_results (&sql);
    }

  if (sql.out.error != NULL)
    g_propagate_error (error, sql.out.error);
  else
    text = g_strdup (sql.out.text->str);
  clear (&sql);

  return text;
}
