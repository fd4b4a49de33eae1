/** What people ask about returns, shipping and orders, and what the agent says. Slots: {order}, {item}, {size}, {city}. */
export const orderTopics = [
  { tag: 'returns', skill: 'return-start', weight: 13, trouble: 0.16, page: '/help/returns-how', goal: 'return-started', link: 'returns-how', en: {
    ask: ['How do I return the {item}?', 'I want to send back the {item} from order {order}. What do I do?', 'Can I still return something after three weeks?', 'The {item} is not for me, how does a return work?', 'Is the return free if I live in {city}?', 'Do I need the original box to send the {item} back?'],
    answer: ['You can return it free of charge within 30 days. I have started the return for you; the label is on its way to your inbox.', 'That is easy: print the label I just sent and drop the parcel at any collection point.', 'Returns are free within the EU for 30 days. Shall I create the label?'],
    more: [['How long does the refund take?', 'We refund within five working days after the parcel reaches us.'], ['I do not have a printer.', 'No problem, I sent a code that the drop-off point can scan.'], ['Can you collect it at home?', 'Collection at home is possible on weekdays for 4.90 EUR.']] }, de: {
    ask: ['Wie kann ich die Ware zurückschicken?', 'Ich möchte {item} aus Bestellung {order} zurückgeben.', 'Ist die Rücksendung kostenlos?'],
    answer: ['Sie können alles innerhalb von 30 Tagen kostenlos zurückgeben. Das Etikett kommt gleich per E-Mail.'],
    more: [['Wann bekomme ich mein Geld?', 'Innerhalb von fünf Werktagen, nachdem das Paket bei uns ist.']] } },
  { tag: 'returns', skill: 'return-status', weight: 7, trouble: 0.3, page: '/account/orders', link: 'refund-time', en: {
    ask: ['Where is my refund for order {order}?', 'I sent the {item} back ten days ago and have no money yet.', 'Did my return for {order} arrive?', 'Still waiting for a refund, order {order}.'],
    answer: ['Your parcel was scanned yesterday. The refund leaves us within five working days.', 'I can see the return on its way; it has not reached the warehouse yet.'],
    more: [['Can you speed that up?', 'I have marked it, so it is checked first when it arrives.'], ['It was paid with a gift card.', 'Then the amount goes back to the same gift card.']] }, de: {
    ask: ['Wo bleibt die Erstattung für Bestellung {order}?', 'Ist meine Rücksendung angekommen?'],
    answer: ['Das Paket wurde gestern erfasst. Die Erstattung folgt innerhalb von fünf Werktagen.'],
    more: [['Geht es auch schneller?', 'Ich habe es vermerkt, dann wird es zuerst geprüft.']] } },
  { tag: 'returns', skill: 'return-start', weight: 5, trouble: 0.45, page: '/help/damaged', link: 'damaged', en: {
    ask: ['The {item} arrived with a hole in the seam.', 'I got the wrong colour in order {order}.', 'The zip of my {item} broke on the first day.', 'My parcel was open and one thing is missing, order {order}.'],
    answer: ['I am sorry about that. Please send a photo and we replace it at once.', 'That should not happen. Would you like a replacement or your money back?'],
    more: [['A replacement please.', 'Done, the new one leaves the warehouse tomorrow.'], ['Do I have to send it back?', 'Yes, please, the label is free. It is in your inbox.']] }, de: {
    ask: ['{item} kam mit einem Loch an.', 'In Bestellung {order} ist die falsche Farbe.'],
    answer: ['Das tut uns leid. Schicken Sie uns bitte ein Foto, dann ersetzen wir es sofort.'],
    more: [['Ersatz bitte.', 'Erledigt, er geht morgen auf die Reise.']] } },
  { tag: 'shipping', skill: 'shipping-rates', weight: 11, trouble: 0.07, page: '/help/shipping-cost', link: 'shipping-cost', en: {
    ask: ['How much is shipping to {city}?', 'Do you deliver to {city}, and how long does it take?', 'Is delivery free above a certain amount?', 'Can I get the {item} by Friday?', 'Do I pay customs when you ship to {city}?', 'Do you offer next-day delivery?'],
    answer: ['Shipping to {city} takes three to five working days, and it is free from 60 EUR within Germany.', 'For {city} it is 5.90 EUR and takes about four working days.', 'Yes, we ship there. Duties are already included in the price you see.'],
    more: [['Which carrier do you use?', 'Usually the parcel service of the national post, so evenings work too.'], ['Is express possible?', 'Within Germany, yes: order before noon for 9.90 EUR.']] }, de: {
    ask: ['Was kostet der Versand nach {city}?', 'Wie lange dauert die Lieferung nach {city}?', 'Ab wann ist der Versand kostenlos?'],
    answer: ['Der Versand nach {city} dauert drei bis fünf Werktage; ab 60 EUR ist er in Deutschland kostenlos.'],
    more: [['Gibt es Express?', 'Ja, in Deutschland: Bestellen Sie vor zwölf Uhr, es kostet 9,90 EUR.']] } },
  { tag: 'shipping', skill: 'order-status', weight: 6, trouble: 0.38, page: '/account/orders', link: 'parcel-late', en: {
    ask: ['Tracking for {order} has not moved for a week.', 'My parcel says delivered but nothing is here.', 'Order {order} is late, I leave for holiday on Saturday!', 'The courier left {order} with a neighbour I do not know.'],
    answer: ['I have asked the carrier and will get an answer within a day.', 'I see the last scan in {city} three days ago. That is unusual, let me look into it.'],
    more: [['And if it is lost?', 'Then we send everything again, at no cost to you.'], ['Please hurry.', 'I have put your order at the front of the list.']] }, de: {
    ask: ['Die Sendung {order} bewegt sich seit einer Woche nicht.', 'Laut Verfolgung zugestellt, aber hier ist nichts.'],
    answer: ['Ich habe beim Zusteller nachgefragt und melde mich innerhalb eines Tages.'],
    more: [['Und wenn es verloren ist?', 'Dann schicken wir alles noch einmal, ohne Kosten.']] } },
  { tag: 'orders', skill: 'order-status', weight: 15, trouble: 0.06, page: '/account/orders', goal: 'order-found', link: 'order-track', en: {
    ask: ['Where is my order {order}?', 'Has {order} been shipped yet?', 'When will the {item} arrive?', 'Can you check the status of {order} for me?', 'I ordered on Monday and got no mail, number {order}.', 'any news on {order}'],
    answer: ['Order {order} left the warehouse this morning and should arrive in two working days.', 'Your parcel is in {city} and comes tomorrow.', 'It is packed and waits for the courier; you get the tracking link tonight.'],
    more: [['Can I choose the time?', 'Yes, in the tracking link, until midnight before delivery.'], ['Will it fit in the letter box?', 'I am afraid not, but it can stay at a parcel shop near you.'], ['Is everything in one parcel?', 'Yes, all items travel together.']] }, de: {
    ask: ['Wo ist meine Bestellung {order}?', 'Wurde {order} schon verschickt?', 'Wann kommt {item} an?'],
    answer: ['Bestellung {order} hat heute früh das Lager verlassen und kommt in zwei Werktagen.', 'Ihr Paket ist in {city} und kommt morgen.'],
    more: [['Kann ich die Uhrzeit wählen?', 'Ja, über den Link zur Sendungsverfolgung, bis Mitternacht davor.']] } },
  { tag: 'orders', skill: 'order-change', weight: 6, trouble: 0.22, page: '/account/orders', goal: 'order-changed', link: 'order-cancel', en: {
    ask: ['Please cancel order {order}.', 'I chose the wrong address for {order}, can you change it?', 'Can I add wool socks to {order}?', 'I ordered {order} twice by mistake.'],
    answer: ['It was not packed yet, so I changed it. You get a new confirmation now.', 'Order {order} is cancelled; nothing will be charged.'],
    more: [['Will I get a mail about it?', 'Yes, within a few minutes.'], ['Thanks, and the voucher I used?', 'It is valid again.']] }, de: {
    ask: ['Bitte stornieren Sie Bestellung {order}.', 'Ich habe bei {order} die falsche Adresse angegeben.'],
    answer: ['Die Bestellung war noch nicht gepackt, ich habe sie geändert.'],
    more: [['Bekomme ich eine E-Mail?', 'Ja, in wenigen Minuten.']] } },
];
