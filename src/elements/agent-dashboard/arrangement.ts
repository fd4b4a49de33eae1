/** What a page's author chose, arranged as the user's layout says, and the lists in which the user arranges it. */
import { arrange, type Layout, type Place } from '../../core/layout.js';
import type { SourceDescription } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { metricWords } from '../shared/words.js';
import { SECTIONS, tilesList } from './page-model.js';
import type { Part, Section } from './presets.js';
import { titleOf } from './sections-view.js';
import { isSupplied } from './supplied-parts.js';

type Kpis = Extract<Part, { kind: 'kpis' }>;

/** One list that the user can put in order. */
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

const nameOfGrid = ({ id = '' }: Kpis): string => id;

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

interface ArrangeWords {
  messages: Messages;
  /** Titles of sections by their ids. */
  titles: Readonly<Record<string, string>>;
}

/** The list of sections, then the grids of tiles as the sections stand. */
export function arrangedLists(page: ArrangedPage, words: ArrangeWords): ArrangedList[] {
  const { sections, layout } = page;
  const byId = new Map(sections.map((section) => [section.id, section]));
  const places = arrange([...byId.keys()], layout.sections);
  return [
    {
      key: SECTIONS,
      title: words.messages.dashboard.customise.sections,
      places,
      nameOf: (id) => nameOf(byId.get(id)!, words),
    },
    ...places.flatMap(({ id }) => {
      const section = byId.get(id)!;
      return gridsOf(section.parts).map((part) => gridList(part, section, page, words));
    }),
  ];
}

function gridList(part: Kpis, section: Section, page: ArrangedPage, words: ArrangeWords): ArrangedList {
  const { messages } = words;
  const tiles = tilesOf(part, page);
  const label = (metric: string): string => metricWords(metric, messages, page.description).label;
  const title = [nameOf(section, words), groupOf(part, section, messages)].filter(Boolean).join(', ');
  return {
    key: tilesList(nameOfGrid(part)),
    title: messages.dashboard.customise.tiles.replace('{section}', () => title),
    places: tiles,
    nameOf: label,
    offered: offeredMetrics(tiles, page)
      .map((metric): [string, string] => [metric, label(metric)])
      .sort(([, a], [, b]) => a.localeCompare(b, messages.code)),
  };
}

const nameOf = (section: Section, words: ArrangeWords): string => titleOf(section, words) ?? section.id;

/** Metrics with data that no tile of the grid shows. */
function offeredMetrics(tiles: readonly Place[], { description }: ArrangedPage): string[] {
  return description
    ? description.metrics.filter((metric) => isSupplied(metric, description) && !tiles.some(({ id }) => id === metric))
    : [];
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

/** The title of the folded part of its section that a grid stands in. */
function groupOf(grid: Kpis, { parts }: Section, { dashboard }: Messages): string | undefined {
  const group = parts.find((part) => part.kind === 'group' && gridsOf(part.parts).includes(grid));
  return group?.kind === 'group' ? (dashboard.groups[group.id] ?? group.heading ?? group.id) : undefined;
}
