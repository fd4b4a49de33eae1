/** What is said in every conversation, whatever it is about. */
export const cities = ['Berlin', 'Hamburg', 'Vienna', 'Zurich', 'Utrecht', 'Leeds', 'Bristol', 'Graz', 'Leipzig', 'Lyon'];
export const sizes = ['S', 'M', 'L', 'XL'];

export const phrases = {
  en: {
    hello: ['Hi! ', 'Hello! ', 'Hey. ', 'Good morning. ', 'Hi there. ', '', '', '', ''],
    please: [' Thanks!', ' Thank you.', ' Cheers', '', '', '', '', ''],
    welcome: ['Hello, I am the shop\'s AI assistant. What can I do for you?', 'Hi! Ask me about orders, sizes or products.'],
    thanks: ['Great, thank you!', 'Perfect, that helps.', 'Thanks, bye!', 'Lovely, that is all.', 'ok thx', 'Wonderful, thanks a lot.'],
    bye: ['You are welcome. Have a good day!', 'Glad I could help. Goodbye!', 'Any time. Enjoy your tour!'],
    else: ['Is there anything else I can do?', 'Can I help you with anything else?'],
    missed: ['Sorry, I did not get that. Could you put it another way?', 'I am not sure I understand. What do you mean?'],
    rephrase: ['I mean: {ask}', 'Once more: {ask}', 'Let me try again. {ask}'],
    offer: ['I cannot solve this myself. Shall I pass it on to our team?', 'A colleague has to look at this. May I open a ticket for you?'],
    accept: ['Yes please.', 'Yes, do that.', 'ok yes'],
    decline: ['No thanks, I will wait.', 'No, never mind.', 'Not now.'],
    passedOn: ['Done. You get an answer by e-mail within one working day.', 'I have passed it on; a colleague will write to you.'],
    stay: ['All right. I am here if you change your mind.', 'Fine. Then please try again tomorrow.'],
    human: ['Hello, {author} here. I have looked into it and it is sorted.', 'Hi, this is {author}. We are sorry for the trouble; a new parcel is on its way.', 'Good day, {author} speaking. I have refunded the amount just now.'],
    closing: ['I am sorry that I cannot help with this. Please write to help@shop.example.com.', 'This goes beyond what I know. Our service line is open on weekdays from nine to five.'],
    unanswered: ['Hello? Is anybody there?', 'And now?', 'I still have the problem.', 'When will somebody get back to me?', 'That did not work.'],
    again: ['One more thing: it happened again.', 'I have another question after all.', 'Sorry to come back, but it is still not here.'],
  },
  de: {
    hello: ['Hallo! ', 'Guten Tag. ', 'Hi! ', '', ''],
    please: [' Danke!', ' Vielen Dank.', '', ''],
    welcome: ['Hallo, ich bin der KI-Assistent des Shops. Was kann ich für Sie tun?'],
    thanks: ['Super, danke!', 'Perfekt, das hilft mir.', 'Danke, das war alles.'],
    bye: ['Gern geschehen. Einen schönen Tag!', 'Freut mich. Auf Wiedersehen!'],
    else: ['Kann ich sonst noch etwas tun?'],
    missed: ['Das habe ich leider nicht verstanden. Können Sie es anders sagen?'],
    rephrase: ['Ich meine: {ask}', 'Noch einmal: {ask}'],
    offer: ['Das kann ich nicht selbst lösen. Soll ich es an unser Team weitergeben?'],
    accept: ['Ja, bitte.', 'Ja, machen Sie das.'],
    decline: ['Nein danke, ich warte.', 'Nein, schon gut.'],
    passedOn: ['Erledigt. Sie bekommen innerhalb eines Werktags eine E-Mail.'],
    stay: ['In Ordnung. Ich bin hier, falls Sie es sich anders überlegen.'],
    human: ['Guten Tag, hier ist {author}. Ich habe es geprüft, jetzt ist alles in Ordnung.', 'Hallo, {author} hier. Entschuldigen Sie die Mühe, ein neues Paket ist unterwegs.'],
    closing: ['Dabei kann ich leider nicht helfen. Schreiben Sie bitte an help@shop.example.com.'],
    unanswered: ['Hallo? Ist da jemand?', 'Und jetzt?', 'Das Problem besteht noch.'],
    again: ['Noch eine Frage: Es ist wieder passiert.', 'Ich muss noch einmal nachfragen.'],
  },
};
