/** German: the agent family. */
import type { MetricWords } from '../../messages.js';

export const AGENT: Record<string, MetricWords> = {
  'total-volume': {
    label: 'Gespräche gesamt',
    description: 'Gespräche zwischen Besuchern und dem KI-Agenten.',
    rule: 'Gespräche mit mindestens einer Nachricht des Besuchers, gezählt nach ihrem Beginn.',
  },
  'ai-resolved': {
    label: 'Von der KI gelöst',
    description: 'Gespräche, die der KI-Agent ohne menschliches Zutun gelöst hat.',
    rule: 'Keine Übergabe, die letzte Nachricht stammt vom KI-Agenten, und der Besucher hat das Gespräch beendet oder es gab 48\u00a0Stunden lang keine Aktivität.',
  },
  'ai-resolved-rate': {
    label: 'Von der KI gelöst (%)',
    description: 'Anteil der Gespräche, die der KI-Agent ohne menschliches Zutun gelöst hat.',
    rule: 'Von der KI gelöste Gespräche ÷ Gespräche gesamt.',
  },
  'ai-unresolved-rate': {
    label: 'Nicht von der KI gelöst (%)',
    description: 'Anteil der Gespräche, die der KI-Agent übergeben hat.',
    rule: 'Weitergeleitete und geschlossene Gespräche ÷ Gespräche gesamt.',
  },
  'ai-revenue': {
    label: 'KI-Umsatz',
    description: 'Umsatz mit genau den Produkten, die in einem Gespräch angeklickt wurden.',
    rule: 'Bestellpositionen eines Produkts, das nach einem Klick im Gespräch innerhalb des Zeitfensters bestellt wurde; der letzte Klick zählt.',
  },
  'add-to-cart': {
    label: 'In den Warenkorb gelegt',
    description: 'Artikel, die aus Gesprächen heraus in den Warenkorb gelegt wurden.',
    rule: 'Summe der hinzugefügten Mengen, nach dem Zeitpunkt des Hinzufügens.',
  },
  'link-clicks': {
    label: 'Link-Klicks',
    description: 'Klicks auf Produktlinks und andere Links in Gesprächen.',
    rule: 'Jeder Klick, nach dem Zeitpunkt des Klicks.',
  },
  'ai-order-value': {
    label: 'Ø Bestellwert',
    description: 'Zugeordneter Umsatz pro Bestellung mit mindestens einem zugeordneten Artikel.',
    rule: 'KI-Umsatz ÷ Bestellungen mit mindestens einem zugeordneten Artikel.',
  },
  'skill-uses': {
    label: 'Skill-Nutzung',
    description: 'Wie oft der KI-Agent seine Skills genutzt hat, gezählt pro Nachricht.',
    rule: 'Nachrichten des KI-Agenten, die mit einem Skill entstanden sind; in einem Gespräch können es viele sein.',
  },
};
