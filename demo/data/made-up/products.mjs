/** The shop's range: prices in cents, names without a brand. */
const rows = [
  ['rain-jacket', 'light rain jacket', 'leichte Regenjacke', 12900], ['storm-jacket', 'storm jacket', 'Sturmjacke', 18900],
  ['wind-vest', 'wind vest', 'Windweste', 6900], ['fleece', 'soft fleece', 'weiches Fleece', 7900],
  ['wool-jumper', 'wool jumper', 'Wollpullover', 9900], ['merino-shirt', 'merino shirt', 'Merinoshirt', 5900],
  ['linen-shirt', 'linen shirt', 'Leinenhemd', 6500], ['hiking-trousers', 'hiking trousers', 'Wanderhose', 8900],
  ['zip-trousers', 'zip-off trousers', 'Zipp-Hose', 9500], ['trail-shoe', 'trail shoe', 'Trailschuh', 11900],
  ['hiking-boot', 'hiking boot', 'Wanderstiefel', 17900], ['sandal', 'walking sandal', 'Wandersandale', 7500],
  ['wool-socks', 'wool socks', 'Wollsocken', 1900], ['trail-socks', 'trail socks', 'Trailsocken', 1500],
  ['day-pack', '22-litre day pack', 'Tagesrucksack mit 22 Litern', 7900], ['tour-pack', '45-litre tour pack', 'Tourenrucksack mit 45 Litern', 15900],
  ['hip-bag', 'hip bag', 'Hüfttasche', 3500], ['dry-bag', 'dry bag', 'Packsack', 2200],
  ['bottle', 'steel bottle', 'Stahlflasche', 2900], ['flask', 'vacuum flask', 'Thermosflasche', 3900],
  ['cap', 'sun cap', 'Sonnenkappe', 2500], ['beanie', 'wool beanie', 'Wollmütze', 2900],
  ['gloves', 'thin gloves', 'dünne Handschuhe', 3200], ['poles', 'folding poles', 'Faltstöcke', 8900],
  ['head-torch', 'head torch', 'Stirnlampe', 4500], ['tent-two', 'tent for two', 'Zelt für zwei', 34900],
  ['mat', 'sleeping mat', 'Isomatte', 8500], ['sleeping-bag', 'sleeping bag', 'Schlafsack', 19900],
];

export const products = rows.map(([id, en, de, price]) => ({ id, name: { en, de }, price, url: `https://shop.example.com/products/${id}` }));
