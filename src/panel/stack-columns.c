/* A column of the files of one mapped source, row below row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of one file is lent as it is. Columns of several files get one type and one dictionary;
 * where one file has numbers and another texts, the kind that fills more rows wins. */

#include "panel/codes.h"
#include "panel/stack.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* (nullable): the column that the file at @file has under @header or one of its aliases */
static BwColumn *
part_of (const BwStack *self,
         guint          file,
         const char    *header)
{
  BwTable *table = bw_source_get_table (g_ptr_array_index (self->files, file));
  const guint column = bw_stack_find_column (self, table, header);

  return column == BW_NONE ? NULL : bw_table_get_column (table, column);
}

static gsize
count_present (BwColumn *column)
{
  const gsize n_rows = bw_column_get_n_rows (column);
  gsize count = 0;

  for (gsize row = 0; row < n_rows; row++)
    count += !bw_column_is_missing (column, row);

  return count;
}

/* The type of two columns as one; both are numbers or both are codes. */
static BwColumnType
join_types (BwColumnType a,
            BwColumnType b)
{
  static const BwColumnType order[] = {
    BW_COLUMN_FLAG, BW_COLUMN_DATE, BW_COLUMN_DATE_TIME, BW_COLUMN_PERCENT, BW_COLUMN_NUMBER,
    BW_COLUMN_MONEY, BW_COLUMN_CATEGORY, BW_COLUMN_KEY, BW_COLUMN_TEXT,
  };

  for (guint i = G_N_ELEMENTS (order); i > 0; i--)
    {
      if (order[i - 1] == a || order[i - 1] == b)
        return order[i - 1];
    }

  return a;
}

static BwColumnType
choose_type (const BwStack *self,
             const char    *header)
{
  BwColumnType types[2] = { BW_COLUMN_NUMBER, BW_COLUMN_TEXT };
  gsize present[2] = { 0, 0 };

  for (guint i = 0; i < self->files->len; i++)
    {
      BwColumn *part = part_of (self, i, header);
      const gsize n = part != NULL ? count_present (part) : 0;
      const BwColumnType type = n > 0 ? bw_column_get_type (part) : BW_COLUMN_NUMBER;
      const gboolean coded = bw_column_type_is_coded (type);

      if (n > 0)
        types[coded] = present[coded] == 0 ? type : join_types (types[coded], type);
      present[coded] += n;
    }

  return types[present[1] > present[0]];
}

/* Texts of a column whose other files hold numbers: what is a number counts, what is not is
 * reported. */
static void
read_numbers (const BwStack *self,
              BwColumn      *part,
              gsize          first,
              double        *numbers,
              BwReport      *report)
{
  const guint32 *codes = bw_column_get_codes (part);

  for (gsize row = 0; row < bw_column_get_n_rows (part); row++)
    {
      const char *text;
      char *end;
      double number;

      if (codes[row] == BW_NO_CODE)
        continue;
      text = bw_column_get_text (part, row);
      number = g_ascii_strtod (text, &end);
      if (end != text && *end == '\0' && isfinite (number))
        {
          numbers[first + row] = number;
        }
      else
        {
          gsize line;
          const BwProblem problem = {
            .severity = BW_SEVERITY_CELL,
            .file = bw_source_get_file_name (bw_stack_locate (self, first + row, &line)),
            .line = line,
            .header = bw_column_get_name (part),
            .text = text,
            .kind = BW_PROBLEM_VALUE,
            .what = _("Not a number, as the other files have here, so taken as missing"),
          };

          bw_report_add (report, &problem);
        }
    }
}

static BwColumn *
stack_numbers (const BwStack *self,
               const char    *header,
               BwColumnType   type,
               BwReport      *report)
{
  double *numbers = g_new (double, MAX (self->n_rows, 1));
  g_autoptr(BwColumn) plain = NULL;
  const char *currency = NULL;

  for (gsize row = 0; row < self->n_rows; row++)
    numbers[row] = NAN;
  for (guint i = 0; i < self->files->len; i++)
    {
      BwColumn *part = part_of (self, i, header);

      if (part == NULL)
        continue;
      if (bw_column_get_currency (part) != NULL)
        currency = bw_column_get_currency (part);
      if (bw_column_get_numbers (part) != NULL)
        memcpy (numbers + self->first_row[i], bw_column_get_numbers (part),
                bw_column_get_n_rows (part) * sizeof (double));
      else
        read_numbers (self, part, self->first_row[i], numbers, report);
    }

  plain = bw_column_new_numbers (header, type, numbers, self->n_rows);

  return currency != NULL ? bw_column_with_currency (plain, currency) : g_steal_pointer (&plain);
}

static BwColumn *
stack_codes (const BwStack *self,
             const char    *header,
             BwColumnType   type)
{
  guint32 *codes = g_new (guint32, MAX (self->n_rows, 1));
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  memset (codes, 0xff, self->n_rows * sizeof (guint32));
  for (guint i = 0; i < self->files->len; i++)
    {
      BwColumn *part = part_of (self, i, header);
      g_autoptr(BwColumn) coded = part != NULL ? bw_column_as_codes (part) : NULL;
      BwDictionary *texts = coded != NULL ? bw_column_get_dictionary (coded) : NULL;
      const guint32 *from = coded != NULL ? bw_column_get_codes (coded) : NULL;
      g_autofree guint32 *to = NULL;

      if (coded == NULL)
        continue;
      to = g_new (guint32, bw_dictionary_size (texts) + 1);
      for (guint32 code = 0; code < bw_dictionary_size (texts); code++)
        to[code] = bw_dictionary_builder_add (builder, bw_dictionary_get (texts, code), -1);
      for (gsize row = 0; row < bw_column_get_n_rows (coded); row++)
        {
          if (from[row] != BW_NO_CODE)
            codes[self->first_row[i] + row] = to[from[row]];
        }
    }
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (header, type, codes, self->n_rows, dictionary);
}

/**
 * bw_stack_dup_column:
 * @at: a mapped column
 *
 * Returns: (transfer full) (nullable): that column of all files together, %NULL where no file has it
 */
BwColumn *
bw_stack_dup_column (const BwStack *self,
                     guint          at,
                     BwReport      *report)
{
  const char *header = self->mapped->columns[at].header;
  gboolean there = FALSE;
  BwColumnType type;

  if (self->files->len == 1)
    {
      BwTable *table = bw_source_get_table (self->files->pdata[0]);
      BwColumn *near = at < bw_table_get_n_columns (table) ? bw_table_get_column (table, at) : NULL;
      BwColumn *part = near != NULL && g_str_equal (bw_column_get_name (near), header) ? near :
                       part_of (self, 0, header);

      return part != NULL ? bw_column_ref (part) : NULL;
    }
  for (guint i = 0; i < self->files->len; i++)
    there |= part_of (self, i, header) != NULL;
  if (!there)
    return NULL;

  type = choose_type (self, header);

  return bw_column_type_is_coded (type) ? stack_codes (self, header, type) :
         stack_numbers (self, header, type, report);
}

/**
 * bw_stack_dup_codes:
 *
 * Returns: (transfer full) (nullable): that column as codes, %NULL where no file has it
 */
BwColumn *
bw_stack_dup_codes (const BwStack *self,
                    const char    *header)
{
  if (self->files->len == 1)
    {
      BwColumn *part = part_of (self, 0, header);

      return part != NULL ? bw_column_as_codes (part) : NULL;
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      if (part_of (self, i, header) != NULL)
        return stack_codes (self, header, BW_COLUMN_KEY);
    }

  return NULL;
}
