/**
 * Which sections and tiles a page shows and in which order, as one text to keep: `sections=overview,!gaps;tiles=total-volume,ai-revenue`.
 * A leading `!` hides. Grids of tiles beside the first have a name: `tiles.speed=response-time`.
 */
import { formatTexts } from './filters.js';

export interface Place {
  id: string;
  isHidden: boolean;
}

/** Unset: as the page has them. */
export interface Layout {
  sections?: readonly Place[];
  /** By the grid's name; `''` is the first. */
  tiles?: ReadonlyMap<string, readonly Place[]>;
}

const TILES = /^tiles(?:\.(.+))?$/;

/** Equal layouts are equal text; the page's own one is `''`. */
export function formatLayout({ sections, tiles }: Layout): string {
  const grids = [...(tiles ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, places]): [string, readonly Place[]] => [name === '' ? 'tiles' : `tiles.${encode(name)}`, places]);
  const entries = [...(sections ? [['sections', sections] as const] : []), ...grids];
  return entries.map(([key, places]) => `${key}=${places.map(formatPlace).join(',')}`).join(';');
}

/** Throws a `RangeError` that names what cannot be. */
export function parseLayout(text: string): Layout {
  const entries = text
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseEntry);
  const twice = findTwice(entries.map(([key]) => key));
  if (twice !== undefined) throw new RangeError(`The layout says ${JSON.stringify(twice)} twice. Say each once.`);
  const sections = entries.find(([key]) => key === 'sections')?.[1];
  const tiles = entries.flatMap(([key, places]): [string, Place[]][] =>
    key === 'sections' ? [] : [[decode(TILES.exec(key)![1] ?? ''), places]],
  );
  return { ...(sections && { sections }), ...(tiles.length > 0 && { tiles: new Map(tiles) }) };
}

/**
 * What there is, as a kept layout has it. What the layout does not know yet follows at the end and is shown, so that nobody misses what is
 * new; what there is no more is left out, unless `canAdd` takes it.
 */
export function arrange(
  known: readonly string[],
  kept: readonly Place[] | undefined,
  canAdd: (id: string) => boolean = () => false,
): Place[] {
  const places = (kept ?? []).filter(({ id }) => known.includes(id) || canAdd(id));
  const rest = known.filter((id) => !places.some((place) => place.id === id));
  return [...places, ...rest.map((id) => ({ id, isHidden: false }))];
}

/** Puts one at another place; places beyond the ends are the ends. */
export function movePlace(places: readonly Place[], id: string, to: number): Place[] {
  const moved = places.find((place) => place.id === id);
  if (!moved) return [...places];
  const rest = places.filter((place) => place !== moved);
  const at = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

function parseEntry(entry: string): [key: string, places: Place[]] {
  const equals = entry.indexOf('=');
  const key = equals < 0 ? entry : entry.slice(0, equals);
  if (key !== 'sections' && !TILES.test(key))
    throw new RangeError(
      `The layout has no ${JSON.stringify(key)}. Use sections=…, tiles=… or tiles.NAME=…, with ";" between them.`,
    );
  if (equals < 0) throw new RangeError(`The layout's ${key} are not said. Write ${key}=one,!hidden.`);
  const list = entry.slice(equals + 1).trim();
  const places = list === '' ? [] : list.split(',').map((one) => parsePlace(key, one.trim()));
  const twice = findTwice(places.map(({ id }) => id));
  if (twice !== undefined)
    throw new RangeError(`The layout's ${key} name ${JSON.stringify(twice)} twice. Name each once.`);
  return [key, places];
}

function parsePlace(key: string, text: string): Place {
  const isHidden = text.startsWith('!');
  const id = decode(isHidden ? text.slice(1) : text);
  if (id === '') throw new RangeError(`The layout's ${key} have an entry without a name. Write one,!hidden.`);
  return { id, isHidden };
}

const formatPlace = ({ id, isHidden }: Place): string => `${isHidden ? '!' : ''}${encode(id)}`;

/** A metric's variant stays readable; `!` only ever hides. */
const encode = (text: string): string => formatTexts([text]).replaceAll('%3A', ':').replace(/^!/, '%21');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RangeError(`The layout's ${JSON.stringify(text)} is not percent-encoded. Write % as %25.`);
  }
}

function findTwice(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}
