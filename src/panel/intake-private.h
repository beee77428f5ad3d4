/* What an intake is made of, for the files that read, build and change one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

struct _BwIntake
{
  gatomicrefcount ref_count;

  GPtrArray *files;   /* of GFile */
  GPtrArray *sources; /* of BwSource, one for each file */
  BwMapping *mapping;
  BwPanel   *panel;
  BwReport  *report;
  BwReport  *notes;  /* what became of files that are not among @files any more */
  BwJoined  *joined; /* by mapped source */
};

/**
 * BwFileReader:
 * @func: (nullable): told of the bytes and rows of all files
 * @total: bytes of all files, 0 where not known
 *
 * Several files read one after the other, with one progress.
 */
typedef struct
{
  BwProgressFunc func;
  gpointer       user_data;
  GCancellable  *cancellable;
  goffset        total;
  goffset        before;
  gsize          rows;
  goffset        read;
} BwFileReader;

void      bw_file_reader_init (BwFileReader  *self,
                               GFile *const  *files,
                               guint          n_files,
                               BwProgressFunc func,
                               gpointer       user_data,
                               GCancellable  *cancellable);
BwSource *bw_file_reader_read (BwFileReader    *self,
                               GFile           *file,
                               const BwReading *reading,
                               GError         **error);
void      bw_file_reader_count (BwFileReader   *self,
                                const BwSource *source);

BwIntake *bw_intake_new (GPtrArray    *files,
                         GPtrArray    *sources,
                         BwReport     *notes,
                         BwMapping    *mapping,
                         GCancellable *cancellable,
                         GError      **error);
GPtrArray *bw_intake_dup_files (const BwIntake *self);
GPtrArray *bw_intake_dup_sources (const BwIntake *self);
guint     *bw_sources_find_mapped (const BwMapping *mapping,
                                   const GPtrArray *sources);
guint     bw_sources_find_same (const GPtrArray *sources,
                                const BwSource  *source);
guint     bw_sources_find_name (const GPtrArray *sources,
                                const BwSource  *source);
void      bw_note_same_file (BwReport       *notes,
                             const BwSource *source,
                             const BwSource *there,
                             gboolean        equal);

G_END_DECLS
