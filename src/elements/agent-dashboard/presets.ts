/** The pages a dashboard can be by name, and which of a page's sections are shown. */
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

/** Where there is none, the page says so. */
export function findPresetQuietly(wanted: string | Preset): Preset | undefined {
  try {
    return findPreset(wanted);
  } catch {
    return undefined;
  }
}

/** The sections that are shown, in their order; all of them where none is chosen. `problem` names what there is not. */
export function chooseSections(
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
