/** What people ask about sizes, payments and products, and what nobody has written an article on. */
export const shopTopics = [
  { tag: 'sizing', skill: 'size-advice', weight: 10, trouble: 0.05, page: '/help/size-chart', goal: 'size-found', sells: true, link: 'size-chart', en: {
    ask: ['I am between {size} and the next size in the {item}, which one?', 'Does the {item} run small?', 'I wear 42 in street shoes, what size in the {item}?', 'Is the {item} long enough for somebody of 1.90 m?', 'What chest width has size {size}?'],
    answer: ['With your measurements I would take size {size}. The {item} leaves room for a layer below.', 'It runs true to size; between two sizes take the larger one.', 'Most people your height are happy with {size} in the {item}.'],
    more: [['And the sleeves?', 'They reach the wrist bone in your size.'], ['Can I exchange it if it does not fit?', 'Of course, free of charge for 30 days.'], ['Is there a version for women?', 'Yes, with a narrower cut. I put the link below.']] }, de: {
    ask: ['Welche Größe brauche ich bei {item}?', 'Fällt {item} klein aus?'],
    answer: ['Mit Ihren Maßen würde ich Größe {size} nehmen.'],
    more: [['Kann ich umtauschen?', 'Ja, 30 Tage lang kostenlos.']] } },
  { tag: 'products', skill: 'product-search', weight: 14, trouble: 0.04, page: '/products', sells: true, en: {
    ask: ['I am looking for something dry and light for a week in {city}.', 'What do you recommend for autumn hikes?', 'Do you have a {item} in dark green?', 'Which {item} is the warmest?', 'I need a present for my sister who loves walking, up to 80 EUR.', 'Is the {item} waterproof?', 'What is the difference between the {item} and the cheaper one?'],
    answer: ['For that I would take the {item}: light, dry and easy to pack.', 'Our customers like the {item} for this. Have a look at these.', 'The {item} comes in three colours; here it is.'],
    more: [['How heavy is it?', 'About as heavy as a full water bottle, so you will hardly notice it.'], ['Does it come in other colours?', 'Yes: slate, moss and rust.'], ['Is it in stock?', 'Yes, in all sizes but the smallest.'], ['I will take two.', 'A good choice. I have put them in your cart.']] }, de: {
    ask: ['Ich suche etwas Leichtes für eine Woche in {city}.', 'Was empfehlen Sie für Herbstwanderungen?', 'Gibt es {item} auch in Grün?'],
    answer: ['Dafür passt {item}: leicht, trocken und klein verpackt.'],
    more: [['Ist das vorrätig?', 'Ja, in allen Größen außer der kleinsten.']] } },
  { tag: 'products', skill: 'stock-check', weight: 6, trouble: 0.06, page: '/products', sells: true, link: 'stock', en: {
    ask: ['When is the {item} back in size {size}?', 'Is the {item} sold out for good?', 'Do you still have the {item} in {size}?'],
    answer: ['The {item} is back in about two weeks. This one is very similar and in stock.', 'There are four left in {size}. Here is the link.'],
    more: [['Can you tell me when it is back?', 'Yes, press "tell me" on the page and you get a mail.']] }, de: {
    ask: ['Wann gibt es {item} wieder in {size}?'],
    answer: ['In etwa zwei Wochen. Dieses Modell ist sehr ähnlich und vorrätig.'],
    more: [['Sagen Sie mir Bescheid?', 'Ja, drücken Sie auf der Seite auf "Bescheid geben".']] } },
  { tag: 'payments', skill: 'payment-check', weight: 6, trouble: 0.28, page: '/checkout', link: 'payment-declined', en: {
    ask: ['My card is declined at the checkout.', 'I was charged twice for {order}.', 'The payment hangs and I do not know whether I bought it.', 'Why was my direct debit refused?'],
    answer: ['Please confirm the payment in the app of your bank, then try again.', 'I see one charge and one reservation; the reservation disappears within three days.'],
    more: [['Still the same.', 'Then please wait an hour: after three attempts the bank blocks the card for a while.'], ['Can I pay by invoice instead?', 'Yes, choose "invoice" at the checkout, you then have 14 days.']] }, de: {
    ask: ['Meine Karte wird abgelehnt.', 'Mir wurde {order} zweimal abgebucht.'],
    answer: ['Bitte bestätigen Sie die Zahlung in der App Ihrer Bank und versuchen Sie es noch einmal.'],
    more: [['Geht auch Rechnung?', 'Ja, wählen Sie an der Kasse "Rechnung".']] } },
  { tag: 'payments', skill: 'discount-check', weight: 6, trouble: 0.08, page: '/checkout', link: 'voucher', en: {
    ask: ['My voucher does not work.', 'Can I use two codes at once?', 'How much is left on my gift card?', 'Is there a code for the newsletter?', 'Does the spring sale include the {item}?'],
    answer: ['Codes do not work on reduced items; on the rest of your cart it does.', 'One code per order. The larger one saves you more here.', 'There are 25 EUR left on that card, valid for two more years.'],
    more: [['And on shipping?', 'Shipping cannot be paid with a code, but it is free from 60 EUR.']] }, de: {
    ask: ['Mein Gutschein funktioniert nicht.', 'Kann ich zwei Codes nutzen?'],
    answer: ['Codes gelten nicht für reduzierte Ware; für den Rest schon.'],
    more: [['Und beim Versand?', 'Der Versand lässt sich nicht mit einem Code bezahlen.']] } },
  { tag: 'products', weight: 3, trouble: 0.1, page: '/help', link: 'care-rain', en: {
    ask: ['How do I wash the {item}?', 'Can the {item} go in the dryer?', 'Water no longer beads on my {item}.'],
    answer: ['Wash it at 30 degrees without softener and let it dry flat.', 'A gentle wash at 30 degrees is best, then proof it again.'],
    more: [['Which detergent?', 'Any liquid one without softener.']] }, de: {
    ask: ['Wie wasche ich {item}?'], answer: ['Bei 30 Grad ohne Weichspüler, dann liegend trocknen.'],
    more: [['Welches Waschmittel?', 'Jedes flüssige ohne Weichspüler.']] } },
  { tag: 'products', weight: 2, trouble: 0.15, page: '/help', link: 'warranty', en: {
    ask: ['How long is the warranty on the {item}?', 'Is the {item} still under warranty after a year?'],
    answer: ['Two years on everything, five on packs and tents. Please keep the invoice.'],
    more: [['I have lost the invoice.', 'It lies in your account under "orders".']] }, de: {
    ask: ['Wie lange gilt die Garantie?'], answer: ['Zwei Jahre auf alles, fünf auf Rucksäcke und Zelte.'],
    more: [['Ich habe die Rechnung verloren.', 'Sie liegt in Ihrem Konto unter "Bestellungen".']] } },
  { tag: 'products', weight: 6, trouble: 0.5, unknown: true, page: '/help', en: {
    ask: ['Do you repair a torn {item}?', 'Can I have the zip of my {item} repaired?', 'Is there a repair service for old jackets?', 'How much does it cost to mend a seam?', 'Do you offer gift wrapping?', 'Can you wrap the {item} as a present?'],
    answer: ['I am not sure about that, let me see what I can find.', 'I could not find anything on this in our help pages.'],
    more: [['Who could tell me?', 'A colleague could. I can pass your question on.']] }, de: {
    ask: ['Reparieren Sie auch {item}?', 'Verpacken Sie auch als Geschenk?'], answer: ['Dazu finde ich leider nichts in unserer Hilfe.'],
    more: [['Wer weiß das?', 'Eine Kollegin. Ich kann die Frage weitergeben.']] } },
  { weight: 5, trouble: 0.45, unknown: true, page: '/', en: {
    ask: ['Do students get a discount?', 'Is there a discount for students or teachers?', 'Are your shoes vegan?', 'Is there animal glue in the {item}?', 'Can I collect my order in a store in {city}?', 'Do you have a shop in {city} where I can try things on?'],
    answer: ['I am sorry, I have no information on that yet.', 'That is a good question, and I do not know the answer.'],
    more: [['Could somebody get back to me?', 'Gladly, I can hand this to our team.']] }, de: {
    ask: ['Gibt es Rabatt für Studierende?', 'Sind die Schuhe vegan?', 'Kann ich in {city} abholen?'], answer: ['Dazu habe ich leider noch keine Angaben.'],
    more: [['Kann sich jemand melden?', 'Gern, ich gebe es an das Team weiter.']] } },
];
