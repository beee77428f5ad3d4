/* What can be chosen of how a file is read: one row for each choice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/preview.h"

G_BEGIN_DECLS

/**
 * BwImportOption:
 * @title: for a person
 * @text: (nullable): the value, of choices that are texts
 * @number: the value, of choices that are numbers
 */
typedef struct
{
  char *title;
  char *text;
  int   number;
} BwImportOption;

/**
 * BwImportedFile:
 * @reading: how it was read; where it could not be, what was chosen for that
 * @sheets: (nullable): what there is to choose from in a workbook or an archive
 * @preview: (nullable): its first lines, for those who choose a line
 * @unread: it could not be read
 *
 * A file, for those who choose how it is read.
 */
typedef struct
{
  const BwReading   *reading;
  const char *const *sheets;
  const BwPreview   *preview;
  gboolean           unread;
} BwImportedFile;

/**
 * BwImportChoice:
 * @title: what is chosen
 * @list: adds what there is to choose from, and returns which of it holds; an empty list where
 *   there is nothing to choose
 * @set: puts an option into a reading
 * @told: what holds is told where there is room for little
 */
typedef struct
{
  const char *title;
  guint       (*list)(GArray               *options,
                      const BwImportedFile *file);
  void        (*set)(BwReading            *reading,
                     const BwImportOption *option);
  gboolean    told;
} BwImportChoice;

#define BW_N_IMPORT_CHOICES 10

const BwImportChoice *bw_import_choice_get (guint choice);

G_END_DECLS
