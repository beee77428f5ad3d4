/* The command “sql”: a model as one SELECT for a warehouse. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"
#include "model/sql.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_sql (int    argc,
                       char **argv);

typedef struct
{
  char        *dialect;
  char        *table;
  char        *key;
  char        *date;
  char        *output;
  char        *model;
  BwSqlOptions options;
} Call;

static void
call_clear (Call *self)
{
  g_free (self->dialect);
  g_free (self->table);
  g_free (self->key);
  g_free (self->date);
  g_free (self->output);
  g_free (self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static void
add_options (Call           *self,
             GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "dialect", 'd', 0, G_OPTION_ARG_STRING, &self->dialect,
      N_("The database: postgresql, duckdb, sqlite, bigquery, snowflake or spark"), "D" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &self->table,
      N_("The table that is read; “panel” without this"), "TABLE" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &self->key,
      N_("Its column that tells customers apart; “customer” without this"), "COLUMN" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date,
      N_("Its column with the date of the snapshot; “snapshot” without this"), "COLUMN" },
    { "metrics", 0, 0, G_OPTION_ARG_NONE, &self->options.with_metrics, N_("Also the score of each metric"), NULL },
    { "groups", 0, 0, G_OPTION_ARG_NONE, &self->options.with_groups, N_("Also the score of each group"), NULL },
    { "rank", 0, 0, G_OPTION_ARG_NONE, &self->options.with_rank,
      N_("Also rank and percentile in segment and snapshot"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_NONE, &self->options.with_reason,
      N_("Also the score before caps and floors, and the reason of the one that changed it"), NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &self->options.with_names,
      N_("Also the names of segment and band"), NULL },
    { "model", 'm', 0, G_OPTION_ARG_FILENAME, &self->model, N_("The model, if it is not given last"), "M.json" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write to this file instead of standard output"), "FILE" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* "postgresql, duckdb, …": what may be asked for. */
static char *
list_dialects (void)
{
  const char *ids[BW_N_SQL_DIALECTS + 1] = { NULL };

  for (guint i = 0; i < BW_N_SQL_DIALECTS; i++)
    ids[i] = bw_sql_dialect_get_id (i);

  return g_strjoinv (", ", (char **) ids);
}

static gboolean
take_dialect (Call *self)
{
  g_autofree char *dialects = list_dialects ();
  g_autofree char *what = NULL;

  if (self->dialect != NULL && bw_sql_dialect_find (self->dialect, &self->options.dialect))
    return TRUE;

  if (self->dialect == NULL)
    /* TRANSLATORS: %s lists the ids of databases */
    what = g_strdup_printf (_("no dialect is named; write --dialect and one of %s"), dialects);
  else
    /* TRANSLATORS: first what was written, then the ids of databases that are known */
    what = g_strdup_printf (_("there is no dialect “%s”; there are %s"), self->dialect, dialects);
  bw_wrong_usage ("sql", what);

  return FALSE;
}

/* The model is the one word that is no option; the first -- only says that no option comes behind. */
static gboolean
take_model (Call  *self,
            char **words)
{
  if (*words != NULL && g_str_equal (*words, "--"))
    words++;

  for (; *words != NULL; words++)
    {
      if (self->model != NULL)
        {
          bw_wrong_usage ("sql", _("more than one file is given; write one model file"));
          return FALSE;
        }
      self->model = g_strdup (*words);
    }

  if (self->model == NULL || *self->model == '\0')
    {
      bw_wrong_usage ("sql", _("no model is given; “bellwether-cli model” writes one"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_names (Call *self)
{
  const char *names[] = { self->table, self->key, self->date };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] == NULL || *names[i] != '\0')
        continue;

      bw_wrong_usage ("sql", _("the name of a table or column is empty"));
      return FALSE;
    }

  self->options.table = self->table;
  self->options.key = self->key;
  self->options.date = self->date;

  return TRUE;
}

/* The slip of a tired person must not cost a model. */
static gboolean
would_overwrite (const Call *self)
{
  g_autoptr(GFile) model = g_file_new_for_commandline_arg (self->model);
  g_autoptr(GFile) output = NULL;

  if (self->output == NULL)
    return FALSE;

  output = g_file_new_for_commandline_arg (self->output);
  if (!g_file_equal (model, output))
    return FALSE;

  bw_wrong_usage ("sql", _("-o names a file that is read; write to another one"));

  return TRUE;
}

static gboolean
parse (Call  *self,
       int    argc,
       char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("--dialect D model.json [-o FILE]");
  g_autoptr(GError) error = NULL;

  g_set_prgname ("bellwether-cli sql");
  add_options (self, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      bw_wrong_usage ("sql", error->message);
      return FALSE;
    }

  return take_dialect (self) && take_model (self, argv + 1) && take_names (self) &&
         !would_overwrite (self);
}

BwExit
bw_command_sql (int    argc,
                char **argv)
{
  g_auto(Call) call = { 0 };
  g_autoptr(BwModel) model = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!parse (&call, argc, argv))
    return BW_EXIT_USAGE;

  if ((model = bw_load_model (call.model, &error)) == NULL)
    return bw_fail (error);

  text = bw_model_to_sql (model, &call.options, &error);
  if (text == NULL)
    {
      g_prefix_error (&error, "%s: ", call.model);
      return bw_fail (error);
    }
  if (!bw_output_write_text (call.output, text, -1, &error))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
