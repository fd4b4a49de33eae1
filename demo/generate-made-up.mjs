/**
 * Writes the made-up shop's facts, one JSON object of `AgentData`, from a fixed seed.
 *
 *     node demo/generate-made-up.mjs demo/data/made-up.json.gz
 *     node demo/generate-made-up.mjs demo/data/made-up-service.json.gz service
 *
 * 2,500 conversations over 120 days up to 2026-06-07T12:00:00Z, with everything real data
 * here lacks: channels, handoffs, people who take over, clicks, carts, orders, articles.
 * `service`: fourteen months of all the shop does for its customers, the chatbot beside the help desk,
 * the hub of people's accounts, articles, forum and social networks.
 * Nothing in it is real. Chance is Mulberry32, so the same bytes come out each time.
 */
import { writeFileSync } from 'node:fs';
import { gzipSteadily } from './data/gzip-steadily.mjs';
import { articles } from './data/made-up/articles.mjs';
import { endMs, liveSince, minuteMs, toInstant } from './data/made-up/calendar.mjs';
import { createChance } from './data/made-up/chance.mjs';
import { createConversations } from './data/made-up/conversations.mjs';
import { createCustomers, createDiscounts, createSurveys } from './data/made-up/customers.mjs';
import { createHub } from './data/made-up/hub.mjs';
import { createOrders } from './data/made-up/orders.mjs';
import { createForum, createReading, createSocialPosts } from './data/made-up/self-service.mjs';
import { createTickets } from './data/made-up/tickets.mjs';
import { drawYear, yearStartMs } from './data/made-up/year.mjs';

const seed = 20260607;

/** All skills the agent has; nobody has needed `warranty-claim` yet. */
const skills = [
  'order-status',
  'order-change',
  'return-start',
  'return-status',
  'shipping-rates',
  'size-advice',
  'product-search',
  'stock-check',
  'payment-check',
  'discount-check',
  'warranty-claim',
];

function createShop() {
  const chance = createChance(seed);
  const conversations = createConversations(chance, 2500);
  const orders = createOrders(chance, conversations);
  return {
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    live: { agent: [{ since: liveSince }] },
    skills,
    articles,
    conversations,
    orders,
  };
}

const team = [
  ['Mara', 30],
  ['Jonas', 26],
  ['Noor', 24],
  ['Tom', 20],
];

/** Somebody of the team goes on with half of the conversations that became a ticket, and whoever wrote for the team has the conversation. */
function withTeam(chance, conversation) {
  const { messages = [], handoffs = [], closedAt, closedBy, ...rest } = conversation;
  const ticket = handoffs.find(({ by, accepted }) => by === 'ticket' && accepted !== false);
  const known = messages.find(({ from }) => from === 'human')?.author;
  const atMs = ticket && Math.max(...messages.map(({ at }) => Date.parse(at))) + chance.whole(2, 70) * minuteMs;
  const isTaken = ticket && !known && chance.happens(0.55) && atMs < endMs;
  const author = known ?? (isTaken ? chance.weighted(team) : undefined);
  const told = isTaken
    ? [
        ...messages,
        {
          at: toInstant(atMs),
          from: 'human',
          text: `Hello, ${author} here. I have looked into it and it is sorted.`,
          author,
        },
      ]
    : messages;
  return {
    ...rest,
    messages: told,
    ...(handoffs.length > 0 && { handoffs }),
    ...(closedAt && !isTaken && { closedAt, closedBy }),
    ...(author && { assignee: author }),
  };
}

function createService() {
  const chance = createChance(seed + 1);
  const conversations = createConversations(chance, 2600, (...asked) => drawYear(...asked)).map((one) =>
    withTeam(chance, one),
  );
  const { tickets, careOf } = createTickets(chance, 4000);
  const customers = createCustomers(chance, 900);
  const { orders: hubOrders, ...hub } = createHub(chance);
  const live = [{ since: new Date(yearStartMs).toISOString() }];
  return {
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    live: { agent: live, hub: live },
    skills,
    articles,
    conversations,
    tickets,
    customers,
    surveys: createSurveys(chance, { tickets, careOf, customers }),
    discounts: createDiscounts(chance, 420),
    ...hub,
    orders: [...createOrders(chance, conversations, live[0].since), ...hubOrders],
    ...createReading(chance),
    ...createForum(chance),
    socialPosts: createSocialPosts(chance, 380),
  };
}

function run([output, set = 'shop']) {
  const create = { shop: createShop, service: createService }[set];
  if (!output || !create)
    throw new TypeError('Name a file and a set: node demo/generate-made-up.mjs OUTPUT.json.gz [shop|service]');
  const facts = create();
  writeFileSync(output, gzipSteadily(JSON.stringify(facts)));
  console.log(
    Object.entries(facts)
      .flatMap(([name, list]) => (Array.isArray(list) ? [`${list.length} ${name}`] : []))
      .join(', '),
  );
}

run(process.argv.slice(2));
