/* An import in the making: what was read so far, what a person asks of it, what could not be read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"
#include "workspace/import-facts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORTING (bw_importing_get_type ())

G_DECLARE_FINAL_TYPE (BwImporting, bw_importing, BW, IMPORTING, GObject)

/* Signals:
 *   "changed"  another intake, other unread files, or another wish: all of it may be new
 *   "failed" (GError, borrowed) a wish could not be carried out and is dropped; the rest stands
 *   "ended"    nothing is under way any more
 * Properties: "busy" (boolean): something is under way. */

/**
 * BwUnread:
 * @reason: why it could not be read, a sentence for a person
 * @choices: what a person chose of how it is read
 * @sheets: (nullable): what there is to choose from in a workbook or an archive
 */
typedef struct
{
  GFile     *file;
  char      *name;
  char      *reason;
  BwReading *choices;
  GStrv      sheets;
} BwUnread;

/**
 * BwImportNamesakes:
 * @n_files: how many there are
 * @name: (nullable): of the first of them
 * @written: when that was written, in days since 1970-01-01, or NaN
 * @dated: whether its rows have dates of their own
 * @beside: of when they stand beside the older ones, or NaN where they take their places
 *
 * Files of a name that is open already, with other content.
 */
typedef struct
{
  guint    n_files;
  char    *name;
  double   written;
  gboolean dated;
  double   beside;
} BwImportNamesakes;

BwImporting *bw_importing_new (BwIntake *open,
                               GFile    *memory);
void         bw_importing_set_progress (BwImporting   *self,
                                        BwProgressFunc progress,
                                        gpointer       user_data,
                                        GDestroyNotify destroy);

/* What there is. Without an intake, nothing is asked about files and columns of it. */
BwIntake            *bw_importing_get_intake (BwImporting *self);
BwMapping           *bw_importing_get_mapping (BwImporting *self);
const BwImportFacts *bw_importing_get_facts (BwImporting *self);
guint                bw_importing_get_n_unread (BwImporting *self);
const BwUnread      *bw_importing_get_unread (BwImporting *self,
                                              guint        index);
gboolean             bw_importing_get_busy (BwImporting *self);
gboolean             bw_importing_get_may_add (BwImporting *self);
gboolean             bw_importing_get_adds (BwImporting *self);
gboolean             bw_importing_get_recalled (BwImporting *self);
goffset              bw_importing_get_size (BwImporting *self,
                                            guint        file);
gboolean             bw_importing_get_is_new (BwImporting *self,
                                              guint        file);
guint                bw_importing_find_source (BwImporting *self,
                                               guint        file);
guint                bw_importing_find_file (BwImporting *self,
                                             guint        source);
guint                bw_importing_count_files (BwImporting *self,
                                               guint        source);
const BwImportNamesakes *bw_importing_get_namesakes (BwImporting *self);
const BwReading     *bw_importing_get_choices (BwImporting *self,
                                               guint        file);

/* What is asked of it; each at once wished, carried out in a worker, one after the other. */
void bw_importing_read (BwImporting  *self,
                        GFile *const *files,
                        guint         n_files);
void bw_importing_add_files (BwImporting  *self,
                             GFile *const *files,
                             guint         n_files);
void bw_importing_remove_file (BwImporting *self,
                               guint        file);
void bw_importing_drop_unread (BwImporting *self,
                               guint        index);
void bw_importing_retry_unread (BwImporting     *self,
                                guint            index,
                                const BwReading *choices);
void bw_importing_reread (BwImporting     *self,
                          guint            file,
                          const BwReading *choices);
void bw_importing_set_adds (BwImporting *self,
                            gboolean     adds);
void bw_importing_set_beside (BwImporting *self,
                              double       date);
void bw_importing_start_afresh (BwImporting *self);
void bw_importing_cancel (BwImporting *self);
gboolean bw_importing_remember (BwImporting *self,
                                GError     **error);

/* Corrections of how columns are read. */
void bw_importing_set_type (BwImporting *self,
                            guint        file,
                            const char  *header,
                            BwColumnType type);
void bw_importing_unset_type (BwImporting *self,
                              guint        file,
                              const char  *header);
gboolean bw_importing_find_question (BwImporting *self,
                                     guint       *file,
                                     guint       *column);
void bw_importing_answer (BwImporting *self,
                          guint        file,
                          guint        column,
                          gboolean     as_read);

/* Corrections of the mapping. */
void bw_importing_set_role (BwImporting *self,
                            guint        source,
                            const char  *header,
                            BwRole       role);
void bw_importing_set_shape (BwImporting *self,
                             guint        source,
                             BwShape      shape);
void bw_importing_set_join (BwImporting       *self,
                            guint              source,
                            const char *const *columns,
                            const char        *via,
                            const char        *via_column,
                            BwMatch            match);
void bw_importing_set_duplicates (BwImporting *self,
                                  guint        source,
                                  BwDuplicates duplicates);
void bw_importing_set_events (BwImporting         *self,
                              guint                source,
                              const BwEventColumn *events,
                              guint                n_events);
void bw_importing_set_event (BwImporting *self,
                             guint        source,
                             guint        event,
                             BwAggregate  aggregate,
                             const char  *column,
                             int          window);
void bw_importing_add_event (BwImporting *self,
                             guint        source);
void bw_importing_remove_event (BwImporting *self,
                                guint        source,
                                guint        event);
void bw_importing_set_vanished (BwImporting *self,
                                gboolean     churned);
void bw_importing_set_as_of (BwImporting *self,
                             double       date);

G_END_DECLS
