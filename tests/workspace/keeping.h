/* A keeper over a folder of its own, waiting for it, and its files looked at from outside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"
#include "store/store.h"
#include "workspace/keeper.h"

G_BEGIN_DECLS

/**
 * Keeping:
 * @folder: for everything; gone afterwards
 * @untitled: where work without a name goes, not made yet
 */
typedef struct
{
  char        *folder;
  GFile       *untitled;
  BwWorkspace *workspace;
  BwKeeper    *keeper;
} Keeping;

void  keeping_set_up (Keeping *self);
void  keeping_tear_down (Keeping *self);
void  keeping_restart (Keeping *self);
void  keeping_take (Keeping *self);
void  keeping_wait (Keeping *self);
void  keeping_wait_for_trouble (Keeping *self);
void  keeping_nudge (Keeping *self,
                     double   share);
char *keeping_path (Keeping    *self,
                    const char *name);
char *keeping_find_untitled (Keeping *self);
void  keeping_open (Keeping    *self,
                    const char *path);
char *keeping_open_failing (Keeping    *self,
                            const char *path);
gboolean keeping_try_open (Keeping    *self,
                           const char *path);
double   keeping_settled_share (Keeping    *self,
                                const char *path);
void  keeping_close (Keeping *self);
void  keeping_close_and_cancel (Keeping *self);
void  keeping_save_as (Keeping    *self,
                       const char *path);
char *keeping_save_as_failing (Keeping    *self,
                               const char *path);
void  keeping_save_copy (Keeping    *self,
                         const char *path);
GPtrArray *keeping_list_left (Keeping *self);
double keeping_read_share (const char *path);
void  keeping_check_name (const char *path,
                          const char *name);

G_END_DECLS
