/* The rows of the vocabulary of signals. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English first, then German, French, Spanish, Portuguese, Italian and Dutch, without accents; a
 * plural s or es need not be written. The longest phrase in a name decides, so an exception
 * (“resolution rate”) is one more phrase; of phrases of one length a bad one decides. */

#include "model/signal-rows.h"

const char *const bw_since_phrases =
  "days since, day since, weeks since, months since, hours since, minutes since, time since, "
  "since last, days from last, days without, recency, tage seit, tage ohne, jours depuis, "
  "dias desde, "
  "giorni da, giorni dal, dagen sinds, jours sans, dias sin, dias sem, giorni senza, dagen zonder";

const BwSignalRow bw_signal_rows[] = {
  { BW_THEME_USAGE, BW_SIGNAL_GOOD,
    "login, log in, logon, signin, sign in, session, visit, visitor, active user, active seat, "
    "active day, active month, active week, active account, user, seat, licence, license, usage, "
    "use, used, usage count, usage duration, dau, wau, mau, minute, call, sms, text message, "
    "data volume, event, action, activity, page view, pageview, feature, feature adoption, "
    "adoption, adopted, module, product, integration, integrated, connector, api, api call, "
    "request, query, utilization, utilisation, penetration, duration, frequency, "
    "frequency of use, seconds of use, minutes of use, hours of use, time in app, time spent, "
    "export, download, upload, report, dashboard, project, workflow, automation, job, task, "
    "document, file, record, contact, storage, transaction, order, purchase, basket, trip, item, "
    "quantity, unit, volume, search, device, backup, security, streaming, protection, "
    "mobile app, distinct called number, service, multiple line, enabled, activated, installed, "
    "configured, sso, workspace, member, message, stream, nutzung, nutzer, benutzer, anmeldung, "
    "sitzung, aktive nutzer, utilisateur, connexion, utilisation active, usuario, uso, sesion, "
    "inicio de sesion, sessao, acesso, utente, accesso, utilizzo, gebruiker, gebruik, sessie, "
    "aanmelding, zugriff, aktivitat, seitenaufruf, aufruf, abruf, lizenz, sitz, modul, funktion, "
    "auslastung, nutzungsquote, nutzungsrate, nutzungsdauer, datenvolumen, minuten, bestellung, "
    "einkauf, einkaufe, transaktion, aktive benutzer, aktiver nutzer, anwender, "
    "utilisateurs actifs, utilisateur actif, visite, page vue, pages vues, licence utilisee, "
    "siege, fonctionnalite, commande, achat, taux d utilisation, taux d adoption, activite, "
    "acceso, usuario activo, visita, licencia, plaza, funcion, pedido, compra, transaccion, "
    "actividad, tasa de uso, tasa de adopcion, descarga, usuario ativo, sessoes, licenca, "
    "assento, funcionalidade, transacao, transacoes, atividade, taxa de uso, taxa de adocao, "
    "utilizador, accessi, utenti, utenti attivi, sessione, sessioni, licenza, licenze, "
    "postazione, postazioni, funzionalita, ordine, ordini, acquisto, acquisti, transazione, "
    "transazioni, attivita, tasso di utilizzo, actieve gebruiker, bezoek, licentie, functie, "
    "bestelling, aankoop, aankopen, transactie, activiteit, gebruiksgraad, benutting" },
  { BW_THEME_USAGE, BW_SIGNAL_BAD,
    "inactive, inactive user, inactive day, inactivity, idle, idle day, dormant, unused, "
    "unused seat, unused licence, unused license, usage drop, usage decline, uninstall*, "
    "deactivated, disabled, days inactive, bounce rate, inaktiv, ungenutzt, inactif, inactivo, "
    "inativo, inattivo, inactief, inaktiv*, inaktivitat, ungenutzt*, inactifs, inactivite, "
    "inutilise*, inactividad, sin uso, inatividade, sem uso, inattiv*, inattivita, "
    "non utilizzat*, inactieve, inactiviteit, ongebruikt*" },
  { BW_THEME_ENGAGEMENT, BW_SIGNAL_GOOD,
    "email open, email click, open rate, click, click rate, click through, ctr, reply, replies, "
    "reply rate, response rate, responded, survey response, training, trained, certified, "
    "certification, course, webinar, workshop, attendance, attended, community, forum, post, "
    "comment, onboarding, onboarded, engagement, engagement rate, campaign, coupon, redemption, "
    "newsletter, milestone, goal reached, content view, schulung, formation, formacion, "
    "capacitacion, treinamento, formazione, teilnahme, offnungsrate, klickrate, antwortquote, "
    "rucklaufquote, rucklauf, taux d ouverture, taux de clic, taux de reponse, participation, "
    "tasa de apertura, tasa de respuesta, tasa de clics, participacion, taxa de abertura, "
    "taxa de resposta, participacao, tasso di apertura, tasso di risposta, partecipazione, "
    "openingspercentage, openratio, responspercentage, deelname, workshops gevolgd, opleiding, "
    "opgeleid, kurs" },
  { BW_THEME_ENGAGEMENT, BW_SIGNAL_BAD,
    "unsubscribe*, bounced, no show, missed training, missed session, opt out, opted out" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_SCORE,
    "nps, net promoter, csat, satisfaction, satisfaction score, rating, review score, star, "
    "stars, sentiment, sentiment score, recommend*, likelihood to recommend, "
    "likelihood to renew, survey score, feedback score, promoter, zufriedenheit, bewertung, "
    "weiterempfehlung, satisfaccion, valoracion, satisfacao, avaliacao, soddisfazione, "
    "valutazione, tevredenheid, kundenzufriedenheit, nps wert, stimmung, satisfaction client, "
    "note de satisfaction, recommandation, ressenti, recomendacion, sentimiento, recomendacao, "
    "sentimento, raccomandazione, punteggio nps, klanttevredenheid, aanbeveling, beoordeling, "
    "cijfer, stemming" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_MAYBE_GOOD,
    "ces, effort score, feedback, survey, review" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_BAD,
    "detractor, dissatisf*, unzufrieden*, unzufriedenheit, insatisf*, insoddisf*, ontevreden*, unhappy, negative, negative feedback, negative review, bad review" },
  { BW_THEME_SUPPORT, BW_SIGNAL_BAD,
    "ticket, support ticket, open ticket, case, support case, open case, incident, bug, defect, "
    "issue, problem, escalation, escalated, complain, complaint, failure, call failure, failed, "
    "error, error rate, error count, crash, crashes, outage, downtime, sla breach, breach, "
    "breached, reopened, reopen, backlog, response time, first response, resolution, "
    "resolution time, time to resolve, time to resolution, hours to resolve, time to close, "
    "handle time, wait time, waiting time, latency, timeout, severity, priority, urgent, "
    "customer service call, support call, service call, helpdesk, warranty claim, return, "
    "returned, return rate, complaint rate, vorfall, beschwerde, reklamation, storung, fehler, "
    "eskalation, plainte, reclamation, incidencia, queja, reclamo, chamado, reclamacao, reclami, "
    "reclamo aperto, guasto, klacht, storing, offene tickets, offene falle, supportanfrage, "
    "serviceanfrage, anfrage, vorfalle, antwortzeit, reaktionszeit, losungszeit, "
    "bearbeitungszeit, wartezeit, ausfall, ausfalle, ausfallzeit, absturz, absturze, "
    "incident ouvert, incidents ouverts, panne, erreur, escalade, anomalie, temps de resolution, "
    "delai de resolution, delai de reponse, temps de reponse, temps d attente, "
    "demande de support, demande d assistance, incidencia abierta, incidente, reclamacion, "
    "averia, fallo, escalacion, escalamiento, tiempo de respuesta, tiempo de resolucion, "
    "tiempo de espera, caso abierto, solicitud de soporte, chamado aberto, chamados abertos, "
    "reclamacoes, erro, falha, escalonamento, tempo de resposta, tempo de resolucao, "
    "tempo de espera, incidenti, segnalazione, segnalazioni, guasti, errore, errori, "
    "tempo di risposta, tempo di risoluzione, tempo di attesa, disservizio, disservizi, melding, "
    "meldingen, fout, fouten, escalatie, reactietijd, responstijd, oplostijd, wachttijd, uitval, "
    "openstaande tickets" },
  { BW_THEME_SUPPORT, BW_SIGNAL_GOOD,
    "resolution rate, resolved rate, first contact resolution, sla met, sla attainment, sla, "
    "uptime, availability, tech support, premium support, support plan, success plan" },
  { BW_THEME_SUPPORT, BW_SIGNAL_MAYBE_BAD,
    "support, request for help, resolved ticket, closed ticket, solved ticket, chat" },
  { BW_THEME_BILLING, BW_SIGNAL_BAD,
    "overdue, overdue invoice, invoice overdue, overdue amount, past due, days past due, "
    "delinquent, delinquency, arrears, unpaid, unpaid invoice, outstanding, outstanding balance, "
    "balance due, open balance, amount due, late, late payment, late fee, payment delay, "
    "days late, failed payment, payment failure, declined, declined payment, dunning, reminder, "
    "refund, refunded, credit note, chargeback, dispute, downgrade, downgraded, contraction, "
    "bad debt, write off, overage fee, penalty, mahnung, mahnstufe, uberfallig*, ueberfaellig*, "
    "ruckstand, gutschrift, impaye, retard, relance, vencido, moroso, impago, atraso, "
    "inadimplen*, insoluto, scaduto, ritardo, achterstallig, aanmaning, uberfallige rechnung, "
    "offene rechnung, offener betrag, offener posten, offene posten, zahlungsverzug, "
    "verzugstage, tage im verzug, ruckbuchung, zahlungsausfall, fehlgeschlagene zahlung, "
    "facture impayee, factures impayees, impayee, facture en retard, factures en retard, "
    "retard de paiement, jours de retard, solde impaye, factura vencida, vencid*, morosidad, "
    "moros*, saldo vencido, dias de atraso, pago atrasado, pago fallido, fatura vencida, "
    "faturas vencidas, atrasad*, pagamento atrasado, pagamento em atraso, insoluti, "
    "fattura scaduta, fatture scadute, scadut*, ritardo di pagamento, giorni di ritardo, "
    "sollecito, solleciti, morosita, achterstallig*, openstaande factuur, openstaande facturen, "
    "betalingsachterstand, achterstand, dagen te laat, te laat, mislukte betaling" },
  { BW_THEME_BILLING, BW_SIGNAL_GOOD,
    "revenue, total revenue, recurring revenue, arr, mrr, acv, ltv, clv, lifetime value, "
    "customer value, total charge, total paid, spend, total spend, amount spent, sales, "
    "sales value, basket value, amount paid, paid, paid on time, on time payment, expansion, "
    "upsell, cross sell, upgrade, upgraded, upgrade flag, auto renew, autorenew, auto renewal, "
    "prepaid, autopay, wallet share, umsatz, chiffre d affaires, ingreso, receita, fatturato, "
    "omzet, kundenwert, deckungsbeitrag, vertragswert, jahresumsatz, revenu, valeur client, "
    "facturacion, ingresos, valor del cliente, faturamento, valor do cliente, ricavo, ricavi, "
    "valore cliente, klantwaarde, jaaromzet" },
  { BW_THEME_BILLING, BW_SIGNAL_MAYBE_GOOD,
    "paperless, paperless billing, payment, invoice, billing, subscription, contract value, "
    "payment method" },
  { BW_THEME_BILLING, BW_SIGNAL_MAYBE_BAD,
    "charge, charge amount, monthly charge, price, price increase, fee, cost, discount, "
    "discount rate, credit, tariff" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_GOOD,
    "tenure, tenure month, customer age, account age, age of account, account length, "
    "subscription length, months as customer, months active, years active, contract length, "
    "contract term, term month, remaining month, loyalty, sponsor, executive sponsor, champion, "
    "stakeholder, advocate, advocacy, reference, referenceable, referral, case study, meeting, "
    "qbr, business review, ebr, check in, touchpoint, touch point, csm call, csm touch, "
    "csm contact, executive meeting, partner, success goal, goal achieved, laufzeit, "
    "vertragsdauer, treue, anciennete, antiguedad, antiguidade, anzianita, looptijd, termin, "
    "gesprach, reunion, reuniao, riunione, vertragslaufzeit, kundendauer, treffen, besuch, "
    "duree du contrat, rendez vous, reuniones, duracion del contrato, reunioes, "
    "duracao do contrato, riunioni, durata contratto, durata del contratto, incontro, incontri, "
    "afspraak, afspraken, gesprek, gesprekken, contractduur, klantduur" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_SCORE,
    "csm pulse, csm sentiment, pulse, health, health score, relationship, relationship score, "
    "gesundheit, gesundheitswert, kundengesundheit, sante, score de sante, salud, saude, salute, "
    "gezondheid, gezondheidsscore" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_BAD,
    "risk, risk score, churn risk, churn score, churn probability, sponsor change, "
    "champion left, sponsor left, missed meeting, cancelled meeting, canceled meeting, "
    "case opened, competitor, trial, is trial, risiko, risque, riesgo, risco, rischio, risico, "
    "wettbewerber, wettbewerb, concurrent, competidor, concorrente, concurrentie, "
    "abwanderungsrisiko" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_START,
    "start, started, start date, signup, sign up, signed up, created, create date, joined, join, "
    "customer since, member since, registered, registration, registration date, first order, "
    "first purchase, first login, go live, onboarding date, contract start, activation date, "
    "opened on, kunde seit, vertragsbeginn, client depuis, cliente desde, cliente dal, "
    "klant sinds, erstellt am, angelegt am, vertragsstart, registriert am, date de creation, "
    "date de debut, date d inscription, fecha de alta, fecha de inicio, fecha de registro, "
    "data de inicio, data de cadastro, data inizio, data di inizio, data di attivazione, "
    "data iscrizione, begindatum, startdatum, startdatum contract, ingangsdatum, aangemaakt, "
    "inschrijfdatum" },
};

const guint bw_n_signal_rows = G_N_ELEMENTS (bw_signal_rows);
