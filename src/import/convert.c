/* The cells of a column, once its type is decided, as a column of a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each distinct text is converted once. Texts that do not fit are remembered by their code, and the
 * rows that hold them are told afterwards, in order. */

#include "import/convert.h"

#include "import/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SERIAL_EPOCH 25569.0 /* 1970-01-01 as Excel counts */

typedef struct
{
  char       *text;
  const char *what;
} Misfit;

typedef struct
{
  const BwJudgement   *judgement;
  double              *values; /* by code; NULL for coded types */
  guint32             *codes;  /* by code; NULL for types of numbers */
  BwDictionaryBuilder *dictionary;
  GHashTable          *misfits; /* code → Misfit */
} Conversion;

static void
misfit_free (gpointer data)
{
  Misfit *misfit = data;

  g_free (misfit->text);
  g_free (misfit);
}

static double
to_number (const BwJudgement *judgement,
           const char        *text,
           gsize              length,
           const char       **what)
{
  BwNumber number;

  if (!bw_number_scan (text, length, &number) || !number.fits[judgement->mark])
    {
      *what = N_("Not a number, so taken as missing");
      return NAN;
    }
  if (number.percent && judgement->type != BW_COLUMN_PERCENT)
    *what = N_("A percentage among plain numbers, so taken as missing");
  else if (number.currency != NULL && judgement->type == BW_COLUMN_PERCENT)
    *what = N_("Money among percentages, so taken as missing");
  else if (judgement->type == BW_COLUMN_MONEY && number.currency != NULL
           && number.currency[0] != '\0' && strcmp (number.currency, judgement->currency) != 0)
    *what = N_("In another currency than the column, so taken as missing");
  else if (judgement->type == BW_COLUMN_PERCENT && !number.percent
           && number.values[judgement->mark] != 0.0)
    *what = N_("No percent sign in a column of percentages, so taken as missing");

  return *what == NULL ? number.values[judgement->mark] : NAN;
}

static double
to_serial_date (const BwJudgement *judgement,
                const char        *text,
                gsize              length)
{
  BwNumber number;

  if (!bw_number_scan (text, length, &number) || !number.fits[judgement->mark])
    return NAN;

  return number.values[judgement->mark] - SERIAL_EPOCH;
}

static double
to_date (const BwJudgement *judgement,
         const char        *text,
         gsize              length,
         const char       **what)
{
  BwDate date;
  double days = NAN;

  if (bw_date_scan (text, length, &date) && date.fits[judgement->order])
    days = date.days[judgement->order];
  else if (judgement->serial)
    days = to_serial_date (judgement, text, length);

  if (isnan (days))
    *what = N_("Not a date, so taken as missing");

  return judgement->type == BW_COLUMN_DATE ? floor (days) : days;
}

static double
to_flag (const char  *text,
         gsize        length,
         const char **what)
{
  gboolean value = FALSE;
  guint32 pairs;

  if (bw_flag_scan (text, length, &value, &pairs))
    return value ? 1.0 : 0.0;

  *what = N_("Neither yes nor no, so taken as missing");

  return NAN;
}

static void
note_misfit (Conversion *conversion,
             const char *text,
             gsize       length,
             gsize       code,
             const char *what)
{
  Misfit *misfit = g_new (Misfit, 1);

  misfit->text = g_strndup (text, length);
  misfit->what = what;
  g_hash_table_insert (conversion->misfits, GSIZE_TO_POINTER (code), misfit);
}

static void
convert_value (const char *text,
               gsize       length,
               gsize       code,
               gsize       count,
               gpointer    user_data)
{
  Conversion *conversion = user_data;
  const BwJudgement *judgement = conversion->judgement;
  const char *what = NULL;
  double value = NAN;

  if (!bw_is_blank (text, length) && !bw_is_missing_value (text, length))
    {
      if (judgement->type == BW_COLUMN_FLAG)
        value = to_flag (text, length, &what);
      else if (judgement->type == BW_COLUMN_DATE || judgement->type == BW_COLUMN_DATE_TIME)
        value = to_date (judgement, text, length, &what);
      else
        value = to_number (judgement, text, length, &what);
    }

  conversion->values[code] = value;
  if (what != NULL)
    note_misfit (conversion, text, length, code, what);
}

static void
convert_text (const char *text,
              gsize       length,
              gsize       code,
              gsize       count,
              gpointer    user_data)
{
  Conversion *conversion = user_data;
  const gboolean missing = bw_is_blank (text, length)
                           || (conversion->judgement->type == BW_COLUMN_CATEGORY
                               && bw_is_missing_category (text, length));

  conversion->codes[code] = missing ? BW_NO_CODE
                                    : bw_dictionary_builder_add (conversion->dictionary, text,
                                                                 length);
}

static void
tell_misfits (const Conversion *conversion,
              const BwCells    *cells,
              BwColumnFacts    *facts,
              BwMisfitFunc      func,
              gpointer          user_data)
{
  const guint32 *codes = bw_cells_get_codes (cells);
  const gsize n_rows = bw_cells_get_n_rows (cells);

  if (g_hash_table_size (conversion->misfits) == 0)
    return;

  for (gsize row = 0; row < n_rows; row++)
    {
      const gsize code = codes != NULL ? codes[row] : row;
      const Misfit *misfit = NULL;

      if (isnan (conversion->values[code]))
        misfit = g_hash_table_lookup (conversion->misfits, GSIZE_TO_POINTER (code));
      if (misfit == NULL)
        continue;
      facts->n_misfits++;
      func (row, misfit->text, _(misfit->what), user_data);
    }
}

/* How many distinct values there are, missing ones aside. */
static gsize
count_distinct (const double *values,
                gsize         n)
{
  gsize n_slots = 64, n_distinct = 0;
  g_autofree double *slots = NULL;

  while (n_slots < n * 2)
    n_slots *= 2;
  slots = g_new (double, n_slots);
  for (gsize i = 0; i < n_slots; i++)
    slots[i] = NAN;

  for (gsize i = 0; i < n; i++)
    {
      guint64 bits;
      gsize slot;

      if (isnan (values[i]))
        continue;
      memcpy (&bits, &values[i], sizeof bits);
      bits *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      slot = (bits ^ bits >> 32) & (n_slots - 1);
      while (!isnan (slots[slot]) && slots[slot] != values[i])
        slot = (slot + 1) & (n_slots - 1);
      n_distinct += isnan (slots[slot]);
      slots[slot] = values[i];
    }

  return n_distinct;
}

static gsize
count_missing (const double *values,
               gsize         n)
{
  gsize n_missing = 0;

  for (gsize i = 0; i < n; i++)
    n_missing += isnan (values[i]);

  return n_missing;
}

static BwColumn *
convert_numbers (Conversion    *conversion,
                 BwCells       *cells,
                 const char    *name,
                 BwColumnFacts *facts,
                 BwMisfitFunc   misfit,
                 gpointer       user_data)
{
  const gsize n_rows = bw_cells_get_n_rows (cells);
  const guint32 *codes = bw_cells_get_codes (cells);
  const gsize n_texts = bw_cells_get_n_texts (cells);
  g_autofree double *values = g_new (double, MAX (n_texts, 1));
  double *rows;

  conversion->values = values;
  bw_cells_foreach_text (cells, convert_value, conversion);
  tell_misfits (conversion, cells, facts, misfit, user_data);
  facts->n_distinct = count_distinct (values, n_texts);

  if (codes == NULL)
    {
      rows = g_steal_pointer (&values);
    }
  else
    {
      rows = g_new (double, MAX (n_rows, 1));
      for (gsize row = 0; row < n_rows; row++)
        rows[row] = values[codes[row]];
    }
  facts->n_missing = count_missing (rows, n_rows);

  return bw_column_new_numbers (name, conversion->judgement->type, rows, n_rows);
}

/* A judge that saw one text a row could not tell whether they differ. */
static BwColumnType
settled_type (const BwJudgement   *judgement,
              const BwColumnFacts *facts,
              gsize                n_rows)
{
  if (judgement->type == BW_COLUMN_KEY && !judgement->forced
      && (facts->n_missing > 0 || facts->n_distinct < n_rows))
    return BW_COLUMN_TEXT;

  return judgement->type;
}

static BwColumn *
convert_codes (Conversion    *conversion,
               BwCells       *cells,
               const char    *name,
               BwColumnFacts *facts)
{
  const gsize n_rows = bw_cells_get_n_rows (cells);
  const gsize n_texts = bw_cells_get_n_texts (cells);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  g_autofree guint32 *codes = g_new (guint32, MAX (n_texts, 1));
  guint32 *rows;

  conversion->codes = codes;
  conversion->dictionary = builder;
  bw_cells_foreach_text (cells, convert_text, conversion);
  dictionary = bw_dictionary_builder_end (builder);
  facts->n_distinct = bw_dictionary_size (dictionary);

  rows = bw_cells_steal_codes (cells);
  if (rows == NULL)
    {
      rows = g_steal_pointer (&codes);
    }
  else
    {
      rows = g_renew (guint32, rows, MAX (n_rows, 1));
      for (gsize row = 0; row < n_rows; row++)
        rows[row] = codes[rows[row]];
    }
  for (gsize row = 0; row < n_rows; row++)
    facts->n_missing += rows[row] == BW_NO_CODE;

  return bw_column_new_codes (name, settled_type (conversion->judgement, facts, n_rows), rows,
                              n_rows, dictionary);
}

/**
 * bw_convert:
 * @cells: may only be freed afterwards
 * @facts: (out): all about the column
 * @misfit: called for each cell that does not fit, in the order of rows
 *
 * Returns: (transfer full): the column
 */
BwColumn *
bw_convert (BwCells           *cells,
            const char        *name,
            const BwJudgement *judgement,
            BwColumnFacts     *facts,
            BwMisfitFunc       misfit,
            gpointer           user_data)
{
  g_autoptr(GHashTable) misfits = g_hash_table_new_full (NULL, NULL, NULL, misfit_free);
  Conversion conversion = { .judgement = judgement, .misfits = misfits };
  g_autoptr(BwColumn) column = NULL;

  memset (facts, 0, sizeof *facts);
  facts->decimal = judgement->mark == BW_MARK_COMMA ? ',' : '.';
  if (judgement->type == BW_COLUMN_DATE || judgement->type == BW_COLUMN_DATE_TIME)
    {
      facts->date_order = judgement->order;
      facts->ambiguous = judgement->order_open;
    }
  if (bw_column_type_is_coded (judgement->type))
    return convert_codes (&conversion, cells, name, facts);

  if (judgement->type <= BW_COLUMN_MONEY)
    facts->ambiguous = judgement->mark_open;
  column = convert_numbers (&conversion, cells, name, facts, misfit, user_data);
  if (judgement->currency == NULL || judgement->currency[0] == '\0')
    return g_steal_pointer (&column);

  return bw_column_with_currency (column, judgement->currency);
}
