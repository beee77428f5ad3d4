/* The names that someone may have meant by one that is not there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/near.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MATCHES 3
#define LONGEST_NAME 64 /* characters; what is longer is compared by its beginning */

typedef struct
{
  const char *name;
  guint       distance;
  guint       index;
} Match;

/* Letters and digits alone, in one case: “Monthly charges” and “MonthlyCharges” are one name. */
static GArray *
bare (const char *name)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = name; *p != '\0' && letters->len < LONGEST_NAME; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isalnum (letter))
        g_array_append_val (letters, letter);
    }

  return letters;
}

/* How many letters to put in, take out, change, or exchange with the next one. */
static guint
distance_between (const GArray *a,
                  const GArray *b)
{
  const gunichar *x = (const gunichar *) a->data;
  const gunichar *y = (const gunichar *) b->data;
  guint rows[3][LONGEST_NAME + 1];

  for (guint j = 0; j <= b->len; j++)
    rows[0][j] = j;

  for (guint i = 1; i <= a->len; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i - 1) % 3];
      const guint *above_that = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= b->len; j++)
        {
          row[j] = MIN (above[j - 1] + (x[i - 1] != y[j - 1]), 1 + MIN (above[j], row[j - 1]));
          if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
            row[j] = MIN (row[j], above_that[j - 2] + 1);
        }
    }

  return rows[a->len % 3][b->len];
}

static gboolean
is_part (const GArray *part,
         const GArray *whole)
{
  if (part->len < 3 || part->len > whole->len)
    return FALSE;

  for (guint i = 0; i + part->len <= whole->len; i++)
    {
      if (memcmp (&g_array_index (whole, gunichar, i), part->data,
                  part->len * sizeof (gunichar)) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_matches (const void *a,
                 const void *b)
{
  const Match *x = a;
  const Match *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;

  return (x->index > y->index) - (x->index < y->index);
}

static GArray *
find_matches (const char        *wrong,
              const char *const *names,
              guint              n_names)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr(GArray) wanted = bare (wrong);

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr(GArray) name = bare (names[i]);
      const gboolean part = is_part (wanted, name) || is_part (name, wanted);
      Match match = { names[i], distance_between (wanted, name), i };

      if (part || match.distance <= 1 + MIN (wanted->len, name->len) / 4)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);

  return matches;
}

/**
 * bw_near_matches:
 * @wrong: a name that is not among @names
 * @names: (array length=n_names): those that are there
 *
 * Returns: (transfer full): a sentence to go on with (“; did you mean “Seats”?”), empty where
 *   nothing comes near
 */
char *
bw_near_matches (const char        *wrong,
                 const char *const *names,
                 guint              n_names)
{
  g_autoptr(GArray) matches = find_matches (wrong, names, n_names);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (matches->len, MOST_MATCHES); i++)
    {
      /* TRANSLATORS: one name in a list of names, in quotation marks */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"),
                                                 g_array_index (matches, Match, i).name);

      if (i > 0)
        g_string_append (list, ", ");
      g_string_append (list, quoted);
    }
  if (matches->len == 0)
    return g_strdup ("");

  /* TRANSLATORS: goes on after “there is no column “seat””; %s is a list of quoted names */
  return g_strdup_printf (_("; did you mean %s?"), list->str);
}
