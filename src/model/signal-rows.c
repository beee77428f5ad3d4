/* The rows of the vocabulary of signals. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English first, then German, French, Spanish, Portuguese, Italian and Dutch, without accents; a
 * plural s or es need not be written. The longest phrase in a name decides, so an exception
 * (“resolution rate”) is one more phrase; of phrases of one length a bad one decides. */

#include "model/signal-rows.h"

const char *const bw_since_phrases =
  "days since, day since, weeks since, months since, hours since, minutes since, time since, "
  "since last, days from last, days without, recency, tage seit, tage ohne, jours depuis, "
  "dias desde, giorni da, dagen sinds";

const BwSignalRow bw_signal_rows[] = {
  { BW_THEME_USAGE, BW_SIGNAL_GOOD,
    "login, log in, logon, signin, sign in, session, visit, visitor, active user, active seat, "
    "active day, active month, active week, active account, user, seat, licence, license, "
    "usage, use, used, "
    "usage count, usage duration, dau, wau, mau, minute, call, sms, text message, data volume, "
    "event, action, activity, page view, pageview, feature, feature adoption, adoption, adopted, "
    "module, product, integration, integrated, connector, api, api call, request, query, "
    "utilization, utilisation, penetration, duration, frequency, frequency of use, "
    "seconds of use, minutes of use, hours of use, time in app, time spent, export, download, "
    "upload, report, dashboard, project, workflow, automation, job, task, document, file, record, "
    "contact, storage, transaction, order, purchase, basket, trip, item, quantity, unit, volume, "
    "search, device, backup, security, streaming, protection, mobile app, distinct called number, "
    "service, multiple line, enabled, activated, installed, configured, sso, workspace, member, message, stream, "
    "nutzung, nutzer, benutzer, anmeldung, sitzung, aktive nutzer, utilisateur, connexion, "
    "utilisation active, usuario, uso, sesion, inicio de sesion, sessao, acesso, utente, accesso, "
    "utilizzo, gebruiker, gebruik, sessie, aanmelding" },
  { BW_THEME_USAGE, BW_SIGNAL_BAD,
    "inactive, inactive user, inactive day, inactivity, idle, idle day, dormant, unused, "
    "unused seat, unused licence, unused license, usage drop, usage decline, uninstall*, "
    "deactivated, disabled, days inactive, bounce rate, inaktiv, ungenutzt, inactif, inactivo, "
    "inativo, inattivo, inactief" },
  { BW_THEME_ENGAGEMENT, BW_SIGNAL_GOOD,
    "email open, email click, open rate, click, click rate, click through, ctr, reply, replies, "
    "reply rate, response rate, responded, survey response, training, trained, certified, "
    "certification, course, webinar, workshop, attendance, attended, community, forum, post, "
    "comment, onboarding, onboarded, engagement, engagement rate, campaign, coupon, redemption, "
    "newsletter, milestone, goal reached, content view, schulung, formation, formacion, "
    "capacitacion, treinamento, formazione" },
  { BW_THEME_ENGAGEMENT, BW_SIGNAL_BAD,
    "unsubscribe*, bounced, no show, missed training, missed session, opt out, opted out" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_SCORE,
    "nps, net promoter, csat, satisfaction, satisfaction score, rating, review score, star, stars, "
    "sentiment, sentiment score, recommend*, likelihood to recommend, likelihood to renew, "
    "survey score, feedback score, promoter, zufriedenheit, bewertung, weiterempfehlung, "
    "satisfaccion, valoracion, satisfacao, avaliacao, soddisfazione, valutazione, tevredenheid" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_MAYBE_GOOD,
    "ces, effort score, feedback, survey, review" },
  { BW_THEME_FEEDBACK, BW_SIGNAL_BAD,
    "detractor, dissatisf*, unhappy, negative, negative feedback, negative review, bad review" },
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
    "reclamo aperto, guasto, klacht, storing" },
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
    "inadimplen*, insoluto, scaduto, ritardo, achterstallig, aanmaning" },
  { BW_THEME_BILLING, BW_SIGNAL_GOOD,
    "revenue, total revenue, recurring revenue, arr, mrr, acv, ltv, clv, lifetime value, "
    "customer value, total charge, total paid, spend, total spend, amount spent, sales, "
    "sales value, basket value, amount paid, paid, paid on time, on time payment, expansion, "
    "upsell, cross sell, upgrade, upgraded, upgrade flag, auto renew, autorenew, auto renewal, "
    "prepaid, autopay, wallet share, umsatz, chiffre d affaires, ingreso, receita, fatturato, "
    "omzet" },
  { BW_THEME_BILLING, BW_SIGNAL_MAYBE_GOOD,
    "paperless, paperless billing, payment, invoice, billing, subscription, contract value, "
    "payment method" },
  { BW_THEME_BILLING, BW_SIGNAL_MAYBE_BAD,
    "charge, charge amount, monthly charge, price, price increase, fee, cost, discount, "
    "discount rate, credit, tariff" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_GOOD,
    "tenure, tenure month, customer age, account age, age of account, account length, "
    "subscription length, months as customer, months active, years active, contract length, "
    "contract term, term month, remaining month, loyalty, sponsor, executive sponsor, "
    "champion, stakeholder, advocate, advocacy, "
    "reference, referenceable, referral, case study, meeting, qbr, business review, ebr, "
    "check in, touchpoint, touch point, csm call, csm touch, csm contact, executive meeting, "
    "partner, success goal, goal achieved, laufzeit, vertragsdauer, treue, anciennete, "
    "antiguedad, antiguidade, anzianita, looptijd, termin, gesprach, reunion, reuniao, riunione" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_SCORE,
    "csm pulse, csm sentiment, pulse, health, health score, relationship, relationship score" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_BAD,
    "risk, risk score, churn risk, churn score, churn probability, sponsor change, champion left, "
    "sponsor left, missed meeting, cancelled meeting, canceled meeting, case opened, competitor, "
    "trial, is trial, risiko, risque, riesgo, risco, rischio, risico" },
  { BW_THEME_RELATIONSHIP, BW_SIGNAL_START,
    "start, started, start date, signup, sign up, signed up, created, create date, joined, join, "
    "customer since, member since, registered, registration, registration date, first order, "
    "first purchase, first login, go live, onboarding date, contract start, activation date, "
    "opened on, kunde seit, vertragsbeginn, client depuis, cliente desde, cliente dal, "
    "klant sinds" },
};

const guint bw_n_signal_rows = G_N_ELEMENTS (bw_signal_rows);
