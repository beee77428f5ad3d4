/* Sentences on what differs: gathered, and filled in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/differences-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Adds a sentence, which is taken; among those about the same the largest @size comes first, where
 * the difference is more than an error of rounding. */
void
bw_differences_add (BwDifferences *self,
                    BwAbout        about,
                    double         size,
                    char          *text)
{
  const BwDifference row = { about, floor (size * 1e6 + 0.5), text };

  g_array_append_val (self->rows, row);
}

/* Adds @format, which has {name}, and perhaps {before} and {after}, filled in. */
void
bw_differences_add_text (BwDifferences *self,
                         BwAbout        about,
                         const char    *format,
                         const char    *name,
                         const char    *before,
                         const char    *after)
{
  const char *const fields[][2] = { { "{name}", name }, { "{before}", before }, { "{after}", after } };
  GString *text = g_string_new (NULL);

  while (*format != '\0')
    {
      guint field = 0;

      while (field < G_N_ELEMENTS (fields) && !g_str_has_prefix (format, fields[field][0]))
        field++;
      if (field == G_N_ELEMENTS (fields))
        {
          g_string_append_c (text, *format++);
          continue;
        }
      g_string_append (text, fields[field][1] != NULL ? fields[field][1] : "");
      format += strlen (fields[field][0]);
    }
  bw_differences_add (self, about, 0, g_string_free (text, FALSE));
}

/* A number as the locale writes it, with as many digits as tell it from any other. */
char *
bw_differences_dup_number (double number)
{
  for (int digits = 6;; digits++)
    {
      g_autofree char *text = g_strdup_printf ("%.*g", digits, number);

      if (digits == 17 || strtod (text, NULL) == number)
        return *text == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
    }
}

/* Adds @format with two numbers, where they differ. */
void
bw_differences_compare_numbers (BwDifferences *self,
                                BwAbout        about,
                                const char    *format,
                                const char    *name,
                                double         before,
                                double         after)
{
  g_autofree char *x = bw_differences_dup_number (before);
  g_autofree char *y = bw_differences_dup_number (after);

  if (before != after)
    bw_differences_add_text (self, about, format, name, x, y);
}

/* Adds @format with two texts, where they differ. */
void
bw_differences_compare_texts (BwDifferences *self,
                              BwAbout        about,
                              const char    *format,
                              const char    *name,
                              const char    *before,
                              const char    *after)
{
  if (g_strcmp0 (before, after) != 0)
    bw_differences_add_text (self, about, format, name, before, after);
}
