/* XML in blocks comes in, tags and texts come out, one at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/linefeed.h"

G_BEGIN_DECLS

/**
 * BwXmlEvent:
 * @BW_XML_START: an element begins
 * @BW_XML_END: it ends
 * @BW_XML_TEXT: a piece of its text
 * @BW_XML_DONE: the document is over
 * @BW_XML_FAILED: it is damaged, with the error set
 */
typedef enum
{
  BW_XML_START,
  BW_XML_END,
  BW_XML_TEXT,
  BW_XML_DONE,
  BW_XML_FAILED,
} BwXmlEvent;

typedef struct _BwXml BwXml;

BwXml      *bw_xml_new (BwRefillFunc refill,
                        gpointer     user_data);
void        bw_xml_free (BwXml *self);
BwXmlEvent  bw_xml_next (BwXml   *self,
                         GError **error);
gboolean    bw_xml_skip (BwXml   *self,
                         GError **error);
gboolean    bw_xml_skip_raw (BwXml   *self,
                             GError **error);
gboolean    bw_xml_is (const BwXml *self,
                       const char  *name);
const char *bw_xml_get_text (const BwXml *self,
                             gsize       *length);
const char *bw_xml_get_attribute (const BwXml *self,
                                  const char  *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwXml, bw_xml_free)

G_END_DECLS
