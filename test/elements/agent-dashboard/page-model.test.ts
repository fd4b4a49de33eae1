import { expect } from 'chai';
import {
  chosenListFilters,
  INITIAL_PAGE,
  listFiltersOver,
  reducePage,
  SECTIONS,
  stepPlace,
  tilesList,
  type PageAction,
} from '../../../src/elements/agent-dashboard/page-model.js';
import { formatLayout } from '../../../src/core/layout.js';

const after = (...actions: PageAction[]) => actions.reduce(reducePage, INITIAL_PAGE);
const place = (id: string, isHidden = false) => ({ id, isHidden });

describe('the model of a page', () => {
  it('opens and closes the panel in which it is arranged', () => {
    expect(after({ kind: 'toggle-customising' }).isCustomising).to.equal(true);
    expect(after({ kind: 'toggle-customising' }, { kind: 'toggle-customising' }).isCustomising).to.equal(false);
  });

  it('keeps sections and each grid of tiles apart', () => {
    const { layout } = after(
      { kind: 'arrange', list: SECTIONS, places: [place('gaps'), place('overview', true)] },
      { kind: 'arrange', list: tilesList(''), places: [place('csat')] },
      { kind: 'arrange', list: tilesList('speed'), places: [place('response-time')] },
      { kind: 'arrange', list: tilesList(''), places: [place('csat', true)] },
    );
    expect(formatLayout(layout)).to.equal('sections=gaps,!overview;tiles=!csat;tiles.speed=response-time');
  });

  it('goes back to its own layout', () => {
    const { layout } = after(
      { kind: 'arrange', list: SECTIONS, places: [place('gaps')] },
      { kind: 'set-layout', layout: {} },
    );
    expect(formatLayout(layout)).to.equal('');
  });

  it('does not change the model it is given', () => {
    const before = after({ kind: 'arrange', list: tilesList(''), places: [place('csat')] });
    reducePage(before, { kind: 'arrange', list: tilesList(''), places: [] });
    expect(formatLayout(before.layout)).to.equal('tiles=csat');
  });
});

describe('filters of the list alone', () => {
  const sms = { channel: ['sms'] };
  const page = { tag: ['returns'] };
  const filtered: PageAction = { kind: 'filter-list', filters: sms };
  const select = (isSelected: boolean): PageAction => ({ kind: 'select', isSelected });

  const cases: [name: string, actions: PageAction[], active: unknown, chosen: unknown][] = [
    ['none at first', [], {}, undefined],
    ['stand beside those of the page', [filtered], sms, sms],
    ['wait while a selection is shown', [filtered, select(true)], {}, sms],
    ['wait through several selections', [filtered, select(true), select(true)], {}, sms],
    ['come back after it', [filtered, select(true), select(false)], sms, sms],
    [
      'narrow a selection when chosen after it',
      [select(true), { kind: 'filter-list', filters: { channel: ['mail'] } }, select(false)],
      { channel: ['mail'] },
      { channel: ['mail'] },
    ],
    ['are gone when taken back', [filtered, { kind: 'filter-list', filters: undefined }], {}, undefined],
  ];
  for (const [name, actions, active, chosen] of cases)
    it(name, () => {
      const model = after(...actions);
      expect(listFiltersOver(model, page)).to.deep.equal({ ...page, ...(active as object) });
      expect(chosenListFilters(model)).to.deep.equal(chosen);
    });
});

describe('stepPlace', () => {
  const places = ['a', 'b', 'c'].map((id) => place(id));
  const ids = (by: 1 | -1, id: string) => stepPlace(places, id, by)?.map((one) => one.id);

  it('moves one step', () => {
    expect(ids(1, 'a')).to.deep.equal(['b', 'a', 'c']);
    expect(ids(-1, 'c')).to.deep.equal(['a', 'c', 'b']);
  });

  it('stays within the ends', () => {
    expect(ids(-1, 'a')).to.equal(undefined);
    expect(ids(1, 'c')).to.equal(undefined);
  });
});
