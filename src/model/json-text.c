/* A look over a JSON text before it is parsed: size, encoding, depth, stray characters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-glib goes one call deeper with every bracket and lets comments and other extensions pass;
 * here a hostile text is stopped before it, and one that only Bellwether could read is refused. */

#include "model/json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 16

typedef struct
{
  const char *p;
  const char *end;
  gsize       line;
  char        open[MAX_DEPTH];
  guint       depth;
} Scan;

/* Runs to the closing quote; a line's end, a control character or the text's end is an error. */
static char *
scan_quoted (Scan *scan)
{
  for (scan->p++; scan->p < scan->end; scan->p++)
    {
      if (*scan->p == '"')
        return NULL;
      if ((guchar) *scan->p < 0x20)
        break;
      if (*scan->p == '\\' && scan->p + 1 < scan->end)
        {
          if (scan->end - scan->p >= 6 && strncmp (scan->p, "\\u0000", 6) == 0)
            return g_strdup (_("a text holds the character 0, which no text may"));
          scan->p++;
        }
    }

  return g_strdup (_("a text in quotation marks does not end on its line"));
}

static char *
scan_bracket (Scan *scan)
{
  if (*scan->p == '{' || *scan->p == '[')
    {
      if (scan->depth == MAX_DEPTH)
        return g_strdup_printf (_("brackets are nested more than %d deep, which no model is"),
                                MAX_DEPTH);
      scan->open[scan->depth++] = *scan->p == '{' ? '}' : ']';
    }
  else if (scan->depth == 0 || scan->open[--scan->depth] != *scan->p)
    {
      return g_strdup_printf (_("there is a “%c” that closes nothing"), *scan->p);
    }

  return NULL;
}

static char *
scan_character (Scan *scan)
{
  const gunichar c = g_utf8_get_char (scan->p);

  if (c == '\n')
    scan->line++;
  else if (c == '"')
    return scan_quoted (scan);
  else if (c < 128 && strchr ("{}[]", c) != NULL)
    return scan_bracket (scan);
  else if (c == 0 || c >= 128 || !(g_ascii_isalnum (c) || strchr (" \t\r:,+-.", c) != NULL))
    {
      char shown[7] = "";

      g_unichar_to_utf8 (g_unichar_isprint (c) ? c : 0xfffd, shown);
      return g_strdup_printf (_("there is a stray “%s”; outside of texts JSON knows brackets, "
                                "commas, colons and numbers, and no comments"), shown);
    }

  return NULL;
}

/**
 * bw_json_text_check:
 * @text: (array length=length): of any origin
 * @line: (out): the line of what is wrong, from 1; 0 where it concerns the whole text
 *
 * Returns: (nullable) (transfer full): why @text is no JSON that can be parsed safely, a sentence
 *   for a person; %NULL where nothing is wrong so far
 */
char *
bw_json_text_check (const char *text,
                    gsize       length,
                    gsize      *line)
{
  Scan scan = { text, text + length, 1 };
  const char *valid = NULL;

  *line = 0;
  if (length > MAX_BYTES)
    return g_strdup_printf (_("the file has more than %d MB, which is too large for a model"),
                            MAX_BYTES / (1024 * 1024));
  if (!g_utf8_validate_len (text, length, &valid))
    {
      *line = 1;
      for (const char *p = text; p < valid; p++)
        *line += *p == '\n';
      return g_strdup (_("the text is not UTF-8; save it as UTF-8"));
    }

  for (; scan.p < scan.end; scan.p++)
    {
      char *wrong = scan_character (&scan);

      *line = scan.line;
      if (wrong != NULL)
        return wrong;
    }

  return scan.depth > 0 ? g_strdup (_("the file breaks off before its last bracket closes")) : NULL;
}
