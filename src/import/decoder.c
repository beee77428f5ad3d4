/* Bytes in any encoding come in, UTF-8 comes out, and the lines that had to be mended are named. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 that a survey found clean passes as it is. In other UTF-8 a byte that does not belong is
 * taken for Windows-1252, since that is how such lines come about, and the other way round. All else
 * goes through iconv, and what that cannot read becomes U+FFFD. Zero bytes are left out. */

#include "import/decoder.h"

#include "import/mend.h"
#include "import/source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RAW_SIZE (64 * 1024)
#define MAX_CHAR 6 /* bytes of a character in any encoding, with those that change its state */

struct _BwDecoder
{
  BwInput *input; /* or NULL */
  GBytes  *bytes; /* or NULL */

  gboolean clean;
  gboolean begun;
  GIConv   converter; /* or NULL for UTF-8 and Windows-1252 */
  gsize    unit;      /* bytes to skip where iconv is stuck */

  guint8  *raw;
  gsize    raw_pos;
  gsize    n_raw;
  gboolean at_end;

  BwMender mender;

  gsize    line;
  guint    n_cr; /* just before */
  GArray  *bad_lines; /* of gsize */
  GArray  *nul_lines;
  gsize    letter_line; /* or 0 */
};

static BwDecoder *
new_decoder (const char *encoding,
             GError    **error)
{
  g_autoptr(BwDecoder) self = g_new0 (BwDecoder, 1);

  self->raw = g_malloc (RAW_SIZE);
  self->bad_lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->nul_lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->line = 1;
  self->unit = 1;
  self->mender.western = g_ascii_strcasecmp (encoding, "WINDOWS-1252") == 0
                         || g_ascii_strcasecmp (encoding, "CP1252") == 0;
  if (self->mender.western || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_steal_pointer (&self);

  if (g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0)
    self->unit = 2;
  else if (g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0)
    self->unit = 4;

  self->converter = g_iconv_open ("UTF-8", encoding);
  if (self->converter == (GIConv) -1)
    {
      self->converter = NULL;
      g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_ENCODING,
                   /* TRANSLATORS: what is put in is the name of an encoding */
                   _("There is no encoding “%s”; choose another, such as UTF-8"), encoding);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * bw_decoder_new:
 * @input: at its start; must outlive the decoder
 *
 * Returns: (transfer full): its text, or %NULL with @error set where there is no such encoding
 */
BwDecoder *
bw_decoder_new (BwInput    *input,
                const char *encoding,
                GError    **error)
{
  BwDecoder *self = new_decoder (encoding, error);

  if (self != NULL)
    self->input = input;

  return self;
}

/**
 * bw_decoder_new_for_bytes:
 * @bytes: whole, or a stretch from within a file
 *
 * Returns: (transfer full) (nullable): their text
 */
BwDecoder *
bw_decoder_new_for_bytes (GBytes     *bytes,
                          const char *encoding)
{
  BwDecoder *self = new_decoder (encoding, NULL);

  if (self != NULL)
    self->bytes = g_bytes_ref (bytes);

  return self;
}

void
bw_decoder_free (BwDecoder *self)
{
  if (self->converter != NULL)
    g_iconv_close (self->converter);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->bad_lines);
  g_array_unref (self->nul_lines);
  g_free (self->raw);
  g_free (self);
}

/**
 * bw_decoder_set_clean:
 *
 * Says that a survey found neither bad sequences nor zero bytes, so that UTF-8 may pass unchecked.
 */
void
bw_decoder_set_clean (BwDecoder *self)
{
  self->clean = TRUE;
}

static gssize
read_bytes (BwDecoder *self,
            guint8    *buffer,
            gsize      size,
            GError   **error)
{
  gconstpointer data;
  gsize n;

  if (self->input != NULL)
    return bw_input_read (self->input, buffer, size, error);

  data = g_bytes_get_data (self->bytes, &n);
  n = MIN (n, size);
  if (n > 0)
    {
      GBytes *rest = g_bytes_new_from_bytes (self->bytes, n, g_bytes_get_size (self->bytes) - n);

      memcpy (buffer, data, n);
      g_bytes_unref (self->bytes);
      self->bytes = rest;
    }

  return n;
}

static gboolean
fill_raw (BwDecoder *self,
          GError   **error)
{
  const gsize rest = self->n_raw - self->raw_pos;
  gssize n;

  memmove (self->raw, self->raw + self->raw_pos, rest);
  self->raw_pos = 0;
  self->n_raw = rest;
  n = read_bytes (self, self->raw + rest, RAW_SIZE - rest, error);
  if (n < 0)
    return FALSE;

  self->n_raw += n;
  self->at_end = n == 0;

  return TRUE;
}

/* Counts line ends as BwRecords does: LF, CR LF, CR CR LF and CR. */
static void
count_byte (BwDecoder *self,
            char       c)
{
  if (c == '\r')
    {
      self->line++;
      self->n_cr++;
      return;
    }
  if (c == '\n' && self->n_cr == 0)
    self->line++;
  else if (c == '\n' && self->n_cr > 1)
    self->line--;
  self->n_cr = 0;
  if ((guchar) c >= 0x80 && self->letter_line == 0)
    self->letter_line = self->line;
}

static void
name_line (BwDecoder *self,
           GArray    *lines)
{
  if (lines->len == 0 || g_array_index (lines, gsize, lines->len - 1) != self->line)
    g_array_append_val (lines, self->line);
}

/* Counts what the mender made of one byte, and names the line where it had to be mended. */
static void
count_mended (BwDecoder  *self,
              const char *text,
              gsize       length,
              guint       mended)
{
  if (mended & BW_MENDED_NUL)
    name_line (self, self->nul_lines);
  if (mended & BW_MENDED_FOREIGN)
    name_line (self, self->bad_lines);
  for (gsize i = 0; i < length; i++)
    count_byte (self, text[i]);
}

/* UTF-8 with stray bytes, and Windows-1252, perhaps with stray UTF-8. */
static gssize
read_mended (BwDecoder *self,
             char      *buffer,
             gsize      size,
             GError   **error)
{
  char *out = buffer;

  while (out == buffer)
    {
      if (self->raw_pos == self->n_raw && !fill_raw (self, error))
        return -1;
      if (self->at_end)
        break;
      while (self->raw_pos < self->n_raw && size - (out - buffer) > 4 * MAX_CHAR)
        {
          guint mended;
          const gsize n = bw_mender_put (&self->mender, self->raw[self->raw_pos++], out, &mended);

          count_mended (self, out, n, mended);
          out += n;
        }
    }
  if (self->at_end)
    {
      guint mended;
      const gsize n = bw_mender_end (&self->mender, out, &mended);

      count_mended (self, out, n, mended);
      out += n;
    }

  return out - buffer;
}

/* Counts lines and drops zero bytes in what iconv made. */
static gsize
settle (BwDecoder *self,
        char      *text,
        gsize      n)
{
  gsize n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (text[i] == '\0')
        {
          name_line (self, self->nul_lines);
          continue;
        }
      count_byte (self, text[i]);
      text[n_kept++] = text[i];
    }

  return n_kept;
}

static gssize
read_converted (BwDecoder *self,
                char      *buffer,
                gsize      size,
                GError   **error)
{
  gsize n = 0;

  while (n == 0)
    {
      char *in, *out = buffer;
      gsize n_in, n_out = size - MAX_CHAR, result;
      int code;

      if (!self->at_end && self->n_raw - self->raw_pos < RAW_SIZE / 2 && !fill_raw (self, error))
        return -1;
      if (self->n_raw == self->raw_pos && self->at_end)
        break;

      in = (char *) self->raw + self->raw_pos;
      n_in = self->n_raw - self->raw_pos;
      result = g_iconv (self->converter, &in, &n_in, &out, &n_out);
      code = errno;
      self->raw_pos = self->n_raw - n_in;
      n = settle (self, buffer, out - buffer);
      if (result == (gsize) -1 && (code == EILSEQ || (code == EINVAL && self->at_end)))
        {
          self->raw_pos = MIN (self->raw_pos + self->unit, self->n_raw);
          name_line (self, self->bad_lines);
          n += g_unichar_to_utf8 (0xFFFD, buffer + n);
        }
    }

  return n;
}

/**
 * bw_decoder_read:
 * @size: not under 64
 *
 * Returns: bytes of UTF-8 given, without a byte order mark; 0 at the end, -1 with @error set
 */
gssize
bw_decoder_read (BwDecoder *self,
                 char      *buffer,
                 gsize      size,
                 GError   **error)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gssize n;

  if (self->converter != NULL)
    n = read_converted (self, buffer, size, error);
  else if (self->clean && !self->mender.western)
    n = read_bytes (self, (guint8 *) buffer, size, error);
  else
    n = read_mended (self, buffer, size, error);
  if (self->begun || n <= 0)
    return n;

  self->begun = TRUE;
  if ((gsize) n < strlen (mark) || memcmp (buffer, mark, strlen (mark)) != 0)
    return n;

  n -= strlen (mark);
  memmove (buffer, buffer + strlen (mark), n);

  return n > 0 ? n : bw_decoder_read (self, buffer, size, error);
}

/**
 * bw_decoder_get_bad_lines:
 *
 * Returns: (element-type gsize): physical lines read so far that had to be mended
 */
const GArray *
bw_decoder_get_bad_lines (const BwDecoder *self)
{
  return self->bad_lines;
}

/**
 * bw_decoder_get_nul_lines:
 *
 * Returns: (element-type gsize): physical lines read so far with zero bytes, which were left out
 */
const GArray *
bw_decoder_get_nul_lines (const BwDecoder *self)
{
  return self->nul_lines;
}

/**
 * bw_decoder_get_letter_line:
 *
 * Returns: the first physical line read so far with a letter beyond ASCII, 0 where there is none;
 *   for encodings other than UTF-8
 */
gsize
bw_decoder_get_letter_line (const BwDecoder *self)
{
  return self->letter_line;
}
