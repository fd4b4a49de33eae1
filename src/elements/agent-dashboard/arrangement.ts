/** What a page's author chose, arranged as the reader's layout says, and the lists in which the reader arranges it. */
import { arrange, type Layout, type Place } from '../../core/layout.js';
import type { SourceDescription } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { metricWords } from '../shared/words.js';
import type { Part, Section } from './presets.js';
import { titleOf } from './sections-view.js';
import { isSupplied } from './supplied-parts.js';

type Kpis = Extract<Part, { kind: 'kpis' }>;

/** One list that the reader can put in order. */
export interface ArrangedList {
  /** `sections`, or a grid of tiles as in the layout's text. */
  key: string;
  title: string;
  places: Place[];
  nameOf: (id: string) => string;
  /** What can be added, by name. Unset: nothing. */
  offered?: [id: string, name: string][];
}

export interface ArrangedPage {
  sections: readonly Section[];
  layout: Layout;
  /** The tiles that the page's author chose for the first grid. Unset: the preset's. */
  metrics: string[] | undefined;
  description: SourceDescription | undefined;
}

export const SECTIONS = 'sections';
const TILES = 'tiles';

const nameOfGrid = ({ id = '' }: Kpis): string => id;
const keyOfGrid = (part: Kpis): string => (part.id ? `${TILES}.${part.id}` : TILES);

export function shownSections({ sections, layout }: ArrangedPage): Section[] {
  const places = arrange(
    sections.map(({ id }) => id),
    layout.sections,
  );
  return places.flatMap(({ id, isHidden }) => (isHidden ? [] : (sections.find((section) => section.id === id) ?? [])));
}

export function shownTiles(part: Kpis, page: ArrangedPage): string[] {
  return tilesOf(part, page).flatMap(({ id, isHidden }) => (isHidden ? [] : [id]));
}

/** The layout after one of its lists changed. */
export function withList(layout: Layout, key: string, places: readonly Place[]): Layout {
  if (key === SECTIONS) return { ...layout, sections: places };
  return { ...layout, tiles: new Map([...(layout.tiles ?? []), [key.slice(TILES.length + 1), places]]) };
}

export function arrangedLists(
  page: ArrangedPage,
  words: { messages: Messages; titles: Readonly<Record<string, string>> },
): ArrangedList[] {
  const { sections, layout, description } = page;
  const { customise } = words.messages.dashboard;
  const title = (id: string): string =>
    titleOf(
      sections.find((section) => section.id === id)!,
      words,
    ) ?? id;
  const label = (metric: string): string => metricWords(metric, words.messages, description).label;
  const places = arrange(
    sections.map(({ id }) => id),
    layout.sections,
  );
  const grids = places.flatMap(({ id }) =>
    gridsOf(sections.find((section) => section.id === id)!.parts).map((part) => ({ id, part })),
  );
  return [
    { key: SECTIONS, title: customise.sections, places, nameOf: title },
    ...grids.map(({ id, part }): ArrangedList => {
      const tiles = tilesOf(part, page);
      const offered = description
        ? description.metrics.filter(
            (metric) => isSupplied(metric, description) && !tiles.some(({ id: tile }) => tile === metric),
          )
        : [];
      return {
        key: keyOfGrid(part),
        title: customise.tiles.replace('{section}', () =>
          [title(id), groupOf(part, id, page, words.messages)].filter(Boolean).join(', '),
        ),
        places: tiles,
        nameOf: label,
        offered: offered
          .map((metric): [string, string] => [metric, label(metric)])
          .sort(([, a], [, b]) => a.localeCompare(b, words.messages.code)),
      };
    }),
  ];
}

function tilesOf(part: Kpis, { layout, metrics, description }: ArrangedPage): Place[] {
  const own = nameOfGrid(part) === '' ? (metrics ?? part.metrics) : part.metrics;
  return arrange(
    own,
    layout.tiles?.get(nameOfGrid(part)),
    (metric) => !description || description.metrics.includes(metric.split(':')[0]!),
  );
}

function gridsOf(parts: readonly Part[]): Kpis[] {
  return parts.flatMap((part) => (part.kind === 'kpis' ? [part] : part.kind === 'group' ? gridsOf(part.parts) : []));
}

/** Which folded part of its section a grid stands in. */
function groupOf(
  grid: Kpis,
  sectionId: string,
  { sections }: ArrangedPage,
  { dashboard }: Messages,
): string | undefined {
  const parts = sections.find(({ id }) => id === sectionId)!.parts;
  const group = parts.find((part) => part.kind === 'group' && gridsOf(part.parts).includes(grid));
  return group?.kind === 'group' ? (dashboard.groups[group.id] ?? group.heading ?? group.id) : undefined;
}
