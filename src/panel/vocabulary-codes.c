/* The words of the vocabulary for numbers that count nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const char *const bw_rows_code[] = {
  "~zip", "~zipcode", "~postcode", "~postal", "~postalcode", "~plz", "~postleitzahl",
  "~code postal", "~codigo postal", "~cep", "cap", "~huisnummer", "~hausnummer", "~pstlz",
  "billingpostalcode", "shippingpostalcode", "~billingzip", "~addresszip", "phone", "phone number",
  "phone numbers", "telephone", "mobile", "mobile phone", "work phone", "main phone",
  "business phone", "billing phone", "company phone", "primary phone", "home phone", "cell",
  "cell phone", "telephone1", "telf1", "telefon", "telefonnummer", "mobiltelefon", "handy",
  "rufnummer", "telephone portable", "portable", "numero de telephone", "telefono", "movil", "telefono movil",
  "numero de telefono", "cellulare", "celular", "telefone", "telefone celular", "telefoon",
  "telefoonnummer", "mobiel", "~phone number", "~phone no", "fax", "~fax number", "~telefax",
  "~areacode", "~region code", "~country code", "~state code", "~currency code", "~dialling code",
  "~dialing code", "~vorwahl", "~indicatif", "~prefijo", "~prefisso", "~kengetal", "~netnummer",
  "~store number", "~store no", "~store nr", "~filialnummer", "~branch number", "~branch no",
  "~cost center", "~cost centre", "~kostenstelle", "~gl account", "~ssn", "~sic", "~naics",
  "~nace", "~ein", "~npi", "~mcc", "~latitude", "~longitude", "~lat", "~lng", "~lon", "~geoip",
  "~ip", "~ipaddress", "year", "jahr", "annee", "ano", "anno", "jaar", "~birth year", "~year born",
  "~year of", "~year founded", "~founded year", "~founded", "~incorporated", "~baujahr",
  "~grundungsjahr", "~gegrundet", "~annee creation", "~annee fondation", "~fondation",
  "~ano fundacion", "~ano fundacao", "~fundacion", "~fundacao", "~anno fondazione", "~fondazione",
  "~oprichtingsjaar", "~bouwjaar", "~fiscal", "fiscalyear", "fiscalquarter", "geschaftsjahr",
  "exercice", "ejercicio", "exercicio", "esercizio", "boekjaar", "calendar week", "kw", "weekday",
  "wochentag", "hour", "stunde", "~day of", "~month of", "~week of", "~cycle day", "~code",
  "~codigo", "~codice", "~cod", "~*code", "~version", "~*version", "~versione", "~versao", "~versie",
  "~build", "~release", "~revision", "~firmware", "~os", "~status", "~type", "~typ", "~tipo",
  "~category", "~kategorie", "~group", "~gruppe", "~cluster", "~cohort", "~batch", "~bin",
  "~last4", "~last four", "~port", "~level code", "~checksum", "~hash", "~etag", "~permalink", "row", "rownumber", "line number", "line no",
  "index", "unnamed 0", "seq", "sequence", "position", "pos", "zeile", "zeilennummer", "lfd nr",
  "laufende nummer", "ligne", "fila", "linha", "riga", "rij", "statecode", "statuscode",
  "kundenklasse nr", NULL,
};
