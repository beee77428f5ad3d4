/* A stretch of an XML document in memory that moves along it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/linefeed.h"

G_BEGIN_DECLS

/**
 * BwXmlWindow:
 * @data: what is in memory; one byte behind it may be written to
 * @pos: the present place in it
 * @end: where it ends
 * @at_end: so does the document
 * @n_before: bytes of the document before it
 */
typedef struct
{
  BwRefillFunc refill;
  gpointer     user_data;
  char        *data;
  gsize        size;
  gsize        pos;
  gsize        end;
  gboolean     at_end;
  guint64      n_before;
} BwXmlWindow;

void     bw_xml_window_init (BwXmlWindow *self,
                             BwRefillFunc refill,
                             gpointer     user_data);
void     bw_xml_window_clear (BwXmlWindow *self);
void     bw_xml_window_fail (const BwXmlWindow *self,
                             GError           **error);
gboolean bw_xml_window_fill (BwXmlWindow *self,
                             GError     **error);
gboolean bw_xml_window_need (BwXmlWindow *self,
                             gsize        n,
                             GError     **error);
char    *bw_xml_window_find (BwXmlWindow *self,
                             gsize        skip,
                             const char  *mark,
                             GError     **error);
gboolean bw_xml_window_pass (BwXmlWindow *self,
                             gsize        skip,
                             const char  *mark,
                             GError     **error);
gboolean bw_xml_window_go_to (BwXmlWindow *self,
                              const char  *mark,
                              GError     **error);
gboolean bw_xml_window_begins (const BwXmlWindow *self,
                               const char        *mark);
char    *bw_xml_window_tag_end (const BwXmlWindow *self);
char    *bw_xml_window_text_end (const BwXmlWindow *self);

G_END_DECLS
