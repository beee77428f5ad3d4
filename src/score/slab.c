/* Long columns of doubles, where passes over them are quickest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/slab.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

/* Columns of at least so many bytes are worth pages of that size. */
#define LARGE_PAGE (2 * 1024 * 1024)

/**
 * bw_slab_new:
 * @n: how many doubles
 *
 * Returns: (transfer full): room for them, on a line of the cache and, where it is much and the
 *   system has them, on large pages; to be freed with bw_slab_free()
 */
double *
bw_slab_new (gsize n)
{
  const gsize line = BW_SLAB_LINE * sizeof (double);
  const gsize size = (MAX (n, 1) * sizeof (double) + line - 1) / line * line;
  const gsize alignment = size < 2 * LARGE_PAGE ? line : LARGE_PAGE;
  double *slab = g_aligned_alloc (1, size, alignment);

#ifdef MADV_HUGEPAGE
  if (alignment == LARGE_PAGE)
    madvise (slab, size, MADV_HUGEPAGE);
#endif

  return slab;
}

void
bw_slab_free (double *slab)
{
  g_aligned_free (slab);
}
