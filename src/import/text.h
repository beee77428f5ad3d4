/* One file opened as text: encoding and dialect found, records ready to be read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/decoder.h"
#include "bytes/input.h"
#include "import/reading.h"
#include "import/records.h"
#include "import/wrapped.h"

G_BEGIN_DECLS

/**
 * BwText:
 * @head: UTF-8, the start of the file, of whole lines
 * @guessed: nothing but a guess says that the file is in @encoding
 * @wrapped: each line stood in quotes as a whole, which are taken off
 */
typedef struct
{
  BwInput   *input;
  BwDecoder *decoder;
  BwRecords *records;
  BwDialect  dialect;
  char      *encoding;
  gboolean   guessed;
  GBytes    *head;
  gboolean   wrapped;
  BwWrapped  wrapping;
} BwText;

BwText *bw_text_open (GFile           *file,
                      const BwReading *reading,
                      GCancellable    *cancellable,
                      GError         **error);
GError *bw_text_blame (const BwText *self,
                       GError       *failure);
void    bw_text_close (BwText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwText, bw_text_close)

G_END_DECLS
