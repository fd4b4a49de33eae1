import { expect } from 'chai';
import fc from 'fast-check';
import {
  attributeOrders,
  type AttributableOrder,
  type AttributedItem,
  type TouchingConversation,
} from '../../../src/core/tables/attributed-orders.js';
import { resolveSettings, type MetricSettings } from '../../../src/core/settings.js';
import { parseInstant } from '../../../src/core/time/instant.js';

const ORDERED = parseInstant('2026-06-05T12:00:00Z');
const NOW = parseInstant('2026-06-07T12:00:00Z');
const HOUR = 3_600_000;

interface Talk extends Partial<Omit<TouchingConversation, 'touches'>> {
  /** Milliseconds from the touch to the order; negative is after it. */
  clicks?: [product: string, before: number][];
  shows?: [product: string, before: number][];
}

function talk({
  id = 'c1',
  profileId = 'p1',
  channel = 'web-chat',
  clicks = [],
  shows = [],
}: Talk): TouchingConversation {
  const touch =
    (by: 'click' | 'message') =>
    ([productId, before]: [product: string, before: number]) => ({ at: ORDERED - before, by, productId });
  return { id, channel, touches: [...clicks.map(touch('click')), ...shows.map(touch('message'))], profileId };
}

const nobody = (one: TouchingConversation): TouchingConversation => ({ ...one, profileId: undefined });

function order(rest: Partial<AttributableOrder> = {}): AttributableOrder {
  return {
    id: 'o1',
    at: ORDERED,
    cancelledAt: undefined,
    profileId: 'p1',
    conversationId: undefined,
    items: [{ productId: 'shoe', amount: 5000 }],
    ...rest,
  };
}

const attribute = (
  orders: AttributableOrder[],
  talks: TouchingConversation[],
  settings: MetricSettings = {},
  now = NOW,
): AttributedItem[] => attributeOrders(orders, talks, resolveSettings(settings), now);

/** What was earned, in minor units. */
const earned = (...asked: Parameters<typeof attribute>): number =>
  attribute(...asked).reduce((sum, { value }) => sum + value, 0);

describe('the window from click to order', () => {
  it('does not take an empty name for somebody', () => {
    expect(earned([order({ profileId: '' })], [talk({ profileId: '', clicks: [['shoe', HOUR]] })])).to.equal(0);
  });

  const clicked = (before: number, channel?: string) => [
    talk({ ...(channel && { channel }), clicks: [['shoe', before]] }),
  ];
  const ownWindow: MetricSettings = {
    attribution: {
      default: { touch: 'click', hours: 1 },
      byChannel: { email: { touch: 'click', hours: 2 }, sms: { touch: 'click', hours: 3 } },
    },
  };
  const onlyDefault: MetricSettings = { attribution: { default: { touch: 'click', hours: 1 } } };
  const cases: [name: string, talks: TouchingConversation[], settings: MetricSettings, counts: boolean][] = [
    ['web chat, at the same instant', clicked(0), {}, true],
    ['web chat, 1 ms before the order', clicked(1), {}, true],
    ['web chat, 1 ms after the order', clicked(-1), {}, false],
    ['web chat, exactly 24 h before', clicked(24 * HOUR), {}, true],
    ['web chat, 24 h and 1 ms before', clicked(24 * HOUR + 1), {}, false],
    ['sms, 24 h and 1 ms before', clicked(24 * HOUR + 1, 'sms'), {}, true],
    ['sms, exactly 120 h before', clicked(120 * HOUR, 'sms'), {}, true],
    ['sms, 120 h and 1 ms before', clicked(120 * HOUR + 1, 'sms'), {}, false],
    ['another channel, exactly 24 h before', clicked(24 * HOUR, 'voice'), {}, true],
    ['another channel, 24 h and 1 ms before', clicked(24 * HOUR + 1, 'voice'), {}, false],
    ['a channel named like a method, 24 h and 1 ms before', clicked(24 * HOUR + 1, 'constructor'), {}, false],
    ['no channel, exactly 24 h before', [{ ...clicked(24 * HOUR)[0]!, channel: undefined }], {}, true],
    ['no channel, 24 h and 1 ms before', [{ ...clicked(24 * HOUR + 1)[0]!, channel: undefined }], {}, false],
    ['own default of 1 h, exactly 1 h before', clicked(HOUR), ownWindow, true],
    ['own default of 1 h, 1 h and 1 ms before', clicked(HOUR + 1), ownWindow, false],
    ['own e-mail window of 2 h, exactly 2 h before', clicked(2 * HOUR, 'email'), ownWindow, true],
    ['own e-mail window of 2 h, 2 h and 1 ms before', clicked(2 * HOUR + 1, 'email'), ownWindow, false],
    ['own sms window of 3 h, 3 h and 1 ms before', clicked(3 * HOUR + 1, 'sms'), ownWindow, false],
    ['own default only, sms 120 h before', clicked(120 * HOUR, 'sms'), onlyDefault, true],
    [
      'a window of 0 h, at the same instant',
      clicked(0),
      { attribution: { default: { touch: 'click', hours: 0 } } },
      true,
    ],
    ['a window of 0 h, 1 ms before', clicked(1), { attribution: { default: { touch: 'click', hours: 0 } } }, false],
  ];
  for (const [name, talks, settings, counts] of cases) {
    it(`${name} ${counts ? 'counts' : 'does not count'}`, () =>
      expect(earned([order()], talks, settings)).to.equal(counts ? 5000 : 0));
  }
});

describe('whose order it is', () => {
  const clicked = talk({ clicks: [['shoe', HOUR]] });
  const cases: [name: string, made: AttributableOrder, talks: TouchingConversation[], counts: boolean][] = [
    ['the order’s profile is the conversation’s', order(), [clicked], true],
    ['the order’s profile is another', order({ profileId: 'p2' }), [clicked], false],
    ['neither has a profile', order({ profileId: undefined }), [nobody(clicked)], false],
    ['only the order has a profile', order(), [nobody(clicked)], false],
    ['only the conversation has a profile', order({ profileId: undefined }), [clicked], false],
    [
      'the order names the conversation',
      order({ profileId: undefined, conversationId: 'c1' }),
      [nobody(clicked)],
      true,
    ],
    [
      'the order names the conversation, and another profile',
      order({ profileId: 'p2', conversationId: 'c1' }),
      [clicked],
      true,
    ],
    [
      'the order names another conversation',
      order({ profileId: undefined, conversationId: 'c2' }),
      [nobody(clicked)],
      false,
    ],
    [
      'the order names a conversation without a click on it',
      order({ profileId: undefined, conversationId: 'c1' }),
      [talk({ clicks: [['hat', HOUR]] })],
      false,
    ],
    [
      'the order names the conversation, its click is too old',
      order({ profileId: undefined, conversationId: 'c1' }),
      [talk({ clicks: [['shoe', 25 * HOUR]] })],
      false,
    ],
    ['no conversation at all', order(), [], false],
  ];
  for (const [name, made, talks, counts] of cases) {
    it(`${name}: ${counts ? 'earned' : 'not earned'}`, () => expect(earned([made], talks)).to.equal(counts ? 5000 : 0));
  }
});

describe('what an order earns', () => {
  const clicked = [talk({ clicks: [['shoe', HOUR]] })];
  const line = (productId: string, amount: number) => ({ productId, amount });
  const cases: [name: string, items: AttributableOrder['items'], values: number[]][] = [
    ['no lines', [], []],
    ['only the clicked product, never the rest', [line('shoe', 5000), line('hat', 2000)], [5000]],
    ['a product that was not clicked', [line('hat', 2000)], []],
    ['two lines of one product are two items', [line('shoe', 5000), line('shoe', 100)], [5000, 100]],
    ['a free line is an item worth 0', [line('shoe', 0)], [0]],
  ];
  for (const [name, items, values] of cases) {
    it(`${name}: ${values.join(' + ') || 'nothing'}`, () =>
      expect(attribute([order({ items })], clicked).map(({ value }) => value)).to.deep.equal(values));
  }

  it('an item bears the order’s time, id and product', () => {
    expect(attribute([order()], clicked)).to.deep.equal([
      { at: ORDERED, value: 5000, order: 'o1', productId: 'shoe', conversation: 0 },
    ]);
  });

  it('an item clicked many times counts once', () => {
    expect(
      earned(
        [order()],
        [
          talk({
            clicks: [
              ['shoe', 3],
              ['shoe', 2],
              ['shoe', 2],
              ['shoe', 1],
            ],
          }),
        ],
      ),
    ).to.equal(5000);
  });

  it('an item clicked in two conversations counts once', () => {
    expect(
      earned([order()], [talk({ id: 'a', clicks: [['shoe', 2]] }), talk({ id: 'b', clicks: [['shoe', 1]] })]),
    ).to.equal(5000);
  });

  it('an order that names its conversation and its profile counts once', () => {
    expect(earned([order({ conversationId: 'c1' })], clicked)).to.equal(5000);
  });

  it('two orders after one click earn both', () => {
    expect(earned([order(), order({ id: 'o2', at: ORDERED + HOUR })], clicked)).to.equal(10_000);
  });

  const cancellations: [name: string, cancelledAt: number, value: number][] = [
    ['cancelled before now', NOW - HOUR, 0],
    ['cancelled at exactly now', NOW, 0],
    ['cancelled 1 ms after now', NOW + 1, 5000],
    ['cancelled at the instant of the order', ORDERED, 0],
  ];
  for (const [name, cancelledAt, value] of cancellations) {
    it(`an order ${name} earns ${value}`, () => expect(earned([order({ cancelledAt })], clicked)).to.equal(value));
  }

  const nows: [name: string, now: number, value: number][] = [
    ['1 ms after now', ORDERED - 1, 0],
    ['at exactly now', ORDERED, 5000],
    ['before now', ORDERED + 1, 5000],
  ];
  for (const [name, now, value] of nows) {
    it(`an order ${name} earns ${value}`, () => expect(earned([order()], clicked, {}, now)).to.equal(value));
  }
});

describe('which conversation is credited', () => {
  const credited = (talks: TouchingConversation[], settings: MetricSettings = {}): string | undefined => {
    const [item] = attribute([order()], talks, settings);
    return item && talks[item.conversation]!.id;
  };
  const cases: [name: string, talks: TouchingConversation[], id: string | undefined][] = [
    [
      'the latest of two clicks',
      [talk({ id: 'a', clicks: [['shoe', 2 * HOUR]] }), talk({ id: 'b', clicks: [['shoe', HOUR]] })],
      'b',
    ],
    [
      'the latest, loaded first',
      [talk({ id: 'b', clicks: [['shoe', HOUR]] }), talk({ id: 'a', clicks: [['shoe', 2 * HOUR]] })],
      'b',
    ],
    [
      'the latest before the order, not the one after it',
      [talk({ id: 'a', clicks: [['shoe', HOUR]] }), talk({ id: 'b', clicks: [['shoe', -1]] })],
      'a',
    ],
    [
      'a later web click outside its window leaves it to the earlier sms click inside its own',
      [
        talk({ id: 'web', clicks: [['shoe', 25 * HOUR]] }),
        talk({ id: 'text', channel: 'sms', clicks: [['shoe', 100 * HOUR]] }),
      ],
      'text',
    ],
    [
      'a later web click inside its window wins over an earlier sms click',
      [
        talk({ id: 'web', clicks: [['shoe', 24 * HOUR]] }),
        talk({ id: 'text', channel: 'sms', clicks: [['shoe', 100 * HOUR]] }),
      ],
      'web',
    ],
    [
      'an sms click later than a web click wins',
      [
        talk({ id: 'web', clicks: [['shoe', 2 * HOUR]] }),
        talk({ id: 'text', channel: 'sms', clicks: [['shoe', HOUR]] }),
      ],
      'text',
    ],
    [
      'both outside their windows',
      [
        talk({ id: 'web', clicks: [['shoe', 25 * HOUR]] }),
        talk({ id: 'text', channel: 'sms', clicks: [['shoe', 121 * HOUR]] }),
      ],
      undefined,
    ],
    [
      'another product’s later click changes nothing',
      [talk({ id: 'a', clicks: [['shoe', HOUR]] }), talk({ id: 'b', clicks: [['hat', 1]] })],
      'a',
    ],
    [
      'another customer’s later click changes nothing',
      [talk({ id: 'a', clicks: [['shoe', HOUR]] }), talk({ id: 'b', profileId: 'p2', clicks: [['shoe', 1]] })],
      'a',
    ],
  ];
  for (const [name, talks, id] of cases) {
    it(`${name}: ${id ?? 'none'}`, () => expect(credited(talks)).to.equal(id));
  }

  it('clicks at the same instant credit the same conversation in any order of loading', () => {
    const talks = ['b', 'c', 'a'].map((id) => talk({ id, clicks: [['shoe', HOUR]] }));
    expect(credited([...talks].reverse())).to.equal(credited(talks));
  });

  it('each line goes to its own product’s click', () => {
    const talks = [talk({ id: 'a', clicks: [['shoe', HOUR]] }), talk({ id: 'b', clicks: [['hat', HOUR]] })];
    const items = attribute(
      [
        order({
          items: [
            { productId: 'hat', amount: 1 },
            { productId: 'shoe', amount: 2 },
          ],
        }),
      ],
      talks,
    );
    expect(items.map(({ productId, conversation }) => [productId, talks[conversation]!.id])).to.deep.equal([
      ['hat', 'b'],
      ['shoe', 'a'],
    ]);
  });
});

describe('a shown product as a touch', () => {
  const shown = (channel: string) => [talk({ channel, shows: [['shoe', HOUR]] })];
  const smsShows: MetricSettings = { attribution: { byChannel: { sms: { touch: 'message', hours: 120 } } } };
  const allShow: MetricSettings = { attribution: { default: { touch: 'message', hours: 24 } } };
  const cases: [name: string, talks: TouchingConversation[], settings: MetricSettings, value: number][] = [
    ['web chat by default', shown('web-chat'), {}, 0],
    ['sms by default', shown('sms'), {}, 0],
    ['sms with touch message', shown('sms'), smsShows, 5000],
    ['web chat with touch message for sms only', shown('web-chat'), smsShows, 0],
    ['web chat with touch message for all', shown('web-chat'), allShow, 5000],
    ['sms with touch message for all others', shown('sms'), allShow, 0],
    ['a click with touch message', [talk({ clicks: [['shoe', HOUR]] })], allShow, 5000],
    ['shown exactly 24 h before', [talk({ shows: [['shoe', 24 * HOUR]] })], allShow, 5000],
    ['shown 24 h and 1 ms before', [talk({ shows: [['shoe', 24 * HOUR + 1]] })], allShow, 0],
    ['shown after the order', [talk({ shows: [['shoe', -1]] })], allShow, 0],
  ];
  for (const [name, talks, settings, value] of cases) {
    it(`${name} earns ${value}`, () => expect(earned([order()], talks, settings)).to.equal(value));
  }
});

describe('the order of loading', () => {
  const minutes = fc.integer({ min: -120, max: 8000 });
  const products = fc.constantFrom('shoe', 'hat', 'bag');
  const touches = fc.array(
    fc.tuple(
      products,
      minutes.map((n) => n * 60_000),
    ),
    { maxLength: 4 },
  );
  const talks = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'é', '𝒜'),
      profileId: fc.constantFrom('p1', 'p2'),
      channel: fc.constantFrom('web-chat', 'sms'),
      clicks: touches,
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  const orders = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('o1', 'o2', 'o3'),
      profileId: fc.constantFrom('p1', 'p2', undefined),
      conversationId: fc.constantFrom('a', 'b', undefined),
      items: fc.array(fc.record({ productId: products, amount: fc.integer({ min: 0, max: 100 }) }), { maxLength: 3 }),
    }),
    { selector: ({ id }) => id },
  );
  const facts = (list: TouchingConversation[], items: AttributedItem[]) =>
    items
      .map(({ order: id, productId, value, at, conversation }) =>
        JSON.stringify([id, productId, value, at, list[conversation]!.id]),
      )
      .sort();

  it('changes neither what is earned nor who is credited', () => {
    fc.assert(
      fc.property(talks, orders, (some, made) => {
        const forward = some.map(talk);
        const list = made.map((one) => order(one));
        const backward = [...forward].reverse();
        expect(facts(backward, attribute([...list].reverse(), backward))).to.deep.equal(
          facts(forward, attribute(list, forward)),
        );
      }),
    );
  });

  it('never attributes a line twice, nor a line without a click', () => {
    fc.assert(
      fc.property(talks, orders, (some, made) => {
        const list = some.map(talk);
        const clicked = new Set(list.flatMap(({ touches: all }) => all.map(({ productId }) => productId)));
        const lines = made.flatMap(({ items }) => items).filter(({ productId }) => clicked.has(productId));
        const items = attribute(
          made.map((one) => order(one)),
          list,
        );
        expect(items.length).to.be.at.most(lines.length);
        for (const { productId } of items) expect(clicked.has(productId)).to.equal(true);
      }),
    );
  });
});

describe('attribution settings', () => {
  const wrong: [settings: unknown, names: string][] = [
    [{ attribution: { default: { touch: 'view', hours: 24 } } }, 'attribution.default.touch is "view"'],
    [{ attribution: { default: { touch: 'click', hours: -1 } } }, 'attribution.default.hours is -1'],
    [{ attribution: { byChannel: { sms: { touch: 'click', hours: Infinity } } } }, 'attribution.byChannel.sms.hours'],
    [{ attribution: { byChannel: { sms: { touch: 'click' } } } }, 'attribution.byChannel.sms.hours'],
    [{ attribution: { byChannel: { sms: null } } }, 'attribution.byChannel.sms.touch'],
    [{ inactivityHours: -1 }, 'inactivityHours is -1'],
    [{ inactivityHours: '48' }, 'inactivityHours is "48"'],
    [{ minutesSavedPerConversation: NaN }, 'minutesSavedPerConversation'],
  ];
  for (const [settings, names] of wrong) {
    it(`${JSON.stringify(settings)} names ${names}`, () =>
      expect(() => resolveSettings(settings as MetricSettings)).to.throw(RangeError, names));
  }

  it('nothing set is 48 h, clicks within 24 h, sms within 120 h', () => {
    expect(resolveSettings()).to.deep.equal({
      inactivityHours: 48,
      attribution: { default: { touch: 'click', hours: 24 }, byChannel: { sms: { touch: 'click', hours: 120 } } },
    });
  });
});
