/* The commands below “workspace”, and what they share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/inputs.h"

G_BEGIN_DECLS

BwExit bw_command_workspace_new (int    argc,
                                 char **argv);
BwExit bw_command_workspace_add (int    argc,
                                 char **argv);
BwExit bw_command_workspace_info (int    argc,
                                  char **argv);
BwExit bw_command_workspace_export (int    argc,
                                    char **argv);
BwExit bw_command_workspace_check (int    argc,
                                   char **argv);

char    *bw_take_first (BwInputs *inputs);
gboolean bw_say_amounts (BwPanel *panel,
                         GError **error);

G_END_DECLS
