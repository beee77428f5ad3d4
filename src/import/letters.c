/* Which old code page the letters of a text tell of, where bytes alone fit several. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A byte that is a sign in Windows-1252 does not stand within a word there: “M\x81ller” is a word of
 * DOS, “M\x9Fller” one of old Macintoshes. */

#include "import/letters.h"

#include <string.h>

#define LEAST 2 /* such bytes within words */

typedef struct
{
  const char *name;
  const char *within; /* bytes that are letters there, and no letters of Windows-1252 */
} Page;

static const Page pages[] = {
  { "IBM850", "\x81\x84\x94\x82\x86\x90\x91\x98" },
  { "MACINTOSH", "\x8A\x9F\xA7\x8F\x88\x8D\x87\x8E\xA4" },
};

typedef struct
{
  gsize n_within[G_N_ELEMENTS (pages)];
  gsize n_words; /* high bytes within words */
} Count;

static gboolean
is_letter (guint8 byte)
{
  return g_ascii_isalpha (byte) || byte >= 0xC0;
}

static void
count_stretch (Count  *count,
               GBytes *bytes)
{
  gsize n;
  const guint8 *p = g_bytes_get_data (bytes, &n);

  for (gsize i = 1; i + 1 < n; i++)
    {
      if (p[i] < 0x80 || !is_letter (p[i - 1]) || !g_ascii_isalpha (p[i + 1]))
        continue;
      count->n_words++;
      for (guint k = 0; k < G_N_ELEMENTS (pages); k++)
        count->n_within[k] += strchr (pages[k].within, p[i]) != NULL;
    }
}

/* Hungarian has both of these letters, and no language of Windows-1252 has both signs there. */
static gboolean
is_hungarian (const BwSurvey *survey)
{
  return survey->high[0xF5 - 0x80] && survey->high[0xFB - 0x80];
}

/**
 * bw_letters_find:
 * @survey: of a text that is neither Unicode nor of many bytes a character
 *
 * Returns: (nullable): the encoding that its letters tell of, or %NULL where they tell nothing
 */
const char *
bw_letters_find (const BwSurvey *survey)
{
  Count count = { 0 };
  guint best = 0;

  if (is_hungarian (survey))
    return "WINDOWS-1250";

  for (guint i = 0; i < survey->sample->len; i++)
    count_stretch (&count, g_ptr_array_index (survey->sample, i));
  for (guint k = 1; k < G_N_ELEMENTS (pages); k++)
    {
      if (count.n_within[k] > count.n_within[best])
        best = k;
    }

  return count.n_within[best] >= LEAST && count.n_within[best] * 3 >= count.n_words
         ? pages[best].name : NULL;
}

/**
 * bw_letters_escape:
 *
 * Returns: whether a text of ASCII bytes switches to Japanese as ISO-2022-JP does
 */
gboolean
bw_letters_escape (GBytes *head)
{
  static const char *const escapes[] = { "\x1B$B", "\x1B$@", "\x1B(J", "\x1B(I" };
  gsize n;
  const char *text = g_bytes_get_data (head, &n);

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (escapes); i++)
    {
      if (g_strstr_len (text, n, escapes[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}
