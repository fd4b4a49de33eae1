/** What a user did. Events bubble out of shadow roots; the cancelable ones leave the action to the host when it calls `preventDefault()`. */
import type { Filters } from '../../core/query.js';

const OUTWARD = { bubbles: true, composed: true } as const;

/** The user chose a range or a comparison. `from` and `to` are its dates, both included. */
export class AgentRangeChangeEvent extends Event {
  readonly range: string;
  readonly from: string;
  readonly to: string;
  readonly compare: string;
  constructor(detail: { range: string; from: string; to: string; compare: string }) {
    super('agent-range-change', OUTWARD);
    ({ range: this.range, from: this.from, to: this.to, compare: this.compare } = detail);
  }
}

/** The user changed the filters. */
export class AgentFiltersChangeEvent extends Event {
  readonly filters: Filters;
  constructor(filters: Filters) {
    super('agent-filters-change', OUTWARD);
    this.filters = filters;
  }
}

/** The user grouped a chart by another dimension. */
export class AgentGroupChangeEvent extends Event {
  readonly groupBy: string;
  constructor(groupBy: string) {
    super('agent-group-change', OUTWARD);
    this.groupBy = groupBy;
  }
}

/** The user activated a tile. */
export class AgentKpiSelectEvent extends Event {
  readonly metric: string;
  constructor(metric: string) {
    super('agent-kpi-select', { ...OUTWARD, cancelable: true });
    this.metric = metric;
  }
}

/**
 * The user activated a bar. `from` and `to` are instants, half open; `bucket` is unset for a bar over the whole range, `group` for one that
 * is not grouped.
 */
export class AgentBarSelectEvent extends Event {
  readonly bucket: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly groupBy: string | undefined;
  readonly group: string | undefined;
  readonly metric: string;
  /** The bar is what other groups make together; `group` is unset then. */
  readonly isRest: boolean;
  constructor(detail: {
    bucket: string | undefined;
    from: string;
    to: string;
    groupBy: string | undefined;
    group: string | undefined;
    metric: string;
    isRest: boolean;
  }) {
    super('agent-bar-select', { ...OUTWARD, cancelable: true });
    ({
      bucket: this.bucket,
      from: this.from,
      to: this.to,
      groupBy: this.groupBy,
      group: this.group,
      metric: this.metric,
      isRest: this.isRest,
    } = detail);
  }
}

/** The user opened a conversation. */
export class AgentConversationOpenEvent extends Event {
  readonly conversationId: string;
  constructor(conversationId: string) {
    super('agent-conversation-open', { ...OUTWARD, cancelable: true });
    this.conversationId = conversationId;
  }
}

/** The user opened a record that is no conversation, as a ticket. `fact` says what it is. */
export class AgentRecordOpenEvent extends Event {
  readonly fact: string;
  readonly recordId: string;
  constructor(fact: string, recordId: string) {
    super('agent-record-open', { ...OUTWARD, cancelable: true });
    this.fact = fact;
    this.recordId = recordId;
  }
}

/** The user asked for the conversations behind a frequent question. */
export class AgentQuestionSelectEvent extends Event {
  readonly questionId: string;
  readonly question: string;
  readonly conversationIds: readonly string[];
  constructor({
    questionId,
    question,
    conversationIds,
  }: {
    questionId: string;
    question: string;
    conversationIds: readonly string[];
  }) {
    super('agent-question-select', { ...OUTWARD, cancelable: true });
    this.questionId = questionId;
    this.question = question;
    this.conversationIds = conversationIds;
  }
}

/** The user asked for the conversations behind a knowledge gap. */
export class AgentGapSelectEvent extends Event {
  readonly gapId: string;
  readonly topic: string;
  readonly conversationIds: readonly string[];
  constructor({ gapId, topic, conversationIds }: { gapId: string; topic: string; conversationIds: readonly string[] }) {
    super('agent-gap-select', { ...OUTWARD, cancelable: true });
    this.gapId = gapId;
    this.topic = topic;
    this.conversationIds = conversationIds;
  }
}

/** The user dismissed a knowledge gap, or took that back. */
export class AgentGapDismissEvent extends Event {
  readonly gapId: string;
  readonly dismissed: boolean;
  constructor(gapId: string, dismissed: boolean) {
    super('agent-gap-dismiss', OUTWARD);
    this.gapId = gapId;
    this.dismissed = dismissed;
  }
}

/** The user wrote an article that closes a knowledge gap. A page that prevents it keeps the article itself. */
export class AgentKnowledgeAddEvent extends Event {
  readonly gapId: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  constructor({ gapId, topic, title, body }: { gapId: string; topic: string; title: string; body: string }) {
    super('agent-knowledge-add', { ...OUTWARD, cancelable: true });
    this.gapId = gapId;
    this.topic = topic;
    this.title = title;
    this.body = body;
  }
}

/** The user asked for a file. A page that prevents it makes the file itself. */
export class AgentExportEvent extends Event {
  readonly format: 'csv' | 'png';
  readonly filename: string;
  constructor(format: 'csv' | 'png', filename: string) {
    super('agent-export', { ...OUTWARD, cancelable: true });
    this.format = format;
    this.filename = filename;
  }
}

/**
 * The user follows the link from a number to the host's own page about it. A page that prevents it goes there itself. `range` is the range as
 * it was set, a preset or two dates; `from` and `to` are its dates, both included.
 */
export class AgentReportOpenEvent extends Event {
  readonly metric: string;
  readonly url: string;
  readonly range: string;
  readonly from: string;
  readonly to: string;
  readonly filters: Filters;
  constructor(detail: { metric: string; url: string; range: string; from: string; to: string; filters: Filters }) {
    super('agent-report-open', { ...OUTWARD, cancelable: true });
    ({
      metric: this.metric,
      url: this.url,
      range: this.range,
      from: this.from,
      to: this.to,
      filters: this.filters,
    } = detail);
  }
}

/** The user arranged the page another way. `layout` is the text to keep and set again; `''`: the page's own arrangement. */
export class AgentLayoutChangeEvent extends Event {
  readonly layout: string;
  constructor(layout: string) {
    super('agent-layout-change', OUTWARD);
    this.layout = layout;
  }
}

declare global {
  interface HTMLElementEventMap {
    'agent-range-change': AgentRangeChangeEvent;
    'agent-filters-change': AgentFiltersChangeEvent;
    'agent-group-change': AgentGroupChangeEvent;
    'agent-kpi-select': AgentKpiSelectEvent;
    'agent-bar-select': AgentBarSelectEvent;
    'agent-conversation-open': AgentConversationOpenEvent;
    'agent-record-open': AgentRecordOpenEvent;
    'agent-question-select': AgentQuestionSelectEvent;
    'agent-gap-select': AgentGapSelectEvent;
    'agent-gap-dismiss': AgentGapDismissEvent;
    'agent-knowledge-add': AgentKnowledgeAddEvent;
    'agent-export': AgentExportEvent;
    'agent-report-open': AgentReportOpenEvent;
    'agent-layout-change': AgentLayoutChangeEvent;
  }
}
