/** Finnish: the agent family. */
import type { MetricWords } from '../../messages.js';

export const AGENT: Record<string, MetricWords> = {
  'total-volume': {
    label: 'Keskustelut',
    description: 'Kävijöiden ja tekoälyagentin väliset keskustelut.',
    rule: 'Keskustelut, joissa on vähintään yksi kävijän viesti, alkamisajan mukaan.',
  },
  'ai-resolved': {
    label: 'Tekoälyn ratkaisemat',
    description: 'Keskustelut, jotka tekoälyagentti ratkaisi ilman ihmisen apua.',
    rule: 'Ei siirtoa ihmiselle, viimeinen viesti on tekoälyagentin, ja kävijä päätti keskustelun tai 48\u00a0tuntia kului hiljaisuudessa.',
  },
  'ai-resolved-rate': {
    label: 'Tekoälyn ratkaisemat (%)',
    description: 'Kuinka suuren osan keskusteluista tekoälyagentti ratkaisi ilman ihmisen apua.',
    rule: 'Tekoälyn ratkaisemat ÷ kaikki keskustelut.',
  },
  'ai-unresolved-rate': {
    label: 'Tekoälyltä ratkaisematta (%)',
    description: 'Kuinka suuren osan keskusteluista tekoälyagentti siirsi eteenpäin.',
    rule: 'Tiimille siirretyt ja suljetut keskustelut ÷ kaikki keskustelut.',
  },
  'ai-revenue': {
    label: 'Tekoälyn tuottama myynti',
    description: 'Juuri niiden tuotteiden myynti, joita keskusteluissa klikattiin.',
    rule: 'Tilausrivit tuotteista, jotka tilattiin määräajan sisällä keskustelussa tehdystä klikkauksesta; viimeisin klikkaus ratkaisee.',
  },
  'add-to-cart': {
    label: 'Ostoskoriin lisätyt',
    description: 'Keskusteluista ostoskoriin lisätyt tuotteet.',
    rule: 'Lisättyjen kappalemäärien summa lisäysajan mukaan.',
  },
  'link-clicks': {
    label: 'Linkkien klikkaukset',
    description: 'Tuotelinkkien ja muiden linkkien klikkaukset keskusteluissa.',
    rule: 'Jokainen klikkaus klikkausajan mukaan.',
  },
  'ai-order-value': {
    label: 'Keskitilaus',
    description: 'Kohdistettu myynti tilausta kohti, kun tilauksessa on kohdistettu tuote.',
    rule: 'Tekoälyn tuottama myynti ÷ tilaukset, joissa on kohdistettu tuote.',
  },
  'skill-uses': {
    label: 'Taitojen käyttö',
    description: 'Kuinka usein tekoälyagentti käytti taitojaan, viesteittäin laskettuna.',
    rule: 'Tekoälyagentin viestit, jotka on kirjoitettu jonkin taidon avulla; yhdessä keskustelussa niitä voi olla monta.',
  },
};
