/* The cells of a column, once its type is decided, as a column of a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each distinct text is converted once. Texts that do not fit are remembered by their code, and the
 * rows that hold them are told afterwards, in order; where each row has a text of its own, at once. */

#include "import/convert.h"

#include "import/values.h"
#include "cells/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define AT_ONCE 16 /* looked up together, so that memory is fetched meanwhile */

typedef struct
{
  char        *text;
  BwMisreading wrong;
} Misfit;

typedef struct
{
  const BwJudgement   *judgement;
  double              *values; /* by code; NULL for coded types */
  guint32             *codes;  /* by code; NULL for types of numbers */
  BwDictionaryBuilder *dictionary;
  GHashTable          *misfits; /* code → Misfit; NULL where text i is that of row i */
  BwColumnFacts       *facts;
  BwMisfitFunc         func;
  gpointer             user_data;
} Conversion;

static void
misfit_free (gpointer data)
{
  Misfit *misfit = data;

  g_free (misfit->text);
  g_free (misfit);
}

static void
tell_misfit (const Conversion   *conversion,
             gsize               row,
             const char         *text,
             const BwMisreading *wrong)
{
  conversion->facts->n_misfits++;
  conversion->func (row, text, _(wrong->what), wrong->kind, conversion->user_data);
}

/* Where each row has a text of its own it is told at once, else kept for the rows that hold it. */
static void
note_misfit (Conversion         *conversion,
             const char         *text,
             gsize               length,
             gsize               code,
             const BwMisreading *wrong)
{
  g_autofree char *copy = g_strndup (text, length);
  Misfit *misfit;

  if (conversion->misfits == NULL)
    {
      tell_misfit (conversion, code, copy, wrong);
      return;
    }

  misfit = g_new (Misfit, 1);
  misfit->text = g_steal_pointer (&copy);
  misfit->wrong = *wrong;
  g_hash_table_insert (conversion->misfits, GSIZE_TO_POINTER (code), misfit);
}

static void
convert_values (Conversion    *conversion,
                const BwCells *cells)
{
  g_auto(BwTextIter) iter;

  bw_text_iter_init (&iter, cells);
  while (bw_text_iter_next (&iter))
    {
      BwMisreading wrong;

      conversion->values[iter.code] = bw_value_read (conversion->judgement, iter.text, iter.length,
                                                     &wrong);
      if (wrong.what != NULL)
        note_misfit (conversion, iter.text, iter.length, iter.code, &wrong);
    }
}

static gboolean
is_missing_text (const BwJudgement *judgement,
                 const char        *text,
                 gsize              length)
{
  return bw_is_blank (text, length)
         || (judgement->type == BW_COLUMN_CATEGORY && bw_is_missing_category (text, length));
}

/* Some texts at once, which is sooner done. */
static void
convert_texts (Conversion    *conversion,
               const BwCells *cells)
{
  const char *texts[AT_ONCE];
  gsize lengths[AT_ONCE], codes[AT_ONCE];
  guint32 found[AT_ONCE];
  g_auto(BwTextIter) iter;
  gboolean more = TRUE;

  bw_text_iter_init (&iter, cells);
  while (more)
    {
      gsize n = 0;

      while (n < AT_ONCE && (more = bw_text_iter_next (&iter)))
        {
          texts[n] = iter.text;
          lengths[n] = iter.length;
          codes[n] = iter.code;
          conversion->codes[iter.code] = BW_NO_CODE;
          n += !is_missing_text (conversion->judgement, iter.text, iter.length);
        }
      bw_dictionary_builder_add_many (conversion->dictionary, texts, lengths, n, found);
      for (gsize i = 0; i < n; i++)
        conversion->codes[codes[i]] = found[i];
    }
}

/* In the order of rows. */
static void
tell_misfits (const Conversion *conversion,
              const BwCells    *cells)
{
  const guint32 *codes = bw_cells_get_codes (cells);
  const gsize n_rows = bw_cells_get_n_rows (cells);

  if (conversion->misfits == NULL || g_hash_table_size (conversion->misfits) == 0)
    return;

  for (gsize row = 0; row < n_rows; row++)
    {
      const Misfit *misfit = NULL;

      if (isnan (conversion->values[codes[row]]))
        misfit = g_hash_table_lookup (conversion->misfits, GSIZE_TO_POINTER (codes[row]));
      if (misfit != NULL)
        tell_misfit (conversion, row, misfit->text, &misfit->wrong);
    }
}

static gsize
first_slot (double value,
            gsize  n_slots)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = (bits ^ bits >> 32) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15); /* most have no low bits */

  return (bits ^ bits >> 32) & (n_slots - 1);
}

/* How many distinct values there are, missing ones aside. Where a value belongs is fetched before it
 * is needed. */
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
      gsize slot;

      if (i + AT_ONCE < n)
        __builtin_prefetch (&slots[first_slot (values[i + AT_ONCE], n_slots)], 1);
      if (isnan (values[i]))
        continue;

      slot = first_slot (values[i], n_slots);
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
convert_numbers (Conversion *conversion,
                 BwCells    *cells,
                 const char *name)
{
  BwColumnFacts *facts = conversion->facts;
  const gsize n_rows = bw_cells_get_n_rows (cells);
  const guint32 *codes = bw_cells_get_codes (cells);
  const gsize n_texts = bw_cells_get_n_texts (cells);
  g_autofree double *values = g_new (double, MAX (n_texts, 1));
  double *rows;

  conversion->values = values;
  convert_values (conversion, cells);
  tell_misfits (conversion, cells);
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
  convert_texts (conversion, cells);
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
 * @facts: all zero, or what bw_doubts_note() filled in; becomes all about the column
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
  Conversion conversion = {
    .judgement = judgement,
    .misfits = bw_cells_get_codes (cells) != NULL ? misfits : NULL,
    .facts = facts,
    .func = misfit,
    .user_data = user_data,
  };
  g_autoptr(BwColumn) column = NULL;

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
  column = convert_numbers (&conversion, cells, name);
  if (judgement->currency == NULL || judgement->currency[0] == '\0')
    return g_steal_pointer (&column);

  return bw_column_with_currency (column, judgement->currency);
}
