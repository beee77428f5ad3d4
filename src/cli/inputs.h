/* What most commands are given: files, a mapping, roles and a date; and what comes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/command.h"
#include "model/model.h"
#include "panel/intake.h"
#include "store/store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwInputs:
 * @files: (array zero-terminated=1): as they were given
 * @roles: by BwRole, a header or %NULL
 * @reading: (nullable): what the options say of how files are read; %NULL where they say nothing
 * @workspace: (nullable): the one file, where it is a workspace
 * @store: (nullable): that file, once it is open
 * @hides_names: whether customers are numbered in what is written
 * @judges: set before parsing by the commands that judge by the outcome: --outcome is then @outcome,
 *   any column of the panel, also of a workspace
 *
 * Filled by bw_inputs_parse(); clear with bw_inputs_clear().
 */
typedef struct
{
  char  *command;
  char **files;
  char  *mapping;
  char  *roles[BW_N_ROLES];
  char  *as_of;
  char  *model;
  char  *output;
  char  *sheet;
  char  *encoding;
  char  *delimiter;
  char  *quote;

  BwReading *reading;
  char      *workspace;
  BwStore   *store;
  gboolean   hides_names;
  gboolean   judges;
  char      *outcome;
} BwInputs;

gboolean  bw_inputs_parse (BwInputs           *self,
                           int                 argc,
                           char              **argv,
                           const char         *arguments,
                           const GOptionEntry *own);
void      bw_inputs_clear (BwInputs *self);
BwIntake *bw_inputs_read (BwInputs *self,
                          GError  **error);
BwPanel  *bw_inputs_read_panel (BwInputs *self,
                                GError  **error);
BwModel  *bw_inputs_load_model (BwInputs *self,
                                BwPanel  *panel,
                                GError  **error);
void      bw_inputs_say_model (const BwInputs *self,
                               const BwModel  *model);
BwModel  *bw_load_model_for (const char *path,
                             BwPanel    *panel,
                             GError    **error);
void      bw_say_nothing_to_score (void);
gboolean         bw_inputs_take_reading (BwInputs *self);
const BwReading *bw_inputs_find_reading (const BwInputs  *self,
                                         const BwMapping *mapping,
                                         GFile           *file);
BwMapping       *bw_inputs_load_mapping (const BwInputs *self,
                                         GError        **error);
gboolean         bw_check_document (GFile      *file,
                                    const char *path,
                                    GError    **error);
BwReport *bw_inputs_read_apart (const BwInputs *self,
                                const char     *known);
gboolean  bw_is_workspace (const char *path);
BwStore  *bw_open_workspace (const char *path,
                             BwAccess    access,
                             GError    **error);
BwModel  *bw_load_model (const char *path,
                         GError    **error);
gboolean  bw_inputs_take_workspace (BwInputs *self);
BwIntake *bw_inputs_read_workspace (BwInputs *self,
                                    GError  **error);
BwModel  *bw_inputs_get_draft (BwInputs *self,
                               gboolean  baseline,
                               BwPanel  *panel,
                               GError  **error);
gboolean  bw_inputs_check_whole (const BwInputs *self,
                                 GError        **error);
BwPanel  *bw_inputs_hide_names (const BwInputs *self,
                                BwPanel        *panel);
gboolean  bw_parse_date (const char *text,
                         double     *days,
                         GError    **error);
BwExit    bw_fail (const GError *error);
BwExit    bw_wrong_usage (const char *command,
                          const char *what);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwInputs, bw_inputs_clear)

G_END_DECLS
