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
 * BwImportChoice:
 * @title: what is chosen
 * @list: adds what there is to choose from, and returns which of it holds; an empty list where
 *   there is nothing to choose
 * @set: puts an option into a reading
 */
typedef struct
{
  const char *title;
  guint       (*list)(GArray          *options,
                      const BwSource  *source,
                      const BwPreview *preview);
  void        (*set)(BwReading            *reading,
                     const BwImportOption *option);
} BwImportChoice;

#define BW_N_IMPORT_CHOICES 9

const BwImportChoice *bw_import_choice_get (guint choice);

G_END_DECLS
