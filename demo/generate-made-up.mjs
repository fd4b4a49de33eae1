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
import { liveSince } from './data/made-up/calendar.mjs';
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
const skills = ['order-status', 'order-change', 'return-start', 'return-status', 'shipping-rates', 'size-advice', 'product-search', 'stock-check', 'payment-check', 'discount-check', 'warranty-claim'];

function createShop() {
  const chance = createChance(seed);
  const conversations = createConversations(chance, 2500);
  const orders = createOrders(chance, conversations);
  return { timeZone: 'Europe/Berlin', currency: 'EUR', live: { agent: [{ since: liveSince }] }, skills, articles, conversations, orders };
}

/** Whoever wrote for the team has the conversation. */
function withAssignee(conversation) {
  const assignee = conversation.messages?.find(({ from }) => from === 'human')?.author;
  return assignee ? { ...conversation, assignee } : conversation;
}

function createService() {
  const chance = createChance(seed + 1);
  const conversations = createConversations(chance, 2600, (...asked) => drawYear(...asked)).map(withAssignee);
  const { tickets, careOf } = createTickets(chance, 4000);
  const customers = createCustomers(chance, 900);
  const { orders: hubOrders, ...hub } = createHub(chance);
  const live = [{ since: new Date(yearStartMs).toISOString() }];
  return {
    timeZone: 'Europe/Berlin', currency: 'EUR', live: { agent: live, hub: live }, skills, articles, conversations, tickets, customers,
    surveys: createSurveys(chance, { tickets, careOf, customers }), discounts: createDiscounts(chance, 420),
    ...hub, orders: [...createOrders(chance, conversations, live[0].since), ...hubOrders],
    ...createReading(chance), ...createForum(chance), socialPosts: createSocialPosts(chance, 380),
  };
}

function run([output, set = 'shop']) {
  const create = { shop: createShop, service: createService }[set];
  if (!output || !create) throw new TypeError('Name a file and a set: node demo/generate-made-up.mjs OUTPUT.json.gz [shop|service]');
  const facts = create();
  writeFileSync(output, gzipSteadily(JSON.stringify(facts)));
  console.log(Object.entries(facts).flatMap(([name, list]) => (Array.isArray(list) ? [`${list.length} ${name}`] : [])).join(', '));
}

run(process.argv.slice(2));
