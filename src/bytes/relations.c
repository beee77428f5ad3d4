/* How the parts of a workbook point to each other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/relations.h"

#include "bytes/part.h"

#include <string.h>

#define RELATIONS_MAX 10000 /* a part's; those beyond are not looked at */

static void
relation_free (BwRelation *relation)
{
  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->path);
  g_free (relation);
}

/* The place that @target means when it stands in a part of @folder. */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autofree char *whole = g_strconcat (target[0] == '/' ? "" : folder, "/", target, NULL);
  g_auto(GStrv) steps = NULL;
  g_autoptr(GPtrArray) path = g_ptr_array_new ();

  g_strdelimit (whole, "\\", '/');
  steps = g_strsplit (whole, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (path, MAX (path->len, 1) - 1);
      else if (steps[i][0] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (path, steps[i]);
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **) path->pdata);
}

static void
add_relation (GPtrArray  *relations,
              BwXml      *xml,
              const char *folder)
{
  const char *id = bw_xml_get_attribute (xml, "Id");
  const char *type = bw_xml_get_attribute (xml, "Type");
  const char *target = bw_xml_get_attribute (xml, "Target");
  const char *mode = bw_xml_get_attribute (xml, "TargetMode");
  g_autofree char *unescaped = NULL;
  BwRelation *relation;

  if (relations->len == RELATIONS_MAX || id == NULL || type == NULL || target == NULL
      || (mode != NULL && g_ascii_strcasecmp (mode, "External") == 0))
    return;

  unescaped = g_uri_unescape_string (target, NULL);
  relation = g_new0 (BwRelation, 1);
  relation->id = g_strdup (id);
  relation->kind = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->path = resolve (folder, unescaped != NULL ? unescaped : target);
  g_ptr_array_add (relations, relation);
}

static char *
folder_of (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash != NULL ? g_strndup (part, slash - part) : g_strdup ("");
}

/* part xl/workbook.xml has its relations in xl/_rels/workbook.xml.rels */
static char *
path_of (const char *part,
         const char *folder)
{
  const char *slash = strrchr (part, '/');

  return g_strconcat (folder, folder[0] != '\0' ? "/" : "", "_rels/",
                      slash != NULL ? slash + 1 : part, ".rels", NULL);
}

/**
 * bw_relations_read:
 * @part: whose relations are wanted; "" for those of the package as a whole
 *
 * Reads what a part points to inside of the archive. What lies outside is left out.
 *
 * Returns: (transfer full) (element-type BwRelation): its relations, none where they are not
 *   written down; %NULL with @error set
 */
GPtrArray *
bw_relations_read (BwArchive  *archive,
                   const char *part,
                   GError    **error)
{
  g_autoptr(GPtrArray) relations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  g_autofree char *folder = folder_of (part);
  g_autofree char *path = path_of (part, folder);
  g_autoptr(BwPart) source = NULL;
  BwXmlEvent event;

  if (bw_archive_find (archive, path) < 0)
    return g_steal_pointer (&relations);
  source = bw_part_open (archive, path, error);
  if (source == NULL)
    return NULL;

  while ((event = bw_xml_next (source->xml, error)) != BW_XML_DONE)
    {
      if (event == BW_XML_FAILED)
        return NULL;
      if (event == BW_XML_START && bw_xml_is (source->xml, "Relationship"))
        add_relation (relations, source->xml, folder);
    }

  return g_steal_pointer (&relations);
}

/**
 * bw_relations_find:
 *
 * Returns: (transfer none) (nullable): the relation with that @id
 */
const BwRelation *
bw_relations_find (const GPtrArray *relations,
                   const char      *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const BwRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->id, id) == 0)
        return relation;
    }

  return NULL;
}

/**
 * bw_relations_get_path:
 *
 * Returns: (transfer none) (nullable): where the first part of that @kind is
 */
const char *
bw_relations_get_path (const GPtrArray *relations,
                       const char      *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const BwRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->kind, kind) == 0)
        return relation->path;
    }

  return NULL;
}
