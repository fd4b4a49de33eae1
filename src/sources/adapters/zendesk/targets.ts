/** Targets of Zendesk's agreements. Only those that never pause are due at an instant that is known beforehand. */
import { formatInstant, parseInstant } from '../../../core/time/instant.js';
import { isTrue, toInstant, toNumber, toRow, toRows, toText } from '../rows.js';
import type { Mapping, Part, Row } from '../vendor.js';
import type { BusinessHours } from '../../../core/business-hours.js';
import { BusinessClock } from '../../../core/tables/business-clock.js';
import { DAY, MINUTE } from '../../../core/time/units.js';

const DUE = new Map([
  ['first_reply_time', 'firstResponseDueAt'],
  ['total_resolution_time', 'resolutionDueAt'],
] as const);
const PAUSING = new Set([
  'next_reply_time',
  'periodic_update_time',
  'pausable_update_time',
  'agent_work_time',
  'requester_wait_time',
  'resolution_time',
]);
const NO_INSTANT = 'can pause, so that no instant tells when it is due';

export type Targets = { firstResponseDueAt?: string; resolutionDueAt?: string };

interface Target {
  since: number;
  minutes: number;
  isBusiness: boolean;
}

export class Policies {
  readonly #mapping: Mapping;
  readonly #targets = new Map<string, Target[]>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  learn(row: Row): void {
    const { report } = this.#mapping;
    const [policy, metric, priority] = [toText(row['sla_policy_id']), toText(row['metric']), toText(row['priority'])];
    const minutes = toNumber(row['target']);
    const since = toInstant(
      row['sla_policy_updated_at'],
      'sla_policy_metric_history.sla_policy_updated_at',
      policy ?? '',
      this.#mapping,
    );
    if (!this.#isDue(metric, policy ?? '')) return;
    if (policy === undefined || priority === undefined || minutes === undefined)
      return report.skip('sla_policy_metric_history', 'has no policy, priority or target', policy ?? '');
    const key = `${policy} ${metric!} ${priority}`;
    const known = this.#targets.get(key) ?? [];
    this.#targets.set(key, known);
    known.push({
      since: since === undefined ? -Infinity : parseInstant(since),
      minutes,
      isBusiness: isTrue(row['business_hours']),
    });
    known.sort((a, b) => a.since - b.since);
  }

  /** By the policies that were applied to a ticket, else by what Zendesk says itself. */
  of(ticket: Row, createdAt: string, parts: readonly Part[], id: string): Targets {
    const targets: Targets = {};
    for (const row of toRows(toRow(ticket['slas'])['policy_metrics'])) {
      const metric = toText(row['metric']);
      const at = this.#isDue(metric, id)
        ? toInstant(row['breach_at'], 'ticket.slas.policy_metrics.breach_at', id, this.#mapping)
        : undefined;
      if (at !== undefined) targets[DUE.get(metric as 'first_reply_time')!] = at;
    }
    for (const { table, row } of parts)
      if (table === 'ticket_sla_policy') Object.assign(targets, this.#apply(row, ticket, createdAt, id));
    return targets;
  }

  #apply(row: Row, ticket: Row, createdAt: string, id: string): Targets {
    const { options, report } = this.#mapping;
    const policy = toText(row['sla_policy_id']) ?? '';
    const appliedAt =
      toInstant(row['policy_applied_at'], 'ticket_sla_policy.policy_applied_at', id, this.#mapping) ?? createdAt;
    const targets: Targets = {};
    for (const [metric, field] of DUE) {
      const target = this.#targets
        .get(`${policy} ${metric} ${toText(ticket['priority']) ?? ''}`)
        ?.findLast(({ since }) => since <= parseInstant(appliedAt));
      if (!target) continue;
      if (target.isBusiness && !options.businessHours)
        report.ignore(
          'sla_policy_metric_history.target',
          'counts business hours, and the option businessHours is not set',
        );
      else targets[field] = dueAt(createdAt, target.minutes, target.isBusiness ? options.businessHours : undefined)!;
    }
    return targets;
  }

  #isDue(metric: string | undefined, example: string): boolean {
    if (metric === undefined) return false;
    if (PAUSING.has(metric)) this.#mapping.report.ignore(`sla ${metric}`, NO_INSTANT);
    else if (!DUE.has(metric as 'first_reply_time')) this.#mapping.report.unknown('sla.metric', metric, example);
    return DUE.has(metric as 'first_reply_time');
  }
}

/** Give up after this many days without enough business hours. */
const MAX_DAYS = 400;

/** When a target of so many minutes is due, by the clock or by business hours; `undefined`: the business hours never suffice. */
export function dueAt(from: string, minutes: number, hours: BusinessHours | undefined): string | undefined {
  const start = parseInstant(from);
  const length = minutes * MINUTE;
  if (!hours) return formatInstant(start + length);
  const clock = clockOf(hours);
  let [low, high] = [start, start + length];
  for (let day = 0; clock.between(start, high) < length; day++) {
    if (day > MAX_DAYS) return undefined;
    [low, high] = [high, high + DAY];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.between(start, middle) < length) low = middle;
    else high = middle;
  }
  return formatInstant(high);
}

const clocks = new WeakMap<BusinessHours, BusinessClock>();

function clockOf(hours: BusinessHours): BusinessClock {
  const clock = clocks.get(hours) ?? new BusinessClock(hours);
  clocks.set(hours, clock);
  return clock;
}
