/* Building: keys that are written in several ways. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build-parts.h"
#include "panel/keys.h"

#include <glib/gi18n-lib.h>

#define MOST_EXAMPLES 3

/* Spellings of one key, and what is known of them so far. */
typedef struct
{
  guint32  first; /* code of the one that came first */
  guint32  here;  /* code of the one in the file being looked at */
  guint    file;  /* that file + 1 */
  gboolean apart; /* two in one file: each is a key of its own */
} Spelling;

/* By code, which spelling it is one of. */
static guint32 *
find_classes (BwDictionary *dictionary,
              guint32      *n_classes)
{
  const guint32 size = bw_dictionary_size (dictionary);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) folds = NULL;
  guint32 *classes = g_new (guint32, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    {
      g_autofree char *fold = bw_key_fold (bw_dictionary_get (dictionary, code));

      classes[code] = bw_dictionary_builder_add (builder, fold, -1);
    }
  folds = bw_dictionary_builder_end (builder);
  *n_classes = bw_dictionary_size (folds);

  return classes;
}

static void
look_at_rows (const BwStack *stack,
              const guint32 *classes,
              Spelling      *spellings)
{
  const guint32 *codes = bw_column_get_codes (stack->keys);

  for (guint file = 0; file < stack->files->len; file++)
    {
      for (gsize row = stack->first_row[file]; row < stack->first_row[file + 1]; row++)
        {
          Spelling *spelling = codes[row] != BW_NO_CODE ? &spellings[classes[codes[row]]] : NULL;

          if (spelling == NULL)
            continue;
          if (spelling->file == 0)
            spelling->first = codes[row];
          if (spelling->file == file + 1)
            spelling->apart |= spelling->here != codes[row];
          spelling->file = file + 1;
          spelling->here = codes[row];
        }
    }
}

static void
append_example (GString    *examples,
                guint       n,
                const char *one,
                const char *other)
{
  if (n > 1 && n <= MOST_EXAMPLES)
    g_string_append (examples, ", ");
  if (n <= MOST_EXAMPLES)
    /* TRANSLATORS: a key as it is written in one place, and in another */
    g_string_append_printf (examples, _("“%s” and “%s”"), one, other);
  else if (n == MOST_EXAMPLES + 1)
    g_string_append (examples, ", …");
}

/* @row: the first that is concerned */
static void
note (BwBuild       *self,
      const BwStack *stack,
      gsize          row,
      const char    *what)
{
  BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .header = stack->mapped->join,
    .kind = BW_PROBLEM_NEAR_KEY,
    .what = what,
  };
  BwSource *source = bw_stack_locate (stack, row, &problem.line);
  const guint column = bw_stack_find_column (stack, bw_source_get_table (source), stack->mapped->join);

  problem.file = bw_source_get_file_name (source);
  problem.column = column == BW_NONE ? 0 : column + 1;
  bw_report_add (self->report, &problem);
}

/* Says which spellings are one customer, or which are two although they look alike. */
static void
note_spellings (BwBuild        *self,
                BwStack        *stack,
                const guint32  *classes,
                const Spelling *spellings,
                gboolean        apart)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  const guint32 *codes = bw_column_get_codes (stack->keys);
  g_autofree guint8 *told = g_new0 (guint8, bw_dictionary_size (dictionary) + 1);
  g_autoptr(GString) examples = g_string_new (NULL);
  g_autofree char *what = NULL;
  gsize first_row = 0;
  guint n = 0;

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const Spelling *spelling = codes[row] != BW_NO_CODE ? &spellings[classes[codes[row]]] : NULL;

      if (spelling == NULL || spelling->apart != apart || spelling->first == codes[row])
        continue;
      stack->joined.n_near += !apart;
      if (told[codes[row]])
        continue;
      told[codes[row]] = TRUE;
      first_row = n == 0 ? row : first_row;
      append_example (examples, ++n, bw_dictionary_get (dictionary, spelling->first),
                      bw_dictionary_get (dictionary, codes[row]));
    }
  if (n == 0)
    return;
  what = g_strdup_printf (apart ?
                          ngettext ("%u key differs from another in case or blanks alone, and is a customer "
                                    "of its own, since both are in one file: %s",
                                    "%u keys differ from others in case or blanks alone, and are customers "
                                    "of their own, since both are in one file: %s", n) :
                          ngettext ("%u key is written in two ways and counts as one customer: %s",
                                    "%u keys are written in several ways and count as one customer each: "
                                    "%s", n), n, examples->str);
  note (self, stack, first_row, what);
}

/**
 * bw_build_settle_spellings:
 * @stack: one whose keys say who the customers are
 *
 * Keys that differ in case or blanks alone are one, unless a file has both.
 *
 * Returns: (transfer full) (nullable) (array): by code, the code of the spelling that stands for it;
 *   %NULL where each stands for itself
 */
guint32 *
bw_build_settle_spellings (BwBuild *self,
                           BwStack *stack)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  g_autofree guint32 *classes = NULL;
  g_autofree Spelling *spellings = NULL;
  guint32 *settled;
  guint32 n_classes;

  if (stack->mapped->match != BW_MATCH_NEAR || !bw_dictionary_may_fold (dictionary))
    return NULL;
  classes = find_classes (dictionary, &n_classes);
  if (n_classes == bw_dictionary_size (dictionary))
    return NULL;

  spellings = g_new0 (Spelling, MAX (n_classes, 1));
  look_at_rows (stack, classes, spellings);
  note_spellings (self, stack, classes, spellings, FALSE);
  note_spellings (self, stack, classes, spellings, TRUE);
  settled = g_new (guint32, MAX (bw_dictionary_size (dictionary), 1));
  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    settled[code] = spellings[classes[code]].apart ? code : spellings[classes[code]].first;

  return settled;
}

/* As the panel writes the key of that row's customer, or of the row it points to. */
static const char *
name_of (const BwBuild *self,
         guint32        customer)
{
  return customer < self->n_customers ? bw_column_get_text (self->keys, customer) : "";
}

/**
 * bw_build_note_near:
 * @how: by code of the keys of @stack, how it was found
 * @found: by row, the customer
 *
 * Says which keys found their customer although they are written differently.
 */
void
bw_build_note_near (BwBuild       *self,
                    BwStack       *stack,
                    const guint8  *how,
                    const guint32 *found)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  const guint32 *codes = bw_column_get_codes (stack->keys);
  g_autofree guint8 *told = NULL;
  g_autoptr(GString) examples = g_string_new (NULL);
  g_autofree char *what = NULL;
  gsize first_row = 0;
  guint n = 0;

  if (stack->joined.n_near == 0)
    return;
  told = g_new0 (guint8, bw_dictionary_size (dictionary) + 1);
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (codes[row] == BW_NO_CODE || how[codes[row]] != BW_KEY_NEAR || told[codes[row]])
        continue;
      told[codes[row]] = TRUE;
      first_row = n == 0 ? row : first_row;
      append_example (examples, ++n, bw_dictionary_get (dictionary, codes[row]),
                      name_of (self, found[row]));
    }
  if (n == 0)
    return;
  what = g_strdup_printf (ngettext ("%u key found its customer although it is written differently: %s",
                                    "%u keys found their customers although they are written "
                                    "differently: %s", n), n, examples->str);
  note (self, stack, first_row, what);
}
