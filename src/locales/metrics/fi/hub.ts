/** Finnish: the hub family. */
import type { MetricWords } from '../../messages.js';

export const HUB: Record<string, MetricWords> = {
  'total-accounts': {
    label: 'Tilejä yhteensä',
    description: 'Asiakasportaalin ensimmäisen käyttöönoton jälkeen luodut tilit.',
    rule: 'Tilit, jotka on luotu ensimmäisen käyttöönoton ja aikavälin lopun välillä.',
  },
  'service-interactions': {
    label: 'Palvelutapahtumat',
    description: 'Mitä asiakkaat hoitivat asiakasportaalissa itse.',
    rule: 'Tilausten seurannat, aloitetut palautukset, pyydetyt kupongit, ohjepainikkeen klikkaukset, aloitetut chatit ja muut lajit; avaamista, kirjautumista ja ostoskoriin lisäämistä ei lasketa.',
  },
  'active-accounts': {
    label: 'Aktiiviset tilit',
    description: 'Kuinka moni eri tili avasi asiakasportaalin.',
    rule: 'Eri tilit, joilla on aikavälillä vähintään yksi avaus.',
  },
  'hub-revenue': {
    label: 'Tuotettu myynti',
    description: 'Juuri niiden tuotteiden myynti, jotka lisättiin ostoskoriin asiakasportaalissa.',
    rule: 'Saman tilin ja tuotteen tilausrivit portaalissa tehdyn lisäyksen jälkeen, enintään lisätty määrä ja jokainen lisäys kerran; tilausajan mukaan.',
  },
  'hub-logins': {
    label: 'Kirjautumiset',
    description: 'Kuinka usein asiakkaat kirjautuivat asiakasportaaliin.',
    rule: 'Jokainen kirjautuminen kirjautumisajan mukaan.',
  },
  'inactive-accounts': {
    label: 'Ei-aktiiviset tilit',
    description: 'Tilit, jotka eivät avanneet asiakasportaalia.',
    rule: 'Tilejä yhteensä − aktiiviset tilit.',
  },
  'signed-in-checkouts': {
    label: 'Maksetut ostokset (kirjautuneet)',
    description: 'Kirjautuneiden asiakkaiden loppuun viemät ostokset.',
    rule: 'Kirjautuneiden asiakkaiden loppuun viemät ostokset maksuajan mukaan.',
  },
  'signed-in-order-value': {
    label: 'Keskitilaus (kirjautuneet)',
    description: 'Kirjautuneen asiakkaan ostoksen keskimääräinen summa.',
    rule: 'Kirjautuneiden asiakkaiden loppuun viemien ostosten summien keskiarvo.',
  },
};
