/* Any column as one of codes, so that keys compare whatever type they were read as. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are told apart in an open-addressed table of their bits; only distinct ones become text. */

#include "panel/codes.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double  *values; /* by slot */
  guint32 *codes;  /* by slot; BW_NO_CODE where free */
  gsize    n_slots;
  gsize    n_used;
} NumberSlots;

static void
slots_init (NumberSlots *slots,
            gsize        n_slots)
{
  slots->n_slots = n_slots;
  slots->n_used = 0;
  slots->values = g_new (double, n_slots);
  slots->codes = g_new (guint32, n_slots);
  memset (slots->codes, 0xff, n_slots * sizeof (guint32));
}

static void
slots_clear (NumberSlots *slots)
{
  g_free (slots->values);
  g_free (slots->codes);
}

static gsize
find_slot (const NumberSlots *slots,
           double             value)
{
  guint64 bits;
  gsize slot;

  memcpy (&bits, &value, sizeof bits);
  bits *= 0x9e3779b97f4a7c15u;
  slot = (bits >> 20) & (slots->n_slots - 1);
  while (slots->codes[slot] != BW_NO_CODE && slots->values[slot] != value)
    slot = (slot + 1) & (slots->n_slots - 1);

  return slot;
}

static void
slots_grow (NumberSlots *slots)
{
  NumberSlots old = *slots;

  slots_init (slots, old.n_slots * 4);
  slots->n_used = old.n_used;
  for (gsize i = 0; i < old.n_slots; i++)
    {
      if (old.codes[i] != BW_NO_CODE)
        {
          const gsize slot = find_slot (slots, old.values[i]);

          slots->values[slot] = old.values[i];
          slots->codes[slot] = old.codes[i];
        }
    }
  slots_clear (&old);
}

static void
write_number (double value,
              char   text[G_ASCII_DTOSTR_BUF_SIZE])
{
  if (value == floor (value) && fabs (value) < 1e15)
    g_snprintf (text, G_ASCII_DTOSTR_BUF_SIZE, "%" G_GINT64_FORMAT, (gint64) value);
  else
    g_ascii_dtostr (text, G_ASCII_DTOSTR_BUF_SIZE, value);
}

static guint32
code_of_number (NumberSlots         *slots,
                BwDictionaryBuilder *builder,
                double               number)
{
  const double value = number == 0 ? 0 : number; /* -0 is 0 */
  const gsize slot = find_slot (slots, value);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  guint32 code = slots->codes[slot];

  if (code != BW_NO_CODE)
    return code;

  write_number (value, text);
  code = bw_dictionary_builder_add (builder, text, -1);
  slots->values[slot] = value;
  slots->codes[slot] = code;
  if (++slots->n_used * 2 > slots->n_slots)
    slots_grow (slots);

  return code;
}

/**
 * bw_column_as_codes:
 *
 * Cost: nothing for a column of codes; else one pass.
 *
 * Returns: (transfer full): @column itself, or a column of the texts of its numbers ("906")
 */
BwColumn *
bw_column_as_codes (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  const gsize n_rows = bw_column_get_n_rows (column);
  g_autoptr(BwDictionaryBuilder) builder = NULL;
  g_autoptr(BwDictionary) dictionary = NULL;
  NumberSlots slots;
  guint32 *codes;

  if (numbers == NULL)
    return bw_column_ref (column);

  builder = bw_dictionary_builder_new ();
  codes = g_new (guint32, MAX (n_rows, 1));
  slots_init (&slots, 1024);
  for (gsize row = 0; row < n_rows; row++)
    codes[row] = isnan (numbers[row]) ? BW_NO_CODE : code_of_number (&slots, builder, numbers[row]);
  slots_clear (&slots);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (bw_column_get_name (column), BW_COLUMN_KEY, codes, n_rows, dictionary);
}

/**
 * bw_dictionary_translate:
 *
 * Returns: (transfer full) (array): for each code of @from that of the same text in @to, or
 *   %BW_NO_CODE
 */
guint32 *
bw_dictionary_translate (BwDictionary *from,
                         BwDictionary *to)
{
  const guint32 size = bw_dictionary_size (from);
  guint32 *codes = g_new (guint32, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    codes[code] = from == to ? code : bw_dictionary_lookup (to, bw_dictionary_get (from, code));

  return codes;
}

/**
 * bw_column_count_codes:
 *
 * Returns: how many rows of @coded have a text
 */
gsize
bw_column_count_codes (BwColumn *coded)
{
  const guint32 *codes = bw_column_get_codes (coded);
  const gsize n_rows = bw_column_get_n_rows (coded);
  gsize count = 0;

  for (gsize row = 0; row < n_rows; row++)
    count += codes[row] != BW_NO_CODE;

  return count;
}
