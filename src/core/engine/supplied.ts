/** Which facts and columns were supplied: a column is, when at least one record has its key. */
import type { Article, Conversation, Order } from '../facts.js';
import type { ResolvedSettings } from '../settings.js';

export interface SuppliedRecords {
  conversations: readonly Conversation[] | undefined;
  orders: readonly Order[] | undefined;
  articles: readonly Article[] | undefined;
  skills: readonly string[] | undefined;
  /** Whether some channel's sales are attributed to products that were only shown. */
  showingTouches: boolean;
}

/** Names as `fact` and `fact.column`; `touches` stands for clicks or products shown, which sales are attributed to. */
export function collectSupplied({ conversations, orders, articles, skills, showingTouches }: SuppliedRecords): Set<string> {
  const supplied = new Set<string>();
  if (orders) supplied.add('orders');
  if (articles) supplied.add('articles');
  if (!conversations) return supplied;
  supplied.add('conversations');
  for (const conversation of conversations) {
    addKeys(supplied, 'conversations', conversation);
    for (const message of conversation.messages ?? []) addKeys(supplied, 'messages', message);
  }
  if (supplied.has('conversations.clicks') || (showingTouches && supplied.has('messages.products'))) supplied.add('touches');
  if (skills && supplied.has('conversations.messages')) supplied.add('messages.skill');
  return supplied;
}

function addKeys(supplied: Set<string>, fact: string, record: object): void {
  for (const [key, value] of Object.entries(record)) {
    if (value !== null && value !== undefined) supplied.add(`${fact}.${key}`);
  }
}

interface SuppliedBeside {
  given: ReadonlySet<'conversations' | 'orders' | 'articles'>;
  skills: readonly string[] | undefined;
  settings: ResolvedSettings;
}

/** The same, from the columns that conversations and messages have. */
export function suppliedBeside(columns: ReadonlySet<string>, { given, skills, settings }: SuppliedBeside): Set<string> {
  const supplied = new Set<string>(given);
  if (!given.has('conversations')) return supplied;
  for (const column of columns) supplied.add(column);
  const showingTouches = [settings.attribution.default, ...Object.values(settings.attribution.byChannel)].some(({ touch }) => touch === 'message');
  if (supplied.has('conversations.clicks') || (showingTouches && supplied.has('messages.products'))) supplied.add('touches');
  if (skills && supplied.has('conversations.messages')) supplied.add('messages.skill');
  if (settings.goals) supplied.add('conversations.goals');
  return supplied;
}
