/* The draft with undo and redo, and versions, come back as they were. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-models.h"

#include "../score/fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  char    *folder;
  char    *path;
  BwStore *store;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bw-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.bellwether", NULL);
  self->store = bw_store_create (self->path, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bw_store_close (self->store);
  g_assert_no_errno (g_unlink (self->path));
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

static void
open_again (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  bw_store_close (self->store);
  self->store = bw_store_open (self->path, BW_ACCESS_WRITE, &error);
  g_assert_no_error (error);
}

/* A model of one metric in which only the watch edge differs. */
static BwModel *
make_model (guint edge)
{
  return fixture_model_from ("{'format':'bellwether-model','version':1,'name':'M','bands':["
                             "{'id':'low','name':'Low','colour':'red','from':0},"
                             "{'id':'high','name':'High','colour':'green','from':%u}],"
                             "'metrics':[{'id':'a','name':'A','column':'a',"
                             "'scale':{'type':'linear','from':0,'to':1}}],"
                             "'segments':[{'id':'all','name':'All','weights':{'a':1}}]}", edge);
}

static BwKeptDraft *
make_draft (guint n_undo,
            guint n_redo)
{
  BwKeptDraft *draft = g_new0 (BwKeptDraft, 1);

  draft->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);
  draft->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);
  draft->baseline = make_model (50);
  draft->model = make_model (10);
  for (guint i = 0; i < n_undo + n_redo; i++)
    {
      g_autoptr(BwModel) model = make_model (1 + i % 90);
      g_autofree char *name = g_strdup_printf ("Step %u", i);

      g_ptr_array_add (i < n_undo ? draft->undo : draft->redo,
                       bw_kept_step_new (name, model, draft->baseline));
    }

  return draft;
}

static void
check_steps (GPtrArray *steps,
             GPtrArray *back)
{
  const guint skipped = steps->len - MIN (steps->len, BW_MOST_STEPS);

  g_assert_cmpuint (back->len, ==, steps->len - skipped);
  for (guint i = 0; i < back->len; i++)
    {
      const BwKeptStep *a = steps->pdata[skipped + i];
      const BwKeptStep *b = back->pdata[i];

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_true (bw_model_equal (a->model, b->model));
      g_assert_true (bw_model_equal (a->baseline, b->baseline));
    }
}

static void
check_draft (Fixture           *self,
             const BwKeptDraft *draft)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwKeptDraft) back = bw_store_get_draft (self->store, &error);

  g_assert_no_error (error);
  g_assert_true (bw_model_equal (draft->model, back->model));
  g_assert_true (bw_model_equal (draft->baseline, back->baseline));
  check_steps (draft->undo, back->undo);
  check_steps (draft->redo, back->redo);
}

static void
test_draft (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwKeptDraft) draft = make_draft (3, 2);
  g_autoptr(BwKeptDraft) other = make_draft (1, 0);

  g_assert_null (bw_store_get_draft (self->store, &error));
  g_assert_no_error (error);
  g_assert_true (bw_store_put_draft (self->store, draft, &error));
  g_assert_no_error (error);
  check_draft (self, draft);
  open_again (self);
  check_draft (self, draft);
  g_assert_true (bw_store_put_draft (self->store, other, NULL));
  check_draft (self, other);
}

static void
test_many_steps (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(BwKeptDraft) draft = make_draft (BW_MOST_STEPS + 30, 2);

  g_assert_true (bw_store_put_draft (self->store, draft, NULL));
  check_draft (self, draft);
}

static void
test_rolled_back (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(BwKeptDraft) first = make_draft (1, 1);
  g_autoptr(BwKeptDraft) second = make_draft (5, 0);

  g_assert_true (bw_store_put_draft (self->store, first, NULL));
  g_assert_true (bw_store_begin (self->store, NULL));
  g_assert_true (bw_store_put_draft (self->store, second, NULL));
  bw_store_roll_back (self->store);
  check_draft (self, first);
  g_assert_true (bw_store_put_draft (self->store, second, NULL)); /* its models are written anew */
  open_again (self);
  check_draft (self, second);
}

static void
test_versions (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = make_model (33);
  g_autoptr(BwModel) back = NULL;
  g_autoptr(BwKeptDraft) draft = make_draft (0, 0);
  g_autoptr(GPtrArray) versions = NULL;
  const BwKeptVersion version = { 0, (char *) "Renewals", (char *) "After the review", (char *) "Anna", 7 };
  const BwKeptVersion *kept;
  const gint64 id = bw_store_add_version (self->store, &version, model, &error);

  g_assert_no_error (error);
  g_assert_true (bw_store_put_draft (self->store, draft, NULL)); /* which leaves versions alone */
  open_again (self);
  versions = bw_store_list_versions (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 1);
  kept = versions->pdata[0];
  g_assert_cmpint (kept->id, ==, id);
  g_assert_cmpstr (kept->name, ==, "Renewals");
  g_assert_cmpstr (kept->why, ==, "After the review");
  g_assert_cmpstr (kept->author, ==, "Anna");
  g_assert_cmpint (kept->at, ==, 7);
  back = bw_store_get_version (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, back));

  g_assert_null (bw_store_get_version (self->store, id + 1, &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/models/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/models/many-steps", Fixture, NULL, set_up, test_many_steps, tear_down);
  g_test_add ("/models/rolled-back", Fixture, NULL, set_up, test_rolled_back, tear_down);
  g_test_add ("/models/versions", Fixture, NULL, set_up, test_versions, tear_down);

  return g_test_run ();
}
