/* Does one deed on a workspace file, and says at each moment what must be safe from then on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deed is a few steps; each makes one state of the file out of the one before. After step N the
 * line "safe N" is printed: what happens later, the file holds what step N made. A step that fails
 * is said on standard error in one line; with BW_DEED_AGAIN it is tried once more, as a person
 * would. The same deed always makes the same states. The deed "check" opens files as the program
 * does at its next start, and prints a line for each: what it holds, or why it is refused. */

#include "contents.h"

#include "store/damage.h"
#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"
#include "store/shelf.h"
#include "store/store-private.h"

#include "../score/fixture.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_CUSTOMERS 300
#define MOST_SNAPSHOTS 3
#define MOST_STEPS 12

/**
 * Deed:
 * @path: of the workspace
 * @exports: the folder beside it with what is imported
 * @other: (nullable): where a copy goes, or a statement
 * @store: (nullable): the open file
 * @shelf: (nullable): for @incoming
 * @incoming: (nullable): an import that is being taken in
 */
typedef struct
{
  char       *path;
  char       *exports;
  const char *other;
  BwStore    *store;
  BwShelf    *shelf;
  BwIncoming *incoming;
} Deed;

static BwModel *
make_model (guint edge)
{
  return fixture_model_from ("{'format':'bellwether-model','version':1,'name':'Model','bands':["
                             "{'id':'low','name':'Low','colour':'red','from':0},"
                             "{'id':'high','name':'High','colour':'green','from':%u}],"
                             "'metrics':[{'id':'users','name':'Users','column':'Users',"
                             "'scale':{'type':'linear','from':0,'to':1}}],"
                             "'segments':[{'id':'all','name':'All','weights':{'users':1}}]}", edge);
}

static BwKeptDraft *
make_draft (guint n_steps)
{
  BwKeptDraft *draft = g_new0 (BwKeptDraft, 1);

  draft->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);
  draft->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);
  draft->baseline = make_model (40);
  draft->model = make_model (50 + n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr(BwModel) model = make_model (50 + i);
      g_autofree char *name = g_strdup_printf ("Move edge to %u", 51 + i);

      g_ptr_array_add (draft->undo, bw_kept_step_new (name, model, draft->baseline));
    }

  return draft;
}

static BwPanel *
make_panel (guint n_snapshots)
{
  static const double dates[MOST_SNAPSHOTS] = { 20000, 20031, 20061 };
  const guint n = n_snapshots * N_CUSTOMERS;
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autofree double *users = g_new (double, n);
  g_autofree double *money = g_new (double, n);
  const FixtureColumn columns[] = {
    { "Users", BW_COLUMN_NUMBER, BW_ROLE_METRIC, users, NULL },
    { "Money", BW_COLUMN_NUMBER, BW_ROLE_METRIC, money, NULL },
  };

  for (guint i = 0; i < n; i++)
    {
      users[i] = g_rand_double (rand);
      money[i] = g_rand_int_range (rand, 0, 100000);
    }

  return fixture_panel (columns, G_N_ELEMENTS (columns), N_CUSTOMERS, dates, n_snapshots);
}

static gboolean
step_create (Deed    *self,
             GError **error)
{
  self->store = bw_store_create (self->path, error);

  return self->store != NULL;
}

static gboolean
step_open (Deed    *self,
           GError **error)
{
  self->store = bw_store_open (self->path, BW_ACCESS_WRITE, error);

  return self->store != NULL;
}

static gboolean
import (Deed       *self,
        const char *name,
        guint       n_snapshots,
        GError    **error)
{
  g_autofree char *path = g_build_filename (self->exports, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BwReport) report = bw_report_new ();
  g_autoptr(BwPanel) panel = make_panel (n_snapshots);
  const gsize n_rows = N_CUSTOMERS;
  const BwNewImport added = { 1700000000000000, "Anna Berg", &file, &name, &n_rows, 1, "{}", report };

  if (!bw_store_begin (self->store, error))
    return FALSE;
  if (bw_store_add_import (self->store, &added, NULL, error) != 0 &&
      bw_store_put_panel (self->store, panel, NULL, error))
    return bw_store_commit (self->store, error);
  bw_store_roll_back (self->store);

  return FALSE;
}

static gboolean
step_first (Deed    *self,
            GError **error)
{
  return import (self, "month-1.csv", 1, error);
}

static gboolean
step_second (Deed    *self,
             GError **error)
{
  return import (self, "month-2.csv", 2, error);
}

/* More than SQLite keeps in memory: pages of the file are written before the transaction ends. */
static gboolean
step_large (Deed    *self,
            GError **error)
{
  return import (self, "large.csv", 3, error);
}

static void
stop_taking_in (Deed *self)
{
  g_clear_pointer (&self->incoming, bw_incoming_unref);
  g_clear_pointer (&self->shelf, bw_shelf_free);
}

/* The window's way with a large import: its bytes go into the file and nobody sees them there. */
static gboolean
step_take_in (Deed    *self,
              GError **error)
{
  g_autofree char *path = g_build_filename (self->exports, "usage-2026-03-28.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  const BwWish wish = { .as_of = NAN };
  g_autoptr(BwIntake) intake = NULL;
  gboolean more = TRUE;

  stop_taking_in (self);
  self->shelf = bw_shelf_new (self->store, error);
  intake = self->shelf != NULL ? bw_intake_read (&file, 1, &wish, NULL, NULL, NULL, error) : NULL;
  if (intake == NULL)
    return FALSE;
  self->incoming = bw_incoming_new (intake);
  while (more)
    {
      if (!bw_shelf_take_in (self->shelf, self->incoming, &more, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Now it is seen; where that fails it is taken in again. */
static gboolean
step_keep (Deed    *self,
           GError **error)
{
  gboolean done;

  if (!bw_shelf_has_begun (self->shelf, self->incoming) && !step_take_in (self, error))
    return FALSE;
  done = bw_shelf_keep_incoming (self->shelf, self->incoming, 1700000000000000, "Anna Berg", NULL, error);
  if (done)
    stop_taking_in (self);

  return done;
}

static gboolean
put_draft (Deed    *self,
           guint    n_steps,
           GError **error)
{
  g_autoptr(BwKeptDraft) draft = make_draft (n_steps);

  return bw_store_put_draft (self->store, draft, error);
}

static gboolean
step_draft (Deed    *self,
            GError **error)
{
  return put_draft (self, 0, error);
}

/* As many steps of undo as there are, and one. */
static gboolean
step_nudge (Deed    *self,
            GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (self->store, &failed);

  if (failed == NULL)
    return put_draft (self, draft->undo->len + 1, error);
  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}

static gboolean
step_version (Deed    *self,
              GError **error)
{
  const BwKeptVersion version = { 0, (char *) "Autumn", (char *) "After the review", (char *) "Anna Berg",
                                  1700000000000000 };
  g_autoptr(BwModel) model = make_model (77);

  return bw_store_add_version (self->store, &version, model, error) != 0;
}

static gboolean
step_note (Deed    *self,
           GError **error)
{
  const BwKeptNote note = { 0, (char *) "C7", (char *) "Renews in May", (char *) "Anna Berg",
                            1700000000000000 };

  return bw_store_add_note (self->store, &note, error) != 0;
}

static gboolean
step_view (Deed    *self,
           GError **error)
{
  return bw_store_set_view (self->store, "page", "trends", error);
}

static gboolean
step_remove (Deed    *self,
             GError **error)
{
  g_autoptr(BwPanel) panel = make_panel (3);

  if (!bw_store_begin (self->store, error))
    return FALSE;
  if (bw_store_set_removed (self->store, 1, TRUE, error) &&
      bw_store_put_panel (self->store, panel, NULL, error))
    return bw_store_commit (self->store, error);
  bw_store_roll_back (self->store);

  return FALSE;
}

/* What a hostile author does, who can seal what he has written: any statement. */
static gboolean
step_meddle (Deed    *self,
             GError **error)
{
  if (!bw_store_begin (self->store, error))
    return FALSE;
  if (sqlite3_exec (self->store->db, self->other, NULL, NULL, NULL) == SQLITE_OK)
    return bw_store_commit (self->store, error);
  bw_query_fail (self->store->db, error);
  bw_store_roll_back (self->store);

  return FALSE;
}

static gboolean
step_copy (Deed    *self,
           GError **error)
{
  return bw_store_copy (self->store, self->other, error);
}

typedef gboolean (*Step) (Deed    *self,
                          GError **error);

/**
 * DeedRow:
 * @open: how the file comes to be open; no state of its own where it is opened only
 */
typedef struct
{
  const char *name;
  Step        open;
  Step        steps[MOST_STEPS + 1];
} DeedRow;

static const DeedRow deeds[] = {
  { "new", NULL, { step_create, step_first, step_draft } },
  { "add", step_open, { step_second } },
  { "large", step_open, { step_large } },
  { "slowly", step_open, { step_take_in, step_nudge, step_keep, step_nudge } },
  { "nudge", step_open, { step_nudge, step_nudge, step_nudge, step_nudge, step_nudge } },
  { "version", step_open, { step_version } },
  { "note", step_open, { step_note, step_view } },
  { "remove", step_open, { step_remove } },
  { "week", step_open, { step_second, step_nudge, step_nudge, step_note, step_view, step_version, step_nudge,
                         step_large, step_remove, step_nudge, step_nudge } },
  { "copy", step_open, { step_copy } },
  { "meddle", step_open, { step_meddle } },
};

/* Lines of ours go past the buffers of the C library, so that none is lost and none comes late. */
static void
say (int         to,
     const char *format,
     ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  if (write (to, line, strlen (line)) < 0)
    abort ();
}

static gboolean
take (Deed *self,
      Step  step)
{
  guint left = g_getenv ("BW_DEED_AGAIN") != NULL ? 2 : 1;

  while (left-- > 0)
    {
      g_autoptr(GError) error = NULL;

      if (step (self, &error))
        return TRUE;
      if (error == NULL)
        say (STDERR_FILENO, "deed: CRITICAL: something failed and nobody said what\n");
      else
        say (STDERR_FILENO, "deed: %s\n", error->message);
    }

  return FALSE;
}

/* Prints what the file holds now, where the states themselves are asked for. */
static void
say_state (Deed *self,
           guint state)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *line = g_getenv ("BW_DEED_STATES") != NULL ? contents_dup_line (self->store, &error) : NULL;

  if (line != NULL)
    say (STDOUT_FILENO, "state %u %s\n", state, line);
}

static int
run (Deed          *self,
     const DeedRow *row)
{
  if (row->open != NULL && !take (self, row->open))
    return 1;
  for (guint i = 0; row->steps[i] != NULL; i++)
    {
      if (!take (self, row->steps[i]))
        return 1;
      say (STDOUT_FILENO, "safe %u\n", i + 1);
      say_state (self, i + 1);
    }

  return 0;
}

/* How a program opens the file: to write it, or as BW_DEED_BEST and BW_DEED_READ say. */
static BwAccess
get_access (void)
{
  return g_getenv ("BW_DEED_READ") != NULL ? BW_ACCESS_READ :
         g_getenv ("BW_DEED_BEST") != NULL ? BW_ACCESS_BEST : BW_ACCESS_WRITE;
}

static void
check (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = NULL;
  g_auto(GStrv) damage = NULL;
  g_autofree char *line = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      say (STDOUT_FILENO, "absent\n");
      return;
    }
  store = bw_store_open (path, get_access (), &error);
  damage = store != NULL ? bw_store_find_damage (store, NULL) : NULL;
  line = store != NULL ? contents_dup_line (store, &error) : NULL;
  if (damage != NULL && damage[0] != NULL)
    {
      g_autofree char *text = g_strjoinv ("; ", damage);

      say (STDOUT_FILENO, "damaged %s\n", text);
    }
  else if (line != NULL)
    say (STDOUT_FILENO, "whole %s\n", line);
  else
    say (STDOUT_FILENO, "refused %s\n", error->message);
}

int
main (int    argc,
      char **argv)
{
  Deed self = { .path = argc > 2 ? argv[2] : NULL, .other = argc > 3 ? argv[3] : NULL };
  g_autofree char *folder = argc > 2 ? g_path_get_dirname (argv[2]) : NULL;
  int status = 2;

  setlocale (LC_ALL, "");
  self.exports = g_build_filename (folder != NULL ? folder : ".", "exports", NULL);
  for (int i = 2; argc > 2 && g_str_equal (argv[1], "check") && i < argc; i++)
    {
      check (argv[i]);
      status = 0;
    }
  for (guint i = 0; argc > 2 && i < G_N_ELEMENTS (deeds); i++)
    {
      if (g_str_equal (argv[1], deeds[i].name))
        status = run (&self, &deeds[i]);
    }
  stop_taking_in (&self);
  g_clear_pointer (&self.store, bw_store_close);
  g_free (self.exports);

  return status;
}
