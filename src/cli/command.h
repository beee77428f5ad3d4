/* What every command of bellwether-cli provides, and the table of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command says of how it went; bellwether-cli exits with it. */
typedef enum
{
  BW_EXIT_DONE = 0,
  BW_EXIT_INPUT = 1, /* the input could not be used */
  BW_EXIT_USAGE = 2, /* wrong usage */
} BwExit;

/**
 * BwCommand:
 * @name: what is typed; never renamed
 * @arguments: as the help shows them
 * @summary: marked for translation
 * @run: gets the command's name as the first argument, and may reorder @argv
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  BwExit    (*run)(int    argc,
                   char **argv);
} BwCommand;

const BwCommand *bw_commands (gsize *n_commands);
int              bw_cli_main (int    argc,
                              char **argv);

G_END_DECLS
