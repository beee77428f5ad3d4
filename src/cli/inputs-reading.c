/* How the files of a call are to be read, where its options say so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  char        character;
} named_characters[] = {
  { "tab", '\t' }, { "comma", ',' }, { "semicolon", ';' }, { "bar", '|' }, { "space", ' ' },
};

static gboolean
parse_delimiter (const char *text,
                 char       *delimiter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named_characters); i++)
    {
      if (g_ascii_strcasecmp (text, named_characters[i].name) == 0)
        {
          *delimiter = named_characters[i].character;
          return TRUE;
        }
    }
  *delimiter = text[0];

  return text[0] > 0 && text[1] == '\0';
}

static gboolean
parse_quote (const char *text,
             char       *quote)
{
  const gboolean none = g_ascii_strcasecmp (text, "none") == 0;

  *quote = none ? BW_QUOTE_NONE : text[0];

  return none || (text[0] > 0 && text[1] == '\0');
}

/**
 * bw_inputs_take_reading:
 *
 * Makes @self->reading of what the options say; %NULL where they say nothing.
 *
 * Returns: whether they can be understood; if not, that has been said on standard error
 */
gboolean
bw_inputs_take_reading (BwInputs *self)
{
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autofree char *what = NULL;

  if (self->sheet == NULL && self->encoding == NULL && self->delimiter == NULL && self->quote == NULL)
    return TRUE;

  if (self->mapping != NULL)
    what = g_strdup (_("--mapping says how files are read; leave out --sheet, --encoding, --delimiter and --quote"));
  else if (self->delimiter != NULL && !parse_delimiter (self->delimiter, &reading->delimiter))
    what = g_strdup_printf (_("“%s” is no delimiter; give one character, or tab, comma, semicolon, bar or space"),
                            self->delimiter);
  else if (self->quote != NULL && !parse_quote (self->quote, &reading->quote))
    what = g_strdup_printf (_("“%s” is no quote; give one character, or none"), self->quote);
  if (what != NULL)
    {
      bw_wrong_usage (self->command, what);
      return FALSE;
    }

  reading->sheet = g_strdup (self->sheet);
  reading->encoding = g_strdup (self->encoding);
  self->reading = g_steal_pointer (&reading);

  return TRUE;
}

/**
 * bw_inputs_find_reading:
 * @mapping: (nullable): the one that was given
 *
 * Returns: (transfer none) (nullable): how @file is read
 */
const BwReading *
bw_inputs_find_reading (const BwInputs  *self,
                        const BwMapping *mapping,
                        GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const guint match = mapping != NULL ? bw_mapping_match (mapping, name) : BW_NONE;

  return match != BW_NONE ? bw_mapping_get_source (mapping, match)->reading : self->reading;
}
