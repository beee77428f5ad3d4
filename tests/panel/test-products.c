/* Exports of common products: which role each of their columns is given, by header and contents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"
#include "table/csv.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define ROWS 48

/**
 * Case:
 * @columns: header > what is in it > expected role, separated by semicolons
 */
typedef struct
{
  const char *name;
  const char *columns;
} Case;

static const Case cases[] = {
  { "salesforce-report",
    "Account ID > id > key; Account Name > name > name; Account Owner > person > csm; Industry > kind > attribute;"
    "Customer_Segment__c > kind > segment; Billing State/Province > kind > attribute; Employees > number > attribute;"
    "Annual Revenue > money > attribute; Last Activity > date > metric; Created Date > date > attribute;"
    "Renewal_Date__c > date > renewal; ARR__c > money > money; Logins_30d__c > number > metric;"
    "Billing Zip/Postal Code > number > attribute" },
  { "salesforce-joined-report",
    "Account: Account ID > id > key; Account: Account Name > name > name; Account: Account Owner > person > csm;"
    "Account: Type > kind > segment; Account: Industry > kind > attribute; Account: Last Activity > date > metric;"
    "Account: Renewal Date > date > renewal; Account: ARR (USD) > money > money" },
  { "hubspot",
    "Record ID > idnumber > key; Company name > name > name; Company owner > person > csm; Create Date > date > attribute;"
    "Phone Number > number > attribute; Last Activity Date > date > metric; City > kind > attribute;"
    "Country/Region > kind > attribute; Lifecycle Stage > kind > segment; Number of Employees > number > attribute;"
    "Annual Revenue > number > attribute; Number of Sessions > number > metric;"
    "Number of times contacted > number > metric; Time Zone > kind > attribute" },
  { "dynamics",
    "(Do Not Modify) Account > id > key; (Do Not Modify) Row Checksum > id > attribute;"
    "(Do Not Modify) Modified On > date > attribute; Account Name > name > name; Main Phone > number > attribute;"
    "Address 1: City > kind > attribute; Owner > person > csm; Relationship Type > kind > segment;"
    "Number of Employees > number > attribute; Open Cases > number > metric" },
  { "pipedrive",
    "Organization - ID > idnumber > key; Organization - Name > name > name; Organization - Owner > person > csm;"
    "Organization - Label > kind > segment; Organization - Open deals > number > metric;"
    "Organization - Won deals > number > metric; Organization - Last activity date > date > metric;"
    "Organization - Address > words > attribute" },
  { "zoho-crm",
    "Account Id > id > key; Account Owner > person > csm; Account Name > name > name; Phone > number > attribute;"
    "Rating > grade > attribute; Account Type > kind > segment; Industry > kind > attribute;"
    "Annual Revenue > money > attribute; Employees > number > attribute; Created Time > date > attribute;"
    "Modified Time > date > attribute; Last Activity Time > date > metric; SIC Code > number > attribute;"
    "Billing Code > number > attribute" },
  { "gainsight",
    "Company GSID > id > key; Name > name > name; CSM > person > csm; Lifecycle Stage > kind > segment;"
    "ARR > money > money; Users > number > metric; Renewal Date > date > renewal;"
    "Original Contract Date > date > attribute; NPS® > number > metric; Current Score > number > metric;"
    "Status > kind > attribute; SFDC Account Id > id > ignore; Lifetime in Months > number > metric" },
  { "totango",
    "Account ID > id > key; Account name > name > name; Health > grade > metric; Contract value > money > money;"
    "Contract renewal date > date > renewal; Status > kind > attribute; Create date > date > attribute;"
    "License utilization > percent > metric; Last touch > date > metric; Assigned CSM > person > csm;"
    "Tier > kind > segment" },
  { "churnzero",
    "AccountExternalId > id > key; Name > name > name; NextRenewalDate > date > renewal;"
    "TotalContractAmount > money > money; IsActive > flag > attribute; StartDate > date > attribute;"
    "EndDate > date > attribute; LicenseCount > number > metric; OwnerUserAccount > person > csm;"
    "BillingAddressZip > number > attribute; ChurnScore > number > attribute; cf_Plan > kind > attribute" },
  { "planhat",
    "_id > id > ignore; externalId > id > key; name > name > name; owner > person > csm; phase > kind > segment;"
    "arr > number > money; renewalDate > date > renewal; customerFrom > date > attribute; h > number > metric;"
    "usage > number > metric; lastTouch > date > metric; nps > number > metric; csmScore > number > metric" },
  { "vitally",
    "id > id > key; name > name > name; createdAt > date > attribute; churnedAt > gap > outcome; mrr > number > money;"
    "nextRenewalDate > date > renewal; usersCount > number > metric; npsScore > number > metric;"
    "healthScore > number > metric; lastSeenTimestamp > date > metric; plan > kind > segment" },
  { "zendesk-tickets",
    "Requester > person > attribute; Requester email > ref > attribute; Assignee > person > attribute; Id > idnumber > ignore;"
    "Subject > words > attribute; Status > kind > attribute; Priority > grade > attribute; Created at > date > date;"
    "Organization > ref > key; Satisfaction Score > grade > metric; Reopens > number > metric;"
    "First reply time in minutes > number > metric; Full resolution time in minutes > number > metric" },
  { "freshdesk-tickets",
    "Ticket ID > idnumber > ignore; Subject > words > attribute; Status > kind > attribute;"
    "Company Name > ref > key; Created time > date > date; Priority > grade > attribute;"
    "First response time (in hrs) > number > metric; Resolution time (in hrs) > number > metric;"
    "Agent interactions > number > metric; Survey results > kind > attribute" },
  { "intercom-companies",
    "Company ID > id > key; Name > name > name; Last seen > date > metric; Company size > kind > segment;"
    "People > number > metric; Web sessions > number > metric; Monthly spend > money > money; Industry > kind > attribute" },
  { "jira-service-management",
    "Issue key > id > ignore; Summary > words > attribute; Issue Type > kind > attribute; Status > kind > attribute;"
    "Created > date > date; Organizations > ref > key; Time to resolution > number > metric;"
    "Satisfaction rating > number > metric" },
  { "servicenow-incidents",
    "number > id > ignore; opened_at > date > date; company > ref > key; state > kind > attribute;"
    "reopen_count > number > metric; reassignment_count > number > metric; close_code > kind > attribute" },
  { "stripe-customers",
    "id > id > key; Email > email > attribute; Name > name > name; Created (UTC) > date > attribute;"
    "Delinquent > flag > metric; Plan > kind > segment; Total Spend > money > money; Payment Count > number > metric;"
    "Refunded Volume > money > metric; Card Last4 > number > attribute" },
  { "stripe-subscriptions",
    "id > id > ignore; Customer ID > ref > key; Plan > kind > attribute; Quantity > number > metric;"
    "Amount > money > metric; Start (UTC) > date > date; Current Period End (UTC) > date > attribute;"
    "Canceled At (UTC) > gap > attribute; Cancel At Period End > flag > attribute" },
  { "chargebee",
    "customer_id > id > key; company > name > name; plan_id > kind > segment; current_term_end > date > renewal;"
    "mrr > money > money; cancelled_at > gap > outcome; cancel_reason > gaptext > attribute;"
    "due_invoices_count > number > metric; total_dues > money > metric; auto_collection > flag > attribute" },
  { "recurly-accounts",
    "account_code > id > key; company > name > name; created_at > date > attribute;"
    "account_balance > money > metric; past_due_invoices > number > metric; vat_number > id > ignore;"
    "billing_postal_code > number > attribute" },
  { "zuora-accounts",
    "Account Number > id > key; Customer Name > name > name; CRM Account ID > id > ignore; Auto-Pay > flag > metric;"
    "Payment Term > kind > attribute; Account Balance > money > metric; Bill Cycle Day > number > attribute;"
    "Batch > kind > attribute; PO Number > id > ignore; Total Invoice Balance > money > metric" },
  { "quickbooks",
    "Customer > name > key; Phone numbers > number > attribute; Email > email > attribute;"
    "Customer type > kind > segment; Open balance > money > metric; Overdue invoices > number > metric;"
    "Terms > kind > attribute; Total revenue > money > money" },
  { "xero-receivables",
    "AccountNumber > id > key; ContactName > name > name; InvoiceTotal > money > metric; AmountDue > money > metric;"
    "Days Overdue > number > metric; POPostalCode > number > attribute; TaxNumber > id > ignore" },
  { "sap-customers",
    "KUNNR > id > key; NAME1 > name > name; LAND1 > kind > attribute; PSTLZ > number > attribute;"
    "KDGRP > kind > segment; ERDAT > date > attribute; TELF1 > number > attribute; UMSATZ > money > money;"
    "MAHNUNGEN > number > metric" },
  { "datev-debitoren",
    "Konto > idnumber > key; Name (Adressattyp Unternehmen) > name > name; EU-UStID > id > ignore; Ort > kind > attribute;"
    "Postleitzahl > number > attribute; Telefon > number > attribute; Jahresumsatz > money > money;"
    "Mahnstufe > number > metric; Überfällige Rechnungen > number > metric; Zahlungsziel > number > attribute" },
  { "delighted",
    "Response ID > idnumber > ignore; Person Email > email > attribute; Company > ref > key; Score > number > metric;"
    "Comment > words > attribute; Created At > date > date; Survey Type > const > attribute" },
  { "surveymonkey",
    "Respondent ID > idnumber > key; Collector ID > constnumber > attribute; Start Date > date > attribute;"
    "IP Address > words > attribute; Overall satisfaction > number > metric;"
    "How likely is it that you would recommend us? > number > metric" },
  { "typeform",
    "Network ID > id > ignore; Company > ref > key; How likely are you to recommend us to a friend? > number > metric;"
    "What could we do better? > words > attribute; Submit Date (UTC) > date > date" },
  { "qualtrics",
    "ResponseId > id > ignore; ExternalReference > fid > attribute; Account ID > ref > key; RecordedDate > date > date;"
    "Duration (in seconds) > number > metric; Progress > number > attribute; LocationLatitude > number > attribute;"
    "LocationLongitude > number > attribute; Finished > flag > attribute; NPS > number > metric" },
  { "mixpanel-companies",
    "Distinct ID > id > key; $name > name > name; $last_seen > date > metric; Total Events > number > metric;"
    "Active Days > number > metric; Plan > kind > segment; $region > kind > attribute; $os_version > number > attribute" },
  { "amplitude-events",
    "event_id > idnumber > ignore; company_id > ref > key; event_type > kind > attribute; event_time > date > date;"
    "version_name > kind > attribute; duration_seconds > number > metric; ip_address > words > attribute" },
  { "pendo",
    "Account ID > id > key; Account Name > name > name; Days Active > number > metric;"
    "Time on Site (minutes) > number > metric; Number of Visitors > number > metric; Last Visit > date > metric;"
    "First Visit > date > attribute" },
  { "google-analytics",
    "Client ID > id > key; Sessions > number > metric; Pageviews > number > metric; Bounce Rate > percent > metric;"
    "Avg. Session Duration > number > metric; Region > kind > segment; Year > number > attribute" },
  { "segment-tracks",
    "message_id > id > ignore; account_id > ref > key; received_at > date > date; event > kind > attribute;"
    "context_ip > words > attribute; session_minutes > number > metric" },
  { "bank",
    "RowNumber > row > attribute; CustomerId > idnumber > key; Surname > name > name; CreditScore > number > attribute;"
    "Geography > kind > segment; Gender > kind > attribute; Age > number > attribute; Tenure > number > metric;"
    "Balance > number > metric; NumOfProducts > number > metric; HasCrCard > flag > attribute;"
    "IsActiveMember > flag > metric; EstimatedSalary > number > attribute; Exited > flag > outcome" },
  { "credit-cards",
    "CLIENTNUM > idnumber > key; Attrition_Flag > ended > outcome; Customer_Age > number > attribute;"
    "Dependent_count > number > attribute; Education_Level > kind > attribute; Income_Category > kind > attribute;"
    "Card_Category > kind > segment; Months_on_book > number > metric; Contacts_Count_12_mon > number > metric;"
    "Total_Trans_Ct > number > metric; Avg_Utilization_Ratio > number > metric" },
  { "telco-mobile",
    "msisdn > idnumber > key; tariff_plan > kind > segment; data_volume_mb > number > metric;"
    "dropped_calls > number > metric; handset_release_year > number > attribute; area_code > number > attribute;"
    "churn > flag > outcome; churn_probability > number > attribute" },
  { "german-crm",
    "Kunden-Nr. > id > key; Firma > name > name; Kundensegment > kind > segment; Kundenbetreuer > person > csm;"
    "Vertragsende > date > renewal; Jahresvertragswert (EUR) > money > money; Letzte Anmeldung > date > metric;"
    "Anzahl Anmeldungen > number > metric; NPS-Wert > number > metric; Mitarbeiterzahl > number > attribute;"
    "PLZ > number > attribute; Vorwahl > number > attribute; Gründungsjahr > number > attribute;"
    "Kündigungsgrund > gaptext > attribute; Gekündigt > flag > outcome" },
  { "french-crm",
    "Code client > id > key; Raison sociale > name > name; Formule > kind > segment; Chargé de compte > person > csm;"
    "Échéance > date > renewal; Chiffre d'affaires (k€) > number > money; Dernière connexion > date > metric;"
    "Incidents ouverts > number > metric; Effectif > number > attribute; Code postal > number > attribute;"
    "Année de création > number > attribute; Résilié > flag > outcome; Motif de résiliation > gaptext > attribute" },
  { "spanish-crm",
    "Código de cliente > id > key; Razón social > name > name; Plan contratado > kind > segment;"
    "Gestor de cuenta > person > csm; Fecha de renovación > date > renewal; Cuota mensual > money > money;"
    "Último acceso > date > metric; Incidencias abiertas > number > metric; Número de empleados > number > attribute;"
    "Código postal > number > attribute; Baja > flag > outcome; Fecha de baja > gap > attribute" },
  { "portuguese-crm",
    "Código do cliente > id > key; Nome da empresa > name > name; Plano > kind > segment; Gerente de contas > person > csm;"
    "Data de renovação > date > renewal; Mensalidade > money > money; Último login > date > metric;"
    "Satisfação > number > metric; Chamados abertos > number > metric; CEP > number > attribute; Cancelou > flag > outcome" },
  { "italian-crm",
    "Codice cliente > id > key; Ragione sociale > name > name; Tipo contratto > kind > segment;"
    "Referente commerciale > person > csm; Data di rinnovo > date > renewal; Canone annuo > money > money;"
    "Ultimo accesso > date > metric; Reclami > number > metric; CAP > number > attribute; Disdetto > flag > outcome" },
  { "dutch-crm",
    "Klantnummer > id > key; Bedrijfsnaam > name > name; Abonnementsvorm > kind > segment; Klantmanager > person > csm;"
    "Verlengingsdatum > date > renewal; Contractwaarde > money > money; Laatste login > date > metric;"
    "Klachten > number > metric; Aantal medewerkers > number > attribute; Postcode > number > attribute;"
    "Opgezegd > flag > outcome; Opzegreden > gaptext > attribute" },
};

/* Values that go up and down, other ones in each column. */
static guint
wave (guint row,
      guint column,
      guint n)
{
  return ((row + 3) * (column * 2 + 7) * 2654435761u >> 7) % n;
}

typedef struct
{
  const char  *kind;
  BwColumnType type;
  const char  *format; /* of a text of a number; NULL for numbers */
  guint        n;      /* distinct values; 0: as many as rows */
  double       from;
} KindRow;

static const KindRow kinds[] = {
  { "id", BW_COLUMN_KEY, "K%05u", 0 },        { "idnumber", BW_COLUMN_NUMBER, NULL, 0, 91000 },
  { "row", BW_COLUMN_NUMBER, NULL, 0, 1 },    { "name", BW_COLUMN_TEXT, "Customer %u Ltd", 0 },
  { "words", BW_COLUMN_TEXT, "We like it %u times", 0 }, { "email", BW_COLUMN_TEXT, "u%u@example.com", 0 },
  { "ref", BW_COLUMN_CATEGORY, "C%u", 12 },   { "fid", BW_COLUMN_CATEGORY, "F%u", 9 },
  { "kind", BW_COLUMN_CATEGORY, "Kind %u", 3 }, { "person", BW_COLUMN_CATEGORY, "Person %u", 4 },
  { "number", BW_COLUMN_NUMBER, NULL, 37, 11 }, { "money", BW_COLUMN_MONEY, NULL, 41, 900 },
  { "percent", BW_COLUMN_PERCENT, NULL, 43, 0.5 }, { "date", BW_COLUMN_DATE, NULL, 31, 20000 },
  { "flag", BW_COLUMN_FLAG, NULL, 2 },        { "const", BW_COLUMN_CATEGORY, "always %u", 1 },
  { "constnumber", BW_COLUMN_NUMBER, NULL, 1, 5 }, { "gap", BW_COLUMN_DATE, NULL, 31, 20100 },
  { "gaptext", BW_COLUMN_CATEGORY, "Why %u", 3 },
};

static const char *const grades[] = { "Poor", "Average", "Good" };
static const char *const ends[] = { "Existing Customer", "Attrited Customer" };

static BwColumn *
column_of_words (const char        *header,
                 const char *const *words,
                 guint              n_words,
                 guint              at)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  guint32 *codes = g_new (guint32, ROWS);
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint row = 0; row < ROWS; row++)
    codes[row] = bw_dictionary_builder_add (builder, words[wave (row, at, n_words)], -1);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (header, BW_COLUMN_CATEGORY, codes, ROWS, dictionary);
}

static BwColumn *
column_of_texts (const char    *header,
                 const KindRow *kind,
                 guint          at)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  guint32 *codes = g_new (guint32, ROWS);
  const gboolean gaps = g_str_has_prefix (kind->kind, "gap");
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint row = 0; row < ROWS; row++)
    {
      const guint value = kind->n == 0 ? (row * 5 + at) % ROWS : kind->n == 12 ? row % 12 : wave (row, at, kind->n);
      char text[64];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_snprintf (text, sizeof text, kind->format, value);
#pragma GCC diagnostic pop
      codes[row] = gaps && row % 4 != 0 ? BW_NO_CODE : bw_dictionary_builder_add (builder, text, -1);
    }
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (header, kind->type, codes, ROWS, dictionary);
}

static BwColumn *
column_of_numbers (const char    *header,
                   const KindRow *kind,
                   guint          at)
{
  const double step = kind->type == BW_COLUMN_PERCENT ? 0.01 : 1;
  double *numbers = g_new (double, ROWS);

  for (guint row = 0; row < ROWS; row++)
    {
      const guint value = kind->n == 0 ? row : wave (row, at, kind->n);

      numbers[row] = g_str_equal (kind->kind, "gap") && row % 4 != 0 ? NAN : kind->from + step * value;
    }

  return bw_column_new_numbers (header, kind->type, numbers, ROWS);
}

static BwColumn *
column_of (const char *header,
           const char *kind,
           guint       at)
{
  if (g_str_equal (kind, "grade"))
    return column_of_words (header, grades, G_N_ELEMENTS (grades), at);
  if (g_str_equal (kind, "ended"))
    return column_of_words (header, ends, G_N_ELEMENTS (ends), at);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].kind, kind))
        return kinds[i].format != NULL ? column_of_texts (header, &kinds[i], at) :
               column_of_numbers (header, &kinds[i], at);
    }
  g_error ("There is no kind of column “%s”", kind);
}

/* As a person writes it: 45%, not 0.45. */
static void
append_cell (GString        *text,
             const BwColumn *column,
             guint           row)
{
  if (bw_column_get_type (column) == BW_COLUMN_PERCENT)
    g_string_append_printf (text, "%.0f%%", bw_column_get_numbers (column)[row] * 100);
  else
    bw_csv_append_cell (text, column, row, FALSE);
}

/* The table as a file that is read, each column as what it is. */
static BwSource *
read_table (BwTable *table)
{
  g_autofree char *folder = g_dir_make_tmp ("bellwether-products-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "export.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  const guint n_columns = bw_table_get_n_columns (table);
  BwSource *source;

  reading->n_forced = n_columns;
  reading->forced = g_new0 (BwForcedType, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      BwColumn *column = bw_table_get_column (table, i);

      reading->forced[i].column = g_strdup (bw_column_get_name (column));
      reading->forced[i].type = bw_column_get_type (column);
      bw_csv_append_text (text, bw_column_get_name (column));
      g_string_append_c (text, i + 1 < n_columns ? ',' : '\n');
    }
  for (guint row = 0; row < ROWS; row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          append_cell (text, bw_table_get_column (table, i), row);
          g_string_append_c (text, i + 1 < n_columns ? ',' : '\n');
        }
    }
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);

  return source;
}

static void
test_product (gconstpointer data)
{
  const Case *c = data;
  g_auto(GStrv) texts = g_strsplit (c->columns, ";", -1);
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(BwMapping) mapping = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autoptr(BwTable) table = NULL;
  const BwMappedSource *mapped;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (texts[i], " > ", -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      g_ptr_array_add (columns, column_of (g_strstrip (parts[0]), parts[1], i));
      g_ptr_array_add (roles, g_strdup (parts[2]));
    }
  table = bw_table_new ((BwColumn **) columns->pdata, columns->len, ROWS);
  source = read_table (table);
  mapping = bw_mapping_propose (&source, 1);
  mapped = bw_mapping_get_source (mapping, 0);
  for (guint i = 0; i < roles->len; i++)
    {
      const BwMappedColumn *column = &mapped->columns[i];

      if (g_strcmp0 (bw_role_get_id (column->role), g_ptr_array_index (roles, i)) != 0)
        {
          g_printerr ("%s: “%s” is %s, not %s: %s %s\n", c->name, column->header, bw_role_get_id (column->role),
                      (char *) g_ptr_array_index (roles, i), column->reason,
                      column->remark != NULL ? column->remark : "");
          g_test_fail ();
        }
      g_assert_nonnull (column->reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 25);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/products/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_product);
    }

  return g_test_run ();
}
