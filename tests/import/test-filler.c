/* Columns that several threads fill are the very same as if one had filled them cell by cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/filler.h"

#include <string.h>

/**
 * Case:
 * @n_values: distinct cells of every second column; the others' all differ
 * @long_row: a row with a cell longer than any batch, or 0
 */
typedef struct
{
  const char *name;
  guint       n_columns;
  guint       n_rows;
  guint       n_values;
  guint       long_row;
} Case;

static const Case cases[] = {
  { "one-column", 1, 20000, 7, 0 },
  { "few-rows", 5, 3, 2, 0 },
  { "export", 17, 10000, 300, 0 },
  { "many-values", 4, 25000, 9000, 0 },
  { "sixteen", 16, 6000, 5, 0 },
  { "wide", 1000, 300, 90, 0 },
  { "long-cell", 3, 9000, 40, 5000 },
};

/* Cells with quotes, line ends and delimiters in them, short and long. */
static void
append_cell (GString *text,
             guint    column,
             guint    value)
{
  switch (value % 5)
    {
    case 0:
      g_string_append_printf (text, "%u", value);
      break;

    case 1:
      g_string_append_printf (text, "\"line %u\nof \"\"two\"\", %u\"", column, value);
      break;

    case 2:
      break;

    case 3:
      g_string_append_printf (text, "\"a longer text, of more than eight bytes, %u\"", value);
      break;

    default:
      g_string_append_printf (text, "é%u", value);
      break;
    }
}

static GString *
generate (const Case *test)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (21);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < test->n_rows; row++)
    {
      for (guint column = 0; column < test->n_columns; column++)
        {
          if (row % 101 == 100 && column > test->n_columns / 2)
            continue; /* a short row */
          g_string_append (text, column > 0 ? "," : "");
          append_cell (text, column,
                       column % 2 == 0 ? (guint) g_rand_int_range (rand, 0, test->n_values)
                                       : row * 5 + column % 5);
        }
      if (test->long_row > 0 && row == test->long_row)
        {
          g_autofree char *cell = g_strnfill (700000, 'x');

          g_string_append (text, cell);
        }
      g_string_append (text, test->n_columns == 1 ? "x\n" : "\n");
    }

  return text;
}

static GPtrArray *
new_columns (guint n)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_cells_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (columns, bw_cells_new ());

  return columns;
}

/* Fills with as many hands; every third record as one whose fields lie anywhere. */
static GPtrArray *
fill (const Case    *test,
      const GString *text,
      guint          n_hands)
{
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  GPtrArray *columns = new_columns (test->n_columns);
  g_autoptr(BwFiller) filler = bw_filler_new ((BwCells *const *) columns->pdata, columns->len,
                                              n_hands);
  g_autoptr(BwRecords) records = bw_records_new_for_text (&dialect, text->str, text->len);
  BwRecord record;

  for (guint row = 0; bw_records_next (records, &record, NULL); row++)
    {
      if (row % 3 == 0)
        record.text = NULL;
      bw_filler_add (filler, &record, row % 7 == 0 && record.lengths[0] > 1 ? 1 : 0);
      if (row % 10007 == 10006)
        bw_filler_finish (filler);
    }
  bw_filler_finish (filler);

  return columns;
}

/* A cell by itself, however others lie beside it. */
static void
add_cell (BwCells    *cells,
          const char *text,
          gsize       length)
{
  g_autofree char *padded = g_malloc0 (length + BW_CELLS_SLACK);
  const guint32 start = 0, end = (guint32) length;

  memcpy (padded, text, length);
  bw_cells_add_batch (cells, padded, &start, &end, 1);
}

static GPtrArray *
fill_by_cell (const Case    *test,
              const GString *text)
{
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  GPtrArray *columns = new_columns (test->n_columns);
  g_autoptr(BwRecords) records = bw_records_new_for_text (&dialect, text->str, text->len);
  BwRecord record;

  for (guint row = 0; bw_records_next (records, &record, NULL); row++)
    {
      const gsize skip = row % 7 == 0 && record.lengths[0] > 1 ? 1 : 0;

      for (guint i = 0; i < test->n_columns; i++)
        {
          if (i < record.n_fields)
            add_cell (g_ptr_array_index (columns, i), record.fields[i] + (i == 0 ? skip : 0),
                      record.lengths[i] - (i == 0 ? skip : 0));
          else
            add_cell (g_ptr_array_index (columns, i), "", 0);
        }
    }

  return columns;
}

static void
compare_cells (const BwCells *ours,
               const BwCells *theirs)
{
  const gsize n_rows = bw_cells_get_n_rows (theirs);
  g_auto(BwTextIter) one;
  g_auto(BwTextIter) other;
  const guint32 *codes;

  g_assert_cmpuint (bw_cells_get_n_rows (ours), ==, n_rows);
  g_assert_cmpuint (bw_cells_get_n_texts (ours), ==, bw_cells_get_n_texts (theirs));
  bw_text_iter_init (&one, ours);
  bw_text_iter_init (&other, theirs);
  while (bw_text_iter_next (&other))
    {
      g_assert_true (bw_text_iter_next (&one));
      g_assert_cmpmem (one.text, one.length, other.text, other.length);
      g_assert_cmpuint (one.count, ==, other.count);
    }
  g_assert_false (bw_text_iter_next (&one));

  codes = bw_cells_get_codes (theirs);
  g_assert_cmpint (bw_cells_get_codes (ours) == NULL, ==, codes == NULL);
  if (codes != NULL)
    g_assert_cmpmem (bw_cells_get_codes (ours), n_rows * sizeof *codes,
                     codes, n_rows * sizeof *codes);
}

static void
test_hands (gconstpointer data)
{
  const Case *test = data;
  GString *text = generate (test);
  g_autoptr(GPtrArray) by_cell = fill_by_cell (test, text);

  for (guint n_hands = 1; n_hands <= 4; n_hands++)
    {
      g_autoptr(GPtrArray) columns = fill (test, text, n_hands);

      for (guint i = 0; i < test->n_columns; i++)
        compare_cells (g_ptr_array_index (columns, i), g_ptr_array_index (by_cell, i));
    }
  g_string_free (text, TRUE);
}

/* Where texts come again, codes are kept; where most differ, they are not. */
static void
test_codes (void)
{
  g_autoptr(BwCells) few = bw_cells_new ();
  g_autoptr(BwCells) many = bw_cells_new ();

  for (guint row = 0; row < 200000; row++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", row);
      g_autofree char *again = g_strdup_printf ("text %u", row % 1000);

      add_cell (many, text, strlen (text));
      add_cell (few, again, strlen (again));
    }
  bw_cells_end (few);
  bw_cells_end (many);
  g_assert_cmpuint (bw_cells_get_n_texts (few), ==, 1000);
  g_assert_cmpuint (bw_cells_get_codes (few)[199999], ==, 999);
  g_assert_null (bw_cells_get_codes (many));
  g_assert_cmpuint (bw_cells_get_n_texts (many), ==, 200000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/filler/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_hands);
    }
  g_test_add_func ("/filler/codes", test_codes);

  return g_test_run ();
}
