/** German: neither du nor Sie. */
import type { Messages } from './messages.js';

export const messages: Messages = {
  code: 'de',
  metrics: {
    'total-volume': {
      label: 'Gespräche gesamt', description: 'Gespräche zwischen Besuchern und dem KI-Agenten.',
      rule: 'Gespräche mit mindestens einer Nachricht des Besuchers, gezählt nach ihrem Beginn.',
    },
    'ai-resolved': {
      label: 'Von der KI gelöst', description: 'Gespräche, die der KI-Agent ohne menschliches Zutun gelöst hat.',
      rule: 'Keine Übergabe, die letzte Nachricht stammt vom KI-Agenten, und der Besucher hat das Gespräch beendet oder es gab 48\u00a0Stunden lang keine Aktivität.',
    },
    'ai-resolved-rate': {
      label: 'Von der KI gelöst (%)', description: 'Anteil der Gespräche, die der KI-Agent ohne menschliches Zutun gelöst hat.',
      rule: 'Von der KI gelöste Gespräche ÷ Gespräche gesamt.',
    },
    'ai-unresolved-rate': {
      label: 'Nicht von der KI gelöst (%)', description: 'Anteil der Gespräche, die der KI-Agent übergeben hat.',
      rule: 'Weitergeleitete und geschlossene Gespräche ÷ Gespräche gesamt.',
    },
    'ai-revenue': {
      label: 'KI-Umsatz', description: 'Umsatz mit genau den Produkten, die in einem Gespräch angeklickt wurden.',
      rule: 'Bestellpositionen eines Produkts, das nach einem Klick im Gespräch innerhalb des Zeitfensters bestellt wurde; der letzte Klick zählt.',
    },
    'add-to-cart': {
      label: 'In den Warenkorb gelegt', description: 'Artikel, die aus Gesprächen heraus in den Warenkorb gelegt wurden.',
      rule: 'Summe der hinzugefügten Mengen, nach dem Zeitpunkt des Hinzufügens.',
    },
    'link-clicks': {
      label: 'Link-Klicks', description: 'Klicks auf Produktlinks und andere Links in Gesprächen.',
      rule: 'Jeder Klick, nach dem Zeitpunkt des Klicks.',
    },
    'ai-order-value': {
      label: 'Ø Bestellwert', description: 'Zugeordneter Umsatz pro Bestellung mit mindestens einem zugeordneten Artikel.',
      rule: 'KI-Umsatz ÷ Bestellungen mit mindestens einem zugeordneten Artikel.',
    },
    'skill-uses': {
      label: 'Skill-Nutzung', description: 'Wie oft der KI-Agent seine Skills genutzt hat, gezählt pro Nachricht.',
      rule: 'Nachrichten des KI-Agenten, die mit einem Skill entstanden sind; in einem Gespräch können es viele sein.',
    },
    'chat-opens': {
      label: 'Chat-Öffnungen', description: 'Geöffnete Chats, mit oder ohne Nachricht des Besuchers.',
      rule: 'Alle Gespräche, nach ihrem Beginn.',
    },
    'conversation-length': {
      label: 'Ø Gesprächslänge', description: 'Nachrichten von Besucher und KI-Agent pro Gespräch.',
      rule: 'Mittelwert der Nachrichten von Besucher und KI-Agent über alle Gespräche, deren Nachrichten bekannt sind.',
    },
    'interaction-rate': {
      label: 'Interaktionsrate', description: 'Anteil der Gespräche, in denen der Besucher mindestens zweimal geschrieben hat.',
      rule: 'Gespräche mit 2 oder mehr Nachrichten des Besuchers ÷ Gespräche gesamt.',
    },
    'unique-users': {
      label: 'Eindeutige Nutzer', description: 'Verschiedene Personen, die geschrieben haben.',
      rule: 'Verschiedene Profile, ersatzweise Besucher; Gespräche ohne beides zählen nicht mit.',
    },
    'returning-users': {
      label: 'Wiederkehrende Nutzer', description: 'Personen mit zwei oder mehr Gesprächen im Zeitraum.',
      rule: 'Eindeutige Nutzer mit mindestens 2 Gesprächen.',
    },
    'conversations-per-user': {
      label: 'Gespräche pro Nutzer', description: 'Wie oft eine Person schreibt.',
      rule: 'Gespräche gesamt ÷ eindeutige Nutzer.',
    },
    'missed-messages': {
      label: 'Nicht verstandene Nachrichten', description: 'Nachrichten, die der KI-Agent nicht verstanden hat.',
      rule: 'Nachrichten des KI-Agenten, die als „nicht verstanden“ markiert sind.',
    },
    'missed-rate': {
      label: 'Nicht verstanden (%)', description: 'Anteil der Besuchernachrichten, die der KI-Agent nicht verstanden hat.',
      rule: 'Nicht verstandene Nachrichten ÷ Nachrichten der Besucher.',
    },
    'takeover-rate': {
      label: 'Übernahmequote (Mensch)', description: 'Anteil der Gespräche, die an einen Menschen gingen.',
      rule: 'Gespräche mit angenommener Übergabe per Ticket oder einer Nachricht von einem Menschen ÷ Gespräche gesamt.',
    },
    'abandonment-rate': {
      label: 'Abbruchquote', description: 'Anteil der Gespräche, in denen die letzte Nachricht des Besuchers unbeantwortet blieb.',
      rule: 'Beendete oder 48\u00a0Stunden inaktive Gespräche mit dem Besucher als letztem Absender und ohne Übergabe ÷ Gespräche gesamt.',
    },
    'purchase-rate': {
      label: 'Gespräche mit Kauf (%)', description: 'Anteil der Gespräche, die zu einem zugeordneten Kauf geführt haben.',
      rule: 'Gespräche mit mindestens einem zugeordneten Artikel ÷ Gespräche gesamt.',
    },
    'time-saved': {
      label: 'Eingesparte Zeit', description: 'Arbeitszeit, die die gelösten Gespräche gekostet hätten.',
      rule: 'Von der KI gelöste Gespräche × Minuten pro Gespräch (Einstellung).',
    },
    'goal-completion-rate': {
      label: 'Zielerreichung', description: 'Anteil der Gespräche, die ein Ziel erreicht haben.',
      rule: 'Gespräche mit mindestens einem erreichten Ziel ÷ Gespräche gesamt; nach Ziel: Gespräche mit diesem Ziel ÷ Gespräche gesamt.',
    },
    'bot-score': {
      label: 'Bewertung', description: 'Durchschnittliche Bewertung des KI-Agenten von 1 bis 5.',
      rule: 'Mittelwert der abgegebenen Bewertungen, nach dem Zeitpunkt der Bewertung.',
    },
    'bot-satisfaction': {
      label: 'Zufriedenheit mit dem KI-Agenten', description: 'Anteil der Bewertungen mit 4 oder 5.',
      rule: 'Bewertungen mit 4 oder 5 ÷ alle Bewertungen.',
    },
    'average-response-time': {
      label: 'Ø Antwortzeit', description: 'Zeit von der ersten unbeantworteten Nachricht des Besuchers bis zur nächsten Antwort.',
      rule: 'Mittelwert über beantwortete Nachrichten der Besucher, nach dem Zeitpunkt der Antwort.',
    },
    'bot-response-time': {
      label: 'Antwortzeit des KI-Agenten', description: 'Wie schnell der KI-Agent antwortet.',
      rule: 'Mittelwert nur über Antworten des KI-Agenten.',
    },
    'live-response-time': {
      label: 'Antwortzeit des Teams', description: 'Wie schnell Menschen aus dem Team antworten.',
      rule: 'Mittelwert nur über Antworten von Menschen.',
    },
  },
  values: {
    status: { resolved: 'Gelöst', routed: 'Weitergeleitet', closed: 'Geschlossen', open: 'Offen' },
    outcome: { resolved: 'Von der KI gelöst', unresolved: 'Nicht von der KI gelöst', open: 'Offen' },
    channel: { 'web-chat': 'Web-Chat', sms: 'SMS', email: 'E-Mail', whatsapp: 'WhatsApp' },
  },
  dimensions: {
    channel: 'Kanal', status: 'Status', outcome: 'Ergebnis', tag: 'Schlagwort', region: 'Region', language: 'Sprache', segment: 'Segment',
    assignee: 'Zugewiesen an', page: 'Seite', skill: 'Skill', goal: 'Ziel',
  },
  ranges: {
    today: 'Heute', yesterday: 'Gestern', 'last-7-days': 'Letzte 7 Tage', 'last-14-days': 'Letzte 14 Tage', 'last-30-days': 'Letzte 30 Tage',
    'last-90-days': 'Letzte 90 Tage', 'last-12-months': 'Letzte 12 Monate', 'week-to-date': 'Diese Woche bis heute', 'month-to-date': 'Dieser Monat bis heute',
    'quarter-to-date': 'Dieses Quartal bis heute', 'year-to-date': 'Dieses Jahr bis heute', 'last-week': 'Letzte Woche', 'last-month': 'Letzter Monat',
    'last-quarter': 'Letztes Quartal', 'last-year': 'Letztes Jahr', 'all-time': 'Gesamter Zeitraum',
  },
  comparisons: {
    none: 'Kein Vergleich', 'previous-period': 'Vorheriger Zeitraum', 'previous-unit': 'Vorherige Kalenderperiode', 'previous-year': 'Vorjahreszeitraum', custom: 'Eigener Zeitraum',
  },
  grains: { hour: 'Stunde', day: 'Tag', week: 'Woche', month: 'Monat', quarter: 'Quartal', year: 'Jahr' },
  variants: { median: 'Median', p90: '90. Perzentil' },
  range: {
    label: 'Zeitraum', custom: 'Eigener Zeitraum', from: 'Von', to: 'Bis', compareWith: 'Vergleichszeitraum', compareFrom: 'Vergleich von', compareTo: 'Vergleich bis',
    meaning: '{range}', comparedWith: 'verglichen mit {range}', timeZone: 'Zeitzone: {zone}',
    endBeforeStart: 'Das Enddatum liegt vor dem Startdatum. Ein späteres Enddatum wählen.', incomplete: 'Start- und Enddatum wählen.', invalid: 'Dieser Zeitraum kann nicht angezeigt werden.',
  },
  states: {
    loading: 'Wird geladen', updating: 'Wird aktualisiert', noData: 'Keine Daten', unmeasured: 'Nichts gemessen', noDimension: 'Lässt sich so nicht filtern',
    empty: 'Keine Gespräche in diesem Zeitraum.', emptyHint: 'Längeren Zeitraum oder weniger Filter wählen.',
    dataEnded: 'Die Daten enden am {date}.', dataStart: 'Die Daten beginnen am {date}.', showLastData: 'Letzte Daten anzeigen',
    failed: 'Die Zahlen konnten nicht geladen werden.', lastNumbers: 'Angezeigt werden die Zahlen für {range}, Stand {time}.', tryAgain: 'Erneut versuchen',
    readingSome: 'Daten werden gelesen', reading: 'Daten werden gelesen: {share}', stopReading: 'Abbrechen', readingStopped: 'Die Daten wurden nicht zu Ende gelesen.',
    noSource: 'Noch keine Daten verbunden. Attribut endpoint, data-src oder data setzen.', notLive: 'Noch nicht live: Es gibt keine Daten.',
    switchedOff: 'Seit {date} deaktiviert: Es werden keine neuen Daten erfasst.',
    refused: { one: '{n} Datensatz wurde abgelehnt', other: '{n} Datensätze wurden abgelehnt' },
    moreRefused: { one: 'und {n} weiterer', other: 'und {n} weitere' },
    leftOut: { one: 'In {n} Zeile fehlt dieser Wert; sie zählt nicht mit', other: 'In {n} Zeilen fehlt dieser Wert; sie zählen nicht mit' },
    signIn: 'Nicht angemeldet, oder der Zugriff ist abgelaufen.',
  },
  change: {
    up: 'gestiegen: {change} gegenüber {value} ({range})', down: 'gesunken: {change} gegenüber {value} ({range})', same: 'unverändert gegenüber {value} ({range})',
    unknown: 'kein Vergleichswert ({range})', versus: 'vs. {range}', points: '{n}\u00a0%-Pkt.', better: 'besser', worse: 'schlechter',
  },
  chart: {
    volume: 'Gespräche', groupBy: 'Gruppieren nach', legend: 'Angezeigte Gruppen', showTable: 'Als Tabelle anzeigen', hideTable: 'Als Diagramm anzeigen', total: 'Gesamt', other: 'Sonstige',
    none: 'Ohne Angabe', notOver: 'Läuft noch', cut: 'Nur teilweise im Zeitraum', notGrouped: 'Diese Daten enthalten keine Angaben zu „{dimension}“; die Balken zeigen alle Gespräche.', period: 'Zeitraum',
    keyboard: 'Mit den Pfeiltasten durch die Balken gehen, mit der Eingabetaste einen auswählen.',
  },
  thread: {
    heading: 'Gespräch', choose: 'Attribut conversation-id setzen, um ein Gespräch anzuzeigen.', notFound: 'Das Gespräch {id} gibt es nicht, oder es ist nicht freigegeben.',
    visitor: 'Besucher', agent: 'KI-Agent', human: 'Serviceteam', anonymous: 'Anonym',
    rules: {
      'supplied': 'Der Status kam mit den Daten.',
      'ticket-handoff': 'Der KI-Agent konnte die Anfrage nicht lösen: Ein Helpdesk-Ticket wurde erstellt und das Gespräch weitergeleitet.',
      'human-message': 'Ein Mensch aus dem Team hat geantwortet.',
      'message-handoff': 'Der KI-Agent konnte die Anfrage nicht lösen und hat die eigene Abschlussnachricht gezeigt.',
      'closed-after-agent': 'Der KI-Agent schrieb zuletzt, es gab keine Übergabe, und das Gespräch wurde geschlossen.',
      'inactive-after-agent': 'Der KI-Agent schrieb zuletzt, es gab keine Übergabe, und {hours} Std. vergingen ohne Aktivität.',
      'agent-wrote-last': 'Der KI-Agent schrieb zuletzt und wartet auf Antwort; nach {hours} Std. ohne Aktivität gilt das Gespräch als gelöst.',
      'visitor-wrote-last': 'Der Besucher schrieb zuletzt; niemand hat geantwortet.',
      'no-messages': 'Es gibt keine Nachrichten, aus denen er hervorgeht.',
    },
    copyId: 'ID kopieren', copyText: 'Als Text kopieren', copied: 'Kopiert', notCopied: 'Kopieren nicht möglich',
    messages: { one: '{n} Nachricht', other: '{n} Nachrichten' },
    masked: 'Dieser Text ist nicht freigegeben.', missed: 'Nicht verstanden', welcome: 'Begrüßung', products: 'Produkte: {names}',
    events: {
      productClick: 'Produkt angeklickt: {product}', linkClick: 'Angeklickt: {link}', cartAdd: 'In den Warenkorb gelegt: {quantity} × {product}',
      ticket: 'Übergabe per Helpdesk-Ticket', message: 'Übergabe mit der Abschlussnachricht', ticketDeclined: 'Helpdesk-Ticket angeboten und abgelehnt', messageDeclined: 'Übergabe angeboten und abgelehnt',
      closed: 'Geschlossen', closedByVisitor: 'Vom Besucher geschlossen', closedByInactivity: 'Nach {hours} Std. ohne Aktivität geschlossen', rated: 'Bewertet mit {value} von 5',
    },
    unknownMessages: 'Die Nachrichten dieses Gesprächs liegen nicht vor.', noMessages: 'Noch hat niemand etwas geschrieben.',
    earlier: 'Frühere Nachrichten anzeigen', later: 'Spätere Nachrichten anzeigen',
  },
  table: {
    heading: 'Gespräche',
    columns: { 'first-question': 'Erste Frage', 'profile': 'Profil', 'messages': 'Nachrichten', 'started-at': 'Begonnen', 'updated-at': 'Zuletzt aktualisiert', 'id': 'ID' },
    search: 'Gespräche durchsuchen', clearSearch: 'Suche löschen', sortBy: 'Sortieren nach', ascending: '{column}, aufsteigend', descending: '{column}, absteigend',
    page: '{first}–{last} von {total}', previousPage: 'Vorherige Seite', nextPage: 'Nächste Seite', pageSize: 'Zeilen pro Seite',
    found: { one: 'In {n} Nachricht gefunden', other: 'In {n} Nachrichten gefunden' },
    noMatch: 'Kein Gespräch enthält „{phrase}“.', noneSelected: 'Hinter dieser Zahl steht kein Gespräch.',
    masked: 'Die Texte sind nicht freigegeben.', noQuestion: 'Keine Frage',
    conversations: { one: '{n} Gespräch', other: '{n} Gespräche' },
    contributed: '{what}: {value} ({conversations})', clearSelection: 'Alle Gespräche anzeigen',
    exportCsv: 'CSV herunterladen', exportFailed: 'Die Datei konnte nicht erstellt werden.',
    place: '{n} von {total}', notLoaded: 'Das Gespräch konnte nicht geladen werden.', previous: 'Vorheriges Gespräch', next: 'Nächstes Gespräch', close: 'Schließen',
  },
  filters: {
    label: 'Filter', active: 'Aktive Filter', clearAll: 'Alle entfernen', remove: 'Filter entfernen: {filter}', excluded: 'nicht {value}', search: 'Suchen: {dimension}', noMatch: 'Kein passender Wert.',
    chosen: { one: '{n} ausgewählt', other: '{n} ausgewählt' }, truncated: { one: 'Nur {n} Wert wird aufgeführt.', other: 'Nur die {n} häufigsten Werte werden aufgeführt.' },
    matching: { one: '{n} Gespräch', other: '{n} Gespräche' },
  },
  skills: {
    uses: 'Nutzungen', perMessage: 'Gezählt pro Nachricht: In einem Gespräch kann ein Skill mehrmals genutzt werden.', several: 'Eine Nachricht mit mehreren Skills zählt in jeder dieser Zeilen und einmal in der Summe.',
  },
  files: { exportAs: 'Als {format} exportieren' },
  dashboard: {
    titles: { 'customer-agent': 'Performance des KI-Agenten', 'customer-agent-classic': 'KI-Agent im Überblick', 'customer-hub': 'Customer Hub', 'help-desk': 'Helpdesk', chatbot: 'Chatbot-Auswertung' },
    sections: {
      gaps: 'Wissenslücken', overview: 'Performance-Übersicht', conversations: 'Gespräche',
      interactions: 'Service-Interaktionen', 'order-value': 'Durchschnittlicher Bestellwert', logins: 'Anmeldungen', performance: 'Leistung',
      satisfaction: 'Kundenzufriedenheit', 'self-service': 'Self-Service', social: 'Soziale Medien', 'weak-spots': 'Wo der KI-Agent Schwächen hat',
      questions: 'Häufige Fragen', demand: 'Wann und wo geschrieben wird', goals: 'Ziele', team: 'Teamleistung',
    },
    volume: 'Gespräche im Zeitverlauf', kpis: 'Kennzahlen', refresh: 'Aktualisieren', updated: 'Aktualisiert: {ago}', asOf: 'Die Daten reichen bis {time}.', copyLink: 'Link kopieren', linkCopied: 'Link kopiert',
    filterList: 'Liste filtern',
    wrongPage: 'Diese Seite ist falsch eingerichtet.', wrongView: 'Der Link zu dieser Ansicht ist nicht lesbar.',
    headings: {
      'interactions-over-time': 'Service-Interaktionen im Zeitverlauf', 'checkouts-and-value': 'Ø Bestellwert angemeldeter Kunden',
      'tickets-over-time': 'Tickets im Zeitverlauf', 'tickets-by-type': 'Tickets nach Art', 'tickets-by-channel': 'Tickets nach Kanal',
      leaderboard: 'Bestenliste', 'sla-over-time': 'Eingehaltene Ziele im Zeitverlauf', 'ticket-load': 'Ticketauslastung',
      'tickets-by-region': 'Tickets nach Region', 'satisfaction-over-time': 'Zufriedenheit im Zeitverlauf', 'churn-by-reason': 'Abwanderung nach Grund',
      'satisfaction-by-segment': 'Zufriedenheit nach Segment', 'nps-by-segment': 'Net Promoter Score nach Segment',
      'customers-by-segment': 'Kunden nach Segment', 'discounts-by-kind': 'Rabatte und Angebote', 'nps-answers': 'Antworten hinter dem Net Promoter Score',
      'views-and-tickets': 'Artikelaufrufe und Tickets', articles: 'Artikel', 'tickets-by-network': 'Anfragen nach Netzwerk',
      'engagement-by-network': 'Engagement nach Netzwerk', 'quality-over-time': 'Übernahmen und Zufriedenheit im Zeitverlauf',
      'missed-by-tag': 'Am häufigsten nicht verstanden', 'takeover-by-tag': 'Am häufigsten übernommen', 'rating-by-tag': 'Am schlechtesten bewertet',
      'demand-load': 'Wann Gespräche beginnen', 'starts-by-channel': 'Wo Gespräche beginnen: Kanal', 'starts-by-region': 'Wo Gespräche beginnen: Region',
      'starts-by-page': 'Wo Gespräche beginnen: Seite', 'by-goal': 'Erreicht nach Ziel', team: 'Das Team neben dem KI-Agenten',
    },
    groups: { basic: 'Grundlegend', intermediate: 'Fortgeschritten', advanced: 'Erweitert' },
    viewReport: 'Bericht anzeigen', noFacts: 'Dafür liegen keine Daten vor.',
    customise: {
      open: 'Anpassen', heading: 'Diese Seite anpassen',
      hint: 'Auswählen, was zu sehen ist; die Reihenfolge ändert sich durch Ziehen oder mit den Pfeilen.', done: 'Fertig', reset: 'Zurücksetzen',
      sections: 'Abschnitte', tiles: 'Kennzahlen: {section}', moveUp: 'Nach oben: {name}', moveDown: 'Nach unten: {name}', add: 'Kennzahl hinzufügen',
      addTo: 'Hinzufügen', moved: '{name}: Platz {n} von {total}', hidden: '{name}: ausgeblendet', shown: '{name}: eingeblendet',
      added: '{name}: hinzugefügt', wasReset: 'Die Seite ist wie zuvor.',
    },
  },
  gaps: {
    heading: 'Wissenslücken', only: 'Nur ungelöste oder nicht verstandene Fragen',
    method: '{questions}, nach ähnlichen Wörtern gruppiert und mit den Wörtern von {articles} verglichen; was oft gefragt und wenig abgedeckt ist, steht oben. Dieselbe Frage in ganz anderen Worten kann übersehen werden.',
    methodAlone: '{questions}, nach ähnlichen Wörtern gruppiert; was oft gefragt wird, steht oben. Dieselbe Frage in ganz anderen Worten kann übersehen werden.',
    questions: { one: '{n} Frage', other: '{n} Fragen' }, articles: { one: '{n} Artikel', other: '{n} Artikeln' },
    noArticles: 'Es liegen keine Artikel vor, daher ist jedes Thema offen. Mit den Artikeln der Wissensdatenbank zeigt sich, was in ihr fehlt.',
    none: 'Keine offenen Fragen.', asked: { one: '{n}-mal gefragt', other: '{n}-mal gefragt' }, unresolved: '{share} nicht von der KI gelöst',
    nearest: 'Nächster Artikel: {title}, deckt {share} ab', noNearest: 'Kein Artikel kommt dem nahe', examples: 'Beispielfragen',
    conversations: { one: '{n} Gespräch zeigen', other: '{n} Gespräche zeigen' },
    add: 'Wissen hinzufügen', title: 'Titel', body: 'Antwort', save: 'Hinzufügen', saving: 'Wird hinzugefügt', cancel: 'Abbrechen', failed: 'Der Artikel konnte nicht hinzugefügt werden.',
    added: 'Hinzugefügt: {title}. Die Lücke schließt sich, wenn der Artikel ihre Fragen abdeckt.', closed: 'Hinzugefügt: {title}. Die Lücke ist geschlossen.', told: 'An die Seite übergeben: {title}.',
    dismiss: 'Ausblenden', dismissed: 'Ausgeblendet: {topic}', undo: 'Rückgängig', more: 'Mehr zeigen',
  },
  ranking: {
    heading: 'Rangliste', rank: 'Rang', without: 'Ohne {dimension}', notGrouped: 'Nicht nach {dimension} gruppierbar: {metrics}.', noData: 'Keine Daten: {metrics}.',
    few: 'Wenige', fewCases: 'Beruht auf wenigen Fällen ({metric}: {n})', empty: 'In diesem Zeitraum gibt es nichts zu vergleichen.', showAll: { one: 'Alle {n} zeigen', other: 'Alle {n} zeigen' },
  },
  records: {
    heading: 'Datensätze: {metric}', notOffered: 'Diese Daten lassen sich nur zählen: Die Quelle gibt keine einzelnen Datensätze aus.', none: 'Hinter dieser Zahl steht kein Datensatz.',
    count: { one: '{n} Datensatz', other: '{n} Datensätze' }, clearSelection: 'Zurück zu {metric}',
    columns: {
      at: 'Zeit', value: 'Wert', id: 'ID', subject: 'Betreff', network: 'Netzwerk', type: 'Art', priority: 'Priorität', agent: 'Bearbeitet von', createdAt: 'Erstellt', kind: 'Art', score: 'Antwort', comment: 'Kommentar',
      ticketId: 'Ticketnummer', customerId: 'Kunde', tier: 'Stufe', industry: 'Branche', startedAt: 'Begonnen', lostAt: 'Verloren', lostReason: 'Grund', accountId: 'Konto', productId: 'Produkt', quantity: 'Menge', total: 'Summe',
      signedIn: 'Angemeldet', amount: 'Betrag', accepted: 'Angenommen', articleId: 'Artikel', seconds: 'Verweildauer', interacted: 'Interaktion', session: 'Sitzung', vote: 'Stimme', topicId: 'Thema', solvedAt: 'Gelöst',
      likes: 'Gefällt mir', reposts: 'Geteilt', positiveReplies: 'Positive Antworten', positiveMentions: 'Positive Erwähnungen', profileId: 'Profil', conversationId: 'Gespräch', sentAt: 'Gesendet', answeredAt: 'Beantwortet',
      completedAt: 'Abgeschlossen', updatedAt: 'Zuletzt aktualisiert', cancelledAt: 'Storniert', firstQuestion: 'Erste Frage', profile: 'Profil', messages: 'Nachrichten',
    },
    yes: 'Ja', no: 'Nein', notLoaded: 'Der Datensatz konnte nicht geladen werden.', previous: 'Voriger Datensatz', next: 'Nächster Datensatz', ticket: 'Ticket {id}', customer: 'Kunde', note: 'Interne Notiz',
    unknownMessages: 'Die Nachrichten dieses Tickets liegen nicht vor.',
    events: {
      created: 'Ticket erstellt', assigned: 'Zugewiesen an {name}', firstAssigned: 'Erstmals zugewiesen', responded: 'Erste Antwort', resolved: 'Gelöst', reopened: 'Wieder geöffnet',
      escalated: 'Eskaliert', escalatedForTarget: 'Eskaliert: Ziel verfehlt', firstResponseDue: 'Ziel der Erstantwort', resolutionDue: 'Ziel der Lösung',
    },
    met: 'eingehalten', missed: 'verfehlt',
  },
  questions: {
    heading: 'Häufige Fragen', notOffered: 'Diese Quelle ermittelt keine häufigen Fragen.', none: 'Keine Fragen in diesem Zeitraum.',
    method: '{questions} ausgewertet; Fragen mit gleichem Inhalt sind zusammengefasst.',
    question: 'Frage', topic: 'Thema', noTopic: 'Ohne Thema', count: 'Gefragt', share: 'Anteil', resolved: 'Von der KI gelöst', takeover: 'Übernommen', missed: 'Nicht verstanden',
    failed: 'Nicht bewältigt', failedRule: 'Häufiger von Menschen übernommen oder nicht verstanden als gelöst.', wordings: 'Andere Formulierungen',
    asked: { one: '{n}-mal gefragt', other: '{n}-mal gefragt' }, ofAll: '{share} von allen',
  },
  trend: {
    legend: 'Angezeigte Kennzahlen', keyboard: 'Mit den Pfeiltasten durch die Punkte gehen, mit der Eingabetaste einen auswählen.',
    tableOnly: 'Das Diagramm fasst zwei Einheiten. Nur in der Tabelle: {metrics}.', change: 'Veränderung', whole: 'Gesamter Zeitraum', marks: 'Markierte Tage',
  },
  breakdown: {
    heading: '{metric} nach {dimension}', share: 'Anteil', notGrouped: 'Diese Daten enthalten keine Angaben zu „{dimension}“.',
    several: 'Was mehrere Werte hat, zählt in jeder ihrer Zeilen und einmal in der Summe.',
  },
  heatmap: {
    foldBy: 'Anzeigen nach',
    grains: { 'hour-of-week': 'Stunde und Wochentag', 'hour-of-day': 'Stunde des Tages', 'day-of-week': 'Wochentag', 'day-of-month': 'Tag des Monats', 'month-of-year': 'Monat des Jahres' },
    busiest: 'Am meisten los: {places}', highest: 'Am höchsten: {places}', peak: 'Spitze', scale: 'Skala', keyboard: 'Mit den Pfeiltasten durch die Zellen gehen.',
  },
  overview: 'Übersicht',
};
