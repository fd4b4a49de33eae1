/** Finnish. No case ending stands on a place: it takes its value as it is. */
import type { Messages } from './messages.js';

export const messages: Messages = {
  code: 'fi',
  metrics: {
    'total-volume': {
      label: 'Keskustelut', description: 'Kävijöiden ja tekoälyagentin väliset keskustelut.',
      rule: 'Keskustelut, joissa on vähintään yksi kävijän viesti, alkamisajan mukaan.',
    },
    'ai-resolved': {
      label: 'Tekoälyn ratkaisemat', description: 'Keskustelut, jotka tekoälyagentti ratkaisi ilman ihmisen apua.',
      rule: 'Ei siirtoa ihmiselle, viimeinen viesti on tekoälyagentin, ja kävijä päätti keskustelun tai 48\u00a0tuntia kului hiljaisuudessa.',
    },
    'ai-resolved-rate': {
      label: 'Tekoälyn ratkaisemat (%)', description: 'Kuinka suuren osan keskusteluista tekoälyagentti ratkaisi ilman ihmisen apua.',
      rule: 'Tekoälyn ratkaisemat ÷ kaikki keskustelut.',
    },
    'ai-unresolved-rate': {
      label: 'Tekoälyltä ratkaisematta (%)', description: 'Kuinka suuren osan keskusteluista tekoälyagentti siirsi eteenpäin.',
      rule: 'Tiimille siirretyt ja suljetut keskustelut ÷ kaikki keskustelut.',
    },
    'ai-revenue': {
      label: 'Tekoälyn tuottama myynti', description: 'Juuri niiden tuotteiden myynti, joita keskusteluissa klikattiin.',
      rule: 'Tilausrivit tuotteista, jotka tilattiin määräajan sisällä keskustelussa tehdystä klikkauksesta; viimeisin klikkaus ratkaisee.',
    },
    'add-to-cart': {
      label: 'Ostoskoriin lisätyt', description: 'Keskusteluista ostoskoriin lisätyt tuotteet.',
      rule: 'Lisättyjen kappalemäärien summa lisäysajan mukaan.',
    },
    'link-clicks': {
      label: 'Linkkien klikkaukset', description: 'Tuotelinkkien ja muiden linkkien klikkaukset keskusteluissa.',
      rule: 'Jokainen klikkaus klikkausajan mukaan.',
    },
    'ai-order-value': {
      label: 'Keskitilaus', description: 'Kohdistettu myynti tilausta kohti, kun tilauksessa on kohdistettu tuote.',
      rule: 'Tekoälyn tuottama myynti ÷ tilaukset, joissa on kohdistettu tuote.',
    },
    'skill-uses': {
      label: 'Taitojen käyttö', description: 'Kuinka usein tekoälyagentti käytti taitojaan, viesteittäin laskettuna.',
      rule: 'Tekoälyagentin viestit, jotka on kirjoitettu jonkin taidon avulla; yhdessä keskustelussa niitä voi olla monta.',
    },
    'chat-opens': {
      label: 'Chatin avaukset', description: 'Avatut chatit, kirjoittipa kävijä niihin tai ei.',
      rule: 'Kaikki keskustelut alkamisajan mukaan.',
    },
    'conversation-length': {
      label: 'Keskustelujen keskipituus', description: 'Kävijän ja tekoälyagentin viestien määrä keskustelua kohti.',
      rule: 'Kävijän ja tekoälyagentin viestien keskiarvo keskusteluista, joiden viestit tunnetaan.',
    },
    'interaction-rate': {
      label: 'Vuorovaikutusaste', description: 'Niiden keskustelujen osuus, joissa kävijä kirjoitti vähintään kahdesti.',
      rule: 'Vähintään 2 kävijän viestiä sisältävät keskustelut ÷ kaikki keskustelut.',
    },
    'unique-users': {
      label: 'Yksittäisiä käyttäjiä', description: 'Kuinka moni eri ihminen kirjoitti.',
      rule: 'Eri profiilit tai niiden puuttuessa eri kävijät; keskusteluja, joilla ei ole kumpaakaan, ei lasketa mukaan.',
    },
    'returning-users': {
      label: 'Palaavat käyttäjät', description: 'Käyttäjät, joilla on aikavälillä vähintään kaksi keskustelua.',
      rule: 'Yksittäiset käyttäjät, joilla on vähintään 2 keskustelua.',
    },
    'conversations-per-user': {
      label: 'Keskusteluja käyttäjää kohti', description: 'Kuinka usein yksi käyttäjä kirjoittaa.',
      rule: 'Kaikki keskustelut ÷ yksittäiset käyttäjät.',
    },
    'missed-messages': {
      label: 'Ymmärtämättä jääneet viestit', description: 'Viestit, joita tekoälyagentti ei ymmärtänyt.',
      rule: 'Tekoälyagentin viestit, jotka on merkitty ymmärtämättä jääneiksi.',
    },
    'missed-rate': {
      label: 'Ymmärtämättä jääneet (%)', description: 'Kuinka suurta osaa kävijöiden viesteistä tekoälyagentti ei ymmärtänyt.',
      rule: 'Ymmärtämättä jääneet viestit ÷ kävijöiden viestit.',
    },
    'takeover-rate': {
      label: 'Ihmiselle siirtyneet (%)', description: 'Ihmiselle siirtyneiden keskustelujen osuus.',
      rule: 'Hyväksytyn tukipyyntösiirron tai ihmisen viestin sisältävät keskustelut ÷ kaikki keskustelut.',
    },
    'abandonment-rate': {
      label: 'Keskeytyneet (%)', description: 'Niiden keskustelujen osuus, joissa kävijän viimeinen viesti jäi vaille vastausta.',
      rule: 'Ilman siirtoa kävijän viestiin päättyneet tai 48\u00a0tunniksi hiljentyneet keskustelut ÷ kaikki keskustelut.',
    },
    'purchase-rate': {
      label: 'Ostoon johtaneet (%)', description: 'Kohdistettuun ostoon johtaneiden keskustelujen osuus.',
      rule: 'Vähintään yhden kohdistetun tuotteen ostoon johtaneet keskustelut ÷ kaikki keskustelut.',
    },
    'time-saved': {
      label: 'Säästetty aika', description: 'Työaika, jonka ratkaistut keskustelut olisivat vieneet.',
      rule: 'Tekoälyn ratkaisemat × minuutit keskustelua kohti (asetus).',
    },
    'goal-completion-rate': {
      label: 'Tavoitteiden toteutumisaste', description: 'Tavoitteen saavuttaneiden keskustelujen osuus.',
      rule: 'Vähintään yhden tavoitteen saavuttaneet keskustelut ÷ kaikki keskustelut; tavoitteittain: kyseisen tavoitteen saavuttaneet ÷ kaikki keskustelut.',
    },
    'bot-score': {
      label: 'Tyytyväisyyspisteet', description: 'Tekoälyagentin saamien arvioiden keskiarvo asteikolla 1–5.',
      rule: 'Annettujen arvioiden keskiarvo arviointiajan mukaan.',
    },
    'bot-satisfaction': {
      label: 'Tyytyväisyys', description: 'Niiden arvioiden osuus, joissa tekoälyagentti sai 4 tai 5.',
      rule: 'Arviot 4 ja 5 ÷ kaikki arviot.',
    },
    'average-response-time': {
      label: 'Keskimääräinen vastausaika', description: 'Aika kävijän ensimmäisestä vastaamattomasta viestistä seuraavaan vastaukseen.',
      rule: 'Keskiarvo vastatuista kävijöiden viesteistä vastaushetken mukaan.',
    },
    'bot-response-time': {
      label: 'Tekoälyagentin vastausaika', description: 'Kuinka nopeasti tekoälyagentti vastaa.',
      rule: 'Keskiarvo vain tekoälyagentin vastauksista.',
    },
    'live-response-time': {
      label: 'Asiakaspalvelijoiden vastausaika', description: 'Kuinka nopeasti asiakaspalvelijat vastaavat.',
      rule: 'Keskiarvo vain asiakaspalvelijoiden vastauksista.',
    },
  },
  values: {
    status: { resolved: 'Ratkaistu', routed: 'Siirretty tiimille', closed: 'Suljettu', open: 'Avoin' },
    outcome: { resolved: 'Tekoälyn ratkaisema', unresolved: 'Ei ratkaistu', open: 'Avoin' },
    channel: { 'web-chat': 'Verkkochat', sms: 'Tekstiviesti', email: 'Sähköposti', whatsapp: 'WhatsApp' },
  },
  dimensions: {
    channel: 'Kanava', status: 'Tila', outcome: 'Lopputulos', tag: 'Tunniste', region: 'Alue', language: 'Kieli', segment: 'Segmentti',
    assignee: 'Käsittelijä', page: 'Sivu', skill: 'Taito', goal: 'Tavoite',
  },
  ranges: {
    today: 'Tänään', yesterday: 'Eilen', 'last-7-days': 'Viimeiset 7 päivää', 'last-14-days': 'Viimeiset 14 päivää', 'last-30-days': 'Viimeiset 30 päivää',
    'last-90-days': 'Viimeiset 90 päivää', 'last-12-months': 'Viimeiset 12 kuukautta', 'week-to-date': 'Kuluva viikko', 'month-to-date': 'Kuluva kuukausi',
    'quarter-to-date': 'Kuluva vuosineljännes', 'year-to-date': 'Kuluva vuosi', 'last-week': 'Viime viikko', 'last-month': 'Viime kuukausi',
    'last-quarter': 'Viime vuosineljännes', 'last-year': 'Viime vuosi', 'all-time': 'Koko aika',
  },
  comparisons: {
    none: 'Ei vertailua', 'previous-period': 'Edellinen jakso', 'previous-unit': 'Edellinen kalenterijakso', 'previous-year': 'Sama jakso vuotta aiemmin', custom: 'Oma aikaväli',
  },
  grains: { hour: 'Tunti', day: 'Päivä', week: 'Viikko', month: 'Kuukausi', quarter: 'Vuosineljännes', year: 'Vuosi' },
  variants: { median: 'mediaani', p90: '90. persentiili' },
  range: {
    label: 'Aikaväli', custom: 'Oma aikaväli', from: 'Alkaa', to: 'Päättyy', compareWith: 'Vertailujakso', compareFrom: 'Vertailu alkaa', compareTo: 'Vertailu päättyy',
    meaning: '{range}', comparedWith: 'vertailujakso {range}', timeZone: 'Aikavyöhyke: {zone}',
    endBeforeStart: 'Päättymispäivä on ennen alkamispäivää. Valitse myöhäisempi päättymispäivä.', incomplete: 'Valitse alkamis- ja päättymispäivä.', invalid: 'Tätä aikaväliä ei voi näyttää.',
  },
  states: {
    loading: 'Ladataan', updating: 'Päivitetään', noData: 'Ei tietoja', unmeasured: 'Ei mitattavaa', noDimension: 'Ei suodatettavissa näin',
    empty: 'Ei keskusteluja tällä aikavälillä.', emptyHint: 'Valitse pidempi aikaväli tai poista suodattimia.',
    dataEnded: 'Tiedot päättyvät {date}.', dataStart: 'Tiedot alkavat {date}.', showLastData: 'Näytä viimeisimmät tiedot',
    failed: 'Lukuja ei voitu ladata.', lastNumbers: 'Näytetään luvut: {range}, tilanne {time}.', tryAgain: 'Yritä uudelleen',
    readingSome: 'Luetaan tietoja', reading: 'Luetaan tietoja: {share}', stopReading: 'Keskeytä', readingStopped: 'Tietoja ei luettu loppuun.',
    noSource: 'Tietoja ei ole vielä yhdistetty. Määritä endpoint, data-src tai data.', notLive: 'Ei vielä käytössä: tietoja ei ole.',
    switchedOff: 'Poissa käytöstä {date} alkaen: uusia tietoja ei kerätä.',
    refused: { one: '{n} tietue hylättiin', other: '{n} tietuetta hylättiin' },
    moreRefused: { one: 'ja {n} muu', other: 'ja {n} muuta' },
    leftOut: { one: '{n} riviltä puuttuu tämä arvo, eikä sitä lasketa mukaan', other: '{n} riviltä puuttuu tämä arvo, eikä niitä lasketa mukaan' },
    signIn: 'Kirjautuminen puuttuu, tai käyttöoikeus on päättynyt.',
  },
  change: {
    up: 'nousua: {change}, aiemmin {value} ({range})', down: 'laskua: {change}, aiemmin {value} ({range})', same: 'ennallaan: {value} ({range})',
    unknown: 'ei vertailuarvoa ({range})', versus: 'vrt. {range}', points: '{n}\u00a0%-yks.', better: 'parempi', worse: 'huonompi',
  },
  chart: {
    volume: 'Keskustelut', groupBy: 'Ryhmittely', legend: 'Näytettävät ryhmät', showTable: 'Näytä taulukkona', hideTable: 'Näytä kaaviona', total: 'Yhteensä', other: 'Muut',
    none: 'Ei arvoa', notOver: 'Kesken', cut: 'Vain osittain aikavälillä', notGrouped: 'Näissä tiedoissa ei ole kenttää ”{dimension}”; pylväät näyttävät kaikki keskustelut.', period: 'Jakso',
    keyboard: 'Siirry pylväästä toiseen nuolinäppäimillä ja valitse pylväs Enterillä.',
  },
  thread: {
    heading: 'Keskustelu', choose: 'Näytä keskustelu asettamalla attribuutti conversation-id.', notFound: 'Keskustelua {id} ei ole, tai sitä ei saa lukea.',
    visitor: 'Kävijä', agent: 'Tekoälyagentti', human: 'Tiimi', anonymous: 'Anonyymi',
    rules: {
      'supplied': 'Tila tuli tietojen mukana.',
      'ticket-handoff': 'Tekoälyagentti ei osannut ratkaista asiaa: keskustelusta tehtiin tukipyyntö ja se siirrettiin tiimille.',
      'human-message': 'Asiakaspalvelija vastasi.',
      'message-handoff': 'Tekoälyagentti ei osannut ratkaista asiaa ja näytti oman lopetusviestin.',
      'closed-after-agent': 'Tekoälyagentti kirjoitti viimeisenä, siirtoa ihmiselle ei tehty ja keskustelu suljettiin.',
      'inactive-after-agent': 'Tekoälyagentti kirjoitti viimeisenä, siirtoa ihmiselle ei tehty ja hiljaista oli {hours} h.',
      'agent-wrote-last': 'Tekoälyagentti kirjoitti viimeisenä ja odottaa kävijää. Keskustelu on ratkaistu, kun hiljaista on ollut {hours} h.',
      'visitor-wrote-last': 'Kävijä kirjoitti viimeisenä, eikä kukaan vastannut.',
      'no-messages': 'Ei ole viestejä, joista tilan voisi päätellä.',
    },
    copyId: 'Kopioi tunnus', copyText: 'Kopioi tekstinä', copied: 'Kopioitu', notCopied: 'Kopiointi ei onnistunut',
    messages: { one: '{n} viesti', other: '{n} viestiä' },
    masked: 'Tätä tekstiä ei saa lukea.', missed: 'Jäi ymmärtämättä', welcome: 'Tervetuloviesti', products: 'Tuotteet: {names}',
    events: {
      productClick: 'Klikattu tuotetta: {product}', linkClick: 'Klikattu: {link}', cartAdd: 'Lisätty ostoskoriin: {quantity} × {product}',
      ticket: 'Siirto ihmiselle tukipyynnöllä', message: 'Siirto ihmiselle lopetusviestillä', ticketDeclined: 'Tukipyyntöä tarjottiin, mutta se hylättiin', messageDeclined: 'Siirtoa tarjottiin, mutta se hylättiin',
      closed: 'Suljettu', closedByVisitor: 'Kävijä sulki keskustelun', closedByInactivity: 'Suljettu, kun hiljaista oli ollut {hours} h', rated: 'Arvosana {value}/5',
    },
    unknownMessages: 'Tämän keskustelun viestejä ei ole toimitettu.', noMessages: 'Kukaan ei ole vielä kirjoittanut.',
    earlier: 'Näytä aiemmat viestit', later: 'Näytä myöhemmät viestit',
  },
  table: {
    heading: 'Keskustelut',
    columns: { 'first-question': 'Ensimmäinen kysymys', 'profile': 'Profiili', 'messages': 'Viestit', 'started-at': 'Alkoi', 'updated-at': 'Päivitetty viimeksi', 'id': 'Tunnus' },
    search: 'Hae keskusteluista', clearSearch: 'Tyhjennä haku', sortBy: 'Järjestä', ascending: '{column}, nouseva', descending: '{column}, laskeva',
    page: '{first}–{last} / {total}', previousPage: 'Edellinen sivu', nextPage: 'Seuraava sivu', pageSize: 'Rivejä sivulla',
    found: { one: 'Löytyi {n} viestistä', other: 'Löytyi {n} viestistä' },
    noMatch: 'Missään keskustelussa ei ole: ”{phrase}”.', noneSelected: 'Tämän luvun takana ei ole keskusteluja.',
    masked: 'Tekstejä ei saa lukea.', noQuestion: 'Ei kysymystä',
    conversations: { one: '{n} keskustelu', other: '{n} keskustelua' },
    contributed: '{what}: {value}, {conversations}', clearSelection: 'Näytä kaikki keskustelut',
    exportCsv: 'Lataa CSV', exportFailed: 'Tiedostoa ei voitu tehdä.',
    place: '{n} / {total}', notLoaded: 'Keskustelua ei voitu ladata.', previous: 'Edellinen keskustelu', next: 'Seuraava keskustelu', close: 'Sulje',
  },
  filters: {
    label: 'Suodattimet', active: 'Käytössä olevat suodattimet', clearAll: 'Tyhjennä kaikki', remove: 'Poista suodatin: {filter}', excluded: 'ei {value}', search: 'Haku: {dimension}', noMatch: 'Mikään arvo ei vastaa hakua.',
    chosen: { one: '{n} valittu', other: '{n} valittu' }, truncated: { one: 'Vain {n} arvo näytetään.', other: 'Vain {n} yleisintä arvoa näytetään.' },
    matching: { one: '{n} keskustelu', other: '{n} keskustelua' },
  },
  skills: {
    uses: 'Käyttökerrat', perMessage: 'Lasketaan viesteittäin: yhdessä keskustelussa taitoa voidaan käyttää monta kertaa.', several: 'Useaa taitoa käyttänyt viesti lasketaan jokaiselle niiden riville ja kerran summaan.',
  },
  files: { exportAs: 'Vie {format}-tiedostona' },
  dashboard: {
    titles: { 'customer-agent': 'Tekoälyagentin koontinäyttö', 'customer-agent-classic': 'Tekoälyagentin yleiskuva', 'customer-hub': 'Asiakasportaali', 'help-desk': 'Asiakaspalvelu', chatbot: 'Chatbot-analytiikka' },
    sections: {
      gaps: 'Tietoaukot', overview: 'Yleiskuva', conversations: 'Keskustelut',
      interactions: 'Palvelutapahtumat', 'order-value': 'Keskitilaus', logins: 'Kirjautumiset', performance: 'Suorituskyky', satisfaction: 'Tyytyväisyys',
      'self-service': 'Itsepalvelu', social: 'Some', 'weak-spots': 'Missä tekoälyagentti jää vajaaksi', questions: 'Usein kysytyt kysymykset',
      demand: 'Milloin ja missä kirjoitetaan', goals: 'Tavoitteet', team: 'Tiimin suoriutuminen',
    },
    volume: 'Keskustelut ajan mittaan', kpis: 'Avainluvut', refresh: 'Päivitä', updated: 'Päivitetty {ago}', asOf: 'Tiedot ulottuvat hetkeen {time}.', copyLink: 'Kopioi linkki', linkCopied: 'Linkki kopioitu',
    filterList: 'Rajaa luetteloa',
    wrongPage: 'Sivun asetuksissa on virhe.', wrongView: 'Linkkiä tähän näkymään ei voi lukea.',
    headings: {
      'interactions-over-time': 'Palvelutapahtumat ajan mittaan', 'checkouts-and-value': 'Kirjautuneiden keskitilaus',
      'tickets-over-time': 'Tukipyynnöt ajan mittaan', 'tickets-by-type': 'Tukipyynnöt tyypeittäin', 'tickets-by-channel': 'Tukipyynnöt kanavittain',
      leaderboard: 'Asiakaspalvelijoiden ranking', 'sla-over-time': 'Tavoitteessa pysyminen ajan mittaan', 'ticket-load': 'Kuormitus ajankohdittain',
      'tickets-by-region': 'Tukipyynnöt alueittain', 'satisfaction-over-time': 'Tyytyväisyys ajan mittaan', 'churn-by-reason': 'Poistuma syittäin',
      'satisfaction-by-segment': 'Tyytyväisyys segmenteittäin', 'nps-by-segment': 'Nettosuositteluindeksi segmenteittäin',
      'customers-by-segment': 'Asiakkaat segmenteittäin', 'discounts-by-kind': 'Alennukset ja tarjoukset',
      'nps-answers': 'Nettosuositteluindeksin vastaukset', 'views-and-tickets': 'Artikkelien katselut ja tukipyynnöt', articles: 'Artikkelit',
      'tickets-by-network': 'Pyynnöt somekanavittain', 'engagement-by-network': 'Sitoutuminen somekanavittain',
      'quality-over-time': 'Siirrot ja tyytyväisyys ajan mittaan', 'missed-by-tag': 'Useimmin ymmärtämättä', 'takeover-by-tag': 'Useimmin ihmiselle',
      'rating-by-tag': 'Heikoimmin arvioidut', 'demand-load': 'Milloin keskustelut alkavat', 'starts-by-channel': 'Missä keskustelut alkavat: kanava',
      'starts-by-region': 'Missä keskustelut alkavat: alue', 'starts-by-page': 'Missä keskustelut alkavat: sivu', 'by-goal': 'Toteutuminen tavoitteittain',
      team: 'Tiimi tekoälyagentin rinnalla',
    },
    groups: { basic: 'Perus', intermediate: 'Keskitaso', advanced: 'Edistynyt' },
    viewReport: 'Näytä raportti', noFacts: 'Tätä varten ei ole annettu tietoja.',
    customise: {
      open: 'Mukauta', heading: 'Mukauta sivua', hint: 'Valitse näytettävät osat ja järjestä ne vetämällä tai nuolilla.', done: 'Valmis', reset: 'Palauta',
      sections: 'Osiot', tiles: 'Luvut: {section}', moveUp: 'Siirrä ylös: {name}', moveDown: 'Siirrä alas: {name}', add: 'Lisää luku', addTo: 'Lisää',
      moved: '{name}: sija {n}/{total}', hidden: '{name}: piilotettu', shown: '{name}: näkyvissä', added: '{name}: lisätty',
      wasReset: 'Sivu on ennallaan.',
    },
  },
  gaps: {
    heading: 'Tietoaukot', only: 'Vain ratkaisemattomat tai ymmärtämättä jääneet kysymykset',
    method: '{questions}, ryhmitelty samankaltaisten sanojen mukaan ja verrattu {articles} sanoihin; useimmin kysytyt ja heikoimmin katetut ensin. Sama kysymys aivan toisin sanoin voi jäädä huomaamatta.',
    methodAlone: '{questions}, ryhmitelty samankaltaisten sanojen mukaan; useimmin kysytyt ensin. Sama kysymys aivan toisin sanoin voi jäädä huomaamatta.',
    questions: { one: '{n} kysymys', other: '{n} kysymystä' }, articles: { one: '{n} artikkelin', other: '{n} artikkelin' },
    noArticles: 'Artikkeleita ei ole annettu, joten jokainen aihe on avoin. Tietopankin artikkelit näyttävät, mitä siitä puuttuu.',
    none: 'Ei avoimia kysymyksiä.', asked: { one: 'Kysytty {n} kerran', other: 'Kysytty {n} kertaa' }, unresolved: '{share} tekoälyltä ratkaisematta',
    nearest: 'Lähin artikkeli: {title}, kattaa {share}', noNearest: 'Mikään artikkeli ei ole lähellä', examples: 'Esimerkkikysymyksiä',
    conversations: { one: 'Näytä {n} keskustelu', other: 'Näytä {n} keskustelua' },
    add: 'Lisää tietoa', title: 'Otsikko', body: 'Vastaus', save: 'Lisää', saving: 'Lisätään', cancel: 'Peruuta', failed: 'Artikkelia ei voitu lisätä.',
    added: 'Lisätty: {title}. Aukko sulkeutuu, kun artikkeli kattaa sen kysymykset.', closed: 'Lisätty: {title}. Aukko on suljettu.', told: 'Välitetty sivulle: {title}.',
    dismiss: 'Piilota', dismissed: 'Piilotettu: {topic}', undo: 'Kumoa', more: 'Näytä lisää',
  },
  ranking: {
    heading: 'Vertailu', rank: 'Sija', without: '{dimension} puuttuu', notGrouped: 'Ei voi ryhmitellä, {dimension}: {metrics}.', noData: 'Ei tietoja: {metrics}.',
    few: 'Vähän', fewCases: 'Perustuu harvoihin tapauksiin ({metric}: {n})', empty: 'Tällä aikavälillä ei ole vertailtavaa.', showAll: { one: 'Näytä kaikki {n}', other: 'Näytä kaikki {n}' },
  },
  records: {
    heading: 'Tietueet: {metric}', notOffered: 'Näitä tietoja voi vain laskea: lähde ei luettele yksittäisiä tietueita.', none: 'Tämän luvun takana ei ole tietueita.',
    count: { one: '{n} tietue', other: '{n} tietuetta' }, clearSelection: 'Takaisin: {metric}',
    columns: {
      at: 'Aika', value: 'Arvo', id: 'Tunnus', subject: 'Aihe', network: 'Somekanava', type: 'Tyyppi', priority: 'Kiireellisyys', agent: 'Asiakaspalvelija', createdAt: 'Luotu', kind: 'Laji', score: 'Vastaus', comment: 'Kommentti',
      ticketId: 'Tukipyyntö', customerId: 'Asiakas', tier: 'Taso', industry: 'Toimiala', startedAt: 'Alkoi', lostAt: 'Menetetty', lostReason: 'Syy', accountId: 'Tili', productId: 'Tuote', quantity: 'Määrä', total: 'Yhteensä',
      signedIn: 'Kirjautunut', amount: 'Summa', accepted: 'Hyväksytty', articleId: 'Artikkeli', seconds: 'Lukuaika', interacted: 'Reagoi', session: 'Istunto', vote: 'Ääni', topicId: 'Keskustelunaihe', solvedAt: 'Ratkaistu',
      likes: 'Tykkäykset', reposts: 'Jaot', positiveReplies: 'Myönteiset vastaukset', positiveMentions: 'Myönteiset maininnat', profileId: 'Profiili', conversationId: 'Keskustelu', sentAt: 'Lähetetty', answeredAt: 'Vastattu',
      completedAt: 'Valmis', updatedAt: 'Päivitetty viimeksi', cancelledAt: 'Peruttu', firstQuestion: 'Ensimmäinen kysymys', profile: 'Profiili', messages: 'Viestit',
    },
    yes: 'Kyllä', no: 'Ei', notLoaded: 'Tietuetta ei voitu ladata.', previous: 'Edellinen tietue', next: 'Seuraava tietue', ticket: 'Tukipyyntö {id}', customer: 'Asiakas', note: 'Sisäinen muistiinpano',
    unknownMessages: 'Tämän tukipyynnön viestejä ei ole annettu.',
    events: {
      created: 'Tukipyyntö luotu', assigned: 'Osoitettu: {name}', firstAssigned: 'Osoitettu ensimmäisen kerran', responded: 'Ensimmäinen vastaus', resolved: 'Ratkaistu', reopened: 'Avattu uudelleen',
      escalated: 'Eskaloitu', escalatedForTarget: 'Eskaloitu: tavoite ylittyi', firstResponseDue: 'Ensivastauksen tavoite', resolutionDue: 'Ratkaisun tavoite',
    },
    met: 'täyttyi', missed: 'ylittyi',
  },
  questions: {
    heading: 'Usein kysytyt kysymykset', notOffered: 'Tämä lähde ei etsi usein kysyttyjä kysymyksiä.', none: 'Ei kysymyksiä tällä aikavälillä.',
    method: 'Tarkasteltu {questions}; samansisältöiset kysymykset on yhdistetty.',
    question: 'Kysymys', topic: 'Aihe', noTopic: 'Ei aihetta', count: 'Kysytty', share: 'Osuus', resolved: 'Tekoälyn ratkaisemat', takeover: 'Ihmiselle siirtyneet', missed: 'Ymmärtämättä jääneet',
    failed: 'Jäi ratkaisematta', failedRule: 'Siirtyi ihmiselle tai jäi ymmärtämättä useammin kuin ratkesi.', wordings: 'Muita sanamuotoja',
    asked: { one: 'kysytty {n} kerran', other: 'kysytty {n} kertaa' }, ofAll: '{share} kaikista',
  },
  trend: {
    legend: 'Näytettävät mittarit', keyboard: 'Siirry pisteestä toiseen nuolinäppäimillä ja valitse piste Enterillä.',
    tableOnly: 'Kaavioon mahtuu kaksi yksikköä. Vain taulukossa: {metrics}.', change: 'Muutos', whole: 'Koko aikaväli', marks: 'Merkityt päivät',
  },
  breakdown: {
    heading: '{metric}: {dimension}', share: 'Osuus', notGrouped: 'Näissä tiedoissa ei ole kenttää ”{dimension}”.',
    several: 'Jos arvoja on useita, kohde lasketaan jokaisen arvon riville ja kerran summaan.',
  },
  heatmap: {
    foldBy: 'Näytä',
    grains: { 'hour-of-week': 'Tunti ja viikonpäivä', 'hour-of-day': 'Vuorokauden tunti', 'day-of-week': 'Viikonpäivä', 'day-of-month': 'Kuukauden päivä', 'month-of-year': 'Vuoden kuukausi' },
    busiest: 'Vilkkainta: {places}', highest: 'Korkeimmillaan: {places}', peak: 'huippu', scale: 'Asteikko', keyboard: 'Siirry solusta toiseen nuolinäppäimillä.',
  },
  overview: 'Yleiskuva',
};
