/** German: the help-desk family. */
import type { MetricWords } from '../../messages.js';

export const DESK: Record<string, MetricWords> = {
  'ticket-volume': {
    label: 'Ticketaufkommen',
    description: 'Tickets, die erstellt wurden.',
    rule: 'Tickets, nach ihrer Erstellung.',
  },
  'first-response-time': {
    label: 'Erstantwortzeit',
    description: 'Zeit, bis ein Mensch zum ersten Mal auf ein Ticket antwortet.',
    rule: 'Mittelwert aus erster Antwort eines Menschen − Erstellung, nach dem Zeitpunkt der Antwort.',
  },
  'response-time': {
    label: 'Durchschnittliche Antwortzeit',
    description: 'Zeit, die Kunden auf jede einzelne Antwort warten.',
    rule: 'Mittelwert aus Antwort eines Menschen − erster unbeantworteter Nachricht des Kunden, nach dem Zeitpunkt der Antwort; aufeinanderfolgende Nachrichten zählen einmal.',
  },
  'resolved-tickets': {
    label: 'Gelöste Tickets',
    description: 'Tickets, die gelöst wurden und es geblieben sind.',
    rule: 'Tickets nach ihrer letzten Lösung; wieder geöffnete zählen erst, wenn sie erneut gelöst sind.',
  },
  'unresolved-tickets': {
    label: 'Ungelöste Tickets',
    description: 'Alle Tickets, die am Ende des Zeitraums offen sind.',
    rule: 'Tickets, die bis zum Ende des Zeitraums erstellt und dann nicht gelöst waren.',
  },
  'unresolved-of-created': {
    label: 'Neue Tickets, noch ungelöst',
    description: 'Tickets aus dem Zeitraum, die an seinem Ende noch offen sind.',
    rule: 'Tickets, die im Zeitraum erstellt wurden und an seinem Ende nicht gelöst waren.',
  },
  'resolution-time': {
    label: 'Lösungszeit',
    description: 'Zeit von der Erstellung eines Tickets bis zu seiner Lösung.',
    rule: 'Mittelwert aus letzter Lösung − Erstellung, nach dem Zeitpunkt der Lösung.',
  },
  'first-assign-time': {
    label: 'Zeit bis zur ersten Zuweisung',
    description: 'Zeit, bis jemand für ein Ticket zuständig ist.',
    rule: 'Mittelwert aus erster Zuweisung − Erstellung, nach dem Zeitpunkt der Zuweisung.',
  },
  'fcr-rate': {
    label: 'Erstlösungsquote',
    description: 'Anteil der Tickets, die eine einzige Antwort gelöst hat.',
    rule: 'Mit genau einer Antwort eines Menschen gelöste und nie wieder geöffnete Tickets ÷ gelöste Tickets.',
  },
  'sla-overdue-open': {
    label: 'Offen und überfällig',
    description: 'Offene Tickets, deren Ziel verstrichen ist.',
    rule: 'Tickets, die am Ende des Zeitraums offen sind und deren Lösungsziel verstrichen ist.',
  },
  'first-response-sla-rate': {
    label: 'Erstantwort-SLA eingehalten',
    description: 'Anteil der Tickets, die innerhalb ihres Ziels zum ersten Mal beantwortet wurden.',
    rule: 'Innerhalb des Ziels beantwortete ÷ entschiedene Tickets, nach Antwort oder Ende des Ziels, je nachdem, was früher war.',
  },
  'resolution-sla-rate': {
    label: 'Lösungs-SLA eingehalten',
    description: 'Anteil der Tickets, die innerhalb ihres Ziels gelöst wurden.',
    rule: 'Innerhalb des Ziels gelöste ÷ entschiedene Tickets, nach letzter Lösung oder Ende des Ziels, je nachdem, was früher war.',
  },
  'replies-per-ticket': {
    label: 'Agentenantworten pro Ticket',
    description: 'Wie viele Antworten von Menschen eine Lösung braucht.',
    rule: 'Mittelwert der Antworten von Menschen bis zur letzten Lösung.',
  },
  'reassigned-tickets': {
    label: 'Umverteilte Tickets',
    description: 'Tickets, die von einem Teammitglied zu einem anderen gingen.',
    rule: 'Verschiedene Tickets mit einer Umverteilung im Zeitraum.',
  },
  'handle-time': {
    label: 'Gesamtbearbeitungszeit',
    description: 'Alle Zeiten von der Erstellung bis zur Lösung zusammen.',
    rule: 'Summe aus letzter Lösung − Erstellung, nach dem Zeitpunkt der Lösung.',
  },
  'reopened-tickets': {
    label: 'Wieder geöffnete Tickets',
    description: 'Tickets, die doch noch nicht erledigt waren.',
    rule: 'Verschiedene Tickets, die im Zeitraum wieder geöffnet wurden.',
  },
  'escalation-rate': {
    label: 'Eskalationsquote',
    description: 'Anteil der Tickets, die nach einem verfehlten Ziel eskaliert wurden.',
    rule: 'Wegen eines verfehlten SLA eskalierte Tickets ÷ Ticketaufkommen, nach der Erstellung.',
  },
  csat: {
    label: 'Kundenzufriedenheit (CSAT)',
    description: 'Anteil der zufriedenen Kunden.',
    rule: 'Positive Antworten (4 oder 5 von 5) ÷ Antworten.',
  },
  nps: {
    label: 'Net Promoter Score (NPS)',
    description: 'Wie viel mehr Kunden zu- als abraten, von −100 bis 100.',
    rule: 'Prozentsatz der Antworten 9–10 − Prozentsatz der Antworten 0–6.',
  },
  'customer-replies-per-ticket': {
    label: 'Kundenantworten pro Ticket',
    description: 'Wie oft Kunden noch einmal schreiben müssen.',
    rule: 'Mittelwert der Antworten des Kunden vor der letzten Lösung; die erste Nachricht ist keine Antwort.',
  },
  'survey-response-rate': {
    label: 'Rücklaufquote',
    description: 'Anteil der Umfragen, die beantwortet werden.',
    rule: 'Beantwortete ÷ gesendete Umfragen, nach dem Zeitpunkt des Sendens.',
  },
  'churn-rate': {
    label: 'Kundenabwanderungsrate',
    description: 'Anteil der Kunden, die gegangen sind.',
    rule: 'Im Zeitraum verlorene Kunden von denen an seinem Anfang ÷ Kunden am Anfang.',
  },
  'retention-rate': {
    label: 'Kundenbindungsrate',
    description: 'Anteil der Kunden, die geblieben sind.',
    rule: 'Kunden vom Anfang, die am Ende noch da sind ÷ Kunden am Anfang.',
  },
  customers: {
    label: 'Kunden',
    description: 'Kunden am Ende des Zeitraums.',
    rule: 'Kunden, die bis zum Ende des Zeitraums gekommen und dann nicht verloren waren.',
  },
  ces: {
    label: 'Customer Effort Score (CES)',
    description: 'Wie leicht es Kunden fiel, von 1 bis 7 (sehr leicht).',
    rule: 'Mittelwert der Antworten, nach dem Zeitpunkt der Antwort.',
  },
  'discounts-granted': {
    label: 'Rabatte und Angebote',
    description: 'Rabatte und Angebote, die gemacht wurden.',
    rule: 'Jeder Rabatt, nach seinem Zeitpunkt.',
  },
  'discounts-value': {
    label: 'Wert der Rabatte und Angebote',
    description: 'Was Rabatte und Angebote zusammen wert waren.',
    rule: 'Summe ihrer Werte, nach ihrem Zeitpunkt.',
  },
  'article-views': {
    label: 'Artikelaufrufe',
    description: 'Wie oft Hilfeartikel gelesen wurden.',
    rule: 'Verschiedene Sitzungen je Artikel, nach dem Zeitpunkt des Besuchs.',
  },
  'bot-conversations': {
    label: 'Chatbot-Gespräche',
    description: 'Gespräche mit dem KI-Agenten.',
    rule: 'Gespräche mit mindestens einer Nachricht des Besuchers, nach ihrem Beginn.',
  },
  'forum-posts': {
    label: 'Neue Forenbeiträge',
    description: 'Beiträge im Kundenforum.',
    rule: 'Jeder Beitrag, nach seinem Zeitpunkt.',
  },
  'article-bounce-rate': {
    label: 'Artikelabsprungrate',
    description: 'Anteil der Leser, die einen Artikel verlassen haben, ohne etwas zu tun.',
    rule: 'Sitzungen eines Artikels ohne Interaktion ÷ Sitzungen eines Artikels.',
  },
  'time-on-article': {
    label: 'Verweildauer',
    description: 'Wie lange ein Artikel gelesen wird.',
    rule: 'Mittelwert der Sekunden eines Besuchs.',
  },
  'thumbs-up': {
    label: 'Daumen hoch',
    description: 'Leser, denen ein Artikel geholfen hat.',
    rule: 'Positive Stimmen, nach ihrem Zeitpunkt.',
  },
  'thumbs-down': {
    label: 'Daumen runter',
    description: 'Leser, denen ein Artikel nicht geholfen hat.',
    rule: 'Negative Stimmen, nach ihrem Zeitpunkt.',
  },
  'self-service-ratio': {
    label: 'Aufrufe pro Ticket',
    description: 'Artikelaufrufe je Ticket.',
    rule: 'Artikelaufrufe ÷ Ticketaufkommen.',
  },
  'bot-success-rate': {
    label: 'Bot-Erfolgsrate',
    description: 'Anteil der Gespräche, aus denen kein Ticket wurde.',
    rule: 'Gespräche ohne Ticket ÷ Gespräche gesamt; geschlossene und offene zählen als Erfolg.',
  },
  'forum-solved': {
    label: 'Im Forum gelöst',
    description: 'Fragen, die das Forum beantwortet hat.',
    rule: 'Gelöste Themen, nach ihrem Beginn.',
  },
  'forum-success-rate': {
    label: 'Forumserfolgsrate',
    description: 'Anteil der Fragen, die das Forum beantwortet hat.',
    rule: 'Gelöste Themen ÷ Themen, nach ihrem Beginn.',
  },
  'social-response-time': {
    label: 'Antwortzeit Social Media',
    description: 'Zeit, bis ein Mensch in einem sozialen Netzwerk zum ersten Mal antwortet.',
    rule: 'Mittelwert aus erster Antwort eines Menschen − Erstellung über Tickets aus sozialen Netzwerken.',
  },
  'social-engagement': {
    label: 'Engagement',
    description: 'Wie stark auf Beiträge reagiert wurde.',
    rule: 'Summe aus „Gefällt mir“, geteilten Beiträgen, positiven Antworten und positiven Erwähnungen, nach dem Zeitpunkt des Beitrags.',
  },
  'social-sla-rate': {
    label: 'Lösungs-SLA Social Media',
    description: 'Anteil der Tickets aus sozialen Netzwerken, die innerhalb ihres Ziels gelöst wurden.',
    rule: 'Innerhalb des Ziels gelöste ÷ entschiedene Tickets aus sozialen Netzwerken.',
  },
  'social-bot-resolved': {
    label: 'Von Social-Bots gelöst',
    description: 'Gespräche auf sozialen Kanälen, die der KI-Agent gelöst hat.',
    rule: 'Von der KI gelöste Gespräche auf den Kanälen der Einstellung socialChannels.',
  },
};
