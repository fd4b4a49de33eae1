/** What the user has chosen on a page apart from its range: how it is arranged, and filters of the list of conversations alone. Pure. */
import { movePlace, type Layout, type Place } from '../../core/layout.js';
import type { Filters } from '../../core/query.js';

export interface PageModel {
  layout: Layout;
  /** Whether the page is being arranged. */
  isCustomising: boolean;
  /** Filters of the list alone. While the list shows a selection, earlier ones wait. */
  listFilters: { active?: Filters | undefined; waiting?: Filters | undefined };
}

export type PageAction =
  | { kind: 'toggle-customising' }
  /** `{}` is the page's own layout. */
  | { kind: 'set-layout'; layout: Layout }
  /** Puts one of the page's lists in another order. */
  | { kind: 'arrange'; list: string; places: readonly Place[] }
  | { kind: 'filter-list'; filters: Filters | undefined }
  /** The list shows a selection, or everything again. */
  | { kind: 'select'; isSelected: boolean };

export const INITIAL_PAGE: PageModel = { layout: {}, isCustomising: false, listFilters: {} };

/** The list of sections; every other list is a grid of tiles. */
export const SECTIONS = 'sections';
const TILES = 'tiles';

/** The list of a grid of tiles by the grid's name; `''` is the first. */
export const tilesList = (grid: string): string => (grid ? `${TILES}.${grid}` : TILES);

export function reducePage(page: PageModel, action: PageAction): PageModel {
  switch (action.kind) {
    case 'toggle-customising':
      return { ...page, isCustomising: !page.isCustomising };
    case 'set-layout':
      return { ...page, layout: action.layout };
    case 'arrange':
      return { ...page, layout: withList(page.layout, action.list, action.places) };
    case 'filter-list':
      return { ...page, listFilters: { active: action.filters } };
    case 'select':
      return { ...page, listFilters: followSelection(page.listFilters, action.isSelected) };
  }
}

/** The list's filters as the user chose them, active or waiting. */
export function chosenListFilters({ listFilters: { active, waiting } }: PageModel): Filters | undefined {
  return active ?? waiting;
}

/** What the list is filtered by: the page's filters stay. */
export function listFiltersOver({ listFilters }: PageModel, page: Filters): Filters {
  return { ...page, ...listFilters.active };
}

/** One step up or down; `undefined` beyond the ends. */
export function stepPlace(places: readonly Place[], id: string, by: 1 | -1): Place[] | undefined {
  const to = places.findIndex((place) => place.id === id) + by;
  return to < 0 || to >= places.length ? undefined : movePlace(places, id, to);
}

function withList(layout: Layout, list: string, places: readonly Place[]): Layout {
  if (list === SECTIONS) return { ...layout, sections: places };
  return { ...layout, tiles: new Map([...(layout.tiles ?? []), [list.slice(TILES.length + 1), places]]) };
}

/** A selection is listed in full; filters chosen after that narrow it. */
function followSelection({ active, waiting }: PageModel['listFilters'], isSelected: boolean): PageModel['listFilters'] {
  return isSelected ? { waiting: active ?? waiting } : { active: active ?? waiting };
}
