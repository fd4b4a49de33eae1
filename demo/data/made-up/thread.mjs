/** A conversation being written: a clock, its messages, and words filled into phrases. */
import { hourMs, minuteMs, secondMs, toInstant } from './calendar.mjs';
import { cities, phrases, sizes } from './phrases.mjs';
import { products } from './products.mjs';

/** Shortest and longest waits in seconds, per channel and sender. */
const waits = new Map([
  ['web-chat', { visitor: [8, 70], agent: [1, 7], human: [60, 1500] }],
  ['whatsapp', { visitor: [20, 400], agent: [2, 9], human: [300, 5400] }],
  ['sms', { visitor: [30, 900], agent: [3, 12], human: [600, 7200] }],
  ['email', { visitor: [900, 40000], agent: [30, 180], human: [3600, 50000] }],
]);

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export class Thread {
  messages = [];
  clicks = [];
  cartAdds = [];
  handoffs = [];

  constructor(chance, { channel, language, topic, startMs }) {
    Object.assign(this, { chance, channel, language, topic, nowMs: startMs, product: chance.pick(products) });
    this.slots = this.#drawSlots();
  }

  #drawSlots() {
    const { chance, language, product } = this;
    return new Map([
      ['order', `#${chance.whole(20000, 69999)}`], ['item', product.name[language]],
      ['size', chance.pick(sizes)], ['city', chance.pick(cities)],
    ]);
  }

  get words() {
    return this.topic[this.language];
  }

  fill(text) {
    return upperFirst(text.replace(/\{(\w+)\}/g, (whole, name) => this.slots.get(name) ?? whole));
  }

  /** One of the phrases that every conversation shares. */
  phrase(name) {
    return this.fill(this.chance.pick(phrases[this.language][name]));
  }

  /** A question with or without a greeting and a thank-you. */
  question() {
    const { hello, please } = phrases[this.language];
    this.asked = this.fill(this.chance.pick(this.words.ask));
    return this.chance.pick(hello) + this.asked + this.chance.pick(please);
  }

  wait(ms) {
    this.nowMs += ms;
    return this;
  }

  say(from, text, more = {}) {
    if (this.messages.length > 0) {
      const [least, most] = waits.get(this.channel)[from];
      this.wait(this.chance.whole(least, most) * secondMs + this.chance.whole(0, 999));
    }
    this.messages.push({ at: toInstant(this.nowMs), from, text, ...more });
    return this;
  }

  visitor(text) {
    return this.say('visitor', text);
  }

  agent(text, more) {
    return this.say('agent', text, more);
  }

  handOff(by, more = {}) {
    this.handoffs.push({ at: toInstant(this.nowMs), by, ...more });
    return this;
  }

  click(target) {
    this.wait(this.chance.whole(4, 240) * secondMs);
    this.clicks.push({ at: toInstant(this.nowMs), ...target });
    return this;
  }

  addToCart(productId, quantity) {
    this.wait(this.chance.whole(5, 90) * secondMs);
    this.cartAdds.push({ at: toInstant(this.nowMs), productId, quantity });
    return this;
  }

  /** The visitor comes back hours later, inside the 48 h. */
  pause() {
    return this.wait(this.chance.whole(2, 40) * hourMs + this.chance.whole(0, 59) * minuteMs);
  }
}
