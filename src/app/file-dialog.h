/* The platform's dialogs for opening and saving files, in one place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwFilesFunc:
 * @files: (array length=n_files): what was chosen, at least one
 */
typedef void (*BwFilesFunc) (GFile *const *files,
                             guint         n_files,
                             gpointer      user_data);

typedef void (*BwNoFilesFunc) (gpointer user_data);

/**
 * BwFileKind:
 * @title: name of the filter
 * @patterns: (array zero-terminated=1): "*.csv"
 */
typedef struct
{
  const char *title;
  const char *patterns[14];
} BwFileKind;

char *bw_file_dialog_name (const char *name,
                           const char *suffix);
void bw_file_dialog_open (GtkWindow        *parent,
                          const char       *title,
                          const BwFileKind *kind,
                          gboolean          multiple,
                          BwFilesFunc       func,
                          gpointer          user_data);
void bw_file_dialog_save (GtkWindow        *parent,
                          const char       *title,
                          const BwFileKind *kind,
                          const char       *name,
                          BwFilesFunc       func,
                          gpointer          user_data);
void bw_file_dialog_save_list (GtkWindow        *parent,
                               const char       *title,
                               const BwFileKind *kind,
                               const char       *name,
                               const char       *hiding,
                               BwFilesFunc       func,
                               gpointer          user_data);
void bw_file_dialog_save_or_not (GtkWindow        *parent,
                                 const char       *title,
                                 const BwFileKind *kind,
                                 const char       *name,
                                 BwFilesFunc       func,
                                 BwNoFilesFunc     cancelled,
                                 gpointer          user_data);

G_END_DECLS
