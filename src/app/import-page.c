/* A page of the import assistant: shows an import in the making while it is on screen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-page.h"

typedef struct
{
  BwImporting *importing;
  gboolean     behind; /* it changed while the page was not on screen */
} BwImportPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BwImportPage, bw_import_page, ADW_TYPE_BIN)

static void
refresh (BwImportPage *self)
{
  BwImportPagePrivate *priv = bw_import_page_get_instance_private (self);

  if (priv->importing == NULL ||
      (bw_importing_get_intake (priv->importing) == NULL &&
       !BW_IMPORT_PAGE_GET_CLASS (self)->without_intake))
    return;
  priv->behind = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->behind)
    BW_IMPORT_PAGE_GET_CLASS (self)->refresh (self);
}

static void
bw_import_page_map (GtkWidget *widget)
{
  BwImportPagePrivate *priv = bw_import_page_get_instance_private (BW_IMPORT_PAGE (widget));

  GTK_WIDGET_CLASS (bw_import_page_parent_class)->map (widget);
  if (priv->behind)
    refresh (BW_IMPORT_PAGE (widget));
}

static void
bw_import_page_dispose (GObject *object)
{
  BwImportPagePrivate *priv = bw_import_page_get_instance_private (BW_IMPORT_PAGE (object));

  g_clear_object (&priv->importing);

  G_OBJECT_CLASS (bw_import_page_parent_class)->dispose (object);
}

static void
bw_import_page_class_init (BwImportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_import_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = bw_import_page_map;
}

static void
bw_import_page_init (BwImportPage *self)
{
}

/**
 * bw_import_page_get_importing:
 *
 * Returns: (transfer none) (nullable): what the page shows
 */
BwImporting *
bw_import_page_get_importing (BwImportPage *self)
{
  BwImportPagePrivate *priv = bw_import_page_get_instance_private (self);

  g_return_val_if_fail (BW_IS_IMPORT_PAGE (self), NULL);

  return priv->importing;
}

/**
 * bw_import_page_set_importing:
 *
 * To be set once.
 */
void
bw_import_page_set_importing (BwImportPage *self,
                              BwImporting  *importing)
{
  BwImportPagePrivate *priv = bw_import_page_get_instance_private (self);

  g_return_if_fail (BW_IS_IMPORT_PAGE (self));
  g_return_if_fail (priv->importing == NULL);

  priv->importing = g_object_ref (importing);
  g_signal_connect_object (importing, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
