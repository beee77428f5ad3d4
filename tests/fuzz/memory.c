/* A file whose bytes lie in memory, so that fuzzing touches no disk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memfd_create */

#include "memory.h"

#include <sys/mman.h>
#include <unistd.h>

/* The one file of this program, with new bytes in it. */
GFile *
bw_fuzz_file (const uint8_t *bytes,
              size_t         n)
{
  static int fd = -1;
  g_autofree char *path = NULL;

  if (fd < 0)
    fd = memfd_create ("export", 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  g_assert_cmpint (pwrite (fd, bytes, n, 0), ==, (ssize_t) n);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);

  return g_file_new_for_path (path);
}
