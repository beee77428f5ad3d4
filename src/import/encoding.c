/* In which encoding a file is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark at the start decides, then zero bytes in a pattern, then the whole file being UTF-8 but for
 * a few stray bytes. What is left is an old code page: uchardet proposes, and the file as a whole has
 * to agree. For Western text uchardet guesses among many alike; there Windows-1252 is what people
 * have. */

#include "import/encoding.h"

#include "import/letters.h"

#include <string.h>

#define UTF8_PER_BAD 1   /* good sequences for each bad byte in a file that is UTF-8 all the same */
#define ZERO_SHARE   0.2 /* of zero bytes in UTF-16 and UTF-32 */
#define HIGH_PER_BAD_LINE 200 /* high bytes that make a broken line no wonder */
#define FOREIGN      0.3 /* share of high bytes where the alphabet is not Latin */

typedef struct
{
  const char *name;
  gsize       length;
  guint8      bytes[4];
} Mark;

/* Longer marks first: that of UTF-32LE begins with that of UTF-16LE. */
static const Mark marks[] = {
  { "UTF-32LE", 4, { 0xFF, 0xFE, 0x00, 0x00 } },
  { "UTF-32BE", 4, { 0x00, 0x00, 0xFE, 0xFF } },
  { "UTF-8", 3, { 0xEF, 0xBB, 0xBF } },
  { "UTF-16LE", 2, { 0xFF, 0xFE } },
  { "UTF-16BE", 2, { 0xFE, 0xFF } },
};

/* Of many bytes a character: a file that decodes whole is in it, most likely. */
static const char *const multi_byte[] = {
  "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "GB18030", "BIG5", "UHC", "JOHAB", "HZ-GB-2312",
};

typedef struct
{
  const char *name;
  const char *telling; /* bytes that are letters there, and hardly used in Windows-1252 */
} Eastern;

/* What people's tools write under the name that uchardet gives: the same, with more characters. */
static const struct
{
  const char *name;
  const char *wider;
} wider[] = {
  { "SHIFT_JIS", "CP932" },
  { "EUC-KR", "UHC" },
  { "BIG5", "BIG5-HKSCS" },
  { "TIS-620", "CP874" },
  { "ISO-8859-9", "WINDOWS-1254" },
  { "ISO-8859-1", "WINDOWS-1252" },
  { "GB2312", "GB18030" },
  { "GBK", "GB18030" },
};

/* Latin alphabets of the East share most bytes with the Western one. */
static const Eastern easterns[] = {
  { "WINDOWS-1250", "\xB3\xB9\xBF\xF8\xEC\xA3\xAF\xFB\xF5" },
  { "ISO-8859-2", "\xB3\xB1\xBF\xB6\xB9\xBE\xA3\xF8\xEC" },
  { "WINDOWS-1254", "\xF0\xFD\xFE\xDD\xDE\xD0" },
  { "ISO-8859-9", "\xF0\xFD\xFE\xDD\xDE\xD0" },
  { "WINDOWS-1257", "\xE2\xE7\xEE\xEF\xF2\xFB\xF0" },
  { "ISO-8859-13", "\xE2\xE7\xEE\xEF\xF2\xFB\xF0" },
};

static const char *
mark_of (const guint8 *bytes,
         gsize         n)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (n >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
        return marks[i].name;
    }

  return NULL;
}

/* UTF-16 and UTF-32 without a mark: most characters are ASCII, and leave their other bytes zero. */
static const char *
from_zeros (const guint8 *bytes,
            gsize         n)
{
  gsize zeros[4] = { 0 }, quarter = n / 4;

  for (gsize i = 0; i < quarter * 4; i++)
    zeros[i % 4] += bytes[i] == 0;

  if (quarter == 0 || (double) (zeros[0] + zeros[1] + zeros[2] + zeros[3]) / n < ZERO_SHARE)
    return NULL;
  if (zeros[0] < quarter / 8 && zeros[2] > quarter / 2 && zeros[3] > quarter / 2)
    return "UTF-32LE";
  if (zeros[3] < quarter / 8 && zeros[0] > quarter / 2 && zeros[1] > quarter / 2)
    return "UTF-32BE";
  if (zeros[0] + zeros[2] < quarter / 8)
    return "UTF-16LE";
  if (zeros[1] + zeros[3] < quarter / 8)
    return "UTF-16BE";

  return NULL;
}

static gboolean
is_one_of (const char        *name,
           const char *const *names,
           guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_ascii_strcasecmp (name, names[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether every high byte of the file stands for something. */
static gboolean
has_all_bytes (const char     *encoding,
               const BwSurvey *survey)
{
  for (guint i = 0; i < 128; i++)
    {
      const char byte = 0x80 + i;
      g_autofree char *text = NULL;

      if (!survey->high[i])
        continue;
      text = g_convert (&byte, 1, "UTF-8", encoding, NULL, NULL, NULL);
      if (text == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_eastern (const BwSurvey *survey)
{
  for (guint i = 0; i < G_N_ELEMENTS (easterns); i++)
    {
      guint n_telling = 0;

      if (g_ascii_strcasecmp (survey->proposal, easterns[i].name) != 0)
        continue;
      for (const char *p = easterns[i].telling; *p != '\0'; p++)
        n_telling += survey->high[(guchar) *p - 0x80];

      return n_telling >= 2;
    }

  return FALSE;
}

/* Whether a file decodes but for hardly a line. */
static gboolean
decodes_whole (const char     *encoding,
               const BwSurvey *survey,
               BwInput        *input,
               gboolean       *decodes,
               GError        **error)
{
  g_autoptr(BwDecoder) decoder = NULL;
  g_autofree char *text = g_malloc (65536);
  gssize n;

  *decodes = FALSE;
  if (!bw_input_rewind (input, error))
    return FALSE;
  decoder = bw_decoder_new (input, encoding, NULL);
  if (decoder == NULL)
    return TRUE;
  while ((n = bw_decoder_read (decoder, text, 65536, error)) > 0)
    ;
  *decodes = n == 0
             && bw_decoder_get_bad_lines (decoder)->len <= survey->n_high / HIGH_PER_BAD_LINE;

  return n == 0;
}

static const char *
wider_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    {
      if (g_ascii_strcasecmp (name, wider[i].name) == 0)
        return wider[i].wider;
    }

  return name;
}

static gboolean
has_any (const BwSurvey *survey,
         const char     *bytes)
{
  for (const char *p = bytes; *p != '\0'; p++)
    {
      if (survey->high[(guchar) *p - 0x80])
        return TRUE;
    }

  return FALSE;
}

/* Two code pages for Poland and its neighbours differ in few letters, which tell one from the
 * other: those of Windows are controls in the other one. */
static const char *
settle_central (const BwSurvey *survey,
                const char     *name)
{
  if (!g_str_equal (name, "WINDOWS-1250") && !g_str_equal (name, "ISO-8859-2"))
    return name;
  if (has_any (survey, "\x8A\x8C\x8D\x8E\x8F\x9A\x9C\x9D\x9E\x9F"))
    return "WINDOWS-1250";

  return has_any (survey, "\xA6\xAC\xB1\xB6\xBC") ? "ISO-8859-2" : name;
}

/* Whether letters beyond ASCII stand side by side, as in an alphabet that is not Latin. */
static gboolean
stands_in_runs (GBytes *head)
{
  gsize n, n_high = 0, n_behind = 0;
  const guint8 *bytes = g_bytes_get_data (head, &n);

  for (gsize i = 0; i < n; i++)
    {
      n_high += bytes[i] >= 0x80;
      n_behind += i > 0 && bytes[i] >= 0x80 && bytes[i - 1] >= 0x80;
    }

  return n_behind * 2 > n_high;
}

/* The encoding that uchardet proposes, where it is to be believed. */
static gboolean
take_proposal (const BwSurvey *survey,
               BwInput        *input,
               const char    **found,
               GError        **error)
{
  const double foreign = (double) survey->n_high / MAX (survey->n_context, 1);
  const char *name;
  gboolean take;

  if (survey->proposal == NULL)
    return TRUE;

  name = settle_central (survey, wider_name (survey->proposal));
  if (is_one_of (survey->proposal, multi_byte, G_N_ELEMENTS (multi_byte)))
    {
      if (!decodes_whole (name, survey, input, &take, error))
        return FALSE;
    }
  else
    {
      take = (foreign > FOREIGN || stands_in_runs (g_ptr_array_index (survey->sample, 0))
              || is_eastern (survey)) && has_all_bytes (name, survey);
    }
  if (take)
    *found = name;

  return TRUE;
}

/**
 * bw_encoding_find:
 *
 * Returns: (transfer full): the name of the encoding as iconv knows it, or %NULL with @error set
 *   where @input cannot be read; @input has to be rewound afterwards
 */
char *
bw_encoding_find (const BwSurvey *survey,
                  BwInput        *input,
                  GError        **error)
{
  gsize n;
  const guint8 *head = g_bytes_get_data (g_ptr_array_index (survey->sample, 0), &n);
  const char *found = mark_of (head, n);

  if (found == NULL)
    found = from_zeros (head, n);
  if (found == NULL && survey->n_high == 0
      && bw_letters_escape (g_ptr_array_index (survey->sample, 0)))
    found = "ISO-2022-JP";
  if (found != NULL)
    return g_strdup (found);
  if (survey->n_characters >= survey->n_bad * UTF8_PER_BAD)
    return g_strdup ("UTF-8");

  if (!take_proposal (survey, input, &found, error))
    return NULL;
  if (found == NULL)
    found = bw_letters_find (survey);
  if (found == NULL)
    found = has_all_bytes ("WINDOWS-1252", survey) ? "WINDOWS-1252" : "ISO-8859-1";

  return g_strdup (found);
}
