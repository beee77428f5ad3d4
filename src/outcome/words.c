/* What the words of an outcome say: whether a yes, or a value of a status, means gone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/words.h"

#include "panel/vocabulary.h"

static const char *const negations[] = { "not", "non", "no", "nicht", "pas", "niet", "nao", "keine" };

static gboolean
is_negation (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (negations); i++)
    {
      if (g_str_equal (word, negations[i]))
        return TRUE;
    }

  return FALSE;
}

/* Takes the negations out. Returns: (transfer full): the other words */
static char *
affirm (const char *text,
        gboolean   *negated)
{
  g_autoptr(BwHeader) header = bw_header_new (text);
  GString *rest = g_string_new (NULL);

  *negated = FALSE;
  for (guint i = 0; header->words[i] != NULL; i++)
    {
      if (is_negation (header->words[i]))
        *negated = TRUE;
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", header->words[i]);
    }

  return g_string_free (rest, FALSE);
}

/**
 * bw_words_of_value:
 * @text: a value of a status: “Churned”, “Active”, “Not renewed”
 *
 * Returns: what it says of the customer
 */
BwSaying
bw_words_of_value (const char *text)
{
  gboolean negated;
  g_autofree char *words = affirm (text, &negated);
  g_autoptr(BwHeader) header = bw_header_new (words);

  if (bw_vocabulary_rank (header, BW_MEANING_KEPT) > 0)
    return negated ? BW_SAYS_GONE : BW_SAYS_STAYED;
  if (bw_vocabulary_rank (header, BW_MEANING_ENDED) > 0 || g_str_equal (words, "inactive"))
    return negated ? BW_SAYS_STAYED : BW_SAYS_GONE;

  return BW_SAYS_NOTHING;
}

/**
 * bw_words_yes_is_gone:
 * @name: of a yes/no column: “Churned”, “Renewed”
 *
 * Returns: whether a yes means that the customer is gone; so for every name that does not say that
 *   it stayed
 */
gboolean
bw_words_yes_is_gone (const char *name)
{
  gboolean negated;
  g_autofree char *words = affirm (name, &negated);
  g_autoptr(BwHeader) header = bw_header_new (words);

  return bw_vocabulary_rank (header, BW_MEANING_KEPT) == 0 || negated;
}

/**
 * bw_words_mean_outcome:
 *
 * Returns: whether a column of that name tells what became of the customer
 */
gboolean
bw_words_mean_outcome (const char *name)
{
  g_autoptr(BwHeader) header = bw_header_new (name);

  return bw_vocabulary_rank (header, BW_MEANING_OUTCOME) > 0 ||
         bw_vocabulary_rank (header, BW_MEANING_OUTCOME_KIN) > 0;
}

/**
 * bw_words_mean_end:
 *
 * Returns: whether a column of that name says in so many words who left: “Churned”, or all events of
 *   an export of cancellations
 */
gboolean
bw_words_mean_end (const char *name)
{
  g_autoptr(BwHeader) header = bw_header_new (name);

  return bw_vocabulary_rank (header, BW_MEANING_OUTCOME) > 0 ||
         (bw_vocabulary_rank (header, BW_MEANING_ENDED) > 0 && g_str_has_suffix (name, "(all)"));
}

gboolean
bw_words_mean_status (const char *name)
{
  g_autoptr(BwHeader) header = bw_header_new (name);

  return bw_vocabulary_rank (header, BW_MEANING_STATUS) > 0;
}

/**
 * bw_words_are_alike:
 *
 * Returns: whether both are the same but for upper and lower case and blanks around them
 */
gboolean
bw_words_are_alike (const char *a,
                    const char *b)
{
  g_autofree char *x = g_strstrip (g_utf8_casefold (a, -1));
  g_autofree char *y = g_strstrip (g_utf8_casefold (b, -1));

  return g_str_equal (x, y);
}
