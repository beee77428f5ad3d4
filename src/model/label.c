/* Names for people made of column headers, and ids made of names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/label.h"

#include "model/model.h"
#include "table/letters.h"

#include <string.h>

#define LONGEST_ID 40

/* Written in capitals whatever the header does. */
static const char *const acronyms[] = {
  "nps", "csat", "ces", "csm", "qbr", "ebr", "sla", "api", "sso", "arr", "mrr", "acv", "ltv", "clv",
  "dau", "wau", "mau", "sms", "tv", "crm", "id", "url", "usd", "eur", "gbp",
};

static gboolean
is_acronym (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (acronyms); i++)
    {
      if (g_ascii_strcasecmp (acronyms[i], word) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Words that people shorten, or that a product writes without gaps, in full. */
static const struct
{
  const char *word;
  const char *full;
} spelled[] = {
  { "secs", "seconds" }, { "sec", "seconds" }, { "mins", "minutes" }, { "hrs", "hours" },
  { "disc", "discount" }, { "qty", "quantity" }, { "avg", "average" }, { "pct", "percent" },
  { "amt", "amount" }, { "eve", "evening" }, { "intl", "international" }, { "vmail", "voicemail" },
  { "expectedrevenue", "expected revenue" }, { "annualrevenue", "annual revenue" },
  { "lastactivitydate", "last activity" }, { "lastlogindate", "last login" },
};

static const char *
spell_out (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (spelled); i++)
    {
      if (g_ascii_strcasecmp (spelled[i].word, word) == 0)
        return spelled[i].full;
    }

  return word;
}

static gboolean
begins_word (gunichar before,
             gunichar here,
             gunichar after)
{
  if (!g_unichar_isupper (here))
    return FALSE;

  return g_unichar_islower (before) || g_unichar_isdigit (before) ||
         (g_unichar_isupper (before) && g_unichar_islower (after));
}

/* “MonthlyCharges” and “total_day_minutes” with gaps between the words. */
static char *
part_words (const char *text)
{
  g_autoptr(GString) parted = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar here = g_utf8_get_char (p);

      if (begins_word (before, here, g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append_c (parted, ' ');
      g_string_append_unichar (parted, here == '_' || g_unichar_isspace (here) ? ' ' : here);
      before = here;
    }

  return g_string_free (g_steal_pointer (&parted), FALSE);
}

/* A word inside a name in small letters; one in capitals stays, unless all the header is. */
static char *
restyle_word (const char *word,
              gboolean    first,
              gboolean    shouted)
{
  g_autofree char *small = bw_letters_to_small (word, -1);
  g_autofree char *large = bw_letters_to_large (word, -1);

  if (is_acronym (word) || (!shouted && g_str_equal (word, large) && g_utf8_strlen (word, -1) > 1))
    return g_steal_pointer (&large);
  if (!first)
    return g_steal_pointer (&small);

  g_clear_pointer (&large, g_free);
  large = bw_letters_to_large (small, g_utf8_next_char (small) - small);

  return g_strconcat (large, g_utf8_next_char (small), NULL);
}

/* The header of a person, with gaps and small letters, is left as it is. */
static gboolean
is_plain (const char *header)
{
  g_autofree char *large = bw_letters_to_large (header, -1);
  const char *gap = strchr (header, ' ');

  if (strchr (header, '_') != NULL || g_str_equal (header, large))
    return FALSE;

  return gap != NULL;
}

/* “Number of tickets” and “number_tickets” are tickets to a person. */
static const char *
skip_counting (const char *label)
{
  static const char *const counting[] = {
    "number of ", "no. of ", "# of ", "count of ", "number ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (counting); i++)
    {
      const gsize length = strlen (counting[i]);

      if (g_ascii_strncasecmp (label, counting[i], length) == 0 && label[length] != '\0')
        return label + length;
    }

  return label;
}

/* Words that end a header and tell a person nothing. */
static const char *const idle_ends[] = { " flag", " export", " extract", " sample" };

static char *
restyle (const char *header)
{
  g_autofree char *large = bw_letters_to_large (header, -1);
  const gboolean shouted = g_str_equal (header, large) && g_utf8_strlen (header, -1) > 4;
  g_autofree char *parted = is_plain (header) ? g_strdup (header) : part_words (header);
  g_auto(GStrv) words = g_strsplit (skip_counting (parted), " ", -1);
  g_autoptr(GString) label = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = NULL;

      if (*words[i] == '\0')
        continue;
      if (is_plain (header) && label->len > 0)
        word = g_strdup (words[i]);
      else
        word = restyle_word (spell_out (words[i]), label->len == 0, shouted);
      if (label->len > 0)
        g_string_append_c (label, ' ');
      g_string_append (label, word);
    }

  for (guint i = 0; i < G_N_ELEMENTS (idle_ends); i++)
    {
      if (label->len > strlen (idle_ends[i]) && g_str_has_suffix (label->str, idle_ends[i]))
        g_string_truncate (label, label->len - strlen (idle_ends[i]));
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* What is counted once however often it comes is the feature, and neither its name nor its id. */
static void
drop_naming (char *label)
{
  static const char *const naming[] = { " name", " ID" };

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      if (strlen (label) > strlen (naming[i]) && g_str_has_suffix (label, naming[i]))
        label[strlen (label) - strlen (naming[i])] = '\0';
    }
}

/**
 * bw_label_shorten:
 * @label: (transfer full) (nullable): what may be longer than a name
 *
 * Returns: (transfer full) (nullable): @label, ended by “…” where it was too long
 */
char *
bw_label_shorten (char *label)
{
  char *shortened;

  if (label == NULL || g_utf8_strlen (label, -1) <= BW_MOST_NAME)
    return label;

  *g_utf8_offset_to_pointer (label, BW_MOST_NAME - 1) = '\0';
  shortened = g_strconcat (label, "…", NULL);
  g_free (label);

  return shortened;
}

/**
 * bw_label_of_header:
 * @header: of a panel's column (“tickets (30 days)”, “usage.MonthlyCharges”)
 * @detail: (out) (nullable): what stands in brackets at its end, or its source
 *
 * Returns: (transfer full): the rest as a name (“Tickets”, “Monthly charges”)
 */
char *
bw_label_of_header (const char *header,
                    char      **detail)
{
  g_autofree char *plain = g_strdup (header);
  char *bracket = strrchr (plain, '(');
  char *dot = strchr (plain, '.');
  char *name = plain;
  char *label;

  *detail = NULL;
  if (g_str_has_suffix (plain, "__c") && strlen (plain) > 3)
    plain[strlen (plain) - 3] = '\0';
  if (bracket != NULL && bracket > plain && g_str_has_suffix (plain, ")"))
    {
      *detail = g_strndup (bracket + 1, strlen (bracket) - 2);
      *bracket = '\0';
      g_strchomp (plain);
    }
  else if (dot != NULL && dot > plain && dot[1] != '\0' && strchr (plain, ' ') == NULL)
    {
      *dot = '\0';
      *detail = g_strdup (plain);
      name = dot + 1;
    }

  *detail = bw_label_shorten (*detail);
  label = bw_label_shorten (restyle (name));
  if (g_strcmp0 (*detail, "distinct") == 0)
    drop_naming (label);
  if (*label != '\0')
    return label;
  g_free (label);

  return bw_label_shorten (g_strdup (header));
}

/**
 * bw_label_to_id:
 * @otherwise: the id of a label without a letter or digit that ASCII has
 *
 * Returns: (transfer full): letters and digits in small, words joined by “-”
 */
char *
bw_label_to_id (const char *label,
                const char *otherwise)
{
  g_autofree char *ascii = g_str_to_ascii (label, "C");
  g_autoptr(GString) id = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && id->len < LONGEST_ID; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, g_ascii_tolower (*p));
      else if (id->len > 0 && id->str[id->len - 1] != '-' && *p != '?')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  return g_strdup (id->len > 0 ? id->str : otherwise);
}
