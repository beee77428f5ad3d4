/* JSON written in one stable form, so that two versions of a file differ only where they differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-glib's generator writes 0.1 as 0.10000000000000001 and every number of a list on a line of
 * its own; here a number is written with the fewest digits that read back the same. */

#include "model/json-writer.h"

#include <math.h>

#define MAX_DEPTH 16

typedef struct
{
  char     bracket;
  BwLayout layout;
  gboolean filled;
} Level;

struct _BwWriter
{
  GString *text;
  Level    levels[MAX_DEPTH];
  guint    depth;
};

/**
 * bw_number_to_text:
 * @value: finite
 * @text: (out): the fewest digits, in C form, that read back as @value
 *
 * Returns: (transfer none): @text
 */
const char *
bw_number_to_text (double value,
                   char   text[BW_NUMBER_LENGTH])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  value += 0.0; /* −0 becomes 0 */
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, BW_NUMBER_LENGTH, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  return text;
}

BwWriter *
bw_writer_new (void)
{
  BwWriter *self = g_new0 (BwWriter, 1);

  self->text = g_string_new (NULL);
  self->levels[0].layout = BW_LAYOUT_INLINE;

  return self;
}

/**
 * bw_writer_end:
 * @self: (transfer full): with everything closed
 *
 * Returns: (transfer full): the text, with a line's end
 */
char *
bw_writer_end (BwWriter *self)
{
  char *text;

  g_assert (self->depth == 0);

  g_string_append_c (self->text, '\n');
  text = g_string_free (self->text, FALSE);
  g_free (self);

  return text;
}

static void
append_text (GString    *out,
             const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (out, "\\u%04x", *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
break_line (BwWriter *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) (2 * self->depth), "");
}

static void
begin_member (BwWriter   *self,
              const char *key)
{
  Level *level = &self->levels[self->depth];

  if (level->filled)
    g_string_append (self->text, level->layout == BW_LAYOUT_INLINE ? ", " : ",");
  if (level->layout == BW_LAYOUT_LINES)
    break_line (self);
  level->filled = TRUE;

  if (key != NULL)
    {
      append_text (self->text, key);
      g_string_append (self->text, ": ");
    }
}

/**
 * bw_writer_open:
 * @key: (nullable): its name in the object that it is in; %NULL in a list
 * @bracket: '{' for an object, '[' for a list
 * @layout: how its members stand; inside an inline one all is inline
 */
void
bw_writer_open (BwWriter   *self,
                const char *key,
                char        bracket,
                BwLayout    layout)
{
  const BwLayout outer = self->levels[self->depth].layout;

  g_assert (self->depth + 1 < MAX_DEPTH);

  begin_member (self, key);
  g_string_append_c (self->text, bracket);
  if (self->depth > 0 && outer == BW_LAYOUT_INLINE)
    layout = BW_LAYOUT_INLINE;
  self->levels[++self->depth] = (Level) { bracket, layout, FALSE };
}

void
bw_writer_close (BwWriter *self)
{
  const Level level = self->levels[self->depth--];

  if (level.filled && level.layout == BW_LAYOUT_LINES)
    break_line (self);
  g_string_append_c (self->text, level.bracket == '{' ? '}' : ']');
}

void
bw_writer_text (BwWriter   *self,
                const char *key,
                const char *text)
{
  begin_member (self, key);
  append_text (self->text, text);
}

void
bw_writer_number (BwWriter   *self,
                  const char *key,
                  double      value)
{
  char text[BW_NUMBER_LENGTH];

  begin_member (self, key);
  g_string_append (self->text, bw_number_to_text (value, text));
}

void
bw_writer_flag (BwWriter   *self,
                const char *key,
                gboolean    value)
{
  begin_member (self, key);
  g_string_append (self->text, value ? "true" : "false");
}
