/** Pure logic of the kit: time, status, metrics and the engine. No DOM, no network, no timers; runs in a page, a worker and Node. */
export type { AgentData, Live, LiveSpan } from './facts/agent-data.js';
export type { Article } from './facts/articles.js';
export type { CartAdd, Click, Conversation, Handoff, Message, Profile, Rating } from './facts/conversations.js';
export type { Order, OrderItem } from './facts/orders.js';
export type { Instant } from './time/instant.js';
export * from './query.js';
export { QueryError } from './query-error.js';
export { formatFilters, parseFilters } from './filters.js';
export { formatMarks, parseMarks, type Mark } from './marks.js';
export { parseGoals, type Goal, type Goals } from './goals/goals.js';
export { projectGoal, type GoalCourse, type Projection } from './goals/project-goal.js';
export { formatView, parseView, type View } from './view.js';
export { arrange, formatLayout, movePlace, parseLayout, type Layout, type Place } from './layout.js';
export {
  resolveSettings,
  type AttributionRule,
  type AttributionSettings,
  type MetricSettings,
  type ResolvedSettings,
} from './settings.js';
export { readLiveState, type LiveState } from './live-state.js';
export * from './time/index.js';
export {
  conversationStatus,
  explainStatus,
  toOutcome,
  OUTCOMES,
  STATUSES,
  type ConversationStatus,
  type Outcome,
  type StatusContext,
  type StatusFacts,
  type StatusRule,
  type StatusVerdict,
} from './status/conversation-status.js';
export * from './metrics/definition.js';
export { defineMetric, type MetricInput } from './metrics/define-metric.js';
export { Catalogue, CATALOGUE, HEADLINE_METRICS } from './metrics/catalogue.js';
export { needsOf } from './metrics/readable.js';
export { planMetrics, type Leaf, type LeafSource, type Plan } from './metrics/plan.js';
export { changeOf, isShownInPoints, type Change, type Verdict } from './metrics/change.js';
export {
  attributeOrders,
  type AttributableOrder,
  type AttributedItem,
  type TouchingConversation,
} from './tables/attributed-orders.js';
export { answerQuery, type AnswerContext } from './answer/query.js';
export { answerRecords } from './answer/records.js';
export { answerQuestions } from './gaps/answers.js';
export { slaVerdict, type SlaVerdict } from './tables/tickets.js';
export type { Account } from './facts/accounts.js';
export type { ArticleVisit } from './facts/article-visits.js';
export type { ArticleVote } from './facts/article-votes.js';
export type { Checkout } from './facts/checkouts.js';
export type { Customer } from './facts/customers.js';
export type { Discount } from './facts/discounts.js';
export type { ForumPost } from './facts/forum.js';
export type { ForumTopic } from './facts/forum.js';
export type { HubEvent } from './facts/hub-events.js';
export { isRecordFact, RECORD_FACTS, type RecordFactName, type RecordFacts } from './facts/registry.js';
export type { SocialPost } from './facts/social-posts.js';
export type { Survey } from './facts/surveys.js';
export type { Ticket, TicketMessage } from './facts/tickets.js';
export type { FactColumns, CustomColumns, SuppliedFact } from './custom-columns.js';
export { answerList } from './answer/list.js';
export { DEFAULT_LIMITS, type QueryLimits } from './answer/limits.js';
export { ColumnarEngine, type ColumnarOptions } from './columnar/columnar-engine.js';
export { foldPhrase, foldText } from './answer/fold-text.js';
export type {
  CellsRequest,
  EngineFacts,
  FactsSummary,
  LeafCells,
  ListRequest,
  MetricsEngine,
  Span,
} from './answer/engine.js';
