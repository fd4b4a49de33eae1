/** German: the chatbot family. */
import type { MetricWords } from '../../messages.js';

export const CHATBOT: Record<string, MetricWords> = {
  'chat-opens': {
    label: 'Chat-Öffnungen',
    description: 'Geöffnete Chats, mit oder ohne Nachricht des Besuchers.',
    rule: 'Alle Gespräche, nach ihrem Beginn.',
  },
  'conversation-length': {
    label: 'Ø Gesprächslänge',
    description: 'Nachrichten von Besucher und KI-Agent pro Gespräch.',
    rule: 'Mittelwert der Nachrichten von Besucher und KI-Agent über alle Gespräche, deren Nachrichten bekannt sind.',
  },
  'interaction-rate': {
    label: 'Interaktionsrate',
    description: 'Anteil der Gespräche, in denen der Besucher mindestens zweimal geschrieben hat.',
    rule: 'Gespräche mit 2 oder mehr Nachrichten des Besuchers ÷ Gespräche gesamt.',
  },
  'engaged-conversations': {
    label: 'Fortgesetzte Gespräche',
    description: 'Chats, in denen der Besucher nach der Begrüßung geschrieben hat.',
    rule: 'Gespräche mit mindestens einer Nachricht des Besuchers nach der Begrüßung des KI-Agenten.',
  },
  'engagement-rate': {
    label: 'Fortgesetzt (%)',
    description: 'Anteil der geöffneten Chats, in denen der Besucher nach der Begrüßung geschrieben hat.',
    rule: 'Fortgesetzte Gespräche ÷ Chat-Öffnungen.',
  },
  'unique-users': {
    label: 'Eindeutige Nutzer',
    description: 'Verschiedene Personen, die geschrieben haben.',
    rule: 'Verschiedene Profile, ersatzweise Besucher; Gespräche ohne beides zählen nicht mit.',
  },
  'returning-users': {
    label: 'Wiederkehrende Nutzer',
    description: 'Personen mit zwei oder mehr Gesprächen im Zeitraum.',
    rule: 'Eindeutige Nutzer mit mindestens 2 Gesprächen.',
  },
  'conversations-per-user': {
    label: 'Gespräche pro Nutzer',
    description: 'Wie oft eine Person schreibt.',
    rule: 'Gespräche gesamt ÷ eindeutige Nutzer.',
  },
  'missed-messages': {
    label: 'Nicht verstandene Nachrichten',
    description: 'Nachrichten, die der KI-Agent nicht verstanden hat.',
    rule: 'Nachrichten des KI-Agenten, die als „nicht verstanden“ markiert sind.',
  },
  'missed-rate': {
    label: 'Nicht verstanden (%)',
    description: 'Anteil der Besuchernachrichten, die der KI-Agent nicht verstanden hat.',
    rule: 'Nicht verstandene Nachrichten ÷ Nachrichten der Besucher.',
  },
  'takeover-rate': {
    label: 'Übernahmequote (Mensch)',
    description: 'Anteil der Gespräche, die an einen Menschen gingen.',
    rule: 'Gespräche mit angenommener Übergabe per Ticket oder einer Nachricht von einem Menschen ÷ Gespräche gesamt.',
  },
  'abandonment-rate': {
    label: 'Abbruchquote',
    description: 'Anteil der Gespräche, in denen die letzte Nachricht des Besuchers unbeantwortet blieb.',
    rule: 'Beendete oder 48\u00a0Stunden inaktive Gespräche mit dem Besucher als letztem Absender und ohne Übergabe ÷ Gespräche gesamt.',
  },
  'purchase-rate': {
    label: 'Gespräche mit Kauf (%)',
    description: 'Anteil der Gespräche, die zu einem zugeordneten Kauf geführt haben.',
    rule: 'Gespräche mit mindestens einem zugeordneten Artikel ÷ Gespräche gesamt.',
  },
  'time-saved': {
    label: 'Eingesparte Zeit',
    description: 'Arbeitszeit, die die gelösten Gespräche gekostet hätten.',
    rule: 'Von der KI gelöste Gespräche × Minuten pro Gespräch (Einstellung).',
  },
  'goal-completion-rate': {
    label: 'Zielerreichung',
    description: 'Anteil der Gespräche, die ein Ziel erreicht haben.',
    rule: 'Gespräche mit mindestens einem erreichten Ziel ÷ Gespräche gesamt; nach Ziel: Gespräche mit diesem Ziel ÷ Gespräche gesamt.',
  },
  'bot-score': {
    label: 'Bewertung',
    description: 'Durchschnittliche Bewertung des KI-Agenten von 1 bis 5.',
    rule: 'Mittelwert der abgegebenen Bewertungen, nach dem Zeitpunkt der Bewertung.',
  },
  'bot-satisfaction': {
    label: 'Zufriedenheit mit dem KI-Agenten',
    description: 'Anteil der Bewertungen mit 4 oder 5.',
    rule: 'Bewertungen mit 4 oder 5 ÷ alle Bewertungen.',
  },
  'average-response-time': {
    label: 'Ø Antwortzeit',
    description: 'Zeit von der ersten unbeantworteten Nachricht des Besuchers bis zur nächsten Antwort.',
    rule: 'Mittelwert über beantwortete Nachrichten der Besucher, nach dem Zeitpunkt der Antwort.',
  },
  'bot-response-time': {
    label: 'Antwortzeit des KI-Agenten',
    description: 'Wie schnell der KI-Agent antwortet.',
    rule: 'Mittelwert nur über Antworten des KI-Agenten.',
  },
  'live-response-time': {
    label: 'Antwortzeit des Teams',
    description: 'Wie schnell Menschen aus dem Team antworten.',
    rule: 'Mittelwert nur über Antworten von Menschen.',
  },
};
