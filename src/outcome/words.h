/* What the words of an outcome say: whether a yes, or a value of a status, means gone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwSaying:
 * @BW_SAYS_NOTHING: the vocabulary does not know the word
 */
typedef enum
{
  BW_SAYS_NOTHING,
  BW_SAYS_STAYED,
  BW_SAYS_GONE,
} BwSaying;

BwSaying bw_words_of_value (const char *text);
gboolean bw_words_yes_is_gone (const char *name);
gboolean bw_words_mean_outcome (const char *name);
gboolean bw_words_mean_end (const char *name);
gboolean bw_words_mean_status (const char *name);
gboolean bw_words_are_alike (const char *a,
                             const char *b);

G_END_DECLS
