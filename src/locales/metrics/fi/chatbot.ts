/** Finnish: the chatbot family. */
import type { MetricWords } from '../../messages.js';

export const CHATBOT: Record<string, MetricWords> = {
  'chat-opens': {
    label: 'Chatin avaukset',
    description: 'Avatut chatit, kirjoittipa kävijä niihin tai ei.',
    rule: 'Kaikki keskustelut alkamisajan mukaan.',
  },
  'conversation-length': {
    label: 'Keskustelujen keskipituus',
    description: 'Kävijän ja tekoälyagentin viestien määrä keskustelua kohti.',
    rule: 'Kävijän ja tekoälyagentin viestien keskiarvo keskusteluista, joiden viestit tunnetaan.',
  },
  'interaction-rate': {
    label: 'Vuorovaikutusaste',
    description: 'Niiden keskustelujen osuus, joissa kävijä kirjoitti vähintään kahdesti.',
    rule: 'Vähintään 2 kävijän viestiä sisältävät keskustelut ÷ kaikki keskustelut.',
  },
  'engaged-conversations': {
    label: 'Jatkuneet keskustelut',
    description: 'Chatit, joissa kävijä kirjoitti tervetuloviestin jälkeen.',
    rule: 'Keskustelut, joissa on vähintään yksi kävijän viesti tekoälyagentin tervetuloviestin jälkeen.',
  },
  'engagement-rate': {
    label: 'Jatkuneiden osuus',
    description: 'Niiden avattujen chattien osuus, joissa kävijä kirjoitti tervetuloviestin jälkeen.',
    rule: 'Jatkuneet keskustelut ÷ chatin avaukset.',
  },
  'unique-users': {
    label: 'Yksittäisiä käyttäjiä',
    description: 'Kuinka moni eri ihminen kirjoitti.',
    rule: 'Eri profiilit tai niiden puuttuessa eri kävijät; keskusteluja, joilla ei ole kumpaakaan, ei lasketa mukaan.',
  },
  'returning-users': {
    label: 'Palaavat käyttäjät',
    description: 'Käyttäjät, joilla on aikavälillä vähintään kaksi keskustelua.',
    rule: 'Yksittäiset käyttäjät, joilla on vähintään 2 keskustelua.',
  },
  'conversations-per-user': {
    label: 'Keskusteluja käyttäjää kohti',
    description: 'Kuinka usein yksi käyttäjä kirjoittaa.',
    rule: 'Kaikki keskustelut ÷ yksittäiset käyttäjät.',
  },
  'missed-messages': {
    label: 'Ymmärtämättä jääneet viestit',
    description: 'Viestit, joita tekoälyagentti ei ymmärtänyt.',
    rule: 'Tekoälyagentin viestit, jotka on merkitty ymmärtämättä jääneiksi.',
  },
  'missed-rate': {
    label: 'Ymmärtämättä jääneet (%)',
    description: 'Kuinka suurta osaa kävijöiden viesteistä tekoälyagentti ei ymmärtänyt.',
    rule: 'Ymmärtämättä jääneet viestit ÷ kävijöiden viestit.',
  },
  'takeover-rate': {
    label: 'Ihmiselle siirtyneet (%)',
    description: 'Ihmiselle siirtyneiden keskustelujen osuus.',
    rule: 'Hyväksytyn tukipyyntösiirron tai ihmisen viestin sisältävät keskustelut ÷ kaikki keskustelut.',
  },
  'abandonment-rate': {
    label: 'Keskeytyneet (%)',
    description: 'Niiden keskustelujen osuus, joissa kävijän viimeinen viesti jäi vaille vastausta.',
    rule: 'Ilman siirtoa kävijän viestiin päättyneet tai 48\u00a0tunniksi hiljentyneet keskustelut ÷ kaikki keskustelut.',
  },
  'purchase-rate': {
    label: 'Ostoon johtaneet (%)',
    description: 'Kohdistettuun ostoon johtaneiden keskustelujen osuus.',
    rule: 'Vähintään yhden kohdistetun tuotteen ostoon johtaneet keskustelut ÷ kaikki keskustelut.',
  },
  'time-saved': {
    label: 'Säästetty aika',
    description: 'Työaika, jonka ratkaistut keskustelut olisivat vieneet.',
    rule: 'Tekoälyn ratkaisemat × minuutit keskustelua kohti (asetus).',
  },
  'goal-completion-rate': {
    label: 'Tavoitteiden toteutumisaste',
    description: 'Tavoitteen saavuttaneiden keskustelujen osuus.',
    rule: 'Vähintään yhden tavoitteen saavuttaneet keskustelut ÷ kaikki keskustelut; tavoitteittain: kyseisen tavoitteen saavuttaneet ÷ kaikki keskustelut.',
  },
  'bot-score': {
    label: 'Tyytyväisyyspisteet',
    description: 'Tekoälyagentin saamien arvioiden keskiarvo asteikolla 1–5.',
    rule: 'Annettujen arvioiden keskiarvo arviointiajan mukaan.',
  },
  'bot-satisfaction': {
    label: 'Tyytyväisyys',
    description: 'Niiden arvioiden osuus, joissa tekoälyagentti sai 4 tai 5.',
    rule: 'Arviot 4 ja 5 ÷ kaikki arviot.',
  },
  'average-response-time': {
    label: 'Keskimääräinen vastausaika',
    description: 'Aika kävijän ensimmäisestä vastaamattomasta viestistä seuraavaan vastaukseen.',
    rule: 'Keskiarvo vastatuista kävijöiden viesteistä vastaushetken mukaan.',
  },
  'bot-response-time': {
    label: 'Tekoälyagentin vastausaika',
    description: 'Kuinka nopeasti tekoälyagentti vastaa.',
    rule: 'Keskiarvo vain tekoälyagentin vastauksista.',
  },
  'live-response-time': {
    label: 'Asiakaspalvelijoiden vastausaika',
    description: 'Kuinka nopeasti asiakaspalvelijat vastaavat.',
    rule: 'Keskiarvo vain asiakaspalvelijoiden vastauksista.',
  },
};
