/** Works out anew what conversations earned, for all whom a change touches and nobody else. */
import type { ConversationRecord, OrderRecord } from '../../../core/tables/conversation-record.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import { storedItems, type StoredItem } from '../row/earned-items.js';
import type { Links, PresentRows } from './stored-rows.js';

export interface Touched {
  /** New versions. */
  conversations: readonly ConversationRecord[];
  orders: readonly OrderRecord[];
  /** People whom the versions before belonged to. */
  formerProfiles: readonly string[];
  formerOrders: readonly OrderRecord[];
}

export interface Earned {
  items: ReadonlyMap<string, readonly StoredItem[]>;
  /** Conversations beside the new versions whose items are others now. */
  changed: readonly ConversationRecord[];
}

export async function earn(
  { conversations, orders, formerProfiles, formerOrders }: Touched,
  present: PresentRows,
  settings: ResolvedSettings,
): Promise<Earned> {
  if (orders.length === 0 && formerOrders.length === 0 && !(await present.hasOrders()))
    return { items: new Map(), changed: [] };
  const links = toLinks([...orders, ...formerOrders]);
  for (const record of conversations) {
    if (record.profile?.id) links.profiles.add(record.profile.id);
    links.conversations.add(record.id);
  }
  for (const profile of formerProfiles) if (profile) links.profiles.add(profile);
  const newOrders = new Set(orders.map(({ id }) => id));
  const concerned = [...orders, ...(await present.orders(links)).filter(({ id }) => !newOrders.has(id))];
  const rewritten = new Set(conversations.map(({ id }) => id));
  const others = (await present.touching(toLinks([...concerned, ...formerOrders]))).filter(
    ({ record }) => !rewritten.has(record.id),
  );
  const items = groupByConversation(
    storedItems(concerned, [...conversations, ...others.map(({ record }) => record)], settings),
  );
  const settled = new Set(concerned.map(({ id }) => id));
  const changed = others.filter((one) => {
    const now = [...one.items.filter(({ order }) => !settled.has(order)), ...(items.get(one.record.id) ?? [])].sort(
      byOrder,
    );
    items.set(one.record.id, now);
    return JSON.stringify(now) !== JSON.stringify([...one.items].sort(byOrder));
  });
  return { items, changed: changed.map(({ record }) => record) };
}

function toLinks(orders: readonly OrderRecord[]): { profiles: Set<string>; conversations: Set<string> } & Links {
  const texts = (values: readonly (string | null | undefined)[]) =>
    new Set(values.filter((value) => typeof value === 'string' && value !== '') as string[]);
  return {
    profiles: texts(orders.map(({ raw }) => raw.profileId)),
    conversations: texts(orders.map(({ raw }) => raw.conversationId)),
  };
}

function groupByConversation(items: readonly StoredItem[]): Map<string, StoredItem[]> {
  const grouped = new Map<string, StoredItem[]>();
  for (const item of items) grouped.set(item.conversation, [...(grouped.get(item.conversation) ?? []), item]);
  return grouped;
}

/** In an order that does not depend on what was written first. */
function byOrder(a: StoredItem, b: StoredItem): number {
  return (
    a.at - b.at || compare(a.order, b.order) || a.from - b.from || compare(a.product, b.product) || a.value - b.value
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
