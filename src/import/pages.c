/* Large blocks of memory that go back to the system as soon as they are freed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a file grow side by side, and so would their blocks lie in the heap: once freed, they
 * would be gaps too small for what is made of them. */

#include "import/pages.h"

#include <sys/mman.h>

/**
 * bw_pages_new:
 * @size: in bytes; a page at least, to be of use
 *
 * What is not written to takes no memory. Like g_malloc(), ends the program where there is none.
 *
 * Returns: (transfer full): memory, all zero
 */
gpointer
bw_pages_new (gsize size)
{
  gpointer pages = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (pages == MAP_FAILED)
    g_error ("no memory for %zu bytes", size);

  return pages;
}

/**
 * bw_pages_free:
 * @size: as it was given to bw_pages_new()
 */
void
bw_pages_free (gpointer pages,
               gsize    size)
{
  munmap (pages, size);
}
