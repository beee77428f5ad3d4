/* The workspace file: one SQLite database that holds all that a leader has. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A BwStore is one open file. One thread uses it at a time; it may pass from one to another.
 * What is written in one transaction is there whole after a crash, or not at all: after
 * bw_store_commit() it is on the disk. A function that writes outside of bw_store_begin() and
 * bw_store_commit() is a transaction of its own. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the name of a workspace file ends in. */
#define BW_WORKSPACE_ENDING ".bellwether"

#define BW_STORE_ERROR (bw_store_error_quark ())

/**
 * BwStoreError:
 * @BW_STORE_ERROR_FOREIGN: no workspace: another kind of file, or another program's database
 * @BW_STORE_ERROR_NEWER: written by a newer Bellwether
 * @BW_STORE_ERROR_DAMAGED: a part is not what was written, or what no Bellwether writes
 * @BW_STORE_ERROR_HELD: another program has it open for writing
 * @BW_STORE_ERROR_READ_ONLY: it may not be written
 * @BW_STORE_ERROR_FULL: there is no space left
 * @BW_STORE_ERROR_FAILED: the system refused for another reason, which the message names
 */
typedef enum
{
  BW_STORE_ERROR_FOREIGN,
  BW_STORE_ERROR_NEWER,
  BW_STORE_ERROR_DAMAGED,
  BW_STORE_ERROR_HELD,
  BW_STORE_ERROR_READ_ONLY,
  BW_STORE_ERROR_FULL,
  BW_STORE_ERROR_FAILED,
} BwStoreError;

GQuark bw_store_error_quark (void);

/**
 * BwAccess:
 * @BW_ACCESS_WRITE: to read and write; an error where another program has it or the system forbids
 * @BW_ACCESS_READ: to read what is there now, whoever has it
 * @BW_ACCESS_BEST: to write where that is possible, else to read
 */
typedef enum
{
  BW_ACCESS_WRITE,
  BW_ACCESS_READ,
  BW_ACCESS_BEST,
} BwAccess;

typedef struct _BwStore BwStore;

BwStore *bw_store_create (const char *path,
                          GError    **error);
BwStore *bw_store_open (const char *path,
                        BwAccess    access,
                        GError    **error);
void     bw_store_close (BwStore *self);

const char *bw_store_get_path (const BwStore *self);
gboolean    bw_store_may_write (const BwStore *self);
const char *bw_store_get_holder (const BwStore *self);

gboolean bw_store_begin (BwStore *self,
                         GError **error);
gboolean bw_store_commit (BwStore *self,
                          GError **error);
void     bw_store_roll_back (BwStore *self);

gboolean bw_store_tidy (BwStore *self,
                        GError **error);
gboolean bw_store_tidy_for (BwStore *self,
                            gint64   patience,
                            GError **error);
gboolean bw_store_copy (BwStore    *self,
                        const char *path,
                        GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwStore, bw_store_close)

G_END_DECLS
