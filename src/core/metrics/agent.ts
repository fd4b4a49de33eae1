/** The agent family (S1, S2): what the AI agent resolved, handed over and sold. */
import { count, distinct, ratio, sum, type MetricDefinition } from './definition.js';

const DERIVED_STATUS = [['conversations.status', 'conversations.messages']];
const HANDED_OVER = [['conversations.status', 'conversations.handoffs']];
const resolved = count({ where: { status: 'resolved' } });
const unresolved = count({ where: { status: ['routed', 'closed'] } });

const conversations = { family: 'agent', level: 'basic', fact: 'conversations', at: 'startedAt' } as const;
const items = { family: 'agent', level: 'basic', fact: 'attributedItems', at: 'at' } as const;

export const AGENT_METRICS: readonly MetricDefinition[] = [
  {
    ...conversations, id: 'total-volume', formula: count(), unit: 'count', better: 'neither', source: 'S1 S2',
    label: 'Total volume', description: 'Conversations between visitors and the AI agent.',
    rule: 'Conversations with at least one visitor message, by their start.',
  },
  {
    ...conversations, id: 'ai-resolved', formula: resolved, unit: 'count', better: 'higher', source: 'S1', needs: DERIVED_STATUS,
    label: 'Resolved by AI', description: 'Conversations the AI agent resolved without a person.',
    rule: 'No handoff, the last message is the agent’s, and the visitor closed it or 48 hours passed in silence.',
  },
  {
    ...conversations, id: 'ai-resolved-rate', formula: ratio(resolved, count()), unit: 'percent', better: 'higher', source: 'S1 S2',
    needs: DERIVED_STATUS, label: '% resolved by AI', description: 'Share of conversations the AI agent resolved without a person.',
    rule: 'Resolved by AI ÷ total volume.',
  },
  {
    ...conversations, id: 'ai-unresolved-rate', formula: ratio(unresolved, count()), unit: 'percent', better: 'lower', source: 'S2',
    needs: HANDED_OVER, label: '% not resolved by AI', description: 'Share of conversations the AI agent handed over.',
    rule: 'Routed or closed conversations ÷ total volume.',
  },
  {
    ...items, id: 'ai-revenue', formula: sum('value'), unit: 'money', better: 'higher', source: 'S1 S2',
    label: 'AI-generated sales', description: 'Sales of exactly the products that were clicked in a conversation.',
    rule: 'Order lines of a product ordered within the window after a click on it in a conversation; the latest click is credited.',
  },
  {
    family: 'agent', level: 'basic', fact: 'cartAdds', at: 'at', id: 'add-to-cart', formula: sum('quantity'), unit: 'count',
    better: 'higher', source: 'S1', label: 'Added to cart', description: 'Items put into the cart from conversations.',
    rule: 'Sum of the quantities added, by the time they were added.',
  },
  {
    family: 'agent', level: 'basic', fact: 'clicks', at: 'at', id: 'link-clicks', formula: count(), unit: 'count', better: 'higher',
    source: 'S1', label: 'Link clicks', description: 'Clicks on product and other links in conversations.',
    rule: 'Every click, by the time of the click.',
  },
  {
    ...items, id: 'ai-order-value', formula: ratio(sum('value'), distinct('order')), unit: 'money', better: 'higher', source: 'S1',
    label: 'Average order value', description: 'Attributed sales per order that holds an attributed item.',
    rule: 'AI-generated sales ÷ distinct orders with an attributed item.',
  },
  {
    family: 'agent', level: 'basic', fact: 'skillUses', at: 'at', id: 'skill-uses', formula: count(), unit: 'count', better: 'neither',
    source: 'S1', label: 'Skill uses', description: 'How often the agent used its skills, counted per message.',
    rule: 'Agent messages written with a skill; a conversation can use many.',
  },
];
