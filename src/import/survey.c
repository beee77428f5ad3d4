/* What the bytes of a whole file are, found in one reading: encoding, a spread sample, oddities. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stretches of the sample are taken at growing distances: whenever there are too many, every second
 * one goes and the distance doubles. So they lie evenly, and the size need not be known before. */

#include "import/survey.h"

#include "import/utf8.h"

#include <string.h>
#include <uchardet.h>

#define BLOCK_SIZE    (64 * 1024) /* no less than a stretch */
#define HEAD_SIZE     (128 * 1024)
#define HEAD_LINES    8 /* of a head, so that it may grow where lines are long */
#define HEAD_MAX      (8 * 1024 * 1024) /* where lines are long */
#define STRETCH_SIZE  (8 * 1024)
#define MAX_STRETCHES 24 /* of a sample; then every other one is dropped */
#define CHARDET_MAX   (1024 * 1024) /* bytes around high ones that uchardet is given */
#define AROUND        32            /* bytes of context before and after a high byte */

typedef struct
{
  BwSurvey  *survey;
  BwUtf8     utf8;
  uchardet_t chardet;
  GByteArray *head;
  guint      n_head_lines;
  guint64    next_stretch;
  guint64    distance;
} Surveyor;

static void
keep_stretch (Surveyor     *surveyor,
              const guint8 *bytes,
              gsize         n)
{
  GPtrArray *sample = surveyor->survey->sample;
  const gsize skip = (4 - surveyor->survey->n_bytes % 4) % 4; /* to a whole UTF-32 character */

  if (n < STRETCH_SIZE + skip)
    return;

  g_ptr_array_add (sample, g_bytes_new (bytes + skip, STRETCH_SIZE));
  if (sample->len > MAX_STRETCHES)
    {
      for (guint i = 0; i < sample->len; i++)
        g_ptr_array_remove_index (sample, i);
      surveyor->distance *= 2;
    }
  surveyor->next_stretch = surveyor->survey->n_bytes + surveyor->distance;
}

static guint
count_lines (const guint8 *bytes,
             gsize         n)
{
  guint n_lines = 0;

  for (gsize i = 0; i < n && n_lines < HEAD_LINES; i++)
    n_lines += bytes[i] == '\n' || bytes[i] == '\r';

  return n_lines;
}

/* The head is of one size, or of several lines where these are longer. */
static gsize
take_head (Surveyor     *surveyor,
           const guint8 *bytes,
           gsize         n)
{
  const gsize size = surveyor->n_head_lines < HEAD_LINES ? HEAD_MAX : HEAD_SIZE;
  const gsize n_head = surveyor->head->len < size ? MIN (n, size - surveyor->head->len) : 0;

  g_byte_array_append (surveyor->head, bytes, n_head);
  surveyor->n_head_lines += count_lines (bytes, n_head);

  return n_head;
}

static void
take_sample (Surveyor     *surveyor,
             const guint8 *bytes,
             gsize         n)
{
  const gsize n_head = take_head (surveyor, bytes, n);

  if (n_head == 0 && surveyor->survey->n_bytes >= surveyor->next_stretch)
    keep_stretch (surveyor, bytes, n);
}

static inline gboolean
is_next (guint8 byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Bytes of the character of two bytes and more that @bytes begin with, or 0 where that takes a closer
 * look. There are four bytes at least. */
static inline gsize
character_length (const guint8 *bytes)
{
  const guint8 first = bytes[0];

  if (first >= 0xC2 && first < 0xE0)
    return is_next (bytes[1]) ? 2 : 0;
  if (first > 0xE0 && first < 0xF0 && first != 0xED)
    return is_next (bytes[1]) && is_next (bytes[2]) ? 3 : 0;
  if (first > 0xF0 && first < 0xF4)
    return is_next (bytes[1]) && is_next (bytes[2]) && is_next (bytes[3]) ? 4 : 0;

  return 0;
}

static inline void
count_high (BwSurvey     *survey,
            const guint8 *bytes,
            gsize         n)
{
  survey->n_high += n;
  for (gsize i = 0; i < n; i++)
    survey->high[bytes[i] - 0x80] = TRUE;
}

/* Counts the characters of plain UTF-8.
 * Returns: how many bytes they are, from the start on */
static gsize
count_characters (BwSurvey     *survey,
                  const guint8 *bytes,
                  gsize         n)
{
  gsize i = 0;

  while (i + 4 <= n)
    {
      gsize length;

      if (bytes[i] < 0x80)
        {
          i += MAX (bw_ascii_length (bytes + i, n - i), 1);
          continue;
        }
      length = character_length (bytes + i);
      if (length == 0)
        break;
      survey->n_characters++;
      count_high (survey, bytes + i, length);
      i += length;
    }

  return i;
}

/* Counts what is no ASCII. */
static void
check_utf8 (Surveyor     *surveyor,
            const guint8 *bytes,
            gsize         n)
{
  BwSurvey *survey = surveyor->survey;

  for (gsize i = 0; i < n; i++)
    {
      BwUtf8Step step;

      if (surveyor->utf8.n_wanted == 0)
        i += count_characters (survey, bytes + i, n - i);
      if (i >= n)
        break;

      step = bw_utf8_step (&surveyor->utf8, bytes[i]);
      if (step == BW_UTF8_BAD_BEFORE)
        {
          survey->n_bad++;
          step = bw_utf8_step (&surveyor->utf8, bytes[i]);
        }
      survey->n_bad += step == BW_UTF8_BAD;
      survey->n_characters += step == BW_UTF8_CHARACTER && bytes[i] >= 0x80;
      if (bytes[i] >= 0x80)
        count_high (survey, bytes + i, 1);
    }
}

/* uchardet sees high bytes with a little around them, which is both quicker and surer. */
static void
feed_chardet (Surveyor     *surveyor,
              const guint8 *bytes,
              gsize         n)
{
  gsize i = 0;

  while (i < n && surveyor->survey->n_context < CHARDET_MAX)
    {
      gsize start, end;

      i += bw_ascii_length (bytes + i, n - i);
      while (i < n && bytes[i] < 0x80)
        i++;
      if (i >= n)
        break;

      start = i > AROUND ? i - AROUND : 0;
      for (end = i; end < n && end < i + 2 * AROUND; end++)
        {
          if (bytes[end] >= 0x80)
            i = end;
        }
      uchardet_handle_data (surveyor->chardet, (const char *) bytes + start, end - start);
      surveyor->survey->n_context += end - start;
      i = end;
    }
}

static guint64
count_controls (const guint8 *bytes,
                gsize         n)
{
  guint64 n_control = 0;

  for (gsize i = 0; i < n; i++)
    n_control += bytes[i] < 0x20 && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t'
                 && bytes[i] != '\f' && bytes[i] != 0x1A && bytes[i] != 0x1F && bytes[i] != 0x01;

  return n_control;
}

static guint64
count_nul (const guint8 *bytes,
           gsize         n)
{
  const guint8 *end = bytes + n, *p = memchr (bytes, 0, n);
  guint64 n_nul = 0;

  if (p == NULL)
    return 0;

  for (; p < end; p++)
    n_nul += *p == 0;

  return n_nul;
}

static void
take_block (Surveyor     *surveyor,
            const guint8 *bytes,
            gsize         n)
{
  BwSurvey *survey = surveyor->survey;

  take_sample (surveyor, bytes, n);
  if (survey->n_bytes < HEAD_SIZE)
    survey->n_control += count_controls (bytes, n);
  survey->n_nul += count_nul (bytes, n);
  check_utf8 (surveyor, bytes, n);
  if (survey->n_bad > 0)
    feed_chardet (surveyor, bytes, n);
  survey->n_bytes += n;
}

static void
finish (Surveyor *surveyor)
{
  BwSurvey *survey = surveyor->survey;
  const char *proposal;

  if (surveyor->utf8.n_wanted > 0)
    survey->n_bad++;
  g_ptr_array_insert (survey->sample, 0, g_byte_array_free_to_bytes (surveyor->head));
  if (survey->n_context > 0)
    {
      uchardet_data_end (surveyor->chardet);
      proposal = uchardet_get_charset (surveyor->chardet);
      if (proposal[0] != '\0')
        survey->proposal = g_strdup (proposal);
    }
}

/**
 * bw_survey_new:
 *
 * Reads @input to its end.
 *
 * Returns: (transfer full): what there is in it, or %NULL with @error set
 */
BwSurvey *
bw_survey_new (BwInput *input,
               GError **error)
{
  g_autoptr(BwSurvey) self = g_new0 (BwSurvey, 1);
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  Surveyor surveyor = { .survey = self, .distance = BLOCK_SIZE };
  gssize n;

  self->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  surveyor.head = g_byte_array_new ();
  surveyor.chardet = uchardet_new ();
  while ((n = bw_input_read (input, block, BLOCK_SIZE, error)) > 0)
    take_block (&surveyor, block, n);
  finish (&surveyor);
  uchardet_delete (surveyor.chardet);

  return n < 0 ? NULL : g_steal_pointer (&self);
}

void
bw_survey_free (BwSurvey *self)
{
  g_ptr_array_unref (self->sample);
  g_free (self->proposal);
  g_free (self);
}
