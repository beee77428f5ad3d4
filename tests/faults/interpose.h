/* What the interposed calls share: which fault is wanted, and the log. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#undef _FILE_OFFSET_BITS /* each name is itself */
#define _GNU_SOURCE

#include <stddef.h>
#include <sys/types.h>

typedef enum
{
  KIND_NONE,
  KIND_ERROR,
  KIND_SHORT,
  KIND_KILL,
  KIND_TEAR,
} Kind;

/**
 * Call:
 * @number: 0 where it is not counted
 * @offset: -1 where the file's own is meant
 *
 * A call that is looked at.
 */
typedef struct
{
  const char *name;
  long        number;
  int         fd;
  const char *path;
  const char *other;
  const void *data;
  size_t      size;
  long        offset;
} Call;

Kind    fault_judge (Call *call,
                     int   changes);
void    fault_tell (const Call *call,
                    long        result);
int     fault_is_inside (const char *path);
int     fault_is_watched (int fd);
void    fault_watch (int fd,
                     int watched);
void    fault_die (void);
ssize_t fault_take_room (int    fd,
                         long   offset,
                         size_t size);
void    fault_give_room (long size);
void    fault_turn_back (long *seconds);
