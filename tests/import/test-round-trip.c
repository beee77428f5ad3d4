/* Any table, written in any dialect and encoding, comes back cell for cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each table is drawn from a seed of its own, which is told where it does not come back. It is read
 * twice: with the dialect and encoding given, and, where its contents suffice to tell them, with
 * everything left to be found. */

#include "files.h"

#include <string.h>

#define N_TABLES 630
#define SEED     20260131

typedef struct
{
  const char        *name;
  const char        *mark;  /* at the start, as UTF-8 */
  const char *const *words; /* that can be written in it, beside ASCII */
} Encoding;

static const char *const western[] = {
  "Müller & Söhne", "Café Crème", "Peña Ibáñez", "Größe", "São João", "Ångström", "Été", NULL,
};
static const char *const polish[] = {
  "Przedsiębiorstwo Żółć", "Łódź", "Spółka Gęś", "Gdańsk", "Wrocław", "Rzeszów", "Źródło", NULL,
};
static const char *const russian[] = {
  "Иванов и сыновья", "Москва", "Завод Прогресс", "Казань", "Ромашка", "Торговый дом", NULL,
};
static const char *const japanese[] = {
  "株式会社サンプル", "東京", "山田商店", "表示ソフト", "名古屋", "日本ソフトウェア", NULL,
};
static const char *const chinese[] = {
  "北京科技有限公司", "上海", "广州电子厂", "深圳软件园", "客户服务中心", NULL,
};
static const char *const korean[] = {
  "주식회사 예제", "서울", "한국소프트웨어", "대한건설", "고객서비스", NULL,
};
static const char *const any[] = {
  "Müller", "北京", "Łódź", "naïve", "€5", "😀", "Москва", "\u00a0", "שלום", "e\u0301", NULL,
};
static const char *const none[] = { "plain", NULL };

static const Encoding encodings[] = {
  { "UTF-8", "", any },
  { "UTF-8", "\uFEFF", any },
  { "UTF-16LE", "\uFEFF", any },
  { "UTF-16BE", "\uFEFF", any },
  { "UTF-32LE", "\uFEFF", any },
  { "UTF-32BE", "\uFEFF", any },
  { "UTF-16LE", "", western },
  { "UTF-16BE", "", western },
  { "UTF-32LE", "", any },
  { "UTF-32BE", "", any },
  { "UTF-8", "", none },
  { "WINDOWS-1252", "", western },
  { "ISO-8859-1", "", western },
  { "ISO-8859-15", "", western },
  { "WINDOWS-1250", "", polish },
  { "ISO-8859-2", "", polish },
  { "WINDOWS-1251", "", russian },
  { "CP932", "", japanese },
  { "EUC-JP", "", japanese },
  { "GB18030", "", chinese },
  { "EUC-KR", "", korean },
};

static const char *const line_ends[] = { "\n", "\r\n", "\r", "\r\r\n" };
static const char        delimiters[] = ",;\t|:~^";

/* What is hard about cells. */
static const char *const words[] = {
  "alpha", "Beta Ltd", "say \"hi\"", "two\nlines", "a,b", "c;d", "", "x|y", "7", "3.25", "\"", "\"\"",
  "2026-01-31", "O'Brien", "tab\there", "yes", "00042", " lead", "trail ", "  ", "a\r\nb", "\n", "'",
  "'quoted'", "back\\slash", "end\\", "a:b", "x~y^z", "-", "1e5", ",", "\"a\",\"b\"", "=1+1", "#",
};

typedef struct
{
  guint           seed;
  const Encoding *encoding;
  GPtrArray      *cells; /* by row, then column */
  guint           n_rows;
  guint           n_columns;
  char            delimiter;
  char            quote;
  gboolean        always;    /* every cell in quotes */
  gboolean        backslash; /* before a quote in a cell, which else is doubled */
  gboolean        ended;     /* with a line end behind the last row */
  const char     *line_end;
} Sheet;

static char *
random_cell (GRand       *rand,
             const Sheet *sheet,
             guint        row,
             guint        column)
{
  const char *const *own = sheet->encoding->words;

  if (row == 0)
    return g_strdup_printf ("column_%u", column);
  if (column == 0)
    return g_strdup_printf ("C-%04u", row);
  if (column == 1 || g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup (own[g_rand_int_range (rand, 0, g_strv_length ((char **) own))]);

  return g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

static Sheet *
sheet_new (guint seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  Sheet *self = g_new0 (Sheet, 1);

  self->seed = seed;
  self->encoding = &encodings[seed % G_N_ELEMENTS (encodings)];
  self->n_rows = g_rand_int_range (rand, 8, 40);
  self->n_columns = g_rand_int_range (rand, 3, 10);
  self->delimiter = delimiters[g_rand_int_range (rand, 0, strlen (delimiters))];
  self->quote = g_rand_int_range (rand, 0, 3) == 0 ? '\'' : '"';
  self->always = g_rand_boolean (rand);
  self->backslash = g_rand_int_range (rand, 0, 4) == 0;
  self->ended = g_rand_int_range (rand, 0, 3) != 0;
  self->line_end = line_ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (line_ends))];
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        g_ptr_array_add (self->cells, random_cell (rand, self, row, column));
    }

  return self;
}

static void
sheet_free (Sheet *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void
write_cell (GString     *text,
            const Sheet *sheet,
            const char  *cell)
{
  const char needing[] = { sheet->delimiter, '"', '\'', '\n', '\r', '\0' };

  if (!sheet->always && strpbrk (cell, needing) == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, sheet->quote);
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == sheet->quote || (sheet->backslash && *p == '\\'))
        g_string_append_c (text, sheet->backslash ? '\\' : sheet->quote);
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, sheet->quote);
}

static GFile *
write_sheet (const Sheet *sheet)
{
  g_autoptr(GString) text = g_string_new (sheet->encoding->mark);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      write_cell (text, sheet, g_ptr_array_index (sheet->cells, i));
      if ((i + 1) % sheet->n_columns != 0)
        g_string_append_c (text, sheet->delimiter);
      else if (i + 1 < sheet->cells->len || sheet->ended)
        g_string_append (text, sheet->line_end);
    }
  bytes = g_convert (text->str, text->len, sheet->encoding->name, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);

  return bw_test_file ("round.csv", bytes, length);
}

typedef struct
{
  const Sheet *sheet;
  guint        next;
  char        *wrong; /* what differs first, or NULL */
} Check;

static gboolean
check_record (const char *const *fields,
              const gsize       *lengths,
              guint              n_fields,
              gsize              line,
              gpointer           user_data)
{
  Check *check = user_data;

  for (guint i = 0; i < n_fields && check->wrong == NULL; i++, check->next++)
    {
      const char *cell = check->next < check->sheet->cells->len
                         ? g_ptr_array_index (check->sheet->cells, check->next) : "(no more cells)";

      if (strcmp (fields[i], cell) != 0 || lengths[i] != strlen (cell))
        check->wrong = g_strdup_printf ("cell %u is “%s”, and came back as “%s”", check->next, cell,
                                        fields[i]);
    }
  if (n_fields != check->sheet->n_columns && check->wrong == NULL)
    check->wrong = g_strdup_printf ("line %" G_GSIZE_FORMAT " has %u fields, and came back with %u",
                                    line, check->sheet->n_columns, n_fields);

  return check->wrong == NULL;
}

static void
check_sheet (const Sheet     *sheet,
             const BwReading *reading)
{
  g_autoptr(GFile) file = write_sheet (sheet);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GError) error = NULL;
  Check check = { sheet, 0, NULL };

  if (!bw_source_read_raw (file, reading, check_record, &check, NULL, &error))
    check.wrong = g_strdup (error != NULL ? error->message : "stopped");
  else if (check.next != sheet->cells->len && check.wrong == NULL)
    check.wrong = g_strdup_printf ("%u cells came back of %u", check.next, sheet->cells->len);
  if (check.wrong != NULL)
    {
      g_test_message ("Seed %u (%s%s, delimiter 0x%02x, quote %c%s): %s", sheet->seed,
                      sheet->encoding->name, sheet->encoding->mark[0] != '\0' ? " with a mark" : "",
                      sheet->delimiter, sheet->quote, sheet->backslash ? " behind backslashes" : "",
                      check.wrong);
      g_test_fail ();
    }
  g_free (check.wrong);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static gboolean
holds (const Sheet *sheet,
       const char  *text)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      if (strstr (g_ptr_array_index (sheet->cells, i), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A backslash is found, never given: something has to show what it stands for. */
static gboolean
shows_backslash (const Sheet *sheet)
{
  const char quote[] = { sheet->quote, '\0' };

  return !sheet->backslash || holds (sheet, quote);
}

static void
test_given (void)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autoptr(Sheet) sheet = sheet_new (SEED + i);
      g_autoptr(BwReading) reading = bw_reading_new ();

      sheet->backslash &= shows_backslash (sheet);
      reading->encoding = g_strdup (sheet->encoding->name);
      reading->delimiter = sheet->delimiter;
      reading->quote = sheet->quote;
      check_sheet (sheet, reading);
    }
}

/* A few cells in single quotes may as well be written with apostrophes. */
static gboolean
tells_dialect (const Sheet *sheet)
{
  return sheet->n_rows >= 15 && (sheet->quote == '"' || sheet->always);
}

static void
test_found (void)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autoptr(Sheet) sheet = sheet_new (SEED + i);

      sheet->backslash &= shows_backslash (sheet);
      if (tells_dialect (sheet))
        check_sheet (sheet, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/round-trip/given", test_given);
  g_test_add_func ("/round-trip/found", test_found);

  return g_test_run ();
}
