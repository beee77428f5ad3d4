/* How the values of a column become bytes, and come back the same to the last bit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte names the method:
 *   'c'  all the same: the value once
 *   's'  whole numbers of 1, 2 or 4 bytes: (base + code − 1) / 10^k, code 0 for a missing value.
 *        It is taken only where every value comes back bit by bit
 *   'r'  the doubles themselves, their first bytes first, then their second bytes…: neighbours are
 *        alike so, which compression likes
 *   'k'  codes of a dictionary in 1, 2 or 4 bytes, one more than the code, 0 for a missing one
 * All numbers are little-endian. Compression is not done here: see store/pieces.h. */

#include "store/codec.h"

#include "table/dictionary.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 6
#define LARGEST_WHOLE 9007199254740992.0 /* 2^53 */
#define SCALED_HEADER 11 /* method, decimals, width, base */

static const double powers[MOST_DECIMALS + 1] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };

static guint64
bits_of (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);

  return bits;
}

static void
put_little (guint8 *to,
            guint64 value,
            guint   width)
{
  for (guint i = 0; i < width; i++)
    to[i] = value >> (8 * i);
}

static guint64
get_little (const guint8 *from,
            guint         width)
{
  guint64 value = 0;

  for (guint i = 0; i < width; i++)
    value |= (guint64) from[i] << (8 * i);

  return value;
}

/* The least width that holds codes up to @most. */
static guint
find_width (guint64 most)
{
  return most <= G_MAXUINT8 ? 1 : most <= G_MAXUINT16 ? 2 : 4;
}

static gboolean
is_scaled (double value,
           guint  decimals)
{
  const double whole = rint (value * powers[decimals]) + 0.0; /* no minus nought, which no code has */

  return fabs (whole) < LARGEST_WHOLE && bits_of (whole / powers[decimals]) == bits_of (value);
}

/**
 * Plan:
 * @decimals: with which all values are whole numbers
 * @least: the smallest of these
 * @most: the largest
 */
typedef struct
{
  guint  decimals;
  gint64 least;
  gint64 most;
} Plan;

/* Whether all values are decimals of few places in a range that four bytes hold. */
static gboolean
find_plan (const double *values,
           gsize         n,
           Plan         *plan)
{
  double least = INFINITY;
  double most = -INFINITY;

  plan->decimals = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      while (plan->decimals <= MOST_DECIMALS && !is_scaled (values[i], plan->decimals))
        plan->decimals++;
      if (plan->decimals > MOST_DECIMALS)
        return FALSE;
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }

  least = rint (least * powers[plan->decimals]);
  most = rint (most * powers[plan->decimals]);
  if (!(fabs (least) < LARGEST_WHOLE && fabs (most) < LARGEST_WHOLE && most - least < G_MAXUINT32 - 1.0))
    return FALSE;
  plan->least = least;
  plan->most = most;

  return TRUE;
}

static GBytes *
pack_scaled (const double *values,
             gsize         n,
             const Plan   *plan)
{
  const guint width = find_width (plan->most - plan->least + 1);
  const gsize size = SCALED_HEADER + n * width;
  guint8 *data = g_malloc (size);

  data[0] = 's';
  data[1] = plan->decimals;
  data[2] = width;
  put_little (data + 3, plan->least, 8);
  for (gsize i = 0; i < n; i++)
    {
      const guint64 code = isnan (values[i])
        ? 0 : (gint64) rint (values[i] * powers[plan->decimals]) - plan->least + 1;

      put_little (data + SCALED_HEADER + i * width, code, width);
    }

  return g_bytes_new_take (data, size);
}

static GBytes *
pack_raw (const double *values,
          gsize         n)
{
  guint8 *data = g_malloc (1 + n * 8);

  data[0] = 'r';
  for (gsize i = 0; i < n; i++)
    {
      const guint64 bits = bits_of (values[i]);

      for (guint b = 0; b < 8; b++)
        data[1 + b * n + i] = bits >> (8 * b);
    }

  return g_bytes_new_take (data, 1 + n * 8);
}

static GBytes *
pack_constant (guint64 bits,
               guint   width)
{
  guint8 data[9] = { 'c' };

  put_little (data + 1, bits, width);

  return g_bytes_new (data, 1 + width);
}

static gboolean
is_constant (const double *values,
             gsize         n)
{
  for (gsize i = 1; i < n; i++)
    {
      if (bits_of (values[i]) != bits_of (values[0]))
        return FALSE;
    }

  return n > 0;
}

/**
 * bw_codec_pack_numbers:
 * @values: (array length=n): NaN is missing, whichever NaN it is
 *
 * Returns: (transfer full): bytes that bw_codec_unpack_numbers() reads
 */
GBytes *
bw_codec_pack_numbers (const double *values,
                       gsize         n)
{
  Plan plan;

  if (is_constant (values, n))
    return pack_constant (bits_of (values[0]), 8);
  if (find_plan (values, n, &plan))
    return pack_scaled (values, n, &plan);

  return pack_raw (values, n);
}

static double
from_bits (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);

  return isinf (value) ? NAN : value;
}

static gboolean
unpack_constant (const guint8 *data,
                 gsize         size,
                 double       *values,
                 gsize         n)
{
  if (size != 9)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    values[i] = from_bits (get_little (data + 1, 8));

  return TRUE;
}

static gboolean
unpack_scaled (const guint8 *data,
               gsize         size,
               double       *values,
               gsize         n)
{
  const guint decimals = size >= SCALED_HEADER ? data[1] : 0;
  const guint width = size >= SCALED_HEADER ? data[2] : 0;
  double base;

  if ((width != 1 && width != 2 && width != 4) || decimals > MOST_DECIMALS ||
      size != SCALED_HEADER + n * width)
    return FALSE;

  base = (gint64) get_little (data + 3, 8);
  if (fabs (base) >= LARGEST_WHOLE)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      const guint64 code = get_little (data + SCALED_HEADER + i * width, width);

      values[i] = code == 0 ? NAN : (base + (double) (code - 1)) / powers[decimals];
    }

  return TRUE;
}

static gboolean
unpack_raw (const guint8 *data,
            gsize         size,
            double       *values,
            gsize         n)
{
  if (size != 1 + n * 8)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      guint64 bits = 0;

      for (guint b = 0; b < 8; b++)
        bits |= (guint64) data[1 + b * n + i] << (8 * b);
      values[i] = from_bits (bits);
    }

  return TRUE;
}

/**
 * bw_codec_unpack_numbers:
 * @values: (out caller-allocates) (array length=n): finite, or NaN where missing
 *
 * Returns: whether @bytes are @n packed numbers; where not, @values are of no use
 */
gboolean
bw_codec_unpack_numbers (GBytes *bytes,
                         double *values,
                         gsize   n)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  switch (size > 0 ? data[0] : 0)
    {
    case 'c':
      return unpack_constant (data, size, values, n);
    case 's':
      return unpack_scaled (data, size, values, n);
    case 'r':
      return unpack_raw (data, size, values, n);
    default:
      return FALSE;
    }
}

/**
 * bw_codec_pack_codes:
 * @codes: (array length=n): %BW_NO_CODE is missing
 *
 * Returns: (transfer full): bytes that bw_codec_unpack_codes() reads
 */
GBytes *
bw_codec_pack_codes (const guint32 *codes,
                     gsize          n)
{
  guint32 most = 0;
  guint width;
  guint8 *data;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, codes[i] + 1); /* BW_NO_CODE becomes 0 */

  width = find_width (most);
  data = g_malloc (2 + n * width);
  data[0] = 'k';
  data[1] = width;
  for (gsize i = 0; i < n; i++)
    put_little (data + 2 + i * width, codes[i] + 1u, width);

  return g_bytes_new_take (data, 2 + n * width);
}

/**
 * bw_codec_unpack_codes:
 * @codes: (out caller-allocates) (array length=n): codes below @n_codes, or %BW_NO_CODE
 * @n_codes: size of the dictionary
 *
 * Returns: whether @bytes are @n such codes; where not, @codes are of no use
 */
gboolean
bw_codec_unpack_codes (GBytes  *bytes,
                       guint32 *codes,
                       gsize    n,
                       guint32  n_codes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint width = size >= 2 && data[0] == 'k' ? data[1] : 0;

  if ((width != 1 && width != 2 && width != 4) || size != 2 + n * width)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      codes[i] = (guint32) get_little (data + 2 + i * width, width) - 1u;
      if (codes[i] >= n_codes && codes[i] != BW_NO_CODE)
        return FALSE;
    }

  return TRUE;
}
