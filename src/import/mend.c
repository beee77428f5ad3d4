/* Bytes that are UTF-8 or Windows-1252, mixed as they come, become UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/mend.h"

#include <string.h>

/* One byte as Windows-1252. */
static gsize
put_western (const BwMender *self,
             guint8          byte,
             char           *out,
             guint          *mended)
{
  const gunichar c = bw_windows_1252_character (byte);

  if (byte >= 0x80 && (!self->western || c == 0xFFFD))
    *mended |= BW_MENDED_FOREIGN;

  return g_unichar_to_utf8 (c, out);
}

static gsize
put_open (BwMender *self,
          char     *out,
          guint    *mended)
{
  gsize n = 0;

  for (guint i = 0; i < self->n_open; i++)
    n += put_western (self, self->open[i], out + n, mended);
  self->n_open = 0;

  return n;
}

/* Whether the complete sequence is a letter or a sign that stands in Western texts. Other sequences
 * are more likely letters of Windows-1252 that happen to be side by side. */
static gboolean
is_likely (const BwMender *self)
{
  const guint8 *p = self->open;

  return !self->western || self->n_open == 1
         || (self->n_open == 2 && (p[0] == 0xC2 || p[0] == 0xC3))
         || (self->n_open == 3 && p[0] == 0xE2 && (p[1] == 0x80 || p[1] == 0x82));
}

/**
 * bw_mender_put:
 * @out: at least %BW_MENDER_MAX bytes
 * @mended: (out): what had to be done, of #BwMended
 *
 * Returns: bytes of UTF-8 put into @out: none while a sequence is not complete
 */
gsize
bw_mender_put (BwMender *self,
               guint8    byte,
               char     *out,
               guint    *mended)
{
  BwUtf8Step step = bw_utf8_step (&self->utf8, byte);
  gsize n = 0;

  *mended = 0;
  if (step == BW_UTF8_BAD_BEFORE)
    {
      n = put_open (self, out, mended);
      step = bw_utf8_step (&self->utf8, byte);
    }
  if (step == BW_UTF8_BAD)
    return n + put_open (self, out + n, mended) + put_western (self, byte, out + n, mended);
  if (byte == 0)
    {
      *mended |= BW_MENDED_NUL;
      return n;
    }

  self->open[self->n_open++] = byte;
  if (step != BW_UTF8_CHARACTER)
    return n;
  if (!is_likely (self))
    return n + put_open (self, out + n, mended);

  memcpy (out + n, self->open, self->n_open);
  n += self->n_open;
  if (self->western && self->n_open > 1)
    *mended |= BW_MENDED_FOREIGN;
  self->n_open = 0;

  return n;
}

/**
 * bw_mender_end:
 *
 * Says that there are no more bytes.
 *
 * Returns: bytes of UTF-8 put into @out, for a sequence that was cut off
 */
gsize
bw_mender_end (BwMender *self,
               char     *out,
               guint    *mended)
{
  *mended = 0;

  return put_open (self, out, mended);
}
