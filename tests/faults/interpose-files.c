/* Calls on open files: reading, writing, waiting for the disk, closing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "interpose.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static ssize_t
write_watched (const char *name,
               int         fd,
               const void *data,
               size_t      size,
               long        offset)
{
  const long place = offset >= 0 ? offset : lseek (fd, 0, SEEK_CUR);
  Call call = { .name = name, .fd = fd, .data = data, .size = size, .offset = place };
  const Kind kind = fault_judge (&call, 1);
  ssize_t result = -1;
  ssize_t room;

  if (kind != KIND_ERROR)
    {
      room = fault_take_room (fd, place, kind == KIND_NONE ? size : size / 2);
      if (room >= 0)
        result = offset >= 0 ? syscall (SYS_pwrite64, fd, data, room, offset) : syscall (SYS_write, fd, data, room);
    }
  if (kind == KIND_TEAR)
    fault_die ();
  fault_tell (&call, result);

  return result;
}

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  const Call mark = { .name = "mark", .fd = fd, .data = data, .size = size };
  ssize_t result;

  if (fault_is_watched (fd))
    return write_watched ("write", fd, data, size, -1);
  result = syscall (SYS_write, fd, data, size);
  if (fd == STDOUT_FILENO)
    fault_tell (&mark, result);

  return result;
}

ssize_t
pwrite (int         fd,
        const void *data,
        size_t      size,
        off_t       offset)
{
  return fault_is_watched (fd) ? write_watched ("write", fd, data, size, offset)
                         : syscall (SYS_pwrite64, fd, data, size, offset);
}

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      size,
          off64_t     offset)
{
  return pwrite (fd, data, size, offset);
}

/* A vector is written as its first part alone, which a caller has to cope with. */
ssize_t
writev (int                 fd,
        const struct iovec *parts,
        int                 n_parts)
{
  int first = 0;

  if (!fault_is_watched (fd))
    return syscall (SYS_writev, fd, parts, n_parts);
  while (first < n_parts - 1 && parts[first].iov_len == 0)
    first++;

  return n_parts > 0 ? write_watched ("write", fd, parts[first].iov_base, parts[first].iov_len, -1) : 0;
}

static ssize_t
read_watched (int    fd,
              void  *data,
              size_t size,
              long   offset)
{
  Call call = { .name = "read", .fd = fd, .size = size, .offset = offset };
  const Kind kind = fault_judge (&call, 0);
  const size_t wanted = kind == KIND_SHORT ? size / 2 : size;
  ssize_t result = -1;

  if (kind != KIND_ERROR)
    result = offset >= 0 ? syscall (SYS_pread64, fd, data, wanted, offset) : syscall (SYS_read, fd, data, wanted);
  fault_tell (&call, result);

  return result;
}

ssize_t
read (int    fd,
      void  *data,
      size_t size)
{
  return fault_is_watched (fd) ? read_watched (fd, data, size, -1) : syscall (SYS_read, fd, data, size);
}

ssize_t
pread (int    fd,
       void  *data,
       size_t size,
       off_t  offset)
{
  return fault_is_watched (fd) ? read_watched (fd, data, size, offset)
                         : syscall (SYS_pread64, fd, data, size, offset);
}

ssize_t
pread64 (int     fd,
         void   *data,
         size_t  size,
         off64_t offset)
{
  return pread (fd, data, size, offset);
}

/* A call on an open file that has no bytes: @real is made unless it is to fail. */
#define ON_FILE(called, changes, real)                                   \
  Call call = { .name = called, .fd = fd };                              \
  int result = -1;                                                       \
                                                                         \
  if (!fault_is_watched (fd))                                                  \
  return real;                                                         \
  if (fault_judge (&call, changes) != KIND_ERROR)                              \
  result = real;                                                       \
  fault_tell (&call, result);                                                  \
                                                                         \
  return result

int
fsync (int fd)
{
  ON_FILE ("sync", 1, syscall (SYS_fsync, fd));
}

int
fdatasync (int fd)
{
  ON_FILE ("sync", 1, syscall (SYS_fdatasync, fd));
}

int
fchmod (int    fd,
        mode_t mode)
{
  ON_FILE ("chmod", 1, syscall (SYS_fchmod, fd, mode));
}

int
fchown (int   fd,
        uid_t user,
        gid_t group)
{
  ON_FILE ("chown", 1, syscall (SYS_fchown, fd, user, group));
}

int
flock (int fd,
       int operation)
{
  ON_FILE ("lock", 0, syscall (SYS_flock, fd, operation));
}

int
fstat (int          fd,
       struct stat *found)
{
  ON_FILE ("stat", 0, syscall (SYS_newfstatat, fd, "", found, AT_EMPTY_PATH));
}

int
fstat64 (int            fd,
         struct stat64 *found)
{
  ON_FILE ("stat", 0, syscall (SYS_newfstatat, fd, "", found, AT_EMPTY_PATH));
}

static int
truncate_watched (int  fd,
                  long size)
{
  Call call = { .name = "truncate", .fd = fd, .offset = size };
  struct stat found = { 0 };
  int result = -1;

  if (fault_judge (&call, 1) != KIND_ERROR)
    {
      syscall (SYS_newfstatat, fd, "", &found, AT_EMPTY_PATH);
      result = syscall (SYS_ftruncate, fd, size);
    }
  if (result == 0 && found.st_size > size)
    fault_give_room (found.st_size - size);
  fault_tell (&call, result);

  return result;
}

int
ftruncate (int   fd,
           off_t size)
{
  return fault_is_watched (fd) ? truncate_watched (fd, size) : syscall (SYS_ftruncate, fd, size);
}

int
ftruncate64 (int     fd,
             off64_t size)
{
  return ftruncate (fd, size);
}

/* What was written may be lost when a file is closed: its end may fail, and it is closed even so. */
int
close (int fd)
{
  Call call = { .name = "close", .fd = fd };
  int changes;
  int failed;
  int code;

  if (!fault_is_watched (fd))
    return syscall (SYS_close, fd);
  changes = (fcntl (fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
  failed = fault_judge (&call, changes) == KIND_ERROR;
  code = errno;
  fault_tell (&call, 0);
  fault_watch (fd, 0);
  syscall (SYS_close, fd);
  errno = code;

  return failed ? -1 : 0;
}
