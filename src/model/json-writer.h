/* JSON written in one stable form, so that two versions of a file differ only where they differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long enough for every text of bw_number_to_text(). */
#define BW_NUMBER_LENGTH 32

/**
 * BwLayout:
 * @BW_LAYOUT_LINES: each member on a line of its own
 * @BW_LAYOUT_INLINE: all on one line, and all that is in it
 */
typedef enum
{
  BW_LAYOUT_LINES,
  BW_LAYOUT_INLINE,
} BwLayout;

typedef struct _BwWriter BwWriter;

const char *bw_number_to_text (double value,
                               char   text[BW_NUMBER_LENGTH]);

BwWriter *bw_writer_new (void);
char     *bw_writer_end (BwWriter *self);
void      bw_writer_open (BwWriter   *self,
                          const char *key,
                          char        bracket,
                          BwLayout    layout);
void      bw_writer_close (BwWriter *self);
void      bw_writer_text (BwWriter   *self,
                          const char *key,
                          const char *text);
void      bw_writer_number (BwWriter   *self,
                            const char *key,
                            double      value);
void      bw_writer_flag (BwWriter   *self,
                          const char *key,
                          gboolean    value);

G_END_DECLS
