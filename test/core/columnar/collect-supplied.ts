/** Which facts and columns were supplied, read off the records one by one: the measure of what the engine keeps count of. */
import type { Article } from '../../../src/core/facts/articles.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Order } from '../../../src/core/facts/orders.js';

export interface SuppliedRecords {
  conversations: readonly Conversation[] | undefined;
  orders: readonly Order[] | undefined;
  articles: readonly Article[] | undefined;
  skills: readonly string[] | undefined;
  /** Whether some channel's sales are attributed to products that were only shown. */
  showingTouches: boolean;
}

/** Names as `fact` and `fact.column`; `touches` stands for clicks or products shown, which sales are attributed to. */
export function collectSupplied({
  conversations,
  orders,
  articles,
  skills,
  showingTouches,
}: SuppliedRecords): Set<string> {
  const supplied = new Set<string>();
  if (orders) supplied.add('orders');
  if (articles) supplied.add('articles');
  if (!conversations) return supplied;
  supplied.add('conversations');
  for (const conversation of conversations) {
    addKeys(supplied, 'conversations', conversation);
    for (const message of conversation.messages ?? []) addKeys(supplied, 'messages', message);
  }
  if (supplied.has('conversations.clicks') || (showingTouches && supplied.has('messages.products')))
    supplied.add('touches');
  if (skills && supplied.has('conversations.messages')) supplied.add('messages.skill');
  return supplied;
}

function addKeys(supplied: Set<string>, fact: string, record: object): void {
  for (const [key, value] of Object.entries(record)) {
    if (value !== null && value !== undefined) supplied.add(`${fact}.${key}`);
  }
}
