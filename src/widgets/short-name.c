/* Names of a few letters, in labels that could be cut. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/short-name.h"

/* As many narrow letters are as wide as the dots of a text that is cut. */
#define DOTS 5

/**
 * bw_is_short_name:
 *
 * A label that can be cut wants room for its dots at least, and GTK warns where its text is narrower
 * than they. Such a text need not be cut.
 *
 * Returns: whether @name may be narrower than the dots
 */
gboolean
bw_is_short_name (const char *name)
{
  return g_utf8_strlen (name, -1) <= DOTS;
}
