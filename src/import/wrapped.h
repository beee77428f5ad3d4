/* Lines that stand in quotes as a whole, as they were before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwWrapped:
 *
 * Where in the text it is between two blocks; all zero at the start of a line.
 */
typedef struct
{
  gboolean inside;  /* the quotes of a line are open */
  gboolean in_line; /* not at the start of a line */
  guint    held;    /* a quote that waits for what follows */
} BwWrapped;

gboolean bw_is_wrapped (GBytes *const *sample,
                        guint          n_sample);
gsize    bw_wrapped_read (BwWrapped  *self,
                          const char *text,
                          gsize       length,
                          char       *out);
GBytes  *bw_wrapped_take_off (GBytes *text);

G_END_DECLS
