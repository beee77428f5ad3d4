/* What headers mean: finding the best row of the vocabulary for a header. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary.h"

#include "panel/vocabulary-rows.h"

#include <string.h>

/* Whether @header is @row: the same words, whatever stands between them. */
static gboolean
is_whole (const BwHeader *header,
          const char     *row)
{
  const char *at = header->squeezed;

  for (; *row != '\0'; row++)
    {
      if (*row == ' ')
        continue;
      if (*row != *at)
        return FALSE;
      at++;
    }

  return *at == '\0';
}

static gboolean
has_word (const BwHeader *header,
          const char     *word,
          gsize           length)
{
  for (guint i = 0; header->words[i] != NULL; i++)
    {
      const char *there = header->words[i];

      if (length > 1 && word[length - 1] == '*')
        {
          if (strncmp (there, word, length - 1) == 0)
            return TRUE;
        }
      else if (strncmp (there, word, length) == 0 && there[length] == '\0')
        {
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_words (const BwHeader *header,
           const char     *words)
{
  while (*words != '\0')
    {
      const gsize length = strcspn (words, " ");

      if (!has_word (header, words, length))
        return FALSE;
      words += length;
      words += *words == ' ';
    }

  return TRUE;
}

/**
 * bw_vocabulary_get_rows:
 *
 * A row is words that make up the whole header, or, after a ~, words that occur in it among
 * others, where a final * stands for any ending. The first row is the best.
 *
 * Returns: (array zero-terminated=1): the rows of @meaning
 */
const char *const *
bw_vocabulary_get_rows (BwMeaning meaning)
{
  g_return_val_if_fail ((guint) meaning < BW_N_MEANINGS, NULL);

  return bw_vocabulary_rows[meaning];
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
  const char *const *rows = bw_vocabulary_get_rows (meaning);
  const guint n = g_strv_length ((char **) rows);

  for (guint i = 0; i < n; i++)
    {
      if (rows[i][0] == '~' ? has_words (header, rows[i] + 1) : is_whole (header, rows[i]))
        return n - i;
    }

  return 0;
}
