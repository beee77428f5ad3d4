/* One tag of XML taken apart where it lies: its name, its attributes, entities. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwAttribute:
 * @name: with its prefix
 * @value: its entities resolved
 */
typedef struct
{
  const char *name;
  char       *value;
} BwAttribute;

char *bw_tag_read (char   *p,
                   char   *end,
                   GArray *attributes);
char *bw_xml_decode (char *start,
                     char *end);

G_END_DECLS
