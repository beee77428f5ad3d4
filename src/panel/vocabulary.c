/* What headers mean: finding the best row of the vocabulary for a header. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is words that make up the whole header; or, after a ~, words that occur in it among others,
 * where a * stands for any beginning or ending of a word. A header that has the words after a ! is
 * in no list of that meaning. What Germans write without umlauts (Kuendigung) is understood. */

#include "panel/vocabulary.h"

#include "panel/vocabulary-rows.h"

#include <string.h>

/* A word this long may have a plural. */
#define LEAST_PLURAL 4

/* An e after a, o or u that the row does not have stands for the dots of an umlaut. */
static gboolean
is_umlaut (const char *here,
           char        before)
{
  return *here == 'e' && (before == 'a' || before == 'o' || before == 'u');
}

/* Returns: (nullable): what follows in @here after @length bytes of @word, gaps left out */
static const char *
skip_same (const char *here,
           const char *word,
           gsize       length)
{
  char before = '\0';

  for (gsize i = 0; i < length; i++)
    {
      if (word[i] == ' ')
        continue;
      if (*here != word[i] && is_umlaut (here, before))
        here++;
      if (*here != word[i])
        return NULL;
      before = *here++;
    }

  return here;
}

/* Whether @header is @row: the same words, whatever stands between them. */
static gboolean
is_whole (const BwHeader *header,
          const char     *row)
{
  const char *rest = *row == *header->squeezed ?
                     skip_same (header->squeezed, row, strlen (row)) : NULL;

  return rest != NULL && *rest == '\0';
}

static gboolean
ends_like (const char *there,
           const char *ending,
           gsize       length)
{
  const gsize size = strlen (there);

  return size > length && strncmp (there + size - length, ending, length) == 0;
}

/* Whether @rest, what follows a word, makes it the plural. */
static gboolean
is_plural (const char *rest,
           gsize       length)
{
  static const char *const endings[] = { "s", "es", "n", "en", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (endings) && length >= LEAST_PLURAL; i++)
    {
      if (g_str_equal (rest, endings[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_word (const char *there,
         const char *word,
         gsize       length,
         gboolean    plural)
{
  const gboolean open = length > 1 && word[length - 1] == '*';
  const char *rest;

  if (length > 1 && word[0] == '*')
    return ends_like (there, word + 1, length - 1);
  rest = skip_same (there, word, length - open);
  if (rest == NULL)
    return FALSE;

  return open || *rest == '\0' || (plural && is_plural (rest, length));
}

static gboolean
has_word (const BwHeader *header,
          const char     *word,
          gsize           length,
          gboolean        plural)
{
  for (guint i = 0; header->words[i] != NULL; i++)
    {
      if (is_word (header->words[i], word, length, plural))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (const BwHeader *header,
           const char     *words,
           gboolean        plural)
{
  while (*words != '\0')
    {
      const gsize length = strcspn (words, " ");

      if (!has_word (header, words, length, plural))
        return FALSE;
      words += length;
      words += *words == ' ';
    }

  return TRUE;
}

static gboolean
is_row (const BwHeader *header,
        const char     *row,
        gboolean        plural)
{
  if (row[0] == '~')
    return has_words (header, row + 1, plural);

  return row[0] != '!' && is_whole (header, row);
}

static gboolean
is_excluded (const BwHeader     *header,
             const BwMeaningRow *meaning)
{
  for (guint i = 0; i < BW_MOST_LISTS && meaning->lists[i] != NULL; i++)
    {
      for (guint j = 0; meaning->lists[i][j] != NULL && meaning->lists[i][j][0] == '!'; j++)
        {
          if (has_words (header, meaning->lists[i][j] + 1, FALSE))
            return TRUE;
        }
    }

  return FALSE;
}

static guint
rank_in (const BwHeader     *header,
         const BwMeaningRow *row,
         guint               n_lists)
{
  guint behind = 0, rank = 0;

  for (guint i = 0; i < n_lists && row->lists[i] != NULL; i++)
    {
      for (guint j = 0; row->lists[i][j] != NULL; j++)
        {
          behind++;
          if (rank == 0 && is_row (header, row->lists[i][j], row->plural))
            rank = behind;
        }
    }
  if (rank == 0 || is_excluded (header, row))
    return 0;

  return behind - rank + 1;
}

/**
 * bw_vocabulary_rank:
 *
 * Returns: 0 where @header has not that meaning; else the more, the better it says so
 */
guint
bw_vocabulary_rank (const BwHeader *header,
                    BwMeaning       meaning)
{
  g_return_val_if_fail ((guint) meaning < BW_N_MEANINGS, 0);

  return rank_in (header, &bw_meaning_rows[meaning], BW_MOST_LISTS);
}

/**
 * bw_vocabulary_is_in:
 * @n_lists: how many of the lists of @meaning are looked through, from the best on
 *
 * Returns: whether one of them has @header
 */
gboolean
bw_vocabulary_is_in (const BwHeader *header,
                     BwMeaning       meaning,
                     guint           n_lists)
{
  g_return_val_if_fail ((guint) meaning < BW_N_MEANINGS, FALSE);

  return rank_in (header, &bw_meaning_rows[meaning], MIN (n_lists, BW_MOST_LISTS)) > 0;
}
