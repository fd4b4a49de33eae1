/**
 * Writes the made-up shop's facts, one JSON object of `AgentData`, from a fixed seed.
 *
 *     node demo/generate-made-up.mjs demo/data/made-up.json.gz
 *
 * 2,500 conversations over 120 days up to 2026-06-07T12:00:00Z, with everything real data
 * here lacks: channels, handoffs, people who take over, clicks, carts, orders, articles.
 * Nothing in it is real. Chance is Mulberry32, so the same bytes come out each time.
 */
import { writeFileSync } from 'node:fs';
import { gzipSteadily } from './data/gzip-steadily.mjs';
import { articles } from './data/made-up/articles.mjs';
import { liveSince } from './data/made-up/calendar.mjs';
import { createChance } from './data/made-up/chance.mjs';
import { createConversations } from './data/made-up/conversations.mjs';
import { createOrders } from './data/made-up/orders.mjs';

const seed = 20260607;

/** All skills the agent has; nobody has needed `warranty-claim` yet. */
const skills = ['order-status', 'order-change', 'return-start', 'return-status', 'shipping-rates', 'size-advice', 'product-search', 'stock-check', 'payment-check', 'discount-check', 'warranty-claim'];

function createShop() {
  const chance = createChance(seed);
  const conversations = createConversations(chance, 2500);
  const orders = createOrders(chance, conversations);
  return { timeZone: 'Europe/Berlin', currency: 'EUR', live: { agent: [{ since: liveSince }] }, skills, articles, conversations, orders };
}

function run([output]) {
  if (!output) throw new TypeError('Name a file: node demo/generate-made-up.mjs OUTPUT.json.gz');
  const shop = createShop();
  writeFileSync(output, gzipSteadily(JSON.stringify(shop)));
  console.log(`${shop.conversations.length} conversations, ${shop.orders.length} orders, ${shop.articles.length} articles`);
}

run(process.argv.slice(2));
