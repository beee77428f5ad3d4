/* A library that is loaded before the C library, and makes one call on the file system go wrong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It watches what lies below one folder. Each call there has a number, counted from 1. What it does
 * is told by the environment:
 *
 *   BW_FAULT_FOLDER  the folder; without it nothing is watched
 *   BW_FAULT         "N:KIND": the Nth call fails with KIND, an error as ENOSPC, or SHORT: half of
 *                    the bytes are written or read, KILL: the program is killed before it, TEAR:
 *                    half of the bytes are written and then the program is killed; "N+:KIND" has it
 *                    and all later ones that change something fail
 *   BW_FAULT_CALLS   "all" counts calls that read too, else those that change something are counted
 *   BW_FAULT_BUDGET  bytes by which files may grow before the disk is full
 *   BW_FAULT_CLOCK   seconds by which the clock goes back each time that it is looked at
 *   BW_FAULT_LOG     a file that is told every call, with the bytes that were written: a line
 *                    "NUMBER NAME RESULT INODE MODE OFFSET SIZE PATH OTHER", then SIZE bytes, a line
 *                    feed
 *   BW_FAULT_NET     "refuse": a socket that could leave the machine ends the program by SIGSYS
 *
 * A call that changes the file system and is not here would be missing from the log: the test of
 * power loss compares what the log makes with what is on the disk. */

#include "interpose.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 1024
#define MOST_LINE 9000

typedef struct
{
  const char *name;
  int         code;
} ErrorRow;

static const ErrorRow errors[] = {
  { "ENOSPC", ENOSPC }, { "EIO", EIO }, { "EACCES", EACCES }, { "EINTR", EINTR }, { "EROFS", EROFS },
  { "EMFILE", EMFILE }, { "EDQUOT", EDQUOT },
};

/* What the environment asks for, read once before the program begins. */
static struct
{
  char   *folder;
  long    at;
  int     onward;
  Kind    kind;
  int     code;
  int     all;
  int     limited;
  long    budget;
  long    step; /* of the clock, seconds */
  int     log;
  long    calls;
  long    looks;
  char    watched[MOST_FILES];
  pthread_mutex_t lock;
} plan = { .log = -1, .lock = PTHREAD_MUTEX_INITIALIZER };

#define REAL(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

static void
read_fault (const char *text)
{
  char *end;

  plan.at = strtol (text, &end, 10);
  plan.onward = *end == '+';
  end += plan.onward;
  if (*end != ':')
    abort ();
  end++;
  plan.kind = strcmp (end, "SHORT") == 0 ? KIND_SHORT :
              strcmp (end, "KILL") == 0 ? KIND_KILL : strcmp (end, "TEAR") == 0 ? KIND_TEAR : KIND_ERROR;
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    {
      if (strcmp (end, errors[i].name) == 0)
        plan.code = errors[i].code;
    }
  if (plan.kind == KIND_ERROR && plan.code == 0)
    abort ();
}

/* The kernel ends the program where it asks for a socket that could reach another machine. */
static void
refuse_network (void)
{
  struct sock_filter rules[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 4),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, args[0])),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 1, 0),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, AF_INET6, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { sizeof rules / sizeof *rules, rules };

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    abort ();
}

__attribute__ ((constructor)) static void
read_plan (void)
{
  const char *folder = getenv ("BW_FAULT_FOLDER");
  const char *fault = getenv ("BW_FAULT");
  const char *calls = getenv ("BW_FAULT_CALLS");
  const char *budget = getenv ("BW_FAULT_BUDGET");
  const char *clock = getenv ("BW_FAULT_CLOCK");
  const char *log = getenv ("BW_FAULT_LOG");

  if (fault != NULL)
    read_fault (fault);
  if (budget != NULL)
    plan.budget = atol (budget);
  if (clock != NULL)
    plan.step = atol (clock);
  if (log != NULL)
    plan.log = syscall (SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (getenv ("BW_FAULT_NET") != NULL)
    refuse_network ();
  plan.limited = budget != NULL;
  plan.all = calls != NULL && strcmp (calls, "all") == 0;
  plan.folder = folder != NULL ? strdup (folder) : NULL;
}

int
fault_is_inside (const char *path)
{
  const size_t n = plan.folder != NULL ? strlen (plan.folder) : 0;

  return n > 0 && path != NULL && strncmp (path, plan.folder, n) == 0 &&
         (path[n] == '/' || path[n] == '\0');
}

int
fault_is_watched (int fd)
{
  return fd >= 0 && fd < MOST_FILES && plan.watched[fd];
}

void
fault_watch (int fd,
             int watched)
{
  if (fd >= 0 && fd < MOST_FILES)
    plan.watched[fd] = watched;
}

void
fault_die (void)
{
  syscall (SYS_kill, getpid (), SIGKILL);
  for (;;)
    pause ();
}

/**
 * judge:
 * @changes: whether it changes the file system
 *
 * Gives the call its number and says what becomes of it. KIND_ERROR has set errno.
 */
Kind
fault_judge (Call *call,
             int   changes)
{
  int hit;

  if (!changes && !plan.all)
    return KIND_NONE;
  call->number = __atomic_add_fetch (&plan.calls, 1, __ATOMIC_SEQ_CST);
  hit = plan.at > 0 && (call->number == plan.at || (plan.onward && call->number > plan.at && changes));
  if (!hit)
    return KIND_NONE;
  if (plan.kind == KIND_KILL)
    fault_die ();
  if (plan.kind == KIND_ERROR)
    errno = plan.code;
  if ((plan.kind == KIND_SHORT || plan.kind == KIND_TEAR) && call->size < 2)
    return KIND_NONE;

  return plan.kind;
}

/* Tells the log of a call that was made; keeps errno. */
void
fault_tell (const Call *call,
            long        result)
{
  const int code = errno;
  struct stat found = { 0 };
  char line[MOST_LINE];
  const size_t size = call->data != NULL && result > 0 ? (size_t) result : 0;
  struct iovec parts[3] = { { line, 0 }, { (void *) call->data, size }, { (char *) "\n", 1 } };

  if (plan.log < 0)
    return;
  if (call->fd >= 0)
    syscall (SYS_newfstatat, call->fd, "", &found, AT_EMPTY_PATH);
  else if (call->path != NULL)
    syscall (SYS_newfstatat, AT_FDCWD, call->other != NULL ? call->other : call->path, &found,
             AT_SYMLINK_NOFOLLOW);
  parts[0].iov_len = snprintf (line, sizeof line, "%ld %s %ld %lu %o %ld %zu %s %s\n", call->number, call->name,
                               result, (unsigned long) found.st_ino, found.st_mode, call->offset, size,
                               call->path != NULL ? call->path : "-",
                               call->other != NULL ? call->other : "-");
  pthread_mutex_lock (&plan.lock);
  syscall (SYS_writev, plan.log, parts, 3);
  pthread_mutex_unlock (&plan.lock);
  errno = code;
}

/* The bytes of a write that the disk still has room for; -1 with errno set where it is full. */
ssize_t
fault_take_room (int    fd,
                 long   offset,
                 size_t size)
{
  struct stat found;
  long growth;

  if (!plan.limited || syscall (SYS_newfstatat, fd, "", &found, AT_EMPTY_PATH) != 0)
    return size;
  growth = offset + (long) size - (long) found.st_size;
  if (growth <= 0)
    return size;
  if (growth <= plan.budget)
    {
      plan.budget -= growth;
      return size;
    }
  if ((long) size - growth + plan.budget <= 0)
    {
      errno = ENOSPC;
      return -1;
    }
  size -= growth - plan.budget;
  plan.budget = 0;

  return size;
}

/* What a file that shrinks or goes gives back to a disk that can be full. */
void
fault_give_room (long size)
{
  __atomic_add_fetch (&plan.budget, size, __ATOMIC_SEQ_CST);
}

/* The clock, which goes back by a step each time that somebody looks. */
void
fault_turn_back (long *seconds)
{
  if (plan.step != 0)
    *seconds -= plan.step * __atomic_add_fetch (&plan.looks, 1, __ATOMIC_SEQ_CST);
}
