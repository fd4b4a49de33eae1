/** The pages a dashboard can be by name, which of a page's sections are shown, and whether there is anything to show. */
import type { ScopeController } from '../../controllers/scope-controller.js';
import { readLiveState } from '../../core/live-state.js';
import { CHATBOT } from './presets/chatbot.js';
import { type Part, type PartKind, type Preset, type Section, checkPreset } from './presets/preset.js';
import { CUSTOMER_AGENT, CUSTOMER_AGENT_CLASSIC } from './presets/customer-agent.js';
import { CUSTOMER_HUB } from './presets/customer-hub.js';
import { HELP_DESK } from './presets/help-desk.js';

export type { Part, PartKind, Preset, Section };

export const PRESETS: ReadonlyMap<string, Preset> = new Map(
  [CUSTOMER_AGENT, CUSTOMER_AGENT_CLASSIC, CUSTOMER_HUB, HELP_DESK, CHATBOT].map((preset) => [preset.id, preset]),
);

/** A page by its name, or a host's own one. Throws a `RangeError` that names what there is, or what is wrong with the own one. */
export function findPreset(wanted: string | Preset): Preset {
  if (typeof wanted !== 'string') return checkPreset(wanted);
  const preset = PRESETS.get(wanted);
  if (!preset) throw new RangeError(`Unknown preset "${wanted}". Use one of: ${[...PRESETS.keys()].join(', ')}.`);
  return preset;
}

/** The page itself says that a preset does not exist. */
export function findPresetQuietly(wanted: string | Preset): Preset | undefined {
  try {
    return findPreset(wanted);
  } catch {
    return undefined;
  }
}

/** The sections that are shown, in their order; all of them where none is chosen. `problem` names those that do not exist. */
function chooseSections(
  { id, sections }: Preset,
  chosen: readonly string[] | undefined,
): { sections: Section[]; problem: string } {
  const wrong = (chosen ?? []).filter((name) => !sections.some((section) => section.id === name));
  const names = wrong.map((name) => `"${name}"`).join(', ');
  return {
    sections: chosen ? chosen.flatMap((name) => sections.find((section) => section.id === name) ?? []) : sections,
    problem:
      wrong.length > 0
        ? `Preset "${id}" has no section ${names}. Use any of: ${sections.map((one) => one.id).join(', ')}.`
        : '',
  };
}

/** What there is to show. */
export type Page =
  /** `problem` names sections that the page's author asked for and that do not exist; empty for none. */
  | { kind: 'open'; preset: Preset; sections: Preset['sections']; problem: string }
  | { kind: 'no-source' }
  | { kind: 'not-live' }
  | { kind: 'failed'; error: unknown }
  /** The page's author asked for a page that does not exist. */
  | { kind: 'wrong'; error: unknown };

export function readPage(scope: ScopeController, wanted: string | Preset, chosen: readonly string[] | undefined): Page {
  const { load } = scope.description;
  if (!scope.source) return { kind: 'no-source' };
  if (load.kind === 'failed' && !load.last) return { kind: 'failed', error: load.error };
  try {
    const preset = findPreset(wanted);
    if (isNotLive(scope, preset)) return { kind: 'not-live' };
    return { kind: 'open', preset, ...chooseSections(preset, chosen) };
  } catch (error) {
    return { kind: 'wrong', error };
  }
}

/** Whether the product that the page is about was never on. */
function isNotLive(
  { described, nowOrClock, provided }: ScopeController,
  { product = provided?.product }: Preset,
): boolean {
  return described !== undefined && readLiveState(described.live, nowOrClock, product).kind === 'not-yet';
}
