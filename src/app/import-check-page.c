/* Last step of the import assistant: what will be imported, what is set aside, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-check-page.h"

#include "app/import-fact.h"
#include "app/import-problems.h"
#include "app/import-words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportCheckPage
{
  BwImportPage parent_instance;

  BwImportFact     *customers;
  BwImportFact     *snapshots;
  BwImportFact     *columns;
  BwImportFact     *money;
  BwImportFact     *rows;
  GtkStack         *stack;
  BwImportProblems *problems;
};

G_DEFINE_FINAL_TYPE (BwImportCheckPage, bw_import_check_page, BW_TYPE_IMPORT_PAGE)

static void
show_number (BwImportFact *fact,
             gsize         number,
             const char   *caption)
{
  g_autofree char *text = bw_format_number (number, 0);

  bw_import_fact_show (fact, text, caption);
}

/* "Metric 12 · Attribute 5 · …" */
static char *
describe_roles (const BwImportFacts *facts)
{
  GString *text = g_string_new (NULL);

  for (guint role = 0; role < BW_N_ROLES; role++)
    {
      if (facts->n_roles[role] > 0)
        g_string_append_printf (text, "%s%s %u", text->len == 0 ? "" : " · ",
                                bw_role_get_title (role), facts->n_roles[role]);
    }

  return g_string_free (text, FALSE);
}

static void
show_money (BwImportCheckPage   *self,
            const BwImportFacts *facts)
{
  g_autofree char *sum = isnan (facts->money) ? g_strdup ("–") :
                         bw_format_money_short (facts->money, facts->currency);

  bw_import_fact_show (self->money, sum,
                       facts->money_column != NULL ? facts->money_column :
                       _("no column for it"));
}

static void
show_rows (BwImportCheckPage   *self,
           const BwImportFacts *facts)
{
  g_autofree char *aside = bw_format_number (facts->n_aside, 0);
  g_autofree char *caption = facts->n_aside == 0 ? g_strdup (_("none set aside")) :
                             g_strdup_printf (ngettext ("%s set aside", "%s set aside",
                                                        facts->n_aside), aside);

  show_number (self->rows, facts->n_rows, caption);
}

static void
bw_import_check_page_refresh (BwImportPage *page)
{
  BwImportCheckPage *self = BW_IMPORT_CHECK_PAGE (page);
  BwImporting *importing = bw_import_page_get_importing (page);
  const BwImportFacts *facts = bw_importing_get_facts (importing);
  g_autofree char *span = bw_import_describe_span (facts);
  g_autofree char *roles = describe_roles (facts);
  g_autofree char *vanished = bw_import_describe_vanished (facts);

  show_number (self->customers, facts->n_customers,
               facts->n_vanished > 0 ? vanished : _("each in the newest snapshot"));
  show_number (self->snapshots, facts->n_snapshots, span);
  show_number (self->columns, facts->n_columns, roles);
  show_money (self, facts);
  show_rows (self, facts);
  bw_import_problems_show (self->problems, importing);
  gtk_stack_set_visible_child_name (self->stack,
                                    facts->n_aside + facts->n_cells + facts->n_notes == 0 ?
                                    "clean" : "problems");
}

static void
bw_import_check_page_class_init (BwImportCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_IMPORT_PAGE_CLASS (klass)->refresh = bw_import_check_page_refresh;

  g_type_ensure (BW_TYPE_IMPORT_FACT);
  g_type_ensure (BW_TYPE_IMPORT_PROBLEMS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, customers);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, snapshots);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, money);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, rows);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwImportCheckPage, problems);
}

static void
bw_import_check_page_init (BwImportCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_import_check_page_search:
 *
 * Puts the focus where problems are searched.
 */
void
bw_import_check_page_search (BwImportCheckPage *self)
{
  g_return_if_fail (BW_IS_IMPORT_CHECK_PAGE (self));

  bw_import_problems_search (self->problems);
}
