/* Whether a column is known only after the outcome, by what is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filled in only for those who left; empty only for them; a value that only they have; a date behind
 * the date on which they left; numbers that tell them apart without fail. All counts are of all
 * rows; chance is kept out by asking for so many rows that it would do it less than once in a
 * million columns. */

#include "panel/leak.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define PURE         0.98 /* share of rows of one class from which exceptions are slips */
#define COVERED      0.5  /* share of a class that a value must have to tell of it */
#define LEAST_ROWS   8 /* from which on chance is asked */
#define LEAST_LATER  3    /* dates behind the end of a customer */
#define CHANCE       1e-6 /* below which it was none */
#define MOST_VALUES  50   /* of a column whose values are looked at one by one */
#define AUC_ROWS     8000 /* that are looked at to see how well numbers tell classes apart */
#define LEAST_CLASS  20   /* rows of each class for that */
#define SUSPECT      0.95 /* AUC from which on a column is asked about */
#define WITHOUT_FAIL 0.99 /* AUC from which on it is not scored */

/* One column beside the outcome: how many of its values are in rows of each class. */
typedef struct
{
  const BwVerdicts *verdicts;
  BwColumn         *column;
  gsize             filled[BW_MOST_VERDICTS];
  gsize             n_filled; /* of rows of any class */
  gsize             n_known;  /* rows of any class */
} Beside;

static void
beside_init (Beside           *beside,
             const BwVerdicts *verdicts,
             BwColumn         *column)
{
  const double *numbers = bw_column_get_numbers (column);
  const guint32 *codes = bw_column_get_codes (column);
  gsize counts[G_MAXUINT8 + 1] = { 0 };

  *beside = (Beside) { verdicts, column };
  if (numbers != NULL)
    {
      for (gsize row = 0; row < verdicts->n_rows; row++)
        counts[verdicts->classes[row]] += !isnan (numbers[row]);
    }
  else
    {
      for (gsize row = 0; row < verdicts->n_rows; row++)
        counts[verdicts->classes[row]] += codes[row] != BW_NO_CODE;
    }
  for (guint i = 0; i < verdicts->n_classes; i++)
    {
      beside->filled[i] = counts[i];
      beside->n_filled += counts[i];
      beside->n_known += verdicts->totals[i];
    }
}

/* Whether @n rows are all of one kind although a share @base of all rows is. */
static gboolean
is_no_chance (double base,
              gsize  n)
{
  return n >= LEAST_ROWS && pow (base, n) < CHANCE;
}

/* Filled in, and of the class, in so many rows: all, or all but slips, by no chance. */
static gboolean
is_pure (const Beside *beside,
         guint         class,
         gsize         n_of_class,
         gsize         n)
{
  const double base = (double) beside->verdicts->totals[class] / beside->n_known;

  return base <= 0.5 && n_of_class >= n * PURE && is_no_chance (base, n_of_class);
}

static char *
remark_filled (const Beside *beside)
{
  const BwVerdicts *verdicts = beside->verdicts;

  for (guint class = 0; class < verdicts->n_classes; class++)
    {
      const gsize n = beside->filled[class];

      if (beside->n_filled == beside->n_known || !is_pure (beside, class, n, beside->n_filled))
        continue;
      if (n == beside->n_filled)
        /* TRANSLATORS: a number of rows, a column and its value: “Churned” = yes */
        return g_strdup_printf (_("Filled in %zu rows, all of them with “%s” = %s: it is known only "
                                  "afterwards"), n, verdicts->header, verdicts->words[class]);

      /* TRANSLATORS: two numbers of rows, a column and its value: “Churned” = yes */
      return g_strdup_printf (_("Filled in %zu rows, %zu of them with “%s” = %s: it is known only "
                                "afterwards"), beside->n_filled, n, verdicts->header,
                              verdicts->words[class]);
    }

  return NULL;
}

static char *
remark_empty (const Beside *beside)
{
  const BwVerdicts *verdicts = beside->verdicts;

  for (guint class = 0; class < verdicts->n_classes; class++)
    {
      const gsize total = verdicts->totals[class], filled = beside->filled[class];
      const gsize others = beside->n_known - total, other_filled = beside->n_filled - filled;

      if (filled > total * (1 - PURE) || other_filled * 2 < others || total > others ||
          !is_no_chance (1 - (double) other_filled / others, total - filled))
        continue;

      /* TRANSLATORS: two numbers of rows, a column and its value (“Churned” = yes), two numbers of rows */
      return g_strdup_printf (_("Empty in %zu of %zu rows with “%s” = %s, but filled in %zu of the %zu "
                                "others: it tells the outcome"), total - filled, total,
                              verdicts->header, verdicts->words[class], other_filled, others);
    }

  return NULL;
}

/* Returns: (transfer full): for each code and class, how many rows */
static gsize *
count_values (const BwVerdicts *verdicts,
              BwColumn         *column,
              guint             n_values)
{
  const double *numbers = bw_column_get_numbers (column);
  const guint32 *codes = bw_column_get_codes (column);
  gsize *counts = g_new0 (gsize, n_values * BW_MOST_VERDICTS);

  for (gsize row = 0; row < verdicts->n_rows; row++)
    {
      const guint8 class = verdicts->classes[row];

      if (class == BW_NO_VERDICT)
        continue;
      if (codes != NULL && codes[row] != BW_NO_CODE)
        counts[codes[row] * BW_MOST_VERDICTS + class]++;
      else if (numbers != NULL && !isnan (numbers[row]))
        counts[(numbers[row] != 0) * BW_MOST_VERDICTS + class]++;
    }

  return counts;
}

static gsize
sum_of (const gsize *counts)
{
  gsize sum = 0;

  for (guint i = 0; i < BW_MOST_VERDICTS; i++)
    sum += counts[i];

  return sum;
}

/* A value, or several, that stand for one class: “Status” = Former customer. */
static char *
remark_values (const Beside *beside,
               guint         n_values)
{
  const BwVerdicts *verdicts = beside->verdicts;
  g_autofree gsize *counts = count_values (verdicts, beside->column, n_values);

  for (guint class = 0; class < verdicts->n_classes; class++)
    {
      gsize covered = 0, most = 0, n_most = 0;
      guint best = 0;

      for (guint value = 0; value < n_values; value++)
        {
          const gsize n = counts[value * BW_MOST_VERDICTS + class];
          const gsize sum = sum_of (&counts[value * BW_MOST_VERDICTS]);

          if (!is_pure (beside, class, n, sum))
            continue;
          covered += n;
          if (n > most)
            {
              most = n;
              n_most = sum;
              best = value;
            }
        }
      if (most == 0 || covered < verdicts->totals[class] * COVERED)
        continue;

      /* TRANSLATORS: a column and its value (“Churned” = yes), two numbers of rows, and a value of
       * the column that this is said of */
      return g_strdup_printf (_("“%s” = %s in %zu of the %zu rows where this is “%s”: it tells the outcome"),
                              verdicts->header, verdicts->words[class], most, n_most,
                              bw_column_get_codes (beside->column) == NULL ?
                              (best == 1 ? _("yes") : _("no")) :
                              bw_dictionary_get (bw_column_get_dictionary (beside->column), best));
    }

  return NULL;
}

typedef struct
{
  double value;
  guint8 class;
} Ranked;

static int
compare_ranked (const void *a,
                const void *b)
{
  const Ranked *x = a, *y = b;

  return (x->value > y->value) - (x->value < y->value);
}

/* The chance that a row of @class has a higher value than one of another class; ties count half. */
static double
auc_of (Ranked *rows,
        gsize   n_rows,
        guint   class)
{
  double rank_sum = 0;
  gsize n_class = 0;

  for (gsize i = 0; i < n_rows; )
    {
      gsize end = i, tied = 0;

      for (; end < n_rows && rows[end].value == rows[i].value; end++)
        tied += rows[end].class == class;
      rank_sum += tied * (i + end + 1) / 2.0;
      n_class += tied;
      i = end;
    }
  if (n_class < LEAST_CLASS || n_rows - n_class < LEAST_CLASS)
    return 0.5;

  return (rank_sum - n_class * (n_class + 1) / 2.0) / n_class / (n_rows - n_class);
}

/* How well numbers alone tell one class from the others, from 0.5 to 1, by rows over all the file. */
static double
separation (const Beside *beside)
{
  const BwVerdicts *verdicts = beside->verdicts;
  const double *numbers = bw_column_get_numbers (beside->column);
  const gsize step = verdicts->n_rows / AUC_ROWS + 1;
  g_autofree Ranked *rows = g_new (Ranked, verdicts->n_rows / step + 1);
  double best = 0.5;
  gsize n = 0;

  for (gsize row = 0; row < verdicts->n_rows; row += step)
    {
      if (verdicts->classes[row] != BW_NO_VERDICT && !isnan (numbers[row]))
        rows[n++] = (Ranked) { numbers[row], verdicts->classes[row] }
      ;
    }
  qsort (rows, n, sizeof *rows, compare_ranked);
  for (guint class = 0; class < verdicts->n_classes; class++)
    {
      const double auc = auc_of (rows, n, class);

      best = fmax (best, fmax (auc, 1 - auc));
    }

  return best;
}

static char *
remark_numbers (const Beside *beside,
                gboolean     *leaks)
{
  const double auc = separation (beside);

  *leaks = auc >= WITHOUT_FAIL;
  if (auc < SUSPECT)
    return NULL;

  /* TRANSLATORS: a column, and how well numbers foretell it, from 0.50 (not at all) to 1.00 */
  return g_strdup_printf (_("Its numbers alone tell “%s” nearly without fail (AUC about %.2f): was it "
                            "known beforehand?"), beside->verdicts->header, auc);
}

/**
 * bw_leak_of:
 * @verdicts: of the rows of @column
 * @leaks: (out): whether it must not be scored; else the remark is but a question
 *
 * Returns: (transfer full) (nullable): what to beware of
 */
char *
bw_leak_of (const BwVerdicts *verdicts,
            BwColumn         *column,
            gboolean         *leaks)
{
  const gboolean coded = bw_column_get_codes (column) != NULL;
  char *remark = NULL;
  Beside beside;
  guint n_values;

  *leaks = TRUE;
  beside_init (&beside, verdicts, column);
  if (beside.n_filled > 0)
    remark = remark_filled (&beside);
  if (remark == NULL && beside.n_filled > 0)
    remark = remark_empty (&beside);
  if (remark != NULL || beside.n_filled == 0)
    return remark;

  n_values = coded ? bw_dictionary_size (bw_column_get_dictionary (column)) :
             bw_column_get_type (column) == BW_COLUMN_FLAG ? 2 : G_MAXUINT;
  if (n_values <= MOST_VALUES)
    return remark_values (&beside, n_values);

  return coded ? NULL : remark_numbers (&beside, leaks);
}

/**
 * bw_leak_later:
 * @end: the dates on which customers left
 *
 * Returns: (transfer full) (nullable): what to beware of in a column of dates
 */
char *
bw_leak_later (BwColumn *column,
               BwColumn *end)
{
  const double *dates = bw_column_get_numbers (column), *ends = bw_column_get_numbers (end);
  gsize n_both = 0, n_later = 0;

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      n_both += !isnan (dates[row]) && !isnan (ends[row]);
      n_later += floor (dates[row]) > floor (ends[row]);
    }
  if (n_later < LEAST_LATER || n_later * 20 < n_both)
    return NULL;

  /* TRANSLATORS: a column of dates, and two numbers of rows */
  return g_strdup_printf (_("Later than “%s” in %zu of the %zu rows that have both: it goes on after the "
                            "outcome"), bw_column_get_name (end), n_later, n_both);
}
