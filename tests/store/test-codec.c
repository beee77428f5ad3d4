/* Values of columns become bytes and come back the same to the last bit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/codec.h"

#include "table/dictionary.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  double      values[4];
  guint       n;
  const char *bytes; /* hexadecimal, worked by hand */
} NumberRow;

/* 'c' is 63, 's' 73, 'r' 72. A scaled one: decimals, width, base in 8 bytes, then base + code − 1. */
static const NumberRow number_rows[] = {
  { "constant", { 1, 1 }, 2, "63" "000000000000f03f" },
  { "whole", { 3, 5, 4 }, 3, "73" "00" "01" "0300000000000000" "010302" },
  { "missing", { 3, NAN, 4 }, 3, "73" "00" "01" "0300000000000000" "010002" },
  { "tenths", { 0.1, 6.5 }, 2, "73" "01" "01" "0100000000000000" "0141" },
  { "two bytes", { 0, 1000 }, 2, "73" "00" "02" "0000000000000000" "0100" "e903" },
  { "below nothing", { -1, 1 }, 2, "73" "00" "01" "ffffffffffffffff" "0103" },
  { "a third", { 1.0 / 3, 1 }, 2, "72" "5500" "5500" "5500" "5500" "5500" "5500" "d5f0" "3f3f" },
  { "minus nought", { -0.0, 1 }, 2, "72" "0000" "0000" "0000" "0000" "0000" "0000" "00f0" "803f" },
};

static char *
to_hex (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", data[i]);

  return g_string_free (text, FALSE);
}

static void
check_same (const double *a,
            const double *b,
            gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (isnan (a[i]))
        g_assert_true (isnan (b[i]));
      else
        g_assert_cmpmem (&a[i], sizeof *a, &b[i], sizeof *b);
    }
}

static void
test_numbers (gconstpointer data)
{
  const NumberRow *row = data;
  g_autoptr(GBytes) bytes = bw_codec_pack_numbers (row->values, row->n);
  g_autofree char *hex = to_hex (bytes);
  double back[4];

  g_assert_cmpstr (hex, ==, row->bytes);
  g_assert_true (bw_codec_unpack_numbers (bytes, back, row->n));
  check_same (row->values, back, row->n);
  g_assert_false (bw_codec_unpack_numbers (bytes, back, row->n - 1) && hex[1] != '3');
}

/* One random number of a kind that real columns have. */
static double
draw (GRand *rand,
      guint  kind)
{
  switch (kind)
    {
    case 0:
      return g_rand_int_range (rand, -1000, 1000);
    case 1:
      return g_rand_int_range (rand, 0, 100000) / 100.0;
    case 2:
      return g_rand_double_range (rand, -1e300, 1e300);
    case 3:
      return ldexp (g_rand_double (rand), g_rand_int_range (rand, -1070, 1023));
    default:
      return 19000 + g_rand_int_range (rand, 0, 86400) / 86400.0;
    }
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  double values[300];
  double back[300];

  for (guint round = 0; round < 2000; round++)
    {
      const gsize n = g_rand_int_range (rand, 0, 300);
      g_autoptr(GBytes) bytes = NULL;

      for (gsize i = 0; i < n; i++)
        values[i] = g_rand_double (rand) < 0.1 ? NAN : draw (rand, round % 5);
      bytes = bw_codec_pack_numbers (values, n);
      g_assert_true (bw_codec_unpack_numbers (bytes, back, n));
      check_same (values, back, n);
    }
}

static void
test_codes (void)
{
  const guint32 codes[] = { 0, BW_NO_CODE, 254, 2 };
  const guint32 many[] = { 0, 255 };
  g_autoptr(GBytes) bytes = bw_codec_pack_codes (codes, 4);
  g_autoptr(GBytes) wide = bw_codec_pack_codes (many, 2);
  g_autofree char *hex = to_hex (bytes);
  g_autofree char *wide_hex = to_hex (wide);
  guint32 back[4];

  g_assert_cmpstr (hex, ==, "6b01" "0100ff03");
  g_assert_cmpstr (wide_hex, ==, "6b02" "01000001");
  g_assert_true (bw_codec_unpack_codes (bytes, back, 4, 255));
  g_assert_cmpmem (codes, sizeof codes, back, sizeof back);
  g_assert_false (bw_codec_unpack_codes (bytes, back, 4, 254)); /* 254 is no code of these */
  g_assert_false (bw_codec_unpack_codes (bytes, back, 3, 255));
}

/* Whatever the bytes are: an answer, and never a number that is not finite. */
static void
test_garbage (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);
  guint8 data[64];
  double values[8];
  guint32 codes[8];

  for (guint round = 0; round < 20000; round++)
    {
      const gsize size = g_rand_int_range (rand, 0, sizeof data);
      g_autoptr(GBytes) bytes = NULL;

      for (gsize i = 0; i < size; i++)
        data[i] = g_rand_int (rand);
      if (size > 2)
        {
          data[0] = "csrk"[round % 4];
          data[1 + round % 2] %= 8;
        }
      bytes = g_bytes_new (data, size);
      if (bw_codec_unpack_numbers (bytes, values, 8))
        {
          for (guint i = 0; i < 8; i++)
            g_assert_false (isinf (values[i]));
        }
      if (bw_codec_unpack_codes (bytes, codes, 8, 5))
        {
          for (guint i = 0; i < 8; i++)
            g_assert_true (codes[i] < 5 || codes[i] == BW_NO_CODE);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (number_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/codec/numbers/%s", number_rows[i].name);

      g_test_add_data_func (path, &number_rows[i], test_numbers);
    }
  g_test_add_func ("/codec/random", test_random);
  g_test_add_func ("/codec/codes", test_codes);
  g_test_add_func ("/codec/garbage", test_garbage);

  return g_test_run ();
}
