/* Proposing: files that come to a mapping that stands, and one of its sources anew. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands is looked at, so that the rest finds its keys and leaves its roles alone, and comes
 * out as it went in. A source that is proposed anew keeps its id, its key and what a person chose
 * for columns that are still there: roles without a reason. */

#include "panel/mapping-private.h"
#include "panel/propose.h"

/* A group for @mapped, as far as its files bear it out. */
static BwGroup *
see_standing (const BwMappedSource *mapped,
              BwSource *const      *sources,
              guint                 n_sources,
              const guint          *mapped_of,
              guint                 at)
{
  BwGroup *group = bw_group_new (mapped->pattern);

  group->fixed = TRUE;
  group->mapped.id = g_strdup (mapped->id);
  for (guint i = 0; i < n_sources; i++)
    {
      if (mapped_of[i] == at)
        g_ptr_array_add (group->files, sources[i]);
    }
  bw_group_see (group);

  return group;
}

/* Takes the key, shape and date of @mapped over; the group counts as joined then. */
static void
take_join (BwGroup              *group,
           const BwMappedSource *mapped)
{
  group->key = mapped->join != NULL ? bw_mapped_source_find (&group->mapped, mapped->join) : BW_NONE;
  group->joined = group->key != BW_NONE;
  if (!group->joined)
    return;
  group->mapped.join = g_strdup (mapped->join);
  group->mapped.join_more = g_strdupv (mapped->join_more);
  group->mapped.via = g_strdup (mapped->via);
  group->mapped.via_column = g_strdup (mapped->via_column);
  group->mapped.match = mapped->match;
}

/* The roles of what stands are given, so that none of them is proposed once more. */
static void
take_roles (BwGroup              *group,
            const BwMappedSource *mapped)
{
  const BwMappedColumn *date = bw_mapped_source_find_role (mapped, BW_ROLE_DATE);

  group->mapped.shape = mapped->shape;
  group->date = date != NULL ? bw_mapped_source_find (&group->mapped, date->header) : BW_NONE;
  for (guint i = 0; i < mapped->n_columns; i++)
    {
      const guint column = bw_mapped_source_find (&group->mapped, mapped->columns[i].header);

      if (column != BW_NONE)
        bw_mapped_source_set_role (&group->mapped, column, mapped->columns[i].role, "");
    }
}

static gboolean
has_all_columns (const BwMappedSource *a,
                 const BwMappedSource *b)
{
  for (guint i = 0; i < b->n_columns; i++)
    {
      if (bw_mapped_source_find (a, b->columns[i].header) == BW_NONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_headers (const BwMappedSource *source,
             const char *const    *headers)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    {
      if (bw_mapped_source_find (source, headers[i]) == BW_NONE)
        return FALSE;
    }

  return TRUE;
}

/* What @before says of the source as a whole, where the columns it needs are still there. */
static void
keep_choices (BwGroup              *group,
              const BwMappedSource *before)
{
  group->fixed = FALSE;
  group->mapped.as_of = before->as_of;
  group->mapped.duplicates = before->duplicates;
  group->mapped.match = before->match;
  group->mapped.reading = before->reading != NULL ? bw_reading_copy (before->reading) : NULL;
  if (before->join != NULL && has_headers (&group->mapped, (const char *const *) before->join_more))
    take_join (group, before);
}

/* Shape, date and events: as they were where no column came or went, else proposed. */
static void
shape_anew (BwGroup              *group,
            const BwMappedSource *before,
            gboolean              primary)
{
  const BwMappedColumn *date = bw_mapped_source_find_role (before, BW_ROLE_DATE);

  if (group->mapped.join == NULL || !has_all_columns (before, &group->mapped) ||
      !has_all_columns (&group->mapped, before))
    {
      bw_propose_shape (group, primary, date != NULL ? date->header : NULL);
      return;
    }
  group->mapped.shape = before->shape;
  group->date = date != NULL ? bw_mapped_source_find (&group->mapped, date->header) : BW_NONE;
}

static void
events_anew (BwGroup              *group,
             const BwMappedSource *before)
{
  if (before->shape != group->mapped.shape || !has_all_columns (&group->mapped, before))
    {
      bw_propose_group_events (group);
      return;
    }
  for (guint i = 0; i < before->n_events; i++)
    bw_mapped_source_add_event (&group->mapped, before->events[i].name, before->events[i].aggregate,
                                before->events[i].column, before->events[i].window);
}

/* Roles that a person gave to columns of that source. */
static BwMapping *
keep_roles (BwMapping            *proposed,
            guint                 source,
            const BwMappedSource *before)
{
  BwMapping *kept = bw_mapping_ref (proposed);

  for (guint i = 0; i < before->n_columns; i++)
    {
      const BwMappedColumn *column = &before->columns[i];
      BwMapping *next;

      if (column->reason != NULL || column->role == BW_ROLE_KEY)
        continue;
      next = bw_mapping_with_role (kept, source, column->header, column->role);
      bw_mapping_unref (kept);
      kept = next;
    }

  return kept;
}

/* The aliases of @before, for headers that are still there. */
static void
keep_aliases (BwMappedSource       *source,
              const BwMappedSource *before)
{
  for (guint i = 0; i < before->n_columns; i++)
    {
      const guint column = before->columns[i].aliases == NULL ? BW_NONE :
                           bw_mapped_source_find (source, before->columns[i].header);

      if (column == BW_NONE)
        continue;
      g_strfreev (source->columns[column].aliases);
      source->columns[column].aliases = g_strdupv (before->columns[i].aliases);
    }
}

/* The groups of what stands, and in @origin which source of @mapping each is; that at @anew is free. */
static GPtrArray *
see_all (const BwMapping *mapping,
         BwSource *const *sources,
         guint            n_sources,
         const guint     *mapped_of,
         guint            anew,
         GArray          *origin)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_group_free);

  for (guint i = 0; i < mapping->n_sources; i++)
    {
      BwGroup *group = see_standing (&mapping->sources[i], sources, n_sources, mapped_of, i);

      if (group->files->len == 0)
        {
          bw_group_free (group);
          continue;
        }
      g_ptr_array_add (groups, group);
      g_array_append_val (origin, i);
      if (i == anew)
        {
          keep_choices (group, &mapping->sources[i]);
          continue;
        }
      take_join (group, &mapping->sources[i]);
      take_roles (group, &mapping->sources[i]);
    }

  return groups;
}

static void
see_new (GPtrArray       *groups,
         BwSource *const *sources,
         guint            n_sources,
         const guint     *mapped_of)
{
  const guint n_standing = groups->len;

  for (guint i = 0; i < n_sources; i++)
    {
      if (mapped_of[i] == BW_NONE)
        bw_propose_group_of (groups, sources[i]);
    }
  for (guint i = n_standing; i < groups->len; i++)
    {
      bw_group_see (g_ptr_array_index (groups, i));
      bw_propose_id (groups, i);
    }
}

/* Who says so far who the customers are; BW_NONE where nothing names them. */
static guint
find_roster (const BwMapping *mapping,
             GPtrArray       *groups,
             const GArray    *origin)
{
  guint any = BW_NONE;

  for (guint i = origin->len; i > 0; i--)
    {
      const BwMappedSource *source = &mapping->sources[g_array_index (origin, guint, i - 1)];
      const BwGroup *group = g_ptr_array_index (groups, i - 1);

      if (!group->joined || group->mapped.via != NULL)
        continue;
      if (any == BW_NONE || (source->shape != BW_SHAPE_EVENTS && source->shape != BW_SHAPE_LOOKUP))
        any = i - 1;
    }

  return any;
}

/* What stood, with what is anew and what is new; the source that says who the customers are leads. */
static BwMapping *
join_up (const BwMapping *mapping,
         GPtrArray       *groups,
         const GArray    *origin,
         guint            primary,
         guint            anew,
         guint           *anew_at)
{
  const guint n_all = mapping->n_sources + groups->len - origin->len;
  g_autofree BwMappedSource *all = g_new0 (BwMappedSource, MAX (n_all, 1));
  BwMapping *joined;
  guint n = 0;

  if (primary >= origin->len)
    all[n++] = ((BwGroup *) groups->pdata[primary])->mapped;
  for (guint i = 0; i < mapping->n_sources; i++)
    {
      all[n] = mapping->sources[i];
      for (guint j = 0; j < origin->len && i == anew; j++)
        {
          if (g_array_index (origin, guint, j) == i)
            all[n] = ((BwGroup *) groups->pdata[j])->mapped;
        }
      if (i == anew)
        *anew_at = n;
      n++;
    }
  for (guint i = origin->len; i < groups->len; i++)
    {
      if (i != primary)
        all[n++] = ((BwGroup *) groups->pdata[i])->mapped;
    }

  joined = bw_mapping_new (all, n);
  joined->vanished = mapping->vanished;

  return joined;
}

/* Shapes, roles and events of all that does not stand. */
static void
propose_free (const BwMapping *mapping,
              GPtrArray       *groups,
              const GArray    *origin,
              guint            primary)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (!group->fixed && i < origin->len)
        shape_anew (group, &mapping->sources[g_array_index (origin, guint, i)], i == primary);
      else if (!group->fixed)
        bw_propose_shape (group, i == primary, NULL);
    }
  bw_propose_roles (groups, primary, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      bw_propose_key_roles (group);
      if (!group->fixed && i < origin->len)
        events_anew (group, &mapping->sources[g_array_index (origin, guint, i)]);
      else if (!group->fixed)
        bw_propose_group_events (group);
      if (!group->fixed && group->mapped.reading == NULL)
        group->mapped.reading = bw_propose_reading (group);
      if (!group->fixed && i < origin->len)
        keep_aliases (&group->mapped, &mapping->sources[g_array_index (origin, guint, i)]);
    }
}

/**
 * bw_propose_more:
 * @mapping: what stands
 * @sources: (array length=n_sources): all files
 * @mapped_of: (array length=n_sources): the source of @mapping that each belongs to; %BW_NONE for
 *   one that is to be proposed
 * @anew: a source of @mapping that is to be proposed anew, or %BW_NONE
 *
 * Returns: (transfer full): a mapping of all files
 */
BwMapping *
bw_propose_more (const BwMapping *mapping,
                 BwSource *const *sources,
                 guint            n_sources,
                 const guint     *mapped_of,
                 guint            anew)
{
  g_autoptr(GArray) origin = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) groups = see_all (mapping, sources, n_sources, mapped_of, anew, origin);
  g_autoptr(BwMapping) proposed = NULL;
  guint primary, anew_at = BW_NONE;

  see_new (groups, sources, n_sources, mapped_of);
  primary = bw_propose_more_joins (groups, find_roster (mapping, groups, origin));
  propose_free (mapping, groups, origin, primary);
  proposed = join_up (mapping, groups, origin, primary, anew, &anew_at);

  return anew_at == BW_NONE ? g_steal_pointer (&proposed) :
         keep_roles (proposed, anew_at, &mapping->sources[anew]);
}

/* The remarks of @group, for the same columns of @source. */
static void
take_remarks (BwMappedSource *source,
              const BwGroup  *group)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      const guint column = bw_mapped_source_find (&group->mapped, source->columns[i].header);

      g_free (source->columns[i].remark);
      source->columns[i].remark = column == BW_NONE ? NULL :
                                  g_strdup (group->mapped.columns[column].remark);
    }
}

/**
 * bw_propose_remarks_anew:
 * @sources: (array length=n_sources): all files
 * @mapped_of: (array length=n_sources): the source of @mapping that each belongs to
 *
 * Returns: (transfer full): @mapping with the remarks that its roles call for
 */
BwMapping *
bw_propose_remarks_anew (const BwMapping *mapping,
                         BwSource *const *sources,
                         guint            n_sources,
                         const guint     *mapped_of)
{
  g_autoptr(GArray) origin = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) groups = see_all (mapping, sources, n_sources, mapped_of, BW_NONE, origin);
  BwMapping *changed = bw_mapping_copy (mapping);

  bw_propose_leaks (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      bw_propose_copies (groups->pdata[i]);
      bw_propose_remarks (groups->pdata[i]);
      take_remarks (&changed->sources[g_array_index (origin, guint, i)], groups->pdata[i]);
    }

  return changed;
}
