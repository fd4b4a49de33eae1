/** Finnish: the help-desk family. */
import type { MetricWords } from '../../messages.js';

export const DESK: Record<string, MetricWords> = {
  'ticket-volume': { label: 'Tukipyynnöt', description: 'Luodut tukipyynnöt.', rule: 'Tukipyynnöt luontiajan mukaan.' },
  'first-response-time': {
    label: 'Aika ensimmäiseen vastaukseen',
    description: 'Aika, jonka kuluttua asiakaspalvelija vastaa tukipyyntöön ensimmäisen kerran.',
    rule: 'Asiakaspalvelijan ensimmäinen vastaus − luonti, keskiarvo vastaushetken mukaan.',
  },
  'response-time': {
    label: 'Vastausaika',
    description: 'Aika, jonka asiakas odottaa kutakin vastausta.',
    rule: 'Asiakaspalvelijan vastaus − asiakkaan ensimmäinen vastaamaton viesti, keskiarvo vastaushetken mukaan; peräkkäiset viestit lasketaan kerran.',
  },
  'resolved-tickets': {
    label: 'Ratkaistut tukipyynnöt',
    description: 'Tukipyynnöt, jotka ratkaistiin ja pysyivät ratkaistuina.',
    rule: 'Tukipyynnöt viimeisimmän ratkaisun mukaan; uudelleen avattuja ei lasketa ennen kuin ne on ratkaistu uudelleen.',
  },
  'unresolved-tickets': {
    label: 'Ratkaisemattomat tukipyynnöt',
    description: 'Kaikki aikavälin lopussa avoimet tukipyynnöt.',
    rule: 'Aikavälin loppuun mennessä luodut tukipyynnöt, joita ei silloin ollut ratkaistu.',
  },
  'unresolved-of-created': {
    label: 'Uusista vielä ratkaisematta',
    description: 'Aikavälillä luodut tukipyynnöt, jotka ovat sen lopussa yhä avoimia.',
    rule: 'Aikavälillä luodut tukipyynnöt, joita ei sen lopussa ollut ratkaistu.',
  },
  'resolution-time': {
    label: 'Ratkaisuaika',
    description: 'Aika tukipyynnön luonnista sen ratkaisuun.',
    rule: 'Viimeisin ratkaisu − luonti, keskiarvo ratkaisuhetken mukaan.',
  },
  'first-assign-time': {
    label: 'Aika käsittelijän osoittamiseen',
    description: 'Aika, jonka kuluttua tukipyynnöllä on käsittelijä.',
    rule: 'Ensimmäinen osoittaminen − luonti, keskiarvo osoittamishetken mukaan.',
  },
  'fcr-rate': {
    label: 'Ensikontaktissa ratkaistut (%)',
    description: 'Yhdellä vastauksella ratkaistujen tukipyyntöjen osuus.',
    rule: 'Täsmälleen yhdellä asiakaspalvelijan vastauksella ratkaistut, ei kertaakaan uudelleen avatut ÷ ratkaistut.',
  },
  'sla-overdue-open': {
    label: 'Avoimet ja myöhässä',
    description: 'Avoimet tukipyynnöt, joiden tavoiteaika on ylittynyt.',
    rule: 'Aikavälin lopussa avoimet tukipyynnöt, joiden ratkaisun tavoiteaika on ylittynyt.',
  },
  'first-response-sla-rate': {
    label: 'Ensivastaus SLA:ssa (%)',
    description: 'Niiden tukipyyntöjen osuus, joihin vastattiin ensimmäisen kerran tavoiteajassa.',
    rule: 'Tavoiteajassa vastatut ÷ ratkenneet tavoitteet, vastauksen tai tavoiteajan päättymisen mukaan sen, kumpi on aiemmin.',
  },
  'resolution-sla-rate': {
    label: 'Ratkaisu SLA:ssa (%)',
    description: 'Tavoiteajassa ratkaistujen tukipyyntöjen osuus.',
    rule: 'Tavoiteajassa ratkaistut ÷ ratkenneet tavoitteet, viimeisimmän ratkaisun tai tavoiteajan päättymisen mukaan sen, kumpi on aiemmin.',
  },
  'replies-per-ticket': {
    label: 'Palvelun vastauksia pyyntöä kohti',
    description: 'Kuinka monta asiakaspalvelijan vastausta ratkaisu vaatii.',
    rule: 'Asiakaspalvelijoiden vastausten keskiarvo viimeisimpään ratkaisuun asti.',
  },
  'reassigned-tickets': {
    label: 'Uudelleen osoitetut',
    description: 'Tukipyynnöt, jotka siirtyivät asiakaspalvelijalta toiselle.',
    rule: 'Eri tukipyynnöt, jotka osoitettiin aikavälillä toiselle asiakaspalvelijalle.',
  },
  'handle-time': {
    label: 'Kokonaiskäsittelyaika',
    description: 'Kaikki aika luonnista ratkaisuun yhteensä.',
    rule: 'Viimeisin ratkaisu − luonti, summa ratkaisuhetken mukaan.',
  },
  'reopened-tickets': {
    label: 'Uudelleen avatut',
    description: 'Tukipyynnöt, jotka eivät vielä olleetkaan valmiita.',
    rule: 'Eri tukipyynnöt, jotka avattiin aikavälillä uudelleen.',
  },
  'escalation-rate': {
    label: 'Eskaloitujen osuus',
    description: 'Tavoiteajan ylittymisen vuoksi eskaloitujen tukipyyntöjen osuus.',
    rule: 'SLA-tavoitteen ylityksen vuoksi eskaloidut ÷ tukipyynnöt, luontiajan mukaan.',
  },
  csat: {
    label: 'Asiakastyytyväisyys',
    description: 'Tyytyväisten asiakkaiden osuus.',
    rule: 'Myönteiset vastaukset (4 tai 5 asteikolla 1–5) ÷ vastaukset.',
  },
  nps: {
    label: 'Nettosuositteluindeksi',
    description: 'Kuinka paljon enemmän asiakkaat suosittelevat kuin eivät suosittele, −100–100.',
    rule: 'Vastausten 9–10 osuus (%) − vastausten 0–6 osuus (%).',
  },
  'customer-replies-per-ticket': {
    label: 'Asiakkaan vastauksia pyyntöä kohti',
    description: 'Kuinka usein asiakkaat joutuvat kirjoittamaan uudelleen.',
    rule: 'Asiakkaan vastausten keskiarvo ennen viimeisintä ratkaisua; ensimmäinen viesti ei ole vastaus.',
  },
  'survey-response-rate': {
    label: 'Kyselyn vastausprosentti',
    description: 'Vastattujen kyselyjen osuus.',
    rule: 'Vastatut ÷ lähetetyt kyselyt lähetysajan mukaan.',
  },
  'churn-rate': {
    label: 'Asiakaspoistuma',
    description: 'Lähteneiden asiakkaiden osuus.',
    rule: 'Alun asiakkaista aikavälillä menetetyt ÷ asiakkaat aikavälin alussa.',
  },
  'retention-rate': {
    label: 'Asiakaspysyvyys',
    description: 'Pysyneiden asiakkaiden osuus.',
    rule: 'Alun asiakkaista lopussa mukana olevat ÷ asiakkaat aikavälin alussa.',
  },
  customers: {
    label: 'Asiakkaat',
    description: 'Asiakkaat aikavälin lopussa.',
    rule: 'Aikavälin loppuun mennessä aloittaneet asiakkaat, joita ei silloin ollut menetetty.',
  },
  ces: {
    label: 'Asiakkaan vaivannäkö',
    description: 'Kuinka helppoa asiointi oli, asteikolla 1–7 (7 on erittäin helppoa).',
    rule: 'Vastausten keskiarvo vastausajan mukaan.',
  },
  'discounts-granted': {
    label: 'Alennukset ja tarjoukset',
    description: 'Annetut alennukset ja tarjoukset.',
    rule: 'Jokainen alennus sen ajan mukaan.',
  },
  'discounts-value': {
    label: 'Alennusten ja tarjousten arvo',
    description: 'Alennusten ja tarjousten arvo yhteensä.',
    rule: 'Arvojen summa niiden ajan mukaan.',
  },
  'article-views': {
    label: 'Ohjeartikkelien katselut',
    description: 'Kuinka usein ohjeartikkeleita luettiin.',
    rule: 'Eri istunnot artikkelia kohti käyntiajan mukaan.',
  },
  'bot-conversations': {
    label: 'Chatbot-keskustelut',
    description: 'Keskustelut tekoälyagentin kanssa.',
    rule: 'Keskustelut, joissa on vähintään yksi kävijän viesti, alkamisajan mukaan.',
  },
  'forum-posts': {
    label: 'Uudet foorumiviestit',
    description: 'Viestit asiakasfoorumilla.',
    rule: 'Jokainen viesti sen ajan mukaan.',
  },
  'article-bounce-rate': {
    label: 'Välitön poistuminen (%)',
    description: 'Artikkelista mitään tekemättä poistuneiden lukijoiden osuus.',
    rule: 'Artikkelin istunnot ilman reagointia ÷ artikkelin istunnot.',
  },
  'time-on-article': {
    label: 'Lukuaika',
    description: 'Kuinka kauan artikkelia luetaan.',
    rule: 'Käynnin sekuntien keskiarvo.',
  },
  'thumbs-up': {
    label: 'Peukku ylös',
    description: 'Lukijat, joita artikkeli auttoi.',
    rule: 'Myönteiset äänet äänestysajan mukaan.',
  },
  'thumbs-down': {
    label: 'Peukku alas',
    description: 'Lukijat, joita artikkeli ei auttanut.',
    rule: 'Kielteiset äänet äänestysajan mukaan.',
  },
  'self-service-ratio': {
    label: 'Katseluja tukipyyntöä kohti',
    description: 'Artikkelien katselut tukipyyntöä kohti.',
    rule: 'Ohjeartikkelien katselut ÷ tukipyynnöt.',
  },
  'bot-success-rate': {
    label: 'Botin onnistumisaste',
    description: 'Niiden keskustelujen osuus, joista ei tullut tukipyyntöä.',
    rule: 'Keskustelut ilman tukipyyntöä ÷ kaikki keskustelut; suljetut ja avoimet lasketaan onnistuneiksi.',
  },
  'forum-solved': {
    label: 'Foorumissa ratkaistut',
    description: 'Kysymykset, joihin foorumi vastasi.',
    rule: 'Ratkaistut keskustelunaiheet alkamisajan mukaan.',
  },
  'forum-success-rate': {
    label: 'Foorumin onnistumisaste',
    description: 'Niiden kysymysten osuus, joihin foorumi vastasi.',
    rule: 'Ratkaistut ÷ kaikki keskustelunaiheet alkamisajan mukaan.',
  },
  'social-response-time': {
    label: 'Vastausaika somessa',
    description: 'Aika, jonka kuluttua asiakaspalvelija vastaa somessa ensimmäisen kerran.',
    rule: 'Asiakaspalvelijan ensimmäinen vastaus − luonti, keskiarvo somen tukipyynnöistä.',
  },
  'social-engagement': {
    label: 'Sitoutuminen',
    description: 'Kuinka paljon julkaisuihin reagoitiin.',
    rule: 'Tykkäysten, jakojen, myönteisten vastausten ja myönteisten mainintojen summa julkaisuajan mukaan.',
  },
  'social-sla-rate': {
    label: 'Somen ratkaisu SLA:ssa (%)',
    description: 'Tavoiteajassa ratkaistujen osuus somen tukipyynnöistä.',
    rule: 'Tavoiteajassa ratkaistut ÷ ratkenneet tavoitteet somen tukipyynnöissä.',
  },
  'social-bot-resolved': {
    label: 'Somebottien ratkaisemat',
    description: 'Somekanavien keskustelut, jotka tekoälyagentti ratkaisi.',
    rule: 'Tekoälyn ratkaisemat keskustelut asetuksen socialChannels kanavilla.',
  },
};
