/** The settings that decide numbers, checked once. `api.md` lists them; whoever holds the data (page or endpoint) sets them. */
import type { Where } from './metrics/definition.js';

export interface AttributionRule {
  /** `message`: an agent message that shows the product is a touch too. */
  touch: 'click' | 'message';
  /** Longest time from touch to order; exactly this long still counts. */
  hours: number;
}

export interface AttributionSettings {
  default?: AttributionRule;
  byChannel?: Record<string, AttributionRule>;
}

export interface MetricSettings {
  /** Silence after which a conversation closes by itself. Default 48. */
  inactivityHours?: number;
  attribution?: AttributionSettings;
  /** Unset: `time-saved` is not measured. */
  minutesSavedPerConversation?: number;
  /** Goals told by what a conversation is, beside the ids in `goals`. */
  goals?: Record<string, Where>;
}

export interface ResolvedSettings extends MetricSettings {
  inactivityHours: number;
  attribution: { default: AttributionRule; byChannel: Record<string, AttributionRule> };
}

const DEFAULT_RULE: AttributionRule = { touch: 'click', hours: 24 };
const SMS_RULE: AttributionRule = { touch: 'click', hours: 120 };

/** Fills in defaults. Throws a `RangeError` that names the setting and the value. */
export function resolveSettings(settings: MetricSettings = {}): ResolvedSettings {
  const inactivityHours = positive('inactivityHours', settings.inactivityHours ?? 48);
  if (settings.minutesSavedPerConversation !== undefined) positive('minutesSavedPerConversation', settings.minutesSavedPerConversation);
  const byChannel = { sms: SMS_RULE, ...settings.attribution?.byChannel };
  for (const [channel, rule] of Object.entries(byChannel)) checkRule(`attribution.byChannel.${channel}`, rule);
  const standard = checkRule('attribution.default', settings.attribution?.default ?? DEFAULT_RULE);
  return { ...settings, inactivityHours, attribution: { default: standard, byChannel } };
}

/** A setting by its name, as a formula's factor asks for it. Unset, unknown or no number: `undefined`. */
export function numberSetting(settings: Partial<ResolvedSettings>, name: string): number | undefined {
  const value = new Map<string, unknown>(Object.entries(settings)).get(name);
  return typeof value === 'number' ? value : undefined;
}

export function attributionRule(settings: ResolvedSettings, channel: string | undefined): AttributionRule {
  const { byChannel, default: standard } = settings.attribution;
  return channel !== undefined && Object.hasOwn(byChannel, channel) ? byChannel[channel]! : standard;
}

function checkRule(name: string, rule: AttributionRule): AttributionRule {
  if (rule?.touch !== 'click' && rule?.touch !== 'message') {
    throw new RangeError(`Setting ${name}.touch is ${JSON.stringify(rule?.touch)}. Use "click" or "message".`);
  }
  positive(`${name}.hours`, rule.hours);
  return rule;
}

function positive(name: string, value: number): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new RangeError(`Setting ${name} is ${JSON.stringify(value)}. Use a number from 0 on.`);
}
