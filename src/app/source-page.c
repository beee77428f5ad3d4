/* One file in the import dialog: how it was read, and its columns with their roles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/source-page.h"

#include "app/import-cells.h"
#include "app/import-column.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

struct _BwSourcePage
{
  AdwBin parent_instance;

  BwIntake  *intake;
  BwMapping *wanted; /* asked for and not yet carried out, or NULL */
  guint      source;
  gboolean   filling;

  GtkLabel      *name;
  GtkLabel      *facts;
  GtkDropDown   *shape;
  GtkColumnView *view;
  GListStore    *store;
};

enum
{
  MAPPING_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwSourcePage, bw_source_page, ADW_TYPE_BIN)

/* What the next correction is made to: all that was asked for before it. */
static BwMapping *
get_mapping (BwSourcePage *self)
{
  return self->wanted != NULL ? self->wanted : bw_intake_get_mapping (self->intake);
}

/* The place of the file in the mapping. */
static guint
find_mapped (BwSourcePage *self)
{
  BwSource *source = bw_intake_get_source (self->intake, self->source);
  const guint found = bw_mapping_match (get_mapping (self),
                                        bw_source_get_file_name (source));

  return found == BW_NONE ? self->source : found;
}

static void
want (BwSourcePage *self,
      BwMapping    *mapping)
{
  g_signal_emit (self, signals[MAPPING_WANTED], 0, mapping);
}

static void
on_role_chosen (BwImportColumn *column,
                BwRole          role,
                gpointer        user_data)
{
  BwSourcePage *self = user_data;
  g_autoptr(BwMapping) mapping = NULL;

  if (bw_import_column_get_role (column) == role)
    return;

  mapping = bw_mapping_with_role (get_mapping (self), find_mapped (self),
                                  bw_import_column_get_header (column), role);
  want (self, mapping);
}

static BwShape
get_shape (BwSourcePage *self)
{
  const BwMapping *mapping = get_mapping (self);
  const guint mapped = find_mapped (self);

  return mapped < bw_mapping_get_n_sources (mapping) ?
         bw_mapping_get_source (mapping, mapped)->shape : BW_SHAPE_SNAPSHOT;
}

static void
on_shape_selected (BwSourcePage *self)
{
  const guint shape = gtk_drop_down_get_selected (self->shape);
  g_autoptr(BwMapping) mapping = NULL;

  if (self->filling || self->intake == NULL || shape >= BW_N_SHAPES || shape == get_shape (self))
    return;

  mapping = bw_mapping_with_shape (get_mapping (self), find_mapped (self), shape);
  want (self, mapping);
}

/* How the fields of a line are parted, in words. */
static char *
delimiter_to_words (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return g_strdup (_("commas"));
    case ';':
      return g_strdup (_("semicolons"));
    case '\t':
      return g_strdup (_("tabs"));
    case '|':
      return g_strdup (_("bars"));
    case ' ':
      return g_strdup (_("spaces"));
    default:
      return g_strdup_printf ("“%c”", delimiter);
    }
}

static char *
describe (BwSource *source)
{
  const BwReading *reading = bw_source_get_reading (source);
  BwTable *table = bw_source_get_table (source);
  const gsize n_rows = bw_table_get_n_rows (table);
  const guint n_columns = bw_table_get_n_columns (table);
  g_autofree char *number = bw_format_number (n_rows, 0);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), number);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns),
                                              n_columns);
  g_autofree char *delimiter = delimiter_to_words (reading->delimiter);
  const char *encoding = reading->encoding == NULL ? "UTF-8" : reading->encoding;

  if (reading->delimiter == BW_CHOOSE)
    return g_strdup_printf ("%s · %s · %s", rows, columns, encoding);

  /* TRANSLATORS: how a file was read: rows, columns, encoding, what stands between fields */
  return g_strdup_printf (_("%s · %s · %s · separated by %s"), rows, columns, encoding, delimiter);
}

static void
fill_shapes (BwSourcePage *self)
{
  const char *titles[BW_N_SHAPES + 1] = { NULL };
  g_autoptr(GtkStringList) list = NULL;

  for (guint shape = 0; shape < BW_N_SHAPES; shape++)
    titles[shape] = bw_shape_get_title (shape);
  list = gtk_string_list_new (titles);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->shape, G_LIST_MODEL (list));
  self->filling = FALSE;
}

static void
bw_source_page_dispose (GObject *object)
{
  BwSourcePage *self = BW_SOURCE_PAGE (object);

  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->wanted, bw_mapping_unref);

  G_OBJECT_CLASS (bw_source_page_parent_class)->dispose (object);
}

static void
bw_source_page_class_init (BwSourcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_source_page_dispose;

  signals[MAPPING_WANTED] =
    g_signal_new ("mapping-wanted", BW_TYPE_SOURCE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (BW_TYPE_IMPORT_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSourcePage, name);
  gtk_widget_class_bind_template_child (widget_class, BwSourcePage, facts);
  gtk_widget_class_bind_template_child (widget_class, BwSourcePage, shape);
  gtk_widget_class_bind_template_child (widget_class, BwSourcePage, view);
  gtk_widget_class_bind_template_child (widget_class, BwSourcePage, store);
  gtk_widget_class_bind_template_callback (widget_class, on_shape_selected);
}

static void
bw_source_page_init (BwSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_shapes (self);
  bw_import_cells_add_columns (self->view, on_role_chosen, self);
}

/**
 * bw_source_page_new:
 * @source: of @intake
 */
GtkWidget *
bw_source_page_new (BwIntake *intake,
                    guint     source)
{
  BwSourcePage *self = g_object_new (BW_TYPE_SOURCE_PAGE, NULL);
  BwTable *table = bw_source_get_table (bw_intake_get_source (intake, source));

  self->source = source;
  for (guint column = 0; column < bw_table_get_n_columns (table); column++)
    {
      g_autoptr(BwImportColumn) item = bw_import_column_new (intake, source, column);

      g_list_store_append (self->store, item);
    }
  bw_source_page_set_intake (self, intake);

  return GTK_WIDGET (self);
}

/**
 * bw_source_page_set_intake:
 * @intake: the same files under another mapping
 */
void
bw_source_page_set_intake (BwSourcePage *self,
                           BwIntake     *intake)
{
  BwSource *source = bw_intake_get_source (intake, self->source);
  g_autofree char *facts = describe (source);

  g_return_if_fail (BW_IS_SOURCE_PAGE (self));

  bw_intake_ref (intake);
  g_clear_pointer (&self->intake, bw_intake_unref);
  self->intake = intake;
  g_clear_pointer (&self->wanted, bw_mapping_unref);

  gtk_label_set_label (self->name, bw_source_get_file_name (source));
  gtk_label_set_label (self->facts, facts);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->shape, get_shape (self));
  self->filling = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr(BwImportColumn) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      bw_import_column_set_intake (item, intake);
    }
}

/**
 * bw_source_page_set_wanted:
 * @mapping: asked for on this page or another, and being carried out
 *
 * The next correction is made to @mapping, so that none is lost.
 */
void
bw_source_page_set_wanted (BwSourcePage *self,
                           BwMapping    *mapping)
{
  g_return_if_fail (BW_IS_SOURCE_PAGE (self));

  bw_mapping_ref (mapping);
  g_clear_pointer (&self->wanted, bw_mapping_unref);
  self->wanted = mapping;
}
