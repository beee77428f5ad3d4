/* What a condition compares with: a text that may also be a number, a date or yes/no. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text decides what an operand is, not how the file wrote it: "5" and 5, "yes" and true are one
 * operand each, so that a model that is written and read again is the same model. */

#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * bw_text_to_number:
 *
 * Returns: the number that @text is in C form, or NaN where it is none
 */
double
bw_text_to_number (const char *text)
{
  const gsize length = strspn (text, "0123456789+-.eE");
  double number;
  char *end;

  if (length == 0 || text[length] != '\0' || strpbrk (text, "0123456789") == NULL)
    return NAN;

  number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (number) ? number + 0.0 : NAN;
}

/**
 * bw_text_to_flag:
 *
 * Returns: 1 for yes or true, 0 for no or false, in either case of letters; else NaN
 */
double
bw_text_to_flag (const char *text)
{
  if (g_ascii_strcasecmp (text, "yes") == 0 || g_ascii_strcasecmp (text, "true") == 0)
    return 1;
  if (g_ascii_strcasecmp (text, "no") == 0 || g_ascii_strcasecmp (text, "false") == 0)
    return 0;

  return NAN;
}

/**
 * bw_text_to_date:
 *
 * Returns: days since 1970-01-01 of an ISO date (2026-01-31), or NaN
 */
double
bw_text_to_date (const char *text)
{
  guint parts[3];
  GDate date;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return NAN;

  for (guint i = 0; i < 10; i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
        return NAN;
    }
  parts[0] = (guint) g_ascii_strtoull (text, NULL, 10);
  parts[1] = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  parts[2] = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return NAN;

  g_date_set_dmy (&date, parts[2], parts[1], parts[0]);

  return (double) g_date_get_julian (&date) - BW_EPOCH_JULIAN;
}

gboolean
bw_operand_is_number (const BwOperand *self)
{
  return !isnan (bw_text_to_number (self->text));
}

gboolean
bw_operand_is_date (const BwOperand *self)
{
  return !isnan (bw_text_to_date (self->text));
}

gboolean
bw_operand_is_flag (const BwOperand *self)
{
  return !isnan (bw_text_to_flag (self->text)) || self->number == 0 || self->number == 1;
}

/**
 * bw_text_to_operand_number:
 *
 * Returns: the number, date (in days) or yes/no that @text is as an operand, or NaN
 */
double
bw_text_to_operand_number (const char *text)
{
  double number = bw_text_to_number (text);

  if (isnan (number))
    number = bw_text_to_date (text);
  if (isnan (number))
    number = bw_text_to_flag (text);

  return number;
}

/**
 * bw_operand_from_text:
 * @recipe: keeps the text
 */
void
bw_operand_from_text (BwRecipe   *recipe,
                      const char *text,
                      BwOperand  *out)
{
  out->text = bw_recipe_text (recipe, text);
  out->number = bw_text_to_operand_number (text);
}

/**
 * bw_operand_read:
 * @node: a text, a number, true or false
 */
gboolean
bw_operand_read (BwReader  *reader,
                 JsonNode  *node,
                 BwOperand *out)
{
  const GType type = json_node_get_value_type (node);
  char number[BW_NUMBER_LENGTH];
  const char *text = NULL;
  double value;

  if (type == G_TYPE_BOOLEAN)
    {
      bw_operand_from_text (reader->recipe, json_node_get_boolean (node) ? "yes" : "no", out);
      return TRUE;
    }
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    {
      if (!bw_reader_node_number (reader, node, &value))
        return FALSE;
      bw_operand_from_text (reader->recipe, bw_number_to_text (value, number), out);
      return TRUE;
    }
  if (type != G_TYPE_STRING)
    return bw_place_fail (reader->place, _("write a text, a number, true or false to "
                                           "compare with"));
  if (!bw_reader_node_text (reader, node, &text))
    return FALSE;

  bw_operand_from_text (reader->recipe, text, out);

  return TRUE;
}

void
bw_operand_write (const BwOperand *self,
                  BwWriter        *writer,
                  const char      *key)
{
  const double number = bw_text_to_number (self->text);
  char text[BW_NUMBER_LENGTH];

  if (!isnan (number) && g_str_equal (bw_number_to_text (number, text), self->text))
    bw_writer_number (writer, key, number);
  else
    bw_writer_text (writer, key, self->text);
}
