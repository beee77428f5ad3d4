/* What the files of an import in the making share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

G_BEGIN_DECLS

/**
 * BwMappingFunc:
 * @source: place of the source in @mapping
 * @data: what is wanted
 *
 * Returns: (transfer full): @mapping with the correction
 */
typedef BwMapping *(*BwMappingFunc) (BwMapping    *mapping,
                                     guint         source,
                                     gconstpointer data);

typedef enum
{
  BW_STEP_READ,   /* files, all there are */
  BW_STEP_ADD,    /* files, to those there are */
  BW_STEP_REMOVE, /* a file */
  BW_STEP_REREAD, /* a file, in another way */
  BW_STEP_RETRY,  /* a file that could not be read, in another way */
  BW_STEP_DROP,   /* such a file, out */
  BW_STEP_AFRESH, /* nothing: what inspection alone understood */
  BW_STEP_EDIT,   /* the mapping */
} BwStepKind;

/**
 * BwStep:
 * @files: (nullable) (element-type GFile): to be read; the one that is meant
 * @choices: (nullable): how the file is to be read
 * @before: (nullable): the choices before, for when it fails
 * @kept: (nullable): of a step that drops all choices: those before, likewise
 * @adds: of %BW_STEP_READ: whether to add to what is open where the files fit
 * @beside: of %BW_STEP_READ: of when files stand beside older ones of their names, or NaN where they
 *   take their places
 * @edit: of %BW_STEP_EDIT
 * @source: (nullable): id of the source that is edited or read; %NULL for the whole mapping
 * @data: for @edit
 *
 * One thing that is asked of an import. Shared with the worker, never changed.
 */
typedef struct
{
  BwStepKind     kind;
  GPtrArray     *files;
  BwReading     *choices;
  BwReading     *before;
  GHashTable    *kept;
  gboolean       adds;
  double         beside;
  BwMappingFunc  edit;
  char          *source;
  gpointer       data;
  GDestroyNotify destroy;
} BwStep;

/**
 * BwImportState:
 * @intake: (nullable): what was read; %NULL where nothing could be
 * @inspected: (nullable): the same as inspection alone understood it; %NULL where it adds
 * @unread: (element-type BwUnread): what could not be read
 * @adds: whether @intake adds to what is open
 * @recalled: whether the mapping is that of last time
 * @sizes: (nullable) (element-type goffset): bytes of the files
 * @namesakes: of which older ones are open
 */
typedef struct
{
  BwIntake     *intake;
  BwIntake     *inspected;
  GPtrArray    *unread;
  gboolean      adds;
  gboolean      recalled;
  GArray       *sizes;
  BwImportFacts facts;
  BwImportNamesakes namesakes;
} BwImportState;

/**
 * BwImportWork:
 * @state: what there is; the worker's own, changed by it
 * @steps: (element-type BwStep): what to do: one, or several edits
 * @failure: (nullable): why some of it could not be done, where the rest was
 *
 * What a worker is given, and what it gives back.
 */
typedef struct
{
  BwImportState  state;
  BwIntake      *open;
  GFile         *memory;
  GPtrArray     *steps;
  BwProgressFunc progress;
  gpointer       progress_data;
  GError        *failure;
} BwImportWork;

struct _BwImporting
{
  GObject parent_instance;

  BwIntake     *open;    /* what is open and may be added to, or NULL */
  GFile        *memory;  /* folder of the mappings of last time, or NULL */
  BwImportState state;
  GPtrArray    *files;   /* of GFile: what was chosen */
  GHashTable   *choices; /* id of a source → BwReading: what a person chose for it */
  BwReading    *nothing; /* no choice made */

  GQueue        asked;       /* of BwStep */
  GPtrArray    *doing;       /* of BwStep, or NULL */
  GCancellable *cancellable; /* of what is under way */
  BwMapping    *wish;        /* or NULL: to be worked out */

  BwProgressFunc progress;
  gpointer       progress_data;
  GDestroyNotify progress_destroy;
};

BwStep    *bw_step_new (BwStepKind    kind,
                        GFile *const *files,
                        guint         n_files);
void       bw_step_free (BwStep *self);
BwMapping *bw_step_apply (const BwStep *self,
                          BwMapping    *mapping);
void       bw_importing_push (BwImporting *self,
                              BwStep      *step);
GHashTable *bw_importing_new_choices (void);
void       bw_importing_take_back (BwImporting  *self,
                                   const BwStep *step);
BwUnread  *bw_unread_new (GFile           *file,
                          const GError    *error,
                          const BwReading *choices,
                          GCancellable    *cancellable);
gpointer   bw_unread_copy (gconstpointer data,
                           gpointer      user_data);
void       bw_unread_free (BwUnread *self);
void       bw_import_state_copy (const BwImportState *from,
                                 BwImportState       *to);
void       bw_import_state_clear (BwImportState *self);
void       bw_import_state_weigh (BwImportState *self);
void       bw_import_state_take (BwImportState *self,
                                 BwIntake      *intake);
void       bw_import_state_take_both (BwImportState *self,
                                      BwIntake      *intake,
                                      BwIntake      *inspected);
guint      bw_import_find_file (const BwIntake *intake,
                                GFile          *file);
guint      bw_import_find_unread (const GPtrArray *unread,
                                  GFile           *file);
gboolean   bw_import_work_read (BwImportWork *self,
                                BwIntake     *base,
                                GPtrArray    *files,
                                BwIntake    **intake,
                                GCancellable *cancellable,
                                GError      **error);
void       bw_import_work_recall (BwImportWork *self,
                                  const BwStep *step,
                                  GCancellable *cancellable);
gboolean   bw_import_work_retry (BwImportWork *self,
                                 const BwStep *step,
                                 GCancellable *cancellable,
                                 GError      **error);
GFile     *bw_import_get_original (GFile *file);
GArray    *bw_import_list_replaced (const BwIntake *intake,
                                    const BwIntake *open);
gboolean   bw_import_work_read_beside (BwImportWork *self,
                                       GPtrArray    *files,
                                       const GArray *places,
                                       double        date,
                                       BwIntake    **intake,
                                       GCancellable *cancellable,
                                       GError      **error);
void       bw_import_state_find_namesakes (BwImportState *self,
                                           const GArray  *places);
const char *bw_importing_get_kind (BwImporting *self,
                                   guint        file);
void       bw_importing_forget (BwImporting *self,
                                GFile       *file);
void       bw_importing_choose_unread (BwImporting     *self,
                                       GFile           *file,
                                       const BwReading *choices);
void       bw_importing_settle (BwImporting  *self,
                                const BwStep *step);
gboolean   bw_import_work_do (BwImportWork *self,
                              GCancellable *cancellable,
                              GError      **error);
gboolean   bw_import_fits_open (BwIntake     *open,
                                GFile *const *files,
                                guint         n_files);

G_END_DECLS
