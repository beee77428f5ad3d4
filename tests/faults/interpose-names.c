/* Calls on names: opening, making, renaming, removing, looking; and the clock. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interpose.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

static int
open_inside (const char *path,
             int         flags,
             mode_t      mode)
{
  const int makes = (flags & (O_CREAT | O_TRUNC)) != 0;
  Call call = { .name = makes ? "create" : "open", .fd = -1, .path = path };
  int fd = -1;

  if (fault_judge (&call, makes) != KIND_ERROR)
    fd = syscall (SYS_openat, AT_FDCWD, path, flags, mode);
  fault_watch (fd, 1);
  call.fd = fd;
  fault_tell (&call, fd);

  return fd;
}

/* Where the mode is given. */
#define MODE_OF(flags, mode)                                             \
  if ((flags & (O_CREAT | O_TMPFILE)) != 0)                              \
    {                                                                    \
      va_list more;                                                      \
                                                                         \
      va_start (more, flags);                                            \
      mode = va_arg (more, int);                                         \
      va_end (more);                                                     \
    }

int
open (const char *path,
      int         flags,
      ...)
{
  int mode = 0;

  MODE_OF (flags, mode);

  return fault_is_inside (path) ? open_inside (path, flags, mode) : syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  int mode = 0;

  MODE_OF (flags, mode);

  return open (path, flags, mode);
}

int
openat (int         folder,
        const char *path,
        int         flags,
        ...)
{
  int mode = 0;

  MODE_OF (flags, mode);

  return fault_is_inside (path) ? open_inside (path, flags, mode) : syscall (SYS_openat, folder, path, flags, mode);
}

FILE *
fopen (const char *path,
       const char *mode)
{
  Call call = { .name = "open", .fd = -1, .path = path };
  FILE *file;

  if (fault_is_inside (path) && fault_judge (&call, 0) == KIND_ERROR)
    return NULL;
  file = REAL (fopen) (path, mode);
  if (fault_is_inside (path))
    fault_tell (&call, file != NULL ? 0 : -1);

  return file;
}

FILE *
fopen64 (const char *path,
         const char *mode)
{
  return fopen (path, mode);
}

/* A call on a name. */
#define ON_NAME(called, changes, from, to, real)                         \
  Call call = { .name = called, .fd = -1, .path = from, .other = to };   \
  int result = -1;                                                       \
                                                                         \
  if (!fault_is_inside (from))                                                 \
  return real;                                                         \
  if (fault_judge (&call, changes) != KIND_ERROR)                              \
  result = real;                                                       \
  fault_tell (&call, result);                                                  \
                                                                         \
  return result

int
rename (const char *from,
        const char *to)
{
  ON_NAME ("rename", 1, from, to, syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int
renameat2 (int          folder,
           const char  *from,
           int          other,
           const char  *to,
           unsigned int flags)
{
  ON_NAME ("rename", 1, from, to, syscall (SYS_renameat2, folder, from, other, to, flags));
}

int
link (const char *from,
      const char *to)
{
  ON_NAME ("link", 1, from, to, syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

static int
remove_inside (const char *path)
{
  struct stat found = { 0 };
  const int known = syscall (SYS_newfstatat, AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW) == 0;
  const int result = syscall (SYS_unlinkat, AT_FDCWD, path, 0);

  if (result == 0 && known && found.st_nlink == 1)
    fault_give_room (found.st_size);

  return result;
}

int
unlink (const char *path)
{
  ON_NAME ("unlink", 1, path, NULL, fault_is_inside (path) ? remove_inside (path) : syscall (SYS_unlinkat, AT_FDCWD, path, 0));
}

int
rmdir (const char *path)
{
  ON_NAME ("rmdir", 1, path, NULL, syscall (SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

int
mkdir (const char *path,
       mode_t      mode)
{
  ON_NAME ("mkdir", 1, path, NULL, syscall (SYS_mkdirat, AT_FDCWD, path, mode));
}

int
chmod (const char *path,
       mode_t      mode)
{
  ON_NAME ("chmod", 1, path, NULL, syscall (SYS_fchmodat, AT_FDCWD, path, mode));
}

int
access (const char *path,
        int         wanted)
{
  ON_NAME ("access", 0, path, NULL, syscall (SYS_faccessat, AT_FDCWD, path, wanted));
}

int
stat (const char  *path,
      struct stat *found)
{
  ON_NAME ("stat", 0, path, NULL, syscall (SYS_newfstatat, AT_FDCWD, path, found, 0));
}

int
stat64 (const char    *path,
        struct stat64 *found)
{
  ON_NAME ("stat", 0, path, NULL, syscall (SYS_newfstatat, AT_FDCWD, path, found, 0));
}

int
lstat (const char  *path,
       struct stat *found)
{
  ON_NAME ("stat", 0, path, NULL, syscall (SYS_newfstatat, AT_FDCWD, path, found, AT_SYMLINK_NOFOLLOW));
}

int
lstat64 (const char    *path,
         struct stat64 *found)
{
  ON_NAME ("stat", 0, path, NULL, syscall (SYS_newfstatat, AT_FDCWD, path, found, AT_SYMLINK_NOFOLLOW));
}

int
statx (int           folder,
       const char   *path,
       int           flags,
       unsigned int  mask,
       struct statx *found)
{
  ON_NAME ("stat", 0, path, NULL, syscall (SYS_statx, folder, path, flags, mask, found));
}

int
clock_gettime (clockid_t        which,
               struct timespec *now)
{
  const int result = syscall (SYS_clock_gettime, which, now);

  if (result == 0 && which == CLOCK_REALTIME)
    fault_turn_back (&now->tv_sec);

  return result;
}

int
gettimeofday (struct timeval *now,
              void           *zone)
{
  struct timespec found;
  const int result = clock_gettime (CLOCK_REALTIME, &found);

  now->tv_sec = found.tv_sec;
  now->tv_usec = found.tv_nsec / 1000;

  return result;
}

time_t
time (time_t *now)
{
  struct timespec found;

  clock_gettime (CLOCK_REALTIME, &found);
  if (now != NULL)
    *now = found.tv_sec;

  return found.tv_sec;
}
