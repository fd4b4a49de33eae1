/** The settings that decide numbers, checked once. `api.md` lists them; whoever holds the data (page or endpoint) sets them. */
import { checkBusinessHours, type BusinessHours } from './business-hours.js';
import { checkWhere } from './metrics/check-where.js';
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
  /** Longest time from a cart add in the hub to its order; unset: no limit. */
  hubHours?: number;
  /** Channels that count as social. Default facebook, instagram, x, whatsapp, messenger. */
  socialChannels?: readonly string[];
  /** When people answer: `ID:business` measures durations by it. */
  businessHours?: BusinessHours;
}

export interface ResolvedSettings extends MetricSettings {
  inactivityHours: number;
  attribution: { default: AttributionRule; byChannel: Record<string, AttributionRule> };
}

const DEFAULT_RULE: AttributionRule = { touch: 'click', hours: 24 };
const SMS_RULE: AttributionRule = { touch: 'click', hours: 120 };

export const SOCIAL_CHANNELS: readonly string[] = ['facebook', 'instagram', 'x', 'whatsapp', 'messenger'];

const KNOWN: readonly (keyof MetricSettings)[] = [
  'inactivityHours',
  'attribution',
  'minutesSavedPerConversation',
  'goals',
  'hubHours',
  'socialChannels',
  'businessHours',
];

/** Settings that a formula can be scaled by. */
export const NUMBER_SETTINGS: readonly string[] = ['inactivityHours', 'minutesSavedPerConversation', 'hubHours'];

/** Fills in defaults. Throws a `RangeError` that names the setting and the value. */
export function resolveSettings(settings: MetricSettings = {}): ResolvedSettings {
  requireKeys('settings', settings, KNOWN);
  const inactivityHours = positive('inactivityHours', settings.inactivityHours ?? 48);
  checkOptional(settings);
  return { ...settings, inactivityHours, attribution: resolveAttribution(settings.attribution) };
}

/** Settings without a default. */
function checkOptional({ goals, socialChannels, businessHours, ...settings }: MetricSettings): void {
  for (const name of ['minutesSavedPerConversation', 'hubHours'] as const)
    if (settings[name] !== undefined) positive(name, settings[name]);
  if (goals !== undefined)
    for (const [id, where] of Object.entries(requireObject('goals', goals))) checkWhere(where, `Setting goals.${id}`);
  if (socialChannels !== undefined) checkTexts('socialChannels', socialChannels);
  if (businessHours !== undefined) checkBusinessHours(businessHours);
}

function resolveAttribution(
  attribution: NonNullable<MetricSettings['attribution']> = {},
): ResolvedSettings['attribution'] {
  requireKeys('attribution', attribution, ['default', 'byChannel']);
  const byChannel = {
    sms: SMS_RULE,
    ...(attribution.byChannel && requireObject('attribution.byChannel', attribution.byChannel)),
  };
  for (const [channel, rule] of Object.entries(byChannel)) checkRule(`attribution.byChannel.${channel}`, rule);
  const standard = checkRule('attribution.default', attribution.default ?? DEFAULT_RULE);
  return { default: standard, byChannel };
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

function requireKeys(name: string, value: object, known: readonly string[]): void {
  const unknown = Object.keys(requireObject(name, value)).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new RangeError(`Unknown setting "${unknown}" in ${name}. Use one of: ${known.join(', ')}.`);
}

function requireObject<T>(name: string, value: T): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new RangeError(`Setting ${name} is ${JSON.stringify(value)}. Use an object.`);
}

function checkTexts(name: string, value: unknown): void {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')) return;
  throw new RangeError(`Setting ${name} is ${JSON.stringify(value)}. Use a list of texts.`);
}

function positive(name: string, value: number): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new RangeError(
    `Setting ${name} is ${typeof value === 'number' ? value : JSON.stringify(value)}. Use a number from 0 on.`,
  );
}
