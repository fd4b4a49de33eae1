/** German: the hub family. */
import type { MetricWords } from '../../messages.js';

export const HUB: Record<string, MetricWords> = {
  'total-accounts': {
    label: 'Konten insgesamt',
    description: 'Konten, die seit dem ersten Start des Hubs angelegt wurden.',
    rule: 'Konten, die vom ersten Start bis zum Ende des Zeitraums angelegt wurden.',
  },
  'service-interactions': {
    label: 'Service-Interaktionen',
    description: 'Was Kunden im Hub selbst erledigt haben.',
    rule: 'Verfolgte Bestellungen, begonnene Retouren, angeforderte Gutscheine, Klicks auf Hilfe, begonnene Webchats und weitere Arten; Öffnen, Anmelden und Hinzufügen zum Warenkorb zählen nicht.',
  },
  'active-accounts': {
    label: 'Aktive Konten',
    description: 'Verschiedene Konten, die den Hub geöffnet haben.',
    rule: 'Verschiedene Konten mit mindestens einer Öffnung im Zeitraum.',
  },
  'hub-revenue': {
    label: 'Generierter Umsatz',
    description: 'Umsatz mit genau den Artikeln, die im Hub in den Warenkorb gelegt wurden.',
    rule: 'Bestellpositionen desselben Kontos und Produkts nach dem Hinzufügen im Hub, höchstens in der hinzugefügten Menge und je Hinzufügen einmal; nach dem Zeitpunkt der Bestellung.',
  },
  'hub-logins': {
    label: 'Anmeldungen',
    description: 'Wie oft sich Kunden im Hub angemeldet haben.',
    rule: 'Jede Anmeldung, nach ihrem Zeitpunkt.',
  },
  'inactive-accounts': {
    label: 'Inaktive Konten',
    description: 'Konten, die den Hub nicht geöffnet haben.',
    rule: 'Konten insgesamt − aktive Konten.',
  },
  'signed-in-checkouts': {
    label: 'Abgeschlossene Bezahlvorgänge (angemeldet)',
    description: 'Bezahlvorgänge, die angemeldete Kunden abgeschlossen haben.',
    rule: 'Abgeschlossene Bezahlvorgänge angemeldeter Kunden, nach ihrem Abschluss.',
  },
  'signed-in-order-value': {
    label: 'Ø Bestellwert (angemeldet)',
    description: 'Durchschnittlicher Betrag eines Bezahlvorgangs angemeldeter Kunden.',
    rule: 'Mittelwert der Summen aller abgeschlossenen Bezahlvorgänge angemeldeter Kunden.',
  },
};
