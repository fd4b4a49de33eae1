export type { Instant } from './time/instant.js';
export type { AgentData, Live, LiveSpan } from './facts/agent-data.js';
export type { Article } from './facts/articles.js';
export type { CartAdd, Click, Conversation, Handoff, Message, Profile, Rating } from './facts/conversations.js';
export type { Order, OrderItem } from './facts/orders.js';
