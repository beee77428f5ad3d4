/* What a mapping is made of, for the files that make and change one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapped-source.h"

G_BEGIN_DECLS

struct _BwMapping
{
  gatomicrefcount ref_count;

  BwMappedSource *sources;
  guint           n_sources;
  gboolean        vanished; /* those that vanish count as churned */
};

BwMapping *bw_mapping_copy (const BwMapping *self);
guint      bw_mapping_count_known (const BwMapping *self,
                                   guint            source,
                                   const BwTable   *table);
BwMapping *bw_mapping_with_spellings (BwMapping     *self,
                                      guint          source,
                                      const BwTable *table);
BwMapping *bw_mapping_with_months (BwMapping     *self,
                                   guint          source,
                                   const BwTable *table);

G_END_DECLS
