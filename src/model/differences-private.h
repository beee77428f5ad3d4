/* Sentences on what differs, gathered with what they are about. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/* What a sentence is about: what moves scores most comes first. */
typedef enum
{
  BW_ABOUT_METRICS,
  BW_ABOUT_SEGMENTS,
  BW_ABOUT_WEIGHTS,
  BW_ABOUT_RULES,
  BW_ABOUT_SCALES,
  BW_ABOUT_BANDS,
  BW_ABOUT_SETTINGS,
  BW_ABOUT_NAMES,
  BW_ABOUT_ORDER,
} BwAbout;

/**
 * BwDifference:
 * @size: how much it matters among those about the same
 */
typedef struct
{
  BwAbout about;
  double  size;
  char   *text;
} BwDifference;

/**
 * BwDifferences:
 * @rows: of BwDifference
 */
typedef struct
{
  BwModel *from;
  BwModel *to;
  GArray  *rows;
} BwDifferences;

void  bw_differences_add (BwDifferences *self,
                          BwAbout        about,
                          double         size,
                          char          *text);
void  bw_differences_add_text (BwDifferences *self,
                               BwAbout        about,
                               const char    *format,
                               const char    *name,
                               const char    *before,
                               const char    *after);
char *bw_differences_dup_number (double number);
void  bw_differences_compare_numbers (BwDifferences *self,
                                      BwAbout        about,
                                      const char    *format,
                                      const char    *name,
                                      double         before,
                                      double         after);
void  bw_differences_compare_texts (BwDifferences *self,
                                    BwAbout        about,
                                    const char    *format,
                                    const char    *name,
                                    const char    *before,
                                    const char    *after);

gboolean bw_differences_same_conditions (const BwConditions *a,
                                         const BwConditions *b);
void     bw_differences_of_metrics (BwDifferences *self);
void     bw_differences_of_segments (BwDifferences *self);
void     bw_differences_of_rules (BwDifferences *self);
void     bw_differences_of_bands (BwDifferences *self);

G_END_DECLS
