/* A look over a JSON text before it is parsed: size, encoding, depth, and every comma. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-glib goes one call deeper with every bracket, lets comments, octal numbers and whatever
 * follows the first value pass, and tells no line; so the grammar of RFC 8259 is held here, and it
 * only ever sees texts that fit it. */

#include "model/json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 16
#define MAX_DIGITS 18 /* of a whole number: what a gint64 holds for certain */

typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_CLOSE,
  WANT_KEY,
  WANT_KEY_OR_CLOSE,
  WANT_COLON,
  WANT_COMMA_OR_CLOSE,
  WANT_END,
} Want;

typedef struct
{
  const char *p; /* ends with a NUL */
  gsize       line;
  Want        want;
  char        open[MAX_DEPTH]; /* the brackets that close what is open */
  guint       depth;
} Scan;

/* The character at @p, to be shown to a person. */
static char *
dup_shown (const char *p)
{
  const gunichar c = g_utf8_get_char (p);
  char shown[7] = "";

  g_unichar_to_utf8 (g_unichar_isprint (c) ? c : 0xfffd, shown);

  return g_strdup (shown);
}

static char *
unexpected (const Scan *scan)
{
  g_autofree char *shown = dup_shown (scan->p);

  if (*scan->p == '\0')
    return scan->want == WANT_VALUE && scan->depth == 0
           ? g_strdup (_("there is nothing in it"))
           : g_strdup (_("it breaks off before its last bracket closes"));

  switch (scan->want)
    {
    case WANT_KEY:
    case WANT_KEY_OR_CLOSE:
      return g_strdup_printf (_("a key in quotation marks has to stand where “%s” is"), shown);
    case WANT_COLON:
      return g_strdup_printf (_("a colon is missing before “%s”"), shown);
    case WANT_COMMA_OR_CLOSE:
      return g_strdup_printf (_("a comma or “%c” is missing before “%s”"),
                              scan->open[scan->depth - 1], shown);
    case WANT_END:
      return g_strdup_printf (_("“%s” follows after the end"), shown);
    case WANT_VALUE:
    case WANT_VALUE_OR_CLOSE:
    default:
      return g_strdup_printf (_("a value has to stand where “%s” is"), shown);
    }
}

static gboolean
is_value_wanted (const Scan *scan)
{
  return scan->want == WANT_VALUE || scan->want == WANT_VALUE_OR_CLOSE;
}

static void
end_value (Scan *scan)
{
  scan->want = scan->depth > 0 ? WANT_COMMA_OR_CLOSE : WANT_END;
}

/* Returns: the four hexadecimal digits at @p as a number, or -1 */
static int
hex_at (const char *p)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = 16 * value + g_ascii_xdigit_value (p[i]);
    }

  return value;
}

/* From a backslash to the last character that belongs to it. */
static char *
scan_escape (Scan *scan)
{
  int code;

  scan->p++;
  if (*scan->p != '\0' && strchr ("\"\\/bfnrt", *scan->p) != NULL)
    return NULL;

  code = *scan->p == 'u' ? hex_at (scan->p + 1) : -1;
  if (code == 0)
    return g_strdup (_("a text holds the character 0, which no text may"));
  if (code < 0 || (code >= 0xdc00 && code <= 0xdfff))
    return g_strdup (_("a backslash in a text is followed by what JSON does not know; write \\\\ "
                       "for a backslash"));
  scan->p += 4;
  if (code < 0xd800 || code > 0xdbff)
    return NULL;

  code = scan->p[1] == '\\' && scan->p[2] == 'u' ? hex_at (scan->p + 3) : -1;
  if (code < 0xdc00 || code > 0xdfff)
    return g_strdup (_("a text holds half of a character (\\ud83d without its other half)"));
  scan->p += 6;

  return NULL;
}

/* From a quotation mark past the one that ends the text. */
static char *
scan_text (Scan *scan)
{
  for (scan->p++; *scan->p != '"'; scan->p++)
    {
      char *wrong = NULL;

      if ((guchar) *scan->p < 0x20)
        return g_strdup (_("a text in quotation marks does not end on its line"));
      if (*scan->p == '\\')
        wrong = scan_escape (scan);
      if (wrong != NULL)
        return wrong;
    }
  scan->p++;

  return NULL;
}

static char *
scan_key_or_text (Scan *scan)
{
  const gboolean key = scan->want == WANT_KEY || scan->want == WANT_KEY_OR_CLOSE;
  char *wrong;

  if (!key && !is_value_wanted (scan))
    return unexpected (scan);

  wrong = scan_text (scan);
  if (key)
    scan->want = WANT_COLON;
  else
    end_value (scan);

  return wrong;
}

static gsize
skip_digits (Scan *scan)
{
  const char *start = scan->p;

  while (g_ascii_isdigit (*scan->p))
    scan->p++;

  return scan->p - start;
}

static char *
scan_number (Scan *scan)
{
  gsize n_digits;
  gboolean leading_zero, fits = TRUE, whole = TRUE;

  if (!is_value_wanted (scan))
    return unexpected (scan);

  scan->p += *scan->p == '-';
  leading_zero = *scan->p == '0';
  n_digits = skip_digits (scan);
  fits = n_digits == 1 || (n_digits > 1 && !leading_zero);
  if (*scan->p == '.')
    {
      whole = FALSE;
      scan->p++;
      fits = skip_digits (scan) > 0 && fits;
    }
  if (*scan->p == 'e' || *scan->p == 'E')
    {
      whole = FALSE;
      scan->p++;
      scan->p += *scan->p == '+' || *scan->p == '-';
      fits = skip_digits (scan) > 0 && fits;
    }
  if (!fits || g_ascii_isalnum (*scan->p) || *scan->p == '_')
    return g_strdup (_("a number is not written as JSON has it; write it like 12, -0.5 or 1e6"));
  if (whole && n_digits > MAX_DIGITS)
    return g_strdup_printf (_("a whole number has more than %d digits; write it like 1e20"),
                            MAX_DIGITS);
  end_value (scan);

  return NULL;
}

static char *
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words) && is_value_wanted (scan); i++)
    {
      const gsize length = strlen (words[i]);

      if (strncmp (scan->p, words[i], length) == 0 && !g_ascii_isalnum (scan->p[length]))
        {
          scan->p += length;
          end_value (scan);
          return NULL;
        }
    }

  return unexpected (scan);
}

static char *
scan_open (Scan *scan)
{
  if (!is_value_wanted (scan))
    return unexpected (scan);
  if (scan->depth == MAX_DEPTH)
    return g_strdup_printf (_("brackets are nested more than %d deep, which no model is"),
                            MAX_DEPTH);

  scan->open[scan->depth++] = *scan->p == '{' ? '}' : ']';
  scan->want = *scan->p++ == '{' ? WANT_KEY_OR_CLOSE : WANT_VALUE_OR_CLOSE;

  return NULL;
}

static char *
scan_close (Scan *scan)
{
  const gboolean may_close = scan->want == WANT_COMMA_OR_CLOSE ||
                             scan->want == WANT_KEY_OR_CLOSE ||
                             scan->want == WANT_VALUE_OR_CLOSE;

  if (!may_close || scan->open[scan->depth - 1] != *scan->p)
    return unexpected (scan);

  scan->p++;
  scan->depth--;
  end_value (scan);

  return NULL;
}

/* A colon, or a comma. */
static char *
scan_mark (Scan *scan)
{
  if (*scan->p == ':' && scan->want == WANT_COLON)
    scan->want = WANT_VALUE;
  else if (*scan->p == ',' && scan->want == WANT_COMMA_OR_CLOSE)
    scan->want = scan->open[scan->depth - 1] == '}' ? WANT_KEY : WANT_VALUE;
  else
    return unexpected (scan);
  scan->p++;

  return NULL;
}

static char *
scan_token (Scan *scan)
{
  switch (*scan->p)
    {
    case '"':
      return scan_key_or_text (scan);
    case '{':
    case '[':
      return scan_open (scan);
    case '}':
    case ']':
      return scan_close (scan);
    case ':':
    case ',':
      return scan_mark (scan);
    case '/':
    case '#':
      return g_strdup (_("there is a comment, which JSON does not know"));
    default:
      return g_ascii_isdigit (*scan->p) || *scan->p == '-' ? scan_number (scan) : scan_word (scan);
    }
}

static char *
scan_all (Scan *scan)
{
  char *wrong = NULL;

  while (wrong == NULL)
    {
      for (; *scan->p != '\0' && strchr (" \t\r\n", *scan->p) != NULL; scan->p++)
        scan->line += *scan->p == '\n';
      if (*scan->p == '\0')
        return scan->want == WANT_END ? NULL : unexpected (scan);
      wrong = scan_token (scan);
    }

  return wrong;
}

/**
 * bw_json_text_check:
 * @text: (array length=length): of any origin, with a NUL behind it
 * @line: (out): the line of what is wrong, from 1; 0 where it concerns the whole text
 *
 * Returns: (nullable) (transfer full): why @text is no JSON that can be parsed safely, a sentence
 *   for a person; %NULL where it is
 */
char *
bw_json_text_check (const char *text,
                    gsize       length,
                    gsize      *line)
{
  Scan scan = { text, 1, WANT_VALUE };
  const char *valid = NULL;
  char *wrong;

  *line = 0;
  if (length > BW_MAX_JSON_BYTES)
    return g_strdup_printf (_("the file has more than %d MB, which is too large for a model"),
                            BW_MAX_JSON_BYTES / (1024 * 1024));
  if (!g_utf8_validate_len (text, length, &valid))
    {
      *line = 1;
      for (const char *p = text; p < valid; p++)
        *line += *p == '\n';
      return g_strdup (valid < text + length && *valid == '\0'
                       ? _("a text holds the character 0, which no text may")
                       : _("the text is not UTF-8; save it as UTF-8"));
    }

  wrong = scan_all (&scan);
  *line = scan.line;

  return wrong;
}
