/* Which role is proposed for which column, by its header and what is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include "texts.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *roles; /* of the columns, in their order */
} Case;

static const Case cases[] = {
  { "crm", "Account ID,Account Name,Segment,ARR,MRR,Renewal Date,CSM,Logins,Churned\n"
    "A1,One,SMB,\"$1,200\",100,2026-05-01,Ann,5,No\nA2,Two,Mid,\"$2,400\",200,2026-06-01,Bob,7,Yes\n"
    "A3,Three,SMB,\"$3,600\",300,2026-07-01,Ann,9,No\n",
    "key,name,segment,money,metric,renewal,csm,metric,outcome" },
  { "german", "Kundennummer;Firma;Vertragsart;Jahreswert;Vertragsende;Kundenbetreuer;PLZ;Anmeldungen;"
    "Gekündigt\nK-01;Eins;Basis;1.200,50;01.05.2026;Anna;01067;5;nein\n"
    "K-02;Zwei;Profi;2.400,00;13.06.2026;Jörg;80331;7;ja\nK-03;Drei;Basis;900,00;31.07.2026;Anna;20095;"
    "9;nein\n", "key,name,segment,money,renewal,csm,attribute,metric,outcome" },
  { "french", "Code client;Raison sociale;Formule;Chargé de compte;Connexions;Résilié\n"
    "C1;Un;Base;Zoé;5;non\nC2;Deux;Pro;Luc;7;oui\nC3;Trois;Base;Zoé;4;non\n",
    "key,name,segment,csm,metric,outcome" },
  { "spanish", "Código de cliente,Nombre,Contrato,Ingresos,Baja\nX1,Uno,Anual,5000,no\n"
    "X2,Dos,Mensual,700,sí\nX3,Tres,Anual,650,no\n", "key,name,segment,money,outcome" },
  { "codes", "customer_id,zip,phone,area_code,founded_year,owner_id,empty,constant,visits\n"
    "1,10115,5551234567,415,1999,77,,4,3\n2,20095,5551234568,408,2005,78,,4,9\n"
    "3,80331,5551234569,415,2011,79,,4,5\n",
    "key,attribute,attribute,segment,attribute,ignore,ignore,attribute,metric" },
  { "outcome-kin", "id,churn_flag,churn_reason,churn_score,cancellation_date,tenure\n"
    "a1,1,price,80,2026-01-04,3\na2,0,,20,,9\na3,0,,10,,5\n",
    "key,outcome,attribute,attribute,attribute,metric" },
  { "dates", "customer_id,signup_date,last_login,logins\nc1,2024-01-05,2026-01-04,3\n"
    "c2,2023-01-09,2026-01-09,8\nc3,2022-04-05,2025-12-24,2\n", "key,attribute,metric,metric" },
  { "flags", "customer_id,SSO enabled,senior_citizen,invoice overdue,paperless\nc1,yes,no,no,yes\n"
    "c2,no,no,yes,no\nc3,yes,yes,no,no\n", "key,metric,attribute,metric,attribute" },
  { "spreadsheet", "Company,Plan,Seats used,NPS\nAcme,Pro,5,9\nBeta,Basic,3,7\nCore,Pro,8,6\n",
    "key,segment,metric,metric" },
  { "ids", "Account__c,Owner_ID__c,parentId,x_id,LASTSEENBYID,AmountPaid,Visits\n"
    "a1,77,5,1,12,9.5,3\na2,78,5,0,13,4,9\na3,77,7,1,14,6,5\n",
    "key,attribute,attribute,attribute,attribute,metric,metric" },
  { "services", "customer_id,OnlineSecurity,Tech support,gender,Partner,Payment method,CSM health\n"
    "c1,Yes,No,Female,Yes,Cheque,Red\nc2,No,Yes,Male,No,Card,Green\n"
    "c3,No internet service,No internet service,Male,No,Card,Amber\nc4,Yes,No,Male,Yes,Cheque,Red\n"
    "c5,No,Yes,Female,No,Card,Green\nc6,No internet service,No internet service,Male,No,Card,Amber\n",
    "key,metric,metric,attribute,attribute,attribute,metric" },
  { "telco", "customerID,gender,SeniorCitizen,tenure,Contract,MonthlyCharges,TotalCharges,Churn\n"
    "7590-VHVEG,Female,0,1,Month-to-month,29.85,29.85,No\n5575-GNVDE,Male,0,34,One year,56.95,1889.5,No\n"
    "3668-QPYBK,Male,0,2,Month-to-month,53.85,108.15,Yes\n9237-HQITU,Female,1,2,Two year,70.7,151.65,Yes\n",
    "key,attribute,attribute,metric,segment,money,metric,outcome" },
};

static void
test_roles (gconstpointer data)
{
  const Case *c = data;
  const TextFile file = { "data.csv", c->text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  g_autoptr(GString) roles = g_string_new (NULL);
  const BwMappedSource *source;

  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  for (guint i = 0; i < source->n_columns; i++)
    {
      g_string_append_printf (roles, i > 0 ? ",%s" : "%s", bw_role_get_id (source->columns[i].role));
      g_assert_nonnull (source->columns[i].reason);
    }
  g_assert_cmpstr (roles->str, ==, c->roles);
}

/* Wishes come before everything. */
static void
test_wishes (void)
{
  const TextFile file = { "data.csv", cases[0].text };
  BwWish wish = { .as_of = day ("2026-08-31") };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  const BwMappedSource *source;
  BwPanel *panel;

  wish.roles[BW_ROLE_KEY] = "account name";
  wish.roles[BW_ROLE_MONEY] = "MRR";
  wish.roles[BW_ROLE_SEGMENT] = "CSM";
  wish.roles[BW_ROLE_IGNORE] = "Logins";
  intake = read_texts (&file, 1, &wish, &error);
  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  panel = bw_intake_get_panel (intake);
  g_assert_cmpstr (source->join, ==, "Account Name");
  g_assert_cmpstr (bw_panel_get_key (panel, 1), ==, "Two");
  g_assert_cmpstr (bw_panel_get_column (panel, bw_panel_find_role (panel, BW_ROLE_MONEY))->name, ==, "MRR");
  g_assert_cmpstr (bw_panel_get_column (panel, bw_panel_find_role (panel, BW_ROLE_SEGMENT))->name, ==, "CSM");
  g_assert_cmpuint (bw_panel_find_column (panel, "Logins"), ==, BW_NONE);
  g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0)), ==, day ("2026-08-31"));
}

static void
test_unknown_wish (void)
{
  const TextFile file = { "data.csv", cases[0].text };
  BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;

  wish.roles[BW_ROLE_OUTCOME] = "Chrned";
  g_assert_null (read_texts (&file, 1, &wish, &error));
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN);
  g_assert_nonnull (strstr (error->message, "Chrned"));
  g_assert_nonnull (strstr (error->message, "Churned"));
}

/* Another mapping over the same files: built anew, and the first stays as it was. */
static void
test_with_mapping (void)
{
  const TextFile file = { "data.csv", cases[0].text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  g_autoptr(BwMapping) mapping = bw_mapping_with_role (bw_intake_get_mapping (intake), 0, "Logins",
                                                       BW_ROLE_IGNORE);
  g_autoptr(BwIntake) changed = bw_intake_with_mapping (intake, mapping, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_find_column (bw_intake_get_panel (changed), "Logins"), ==, BW_NONE);
  g_assert_cmpuint (bw_panel_find_column (bw_intake_get_panel (intake), "Logins"), !=, BW_NONE);
  g_assert_true (bw_intake_get_source (changed, 0) == bw_intake_get_source (intake, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/roles/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_roles);
    }
  g_test_add_func ("/panel/roles/wishes", test_wishes);
  g_test_add_func ("/panel/roles/unknown-wish", test_unknown_wish);
  g_test_add_func ("/panel/roles/with-mapping", test_with_mapping);

  return g_test_run ();
}
