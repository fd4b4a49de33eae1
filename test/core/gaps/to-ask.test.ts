/** What is left of a message without greetings, thanks, calls for help and introductions; nothing where it asks nothing. */
import { expect } from 'chai';
import { findGapsInSteps } from '../../../src/core/gaps/find-gaps.js';
import { findQuestionsInSteps } from '../../../src/core/gaps/find-questions.js';
import { toAsk } from '../../../src/core/gaps/to-ask.js';
import { said, sourceOf, talk, WEEK, june } from '../../fixtures/make-facts.js';

const COURTESY = [
  'Hi',
  'hello there!',
  'Hello?',
  'hi all',
  'Hello everyone',
  'Hello guys',
  'hey hi hello!!',
  'Good morning',
  'Thanks a lot!',
  'Hello, my name is John',
  'I need some help please',
  'can someone help me please',
  'Can you help me?',
  'I have a question',
  'Guten Tag',
  'Grüß Gott',
  'Hallo zusammen!',
  'Ich brauche Hilfe',
  'Können Sie mir bitte helfen?',
  'Hallo, mein Name ist Jan Müller.',
  'Vielen Dank im Voraus',
  'Mit freundlichen Grüßen',
  '안녕하세요',
  '도와주세요',
  '고마워요',
  '안녕하세요, 질문 있습니다.',
  '좀 도와 주실 수 있나요?',
  'Moi',
  'Hei',
  'Kiitos',
  'Terve',
  'Hyvää päivää',
  'Moi, tarvitsen apua',
  'Voisitteko auttaa minua?',
  'Hei, nimeni on Aino.',
  'I am Tom',
  'Hi, I’m Tom Smith.',
  'Ich bin Anna',
  'Hallo, ich bin Anna!',
  'Guten Morgen',
  'Morgen!',
  'Guten Abend zusammen',
  'Eine kurze Frage',
  'Hallihallo',
  'Entschuldigung',
  '저기요',
  '안녕',
  'No moi',
];

const ASKED: readonly [message: string, ask: string][] = [
  ['Hi i need to organize a surprise party, can you help me?', 'I need to organize a surprise party'],
  [
    'hi, I want to plan a surprise party for my friend. Can you help? My name is Angela',
    'I want to plan a surprise party for my friend.',
  ],
  ['helloo, my name is Brian White and i need to check my bank balance', 'I need to check my bank balance'],
  ['Hello! Where is my order? Thank you so much!', 'Where is my order?'],
  ['Hi 👋 where is my order?', 'Where is my order?'],
  ['Can I pay by invoice, please?', 'Can I pay by invoice?'],
  ['hello i’m looking for a hotel', 'I’m looking for a hotel'],
  ['Hallo, ich habe eine Frage: Wo ist mein Paket? Vielen Dank im Voraus', 'Wo ist mein Paket?'],
  ['Guten Tag wo ist meine Bestellung', 'Wo ist meine Bestellung'],
  ['안녕하세요 배송은 언제 오나요?', '배송은 언제 오나요?'],
  ['안녕하세요, 환불 부탁드립니다. 감사합니다.', '환불 부탁드립니다.'],
  ['Moi, missä tilaukseni on? Kiitos!', 'Missä tilaukseni on?'],
  ['hei voinko palauttaa tuotteen', 'Voinko palauttaa tuotteen'],
  ['how do i return shoes', 'How do i return shoes'],
  ['hi refund please', 'Refund'],
  ['hi order 12345 not arrived', 'Order 12345 not arrived'],
  ['hello there refund', 'Refund'],
  ['Hallo Paket kaputt', 'Paket kaputt'],
  ['Hallo paket kaputt', 'Paket kaputt'],
  ['Hallihallo, wo ist mein Paket?', 'Wo ist mein Paket?'],
  ['Entschuldigung, wo ist mein Paket?', 'Wo ist mein Paket?'],
  ['Entschuldigen Sie bitte, wo ist mein Paket?', 'Wo ist mein Paket?'],
  ['Frage: Wo ist mein Paket?', 'Wo ist mein Paket?'],
  ['Wo ist mein Paket? Mit freundlichen Grüßen, Anna', 'Wo ist mein Paket?'],
  ['Wo ist mein Paket?\nMit freundlichen Grüßen\nAnna Müller', 'Wo ist mein Paket?'],
  ['Where is it? Thanks, John', 'Where is it?'],
  ['Where is it? Kind regards, John Smith.', 'Where is it?'],
  ['Hi John, where is my order', 'Where is my order'],
  ['Hallo Frau Müller, wo ist mein Paket?', 'Wo ist mein Paket?'],
  ['Hi, I am Tom, where is my parcel?', 'Where is my parcel?'],
  ['Hei tilaukseni ei ole saapunut', 'Tilaukseni ei ole saapunut'],
  ['No moi, missä tilaukseni on?', 'Missä tilaukseni on?'],
  ['No moi missä tilaukseni on?', 'Missä tilaukseni on?'],
  ['안녕 환불', '환불'],
  ['환불해주세요 감사합니다', '환불해주세요'],
  ['실례합니다, 환불은 어떻게 하나요?', '환불은 어떻게 하나요?'],
  ['저기요 환불은 어떻게 하나요?', '환불은 어떻게 하나요?'],
];

/** Words that only look like courtesy. */
const KEPT = [
  'Hello Kitty cup where is it',
  'Hi-Fi system',
  'Hi-Fi',
  'Hallo Fresh Gutschein',
  'Thank you card prices',
  'How do I say thanks',
  'Help with my order',
  'Can you help me find my order?',
  'Please cancel my order',
  'My name is wrong.',
  'My name is not on the ticket',
  'He is late',
  'Tag der offenen Tür',
  'Terve ruoka',
  'The app says "hello" twice',
  '안녕 자두야 인형 있나요',
  'iPhone broken',
  'www.example.com is down',
  '42',
  '👍',
  'Morgen, kommt mein Paket?',
  'Morgen?',
  'Kommt es an, morgen',
  'Abend, Tag und Nacht geöffnet?',
  'Kommt mein Paket heute, Abend?',
  'Zu meiner Frage, wann kommt Antwort?',
  'Hello Kitty',
  'Hello Kitty, where is it?',
  'Hi-Fi, which one is loud?',
  'Hallo Fresh',
  'Hi vis jacket in size M',
  'Terve ruoka, missä se on?',
  'I am Canadian, do you ship to me?',
  'I am VIP, do I get a discount?',
  'Ich bin Studentin, gibt es Rabatt?',
  'I am looking for a hotel',
  'I am Tom and cannot log in',
  'Which carrier brings it to Thanks Lane 4',
];

describe('toAsk', () => {
  for (const message of COURTESY)
    it(`leaves nothing of ${JSON.stringify(message)}`, () => expect(toAsk(message)).to.equal(''));
  for (const [message, ask] of ASKED)
    it(`takes ${JSON.stringify(ask)} from ${JSON.stringify(message)}`, () => expect(toAsk(message)).to.equal(ask));
  for (const message of KEPT) it(`keeps ${JSON.stringify(message)}`, () => expect(toAsk(message)).to.equal(message));

  it('gives the same when it is asked again', () => {
    for (const [, ask] of ASKED) expect(toAsk(ask)).to.equal(ask);
  });

  it('reads long messages of courtesy and spaces at once', () => {
    for (const piece of [
      'hi, ',
      ' ',
      ', please',
      'hello ',
      'my name is A ',
      '. ',
      'hi A ',
      'hi Aa, ',
      'i am Aa ',
      '안녕 ',
      'thanks, Aa ',
    ])
      expect(toAsk(piece.repeat(20_000) + 'x')).to.be.a('string');
  });
});

describe('an answer about gaps and questions', () => {
  const PARTY = [
    'Hi i need to organize a surprise party, can you help me?',
    'Hello! I need to organize a surprise party',
    'I need to organize a surprise party, thanks!',
    'i need to organize a surprise party please',
  ];
  const texts = [...PARTY, ...COURTESY];
  const source = sourceOf({
    conversations: texts.map((text, index) =>
      talk(`c${index}`, june(5), { messages: [said('visitor', june(5), text)] }),
    ),
    articles: [],
  });

  it('names a topic without courtesy, the same in both, and counts no courtesy', async () => {
    const gaps = await source.knowledgeGaps(WEEK);
    const { questions, considered } = await source.questions(WEEK);
    expect(gaps.gaps.map(({ topic, count, conversationIds }) => ({ topic, count, conversationIds }))).to.deep.equal([
      { topic: 'I need to organize a surprise party', count: 4, conversationIds: ['c0', 'c1', 'c2', 'c3'] },
    ]);
    expect(questions.map(({ question, count, share }) => ({ question, count, share }))).to.deep.equal([
      { question: 'I need to organize a surprise party', count: 4, share: 1 },
    ]);
    expect([gaps.considered, considered]).to.deep.equal([4, 4]);
  });

  it('takes courtesy away step by step, so that nobody waits for all of it', () => {
    const questions = Array.from({ length: 5000 }, (_, index) => ({
      conversationId: `c${index}`,
      text: 'Hello!',
      tag: null,
      unresolved: false,
      missed: false,
      resolved: false,
      takenOver: false,
    }));
    const stepsOf = (steps: Generator<undefined, unknown>) => {
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    };
    expect(stepsOf(findQuestionsInSteps(questions, 10))).to.be.at.least(50);
    expect(stepsOf(findGapsInSteps(questions, [], 10))).to.be.at.least(50);
  });
});
