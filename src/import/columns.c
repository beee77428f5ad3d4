/* The cells of a file become typed columns, several at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All columns are tallied, then it is found how the file writes numbers and dates, then each column
 * is judged and converted, and its cells are freed. Columns do not know of each other, so threads
 * share them out; what each has to report is put together in the order of columns. */

#include "import/columns.h"

#include "import/convert.h"
#include "import/crew.h"
#include "import/doubts.h"
#include "import/notes.h"
#include "import/settle.h"

#define FEW_CELLS 50000 /* are sooner done by one thread */

typedef struct
{
  gboolean      is_nothing;
  BwTally       tally;
  BwColumn     *column;
  BwColumnFacts facts;
  BwReport     *report;
} Work;

typedef struct
{
  BwGather        *gather;
  const BwLayout  *layout;
  const BwReading *reading;
  BwManners        manners;
  GCancellable    *cancellable;
  Work            *works; /* by column */
  guint           *order; /* columns with most to do first */
} Workshop;

typedef struct
{
  const BwGather *gather;
  BwReport       *report;
  const char     *header;
  guint           column; /* in the file, from 1 */
} Misfits;

static void
add_misfit (gsize         row,
            const char   *text,
            const char   *what,
            BwProblemKind kind,
            gpointer      user_data)
{
  const Misfits *misfits = user_data;
  const BwProblem problem = {
    .severity = BW_SEVERITY_CELL,
    .kind = kind,
    .file = misfits->gather->file,
    .line = bw_lines_get (misfits->gather->lines, row),
    .column = misfits->column,
    .header = misfits->header,
    .text = text,
    .what = what,
  };

  bw_report_add (misfits->report, &problem);
}

/* A column without header and without cells is what a delimiter at the end of lines makes. */
static gboolean
is_nothing (const BwTally *tally,
            const char    *given)
{
  return given[0] == '\0' && tally->n_blank == tally->n_rows;
}

static void
tally_column (guint    piece,
              gpointer user_data)
{
  const Workshop *shop = user_data;
  const guint i = shop->order[piece];
  Work *work = &shop->works[i];

  if (g_cancellable_is_cancelled (shop->cancellable))
    return;

  bw_cells_end (g_ptr_array_index (shop->gather->cells, i));
  bw_tally_count (&work->tally, g_ptr_array_index (shop->gather->cells, i));
  bw_tally_settle (&work->tally, g_ptr_array_index (shop->layout->names, i));
  work->is_nothing = is_nothing (&work->tally, g_ptr_array_index (shop->layout->given, i));
}

static void
note_doubts (const Workshop    *shop,
             guint              i,
             const BwJudgement *judgement)
{
  Work *work = &shop->works[i];
  const BwDoubtful column = {
    .report = work->report,
    .file = shop->gather->file,
    .column = i + 1,
    .header = g_ptr_array_index (shop->layout->names, i),
    .judgement = judgement,
    .tally = &work->tally,
    .manners = &shop->manners,
    .cells = g_ptr_array_index (shop->gather->cells, i),
    .lines = shop->gather->lines,
  };

  bw_doubts_note (&column, &work->facts);
}

static void
make_column (guint    piece,
             gpointer user_data)
{
  const Workshop *shop = user_data;
  const guint i = shop->order[piece];
  Work *work = &shop->works[i];
  const char *name = g_ptr_array_index (shop->layout->names, i);
  const char *file = shop->gather->file;
  Misfits misfits = { shop->gather, NULL, name, i + 1 };
  BwJudgement judgement;

  if (work->is_nothing || g_cancellable_is_cancelled (shop->cancellable))
    return;

  work->report = misfits.report = bw_report_new ();
  bw_judge (&judgement, &work->tally, name, shop->reading, &shop->manners);
  bw_note_name (work->report, file, shop->layout, i);
  note_doubts (shop, i, &judgement);
  work->column = bw_convert (g_ptr_array_index (shop->gather->cells, i), name, &judgement,
                             &work->facts, add_misfit, &misfits);
  bw_cells_free (g_ptr_array_index (shop->gather->cells, i));
  g_ptr_array_index (shop->gather->cells, i) = NULL;
}

static int
compare_work (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const GPtrArray *cells = user_data;
  const gsize one = bw_cells_get_n_texts (g_ptr_array_index (cells, *(const guint *) a));
  const gsize other = bw_cells_get_n_texts (g_ptr_array_index (cells, *(const guint *) b));

  return one < other ? 1 : -(one > other);
}

/* The columns of most texts first, so that no thread has to wait for another at the end. */
static guint *
order_of_work (const BwGather *gather,
               guint           n_columns)
{
  guint *order = g_new (guint, n_columns);

  for (guint i = 0; i < n_columns; i++)
    order[i] = i;
  g_qsort_with_data (order, n_columns, sizeof *order, compare_work, gather->cells);

  return order;
}

static void
find_manners (Workshop *shop,
              char      delimiter)
{
  const guint n_columns = shop->layout->width;
  g_autofree BwTally *tallies = g_new (BwTally, n_columns);

  for (guint i = 0; i < n_columns; i++)
    tallies[i] = shop->works[i].tally;
  bw_manners_find (&shop->manners, shop->reading, delimiter, tallies, n_columns);
}

/* Lets go of what is made, after all. */
static void
throw_away (const Workshop *shop)
{
  for (guint i = 0; i < shop->layout->width; i++)
    {
      g_clear_pointer (&shop->works[i].column, bw_column_unref);
      g_clear_pointer (&shop->works[i].report, bw_report_unref);
    }
}

/* Puts the columns side by side, and together what is to be said about them. */
static BwTable *
put_together (const Workshop *shop,
              BwReport       *report,
              GArray         *facts)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);

  for (guint i = 0; i < shop->layout->width; i++)
    {
      Work *work = &shop->works[i];

      if (work->is_nothing)
        continue;
      g_ptr_array_add (columns, work->column);
      g_array_append_val (facts, work->facts);
      bw_report_append (report, work->report);
      bw_report_unref (work->report);
    }

  return bw_table_new ((BwColumn *const *) columns->pdata, columns->len, shop->gather->n_rows);
}

/**
 * bw_columns_make:
 * @gather: all rows; its cells are gone afterwards
 * @report: where is told what was noted about columns and what did not fit
 * @facts: (element-type BwColumnFacts): where the facts of the columns are added
 * @manners: (out): how the file writes numbers and dates
 *
 * Returns: (transfer full): the table of typed columns, or %NULL with @error set where cancelled
 */
BwTable *
bw_columns_make (BwGather        *gather,
                 const BwLayout  *layout,
                 const BwReading *reading,
                 char             delimiter,
                 BwReport        *report,
                 GArray          *facts,
                 BwManners       *manners,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const guint n_columns = layout->width;
  g_autofree Work *works = g_new0 (Work, n_columns);
  g_autofree guint *order = order_of_work (gather, n_columns);
  g_autoptr(BwCrew) crew = bw_crew_new (gather->n_rows * n_columns < FEW_CELLS ? 1 : 0);
  Workshop shop = {
    .gather = gather,
    .layout = layout,
    .reading = reading,
    .cancellable = cancellable,
    .works = works,
    .order = order,
  };

  bw_crew_begin (crew, n_columns, tally_column, &shop);
  bw_crew_finish (crew);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  find_manners (&shop, delimiter);
  *manners = shop.manners;
  bw_crew_begin (crew, n_columns, make_column, &shop);
  bw_crew_finish (crew);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      throw_away (&shop);
      return NULL;
    }

  return put_together (&shop, report, facts);
}
