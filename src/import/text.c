/* One file opened as text: encoding and dialect found, records ready to be read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/text.h"

#include "import/dialect.h"
#include "import/encoding.h"
#include "import/refusal.h"
#include "import/source.h"
#include "cells/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHEET_HEAD_SIZE (1024 * 1024) /* several rows of a sheet as wide as sheets can be */
#define BLOCK_SIZE 65536

static GByteArray *
decode (GBytes     *bytes,
        const char *encoding)
{
  g_autoptr(BwDecoder) decoder = bw_decoder_new_for_bytes (bytes, encoding);
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  GByteArray *text = g_byte_array_new ();
  gssize n;

  while (decoder != NULL && (n = bw_decoder_read (decoder, block, BLOCK_SIZE, NULL)) > 0)
    g_byte_array_append (text, (const guint8 *) block, n);

  return text;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* The whole lines of a stretch.
 * Returns: (transfer full) (nullable): %NULL where there are none */
static GBytes *
whole_lines (GByteArray *text,
             gboolean    from_start,
             gboolean    to_end)
{
  const char *data = text->len > 0 ? (const char *) text->data : "";
  gsize start = 0, end = text->len;

  while (!to_end && end > 0 && !is_line_end (data[end - 1]))
    end--;
  while (!from_start && start < end && !is_line_end (data[start]))
    start++;
  while (!from_start && start < end && is_line_end (data[start]))
    start++;
  if (from_start && end == 0)
    end = text->len;

  return from_start || start < end ? g_bytes_new (data + start, end - start) : NULL;
}

static GPtrArray *
decode_sample (const BwSurvey *survey,
               const char     *encoding)
{
  GPtrArray *sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < survey->sample->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (survey->sample, i);
      g_autoptr(GByteArray) text = decode (bytes, encoding);
      GBytes *lines = whole_lines (text, i == 0, g_bytes_get_size (bytes) == survey->n_bytes);

      if (lines != NULL)
        g_ptr_array_add (sample, lines);
    }

  return sample;
}

static gboolean
check_content (BwText  *self,
               GError **error)
{
  const char *name = bw_input_get_name (self->input);
  gsize n;
  const char *text = g_bytes_get_data (self->head, &n);

  if (bw_is_blank (text, n))
    {
      g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_EMPTY,
                   /* TRANSLATORS: what is put in is the name of a file */
                   _("“%s” is empty; export the data again"), name);
      return FALSE;
    }

  return bw_refuse_text (self->head, name, error);
}

static gssize
refill (gpointer user_data,
        char    *buffer,
        gsize    size,
        GError **error)
{
  return bw_decoder_read (user_data, buffer, size, error);
}

/* The same without the quotes round lines: what is read lies one byte behind what is made of it. */
static gssize
refill_unwrapped (gpointer user_data,
                  char    *buffer,
                  gsize    size,
                  GError **error)
{
  BwText *self = user_data;
  gsize n_made = 0;
  gssize n;

  do
    {
      n = bw_decoder_read (self->decoder, buffer + 1, size - 1, error);
      if (n > 0)
        n_made = bw_wrapped_read (&self->wrapping, buffer + 1, n, buffer);
    }
  while (n > 0 && n_made == 0);

  return n > 0 ? (gssize) n_made : n;
}

static gboolean
check_encoding (const char *encoding,
                GError    **error)
{
  g_autoptr(BwDecoder) decoder = bw_decoder_new (NULL, encoding, error);

  return decoder != NULL;
}

static gboolean
find_encoding (BwText          *self,
               const BwSurvey  *survey,
               const BwReading *reading,
               GError         **error)
{
  if (reading->encoding != NULL)
    self->encoding = g_strdup (reading->encoding);
  else
    self->encoding = bw_encoding_find (survey, self->input, error);
  if (self->encoding == NULL || !check_encoding (self->encoding, error))
    return FALSE;

  self->guessed = reading->encoding == NULL && !g_str_has_prefix (self->encoding, "UTF-");

  return bw_refuse_bytes (survey, self->encoding, bw_input_get_name (self->input), error);
}

static gboolean
start (BwText         *self,
       const BwSurvey *survey,
       GError        **error)
{
  if (!bw_input_rewind (self->input, error))
    return FALSE;

  self->decoder = bw_decoder_new (self->input, self->encoding, error);
  if (self->decoder == NULL)
    return FALSE;
  if (survey->n_bad == 0 && survey->n_nul == 0)
    bw_decoder_set_clean (self->decoder);
  if (self->wrapped)
    self->records = bw_records_new (&self->dialect, refill_unwrapped, self);
  else
    self->records = bw_records_new (&self->dialect, refill, self->decoder);

  return TRUE;
}

/* The first rows of a sheet, as whole as those of a file. */
static gboolean
read_head (BwText  *self,
           GError **error)
{
  g_autoptr(GByteArray) head = g_byte_array_new ();
  gssize n;

  g_byte_array_set_size (head, SHEET_HEAD_SIZE);
  n = bw_input_read (self->input, head->data, SHEET_HEAD_SIZE, error);
  if (n < 0)
    return FALSE;

  g_byte_array_set_size (head, n);
  self->head = whole_lines (head, TRUE, n < SHEET_HEAD_SIZE);

  return TRUE;
}

/* Text made of a sheet needs no guesses, and is read once. */
static gboolean
open_sheet (BwText  *self,
            GError **error)
{
  static const BwSurvey nothing_odd = { 0 };
  gsize n;
  const char *text;

  if (!read_head (self, error))
    return FALSE;

  text = g_bytes_get_data (self->head, &n);
  if (bw_is_blank (text, n))
    {
      g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_EMPTY,
                   /* TRANSLATORS: the name of a workbook, then of a sheet in it */
                   _("“%s” has nothing in its sheet “%s”; choose another sheet, or export the data "
                     "again"), bw_input_get_name (self->input), bw_input_get_sheet (self->input));
      return FALSE;
    }

  self->encoding = g_strdup ("UTF-8");
  self->dialect = (BwDialect) { .delimiter = ',', .quote = '"' };
  if (!start (self, &nothing_odd, error))
    return FALSE;
  bw_records_set_made (self->records);

  return TRUE;
}

static void
unwrap_sample (GPtrArray *sample)
{
  for (guint i = 0; i < sample->len; i++)
    {
      GBytes *wrapped = g_ptr_array_index (sample, i);

      g_ptr_array_index (sample, i) = bw_wrapped_take_off (wrapped);
      g_bytes_unref (wrapped);
    }
}

/**
 * bw_text_open:
 * @reading: what is decided already; the rest is found by reading the whole file once
 *
 * Returns: (transfer full): the file as text, or %NULL with @error set
 */
BwText *
bw_text_open (GFile           *file,
              const BwReading *reading,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(BwText) self = g_new0 (BwText, 1);
  g_autoptr(BwSurvey) survey = NULL;
  g_autoptr(GPtrArray) sample = NULL;

  self->input = bw_input_new (file, reading->sheet, cancellable, error);
  if (self->input == NULL)
    return NULL;
  if (bw_input_is_sheet (self->input))
    return open_sheet (self, error) ? g_steal_pointer (&self) : NULL;

  survey = bw_survey_new (self->input, error);
  if (survey == NULL || !find_encoding (self, survey, reading, error))
    return NULL;

  sample = decode_sample (survey, self->encoding);
  self->wrapped = g_bytes_get_size (g_ptr_array_index (sample, 0)) > 0
                  && (reading->quote == BW_CHOOSE || reading->quote == '"')
                  && bw_is_wrapped ((GBytes *const *) sample->pdata, sample->len);
  if (self->wrapped)
    unwrap_sample (sample);
  self->head = g_bytes_ref (g_ptr_array_index (sample, 0));
  if (!check_content (self, error))
    return NULL;

  bw_dialect_find (&self->dialect, reading, (GBytes *const *) sample->pdata, sample->len);
  if (!start (self, survey, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * bw_text_blame:
 * @failure: (transfer full): what went wrong while records were read
 *
 * Returns: (transfer full): the same, with the name of the file where it is the text that is wrong
 */
GError *
bw_text_blame (const BwText *self,
               GError       *failure)
{
  const char *name = bw_input_get_name (self->input);

  if (failure->domain == BW_IMPORT_ERROR && strstr (failure->message, name) == NULL)
    g_prefix_error (&failure, "“%s”: ", name);

  return failure;
}

void
bw_text_close (BwText *self)
{
  g_clear_pointer (&self->records, bw_records_free);
  g_clear_pointer (&self->decoder, bw_decoder_free);
  g_clear_pointer (&self->input, bw_input_free);
  g_clear_pointer (&self->head, g_bytes_unref);
  g_free (self->encoding);
  g_free (self);
}
