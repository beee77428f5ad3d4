/* The problems of a report as a list that a window can show, however many there are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items are made when they are asked for: only those on screen exist. A list of some of the problems
 * is an array of their numbers, found in a worker; a report never changes, so that both threads may
 * look at it. */

#include "workspace/problem-list.h"

#include <string.h>

#define ROWS_BETWEEN_LOOKS 4096 /* at the cancellable */

struct _BwProblemItem
{
  GObject parent_instance;

  BwReport *report;
  gsize     index;
};

struct _BwProblemList
{
  GObject parent_instance;

  BwReport *report;
  GArray   *chosen; /* of guint32, or NULL for all */
  guint     n_notes;
};

/* What a worker is given. */
typedef struct
{
  BwReport   *report;
  guint       kind;
  char       *needle; /* casefolded, "" for any */
  GHashTable *known;  /* by text of the report: whether it has the needle */
  guint       n_notes; /* among those that were found */
} Search;

static void bw_problem_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (BwProblemItem, bw_problem_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (BwProblemList, bw_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bw_problem_list_iface_init))

static void
bw_problem_item_finalize (GObject *object)
{
  bw_report_unref (BW_PROBLEM_ITEM (object)->report);

  G_OBJECT_CLASS (bw_problem_item_parent_class)->finalize (object);
}

static void
bw_problem_item_class_init (BwProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_problem_item_finalize;
}

static void
bw_problem_item_init (BwProblemItem *self)
{
}

const BwProblem *
bw_problem_item_get_problem (BwProblemItem *self)
{
  g_return_val_if_fail (BW_IS_PROBLEM_ITEM (self), NULL);

  return bw_report_get_problem (self->report, self->index);
}

static GType
get_item_type (GListModel *model)
{
  return BW_TYPE_PROBLEM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  BwProblemList *self = BW_PROBLEM_LIST (model);
  const gsize n = self->chosen != NULL ? self->chosen->len :
                  bw_report_get_n_problems (self->report);

  return MIN (n, G_MAXINT);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BwProblemList *self = BW_PROBLEM_LIST (model);
  BwProblemItem *item;

  if (position >= get_n_items (model))
    return NULL;

  item = g_object_new (BW_TYPE_PROBLEM_ITEM, NULL);
  item->report = bw_report_ref (self->report);
  item->index = bw_problem_list_get_index (self, position);

  return item;
}

static void
bw_problem_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
bw_problem_list_finalize (GObject *object)
{
  BwProblemList *self = BW_PROBLEM_LIST (object);

  g_clear_pointer (&self->chosen, g_array_unref);
  bw_report_unref (self->report);

  G_OBJECT_CLASS (bw_problem_list_parent_class)->finalize (object);
}

static void
bw_problem_list_class_init (BwProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_problem_list_finalize;
}

static void
bw_problem_list_init (BwProblemList *self)
{
}

static BwProblemList *
list_new (BwReport *report,
          GArray   *chosen,
          guint     n_notes)
{
  BwProblemList *self = g_object_new (BW_TYPE_PROBLEM_LIST, NULL);

  self->report = bw_report_ref (report);
  self->chosen = chosen;
  self->n_notes = n_notes;

  return self;
}

/**
 * bw_problem_list_new:
 *
 * Returns: (transfer full): all problems of @report
 */
BwProblemList *
bw_problem_list_new (BwReport *report)
{
  guint n_notes = 0;

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    n_notes += bw_report_get_problem (report, i)->severity == BW_SEVERITY_NOTE;

  return list_new (report, NULL, n_notes);
}

/**
 * bw_problem_list_get_n_notes:
 *
 * Returns: how many of the list cost nothing: no row and no cell
 */
guint
bw_problem_list_get_n_notes (BwProblemList *self)
{
  g_return_val_if_fail (BW_IS_PROBLEM_LIST (self), 0);

  return self->n_notes;
}

BwReport *
bw_problem_list_get_report (BwProblemList *self)
{
  g_return_val_if_fail (BW_IS_PROBLEM_LIST (self), NULL);

  return self->report;
}

/**
 * bw_problem_list_get_index:
 *
 * Returns: the number in the report of the problem at @position
 */
gsize
bw_problem_list_get_index (BwProblemList *self,
                           guint          position)
{
  g_return_val_if_fail (BW_IS_PROBLEM_LIST (self), 0);

  return self->chosen != NULL ? g_array_index (self->chosen, guint32, position) : position;
}

static void
search_free (Search *self)
{
  bw_report_unref (self->report);
  g_free (self->needle);
  g_hash_table_unref (self->known);
  g_free (self);
}

/* Reports keep each text once, so that most answers are known already. */
static gboolean
has_needle (Search     *self,
            const char *text)
{
  g_autofree char *folded = NULL;
  gpointer known;

  if (text == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (self->known, text, NULL, &known))
    return GPOINTER_TO_INT (known);

  folded = g_utf8_casefold (text, -1);
  known = GINT_TO_POINTER (strstr (folded, self->needle) != NULL);
  g_hash_table_insert (self->known, (gpointer) text, known);

  return GPOINTER_TO_INT (known);
}

static gboolean
is_wanted (Search          *self,
           const BwProblem *problem)
{
  if (self->kind != BW_ALL_PROBLEM_KINDS && problem->kind != self->kind)
    return FALSE;
  if (*self->needle == '\0' || has_needle (self, problem->what) ||
      has_needle (self, problem->text) || has_needle (self, problem->header) ||
      has_needle (self, problem->file))
    return TRUE;
  if (problem->line > 0 && g_ascii_isdigit (*self->needle))
    {
      g_autofree char *line = g_strdup_printf ("%" G_GSIZE_FORMAT, problem->line);

      return g_str_equal (line, self->needle);
    }

  return FALSE;
}

/* Runs in a worker thread: it sees the report and never the list. */
static void
search_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *self = task_data;
  const gsize n_problems = bw_report_get_n_problems (self->report);
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < n_problems; i++)
    {
      const BwProblem *problem = bw_report_get_problem (self->report, i);
      const guint32 index = i;

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (!is_wanted (self, problem))
        continue;
      g_array_append_val (chosen, index);
      self->n_notes += problem->severity == BW_SEVERITY_NOTE;
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&chosen), (GDestroyNotify) g_array_unref);
}

/**
 * bw_problem_list_find_async:
 * @kind: a #BwProblemKind, or %BW_ALL_PROBLEM_KINDS
 * @text: what their words, cells, columns or files have in them, in any case; or their line
 *
 * Looks for problems in a worker.
 */
void
bw_problem_list_find_async (BwReport           *report,
                            guint               kind,
                            const char         *text,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  Search *search = g_new0 (Search, 1);

  search->report = bw_report_ref (report);
  search->kind = kind;
  search->needle = g_utf8_casefold (trimmed, -1);
  search->known = g_hash_table_new (NULL, NULL);
  g_task_set_source_tag (task, bw_problem_list_find_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * bw_problem_list_find_finish:
 *
 * Returns: (transfer full): those that were found, or %NULL where it was cancelled
 */
BwProblemList *
bw_problem_list_find_finish (GAsyncResult *result,
                             GError      **error)
{
  Search *search;
  GArray *chosen;

  g_return_val_if_fail (g_async_result_is_tagged (result, bw_problem_list_find_async), NULL);

  search = g_task_get_task_data (G_TASK (result));
  chosen = g_task_propagate_pointer (G_TASK (result), error);

  return chosen == NULL ? NULL : list_new (search->report, chosen, search->n_notes);
}
