/* The customers of a snapshot by name: their order, and which of them a few typed words find. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and keys are folded once, at the first search, into one long text; a search looks each
 * word up in it, customer by customer, and one that goes on from the last looks only where that
 * one found something. */

#include "workspace/customer-index.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct _BwCustomerIndex
{
  BwPanel    *panel;
  BwSnapshot *snapshot;
  GString    *folded; /* "name, line feed, key, NUL" of each row; NULL until asked for */
  gsize      *starts; /* in folded, by row */
  char       *words;  /* folded; NULL where nothing is searched */
  guint8     *found;  /* by row */
};

typedef struct
{
  char   *key;
  guint32 row;
} Name;

/* Letters that are no letter with a mark to Unicode, but are to somebody who types without them. */
static const struct
{
  gunichar    letter; /* case-folded */
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

static void
append_letter (GString *folded,
               gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    {
      if (plain_letters[i].letter == letter)
        {
          g_string_append (folded, plain_letters[i].plain);
          return;
        }
    }

  g_string_append_unichar (folded, letter);
}

static void
append_folded_unicode (GString    *folded,
                       const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_ismark (letter))
        append_letter (folded, letter);
    }
}

static void
append_folded (GString    *folded,
               const char *text)
{
  const gsize from = folded->len, n = strlen (text);

  if (!g_str_is_ascii (text))
    {
      append_folded_unicode (folded, text);
      return;
    }

  g_string_set_size (folded, from + n);
  for (gsize i = 0; i < n; i++)
    folded->str[from + i] = g_ascii_tolower (text[i]);
}

/**
 * bw_fold_text:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without case and accents, as a person types it in a hurry
 */
char *
bw_fold_text (const char *text)
{
  GString *folded = g_string_new (NULL);

  append_folded (folded, text);

  return g_string_free (folded, FALSE);
}

/* Whether the locale has no order of its own for letters beyond ASCII. */
static gboolean
orders_by_code (void)
{
  const char *locale = setlocale (LC_COLLATE, NULL);

  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
         g_str_has_prefix (locale, "C.");
}

static int
compare_names (const void *a,
               const void *b)
{
  const Name *x = a, *y = b;
  const int order = strcmp (x->key, y->key);

  return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

/**
 * bw_order_by_name:
 *
 * Puts the customers of a snapshot in the order in which the locale has their names; those of one
 * name stay in the order of the file. May be called in a worker.
 *
 * Returns: (transfer full) (array): the rows of the snapshot, one after the other
 */
guint32 *
bw_order_by_name (BwPanel *panel,
                  guint    snapshot)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const gsize n = bw_snapshot_get_n_rows (at);
  const guint32 *customers = bw_snapshot_get_customers (at);
  const gboolean fold = orders_by_code ();
  g_autofree Name *names = g_new (Name, MAX (n, 1));
  guint32 *rows = g_new (guint32, MAX (n, 1));

  for (gsize row = 0; row < n; row++)
    {
      const char *name = bw_panel_get_name (panel, customers[row]);

      names[row].key = fold ? bw_fold_text (name) : g_utf8_collate_key (name, -1);
      names[row].row = row;
    }

  qsort (names, n, sizeof *names, compare_names);
  for (gsize i = 0; i < n; i++)
    {
      rows[i] = names[i].row;
      g_free (names[i].key);
    }

  return rows;
}

/* What the worker that orders names is given. */
typedef struct
{
  BwPanel *panel;
  guint    snapshot;
} Naming;

static void
naming_free (Naming *self)
{
  bw_panel_unref (self->panel);
  g_free (self);
}

/* Runs in a worker thread: it sees a panel and nothing else. */
static void
order_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Naming *naming = task_data;

  g_task_return_pointer (task, bw_order_by_name (naming->panel, naming->snapshot), g_free);
}

/**
 * bw_order_by_name_async:
 *
 * Does what bw_order_by_name() does in a worker, which with a million names takes a while.
 */
void
bw_order_by_name_async (BwPanel            *panel,
                        guint               snapshot,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Naming *naming = g_new0 (Naming, 1);

  naming->panel = bw_panel_ref (panel);
  naming->snapshot = snapshot;
  g_task_set_source_tag (task, bw_order_by_name_async);
  g_task_set_task_data (task, naming, (GDestroyNotify) naming_free);
  g_task_run_in_thread (task, order_in_thread);
}

/**
 * bw_order_by_name_finish:
 *
 * Returns: (transfer full) (nullable): the rows in order, or %NULL where it was cancelled
 */
guint32 *
bw_order_by_name_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * bw_customer_index_new:
 *
 * Returns: (transfer full): an index that finds everybody
 */
BwCustomerIndex *
bw_customer_index_new (BwPanel *panel,
                       guint    snapshot)
{
  BwCustomerIndex *self = g_new0 (BwCustomerIndex, 1);

  self->panel = bw_panel_ref (panel);
  self->snapshot = bw_snapshot_ref (bw_panel_get_snapshot (panel, snapshot));

  return self;
}

void
bw_customer_index_free (BwCustomerIndex *self)
{
  bw_panel_unref (self->panel);
  bw_snapshot_unref (self->snapshot);
  if (self->folded != NULL)
    g_string_free (self->folded, TRUE);
  g_free (self->starts);
  g_free (self->words);
  g_free (self->found);
  g_free (self);
}

static void
fold_all (BwCustomerIndex *self)
{
  const gsize n = bw_snapshot_get_n_rows (self->snapshot);
  const guint32 *customers = bw_snapshot_get_customers (self->snapshot);

  self->folded = g_string_sized_new (32 * n + 1);
  self->starts = g_new (gsize, MAX (n, 1));
  for (gsize row = 0; row < n; row++)
    {
      const char *name = bw_panel_get_name (self->panel, customers[row]);
      const char *key = bw_panel_get_key (self->panel, customers[row]);

      self->starts[row] = self->folded->len;
      append_folded (self->folded, name);
      g_string_append_c (self->folded, '\n');
      if (key != name)
        append_folded (self->folded, key);
      g_string_append_c (self->folded, '\0');
    }
}

static gboolean
has_all_words (const char        *text,
               const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_customer_index_search:
 * @words: (nullable): words that name or key have to contain, all of them, anywhere, without
 *   regard to case and accents; %NULL or blank finds everybody
 */
void
bw_customer_index_search (BwCustomerIndex *self,
                          const char      *words)
{
  const gsize n = bw_snapshot_get_n_rows (self->snapshot);
  g_autofree char *folded = bw_fold_text (words != NULL ? words : "");
  g_auto(GStrv) list = NULL;
  gboolean narrows;

  g_strstrip (folded);
  if (*folded == '\0')
    {
      g_clear_pointer (&self->words, g_free);
      g_clear_pointer (&self->found, g_free);
      return;
    }

  if (self->folded == NULL)
    fold_all (self);

  narrows = self->words != NULL && g_str_has_prefix (folded, self->words);
  if (!narrows)
    {
      g_free (self->found);
      self->found = g_malloc (MAX (n, 1));
      memset (self->found, TRUE, n);
    }

  list = g_strsplit_set (folded, " \t\n", -1);
  for (gsize row = 0; row < n; row++)
    {
      if (self->found[row])
        self->found[row] = has_all_words (self->folded->str + self->starts[row],
                                          (const char *const *) list);
    }

  g_free (self->words);
  self->words = g_steal_pointer (&folded);
}

/**
 * bw_customer_index_searches:
 *
 * Returns: whether anything is searched, so that somebody may not be found
 */
gboolean
bw_customer_index_searches (const BwCustomerIndex *self)
{
  return self->found != NULL;
}

/**
 * bw_customer_index_finds:
 *
 * Returns: whether the customer in @row is among those found
 */
gboolean
bw_customer_index_finds (const BwCustomerIndex *self,
                         guint                  row)
{
  return self->found == NULL || self->found[row];
}
