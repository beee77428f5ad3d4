/* Letters turn the same way in every locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/letters.h"

#include <locale.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *small;
  const char *large;
} Case;

static const Case cases[] = {
  { "plain", "Customer ID", "customer id", "CUSTOMER ID" },
  { "umlauts", "Größe", "größe", "GRÖßE" },
  { "greek", "Σύνολο", "σύνολο", "ΣΎΝΟΛΟ" },
  { "empty", "", "", "" },
};

static void
test_letters (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *small = bw_letters_to_small (row->text, -1);
  g_autofree char *large = bw_letters_to_large (row->text, -1);

  g_assert_cmpstr (small, ==, row->small);
  g_assert_cmpstr (large, ==, row->large);
}

static void
test_length (void)
{
  g_autofree char *small = bw_letters_to_small ("ABCDE", 3);

  g_assert_cmpstr (small, ==, "abc");
}

static void
test_turkish (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "tr_TR.UTF-8") == NULL)
    {
      g_test_skip ("there is no Turkish locale here");
      return;
    }
  {
    g_autofree char *small = bw_letters_to_small ("INVOICE", -1);
    g_autofree char *large = bw_letters_to_large ("invoice", -1);

    g_assert_cmpstr (small, ==, "invoice");
    g_assert_cmpstr (large, ==, "INVOICE");
  }
  setlocale (LC_ALL, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/letters/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_letters);
    }
  g_test_add_func ("/letters/length", test_length);
  g_test_add_func ("/letters/turkish", test_turkish);

  return g_test_run ();
}
