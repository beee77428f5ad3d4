/* What a picture file says about itself: its size on paper and what it shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/picture-private.h"

#include <math.h>
#include <string.h>

#define PNG_HEAD 33 /* bytes of a PNG's signature and its first chunk, behind which ours stand */

/* The checksum of PNG's specification, bit by bit: our chunks are short. */
static guint32
checksum (const guint8 *data,
          gsize         length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~crc;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  const guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *bytes,
              const char *type,
              GByteArray *content)
{
  const gsize start = bytes->len + 4;

  append_number (bytes, content->len);
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, content->data, content->len);
  append_number (bytes, checksum (bytes->data + start, bytes->len - start));
}

static void
append_colours (GByteArray *bytes)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  const guint8 intent = 0; /* perceptual */

  g_byte_array_append (content, &intent, 1);
  append_chunk (bytes, "sRGB", content);
}

static void
append_size (GByteArray *bytes,
             double      pixels_a_point)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  const guint32 pixels_a_metre = (guint32) round (pixels_a_point * 72 / 0.0254);
  const guint8 metres = 1;

  append_number (content, pixels_a_metre);
  append_number (content, pixels_a_metre);
  g_byte_array_append (content, &metres, 1);
  append_chunk (bytes, "pHYs", content);
}

static void
append_text (GByteArray *bytes,
             const char *text)
{
  static const char head[] = "Description\0\0\0\0"; /* not compressed, no language */
  g_autoptr(GByteArray) content = g_byte_array_new ();

  g_byte_array_append (content, (const guint8 *) head, sizeof head);
  g_byte_array_append (content, (const guint8 *) text, strlen (text));
  append_chunk (bytes, "iTXt", content);
}

/* Puts @inside in place of the @n bytes of @bytes at @at. */
static void
replace (GByteArray   *bytes,
         gsize         at,
         gsize         n,
         const guint8 *inside,
         gsize         length)
{
  g_autofree guint8 *tail = g_memdup2 (bytes->data + at + n, bytes->len - at - n);
  const gsize n_tail = bytes->len - at - n;

  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, inside, length);
  g_byte_array_append (bytes, tail, n_tail);
}

/**
 * bw_png_describe:
 * @png: (inout): a whole PNG file
 * @description: what it shows
 *
 * Adds the colours' standard, the size on paper and @description.
 */
void
bw_png_describe (GByteArray *png,
                 double      pixels_a_point,
                 const char *description)
{
  g_autoptr(GByteArray) chunks = g_byte_array_new ();

  append_colours (chunks);
  append_size (chunks, pixels_a_point);
  append_text (chunks, description);
  replace (png, PNG_HEAD, 0, chunks->data, chunks->len);
}

/* The id of the group that holds the picture is counted up from one picture to the next. */
static void
fix_ids (GString *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\"surface[0-9]+\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *fixed = g_regex_replace_literal (regex, text->str, (gssize) text->len, 0,
                                                    "\"picture\"", 0, NULL);

  g_string_assign (text, fixed);
}

/**
 * bw_svg_describe:
 * @svg: (inout): a whole SVG file
 * @description: what it shows, which becomes its title
 */
void
bw_svg_describe (GByteArray *svg,
                 const char *description)
{
  g_autoptr(GString) text = g_string_new_len ((const char *) svg->data, svg->len);
  const char *tag = strstr (text->str, "<svg");
  const char *end = tag != NULL ? strchr (tag, '>') : NULL;

  if (end != NULL)
    {
      g_autofree char *title = g_markup_printf_escaped ("\n<title>%s</title>", description);

      g_string_insert (text, end + 1 - text->str, title);
    }

  fix_ids (text);
  replace (svg, 0, svg->len, (const guint8 *) text->str, text->len);
}
