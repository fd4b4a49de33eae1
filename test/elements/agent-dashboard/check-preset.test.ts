import { expect } from 'chai';
import { CATALOGUE } from '../../../src/core/metrics/catalogue.js';
import { checkPreset } from '../../../src/elements/agent-dashboard/presets/preset.js';
import { findPreset, PRESETS, type Part, type Preset } from '../../../src/elements/agent-dashboard/presets.js';
import { messages } from '../../../src/locales/en.js';

const own = (parts: unknown) => ({ id: 'sales', top: [], sections: [{ id: 'one', parts }] }) as unknown as Preset;

function metricsOf(part: Part): string[] {
  if (part.kind === 'group') return part.parts.flatMap(metricsOf);
  return [...('metrics' in part ? part.metrics : []), ...('metric' in part && part.metric ? [part.metric] : [])];
}

const headingsOf = (part: Part): string[] => [
  ...(part.heading ? [part.heading] : []),
  ...(part.kind === 'group' ? part.parts.flatMap(headingsOf) : []),
];

describe('a preset of the kit', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  for (const preset of PRESETS.values()) {
    const parts = [...preset.top, ...preset.sections.flatMap((section) => section.parts)];

    it(`"${preset.id}" is one that a host could pass`, () =>
      expect(findPreset(structuredClone(preset))).to.deep.equal(preset));
    it(`"${preset.id}" names metrics of the catalogue alone`, () =>
      expect(
        parts
          .flatMap(metricsOf)
          .map((metric) => metric.split(':')[0])
          .filter((id) => !ids.includes(id!)),
      ).to.deep.equal([]));
    it(`"${preset.id}" has words for its title, sections and parts`, () => {
      const { titles, sections, headings } = messages.dashboard;
      expect(titles).to.include.keys(preset.id);
      expect(sections).to.include.keys(...preset.sections.map(({ id }) => id));
      expect(Object.keys(headings)).to.include.members(parts.flatMap(headingsOf));
    });
  }

  it('of the help desk has each level of each section, the basic one first', () => {
    const levels = PRESETS.get('help-desk')!
      .sections.slice(0, 4)
      .map(({ id, parts }) => [id, parts.map((part) => (part.kind === 'group' ? part.id : part.kind)).join(' ')]);
    expect(levels).to.deep.equal([
      ['performance', 'basic intermediate advanced'],
      ['satisfaction', 'basic intermediate advanced'],
      ['self-service', 'basic intermediate'],
      ['social', 'basic advanced'],
    ]);
  });
});

describe('a leaderboard of the kit', () => {
  const rankings = (part: Part): Part[] =>
    part.kind === 'group' ? part.parts.flatMap(rankings) : part.kind === 'ranking' ? [part] : [];
  const of = (id: string) => PRESETS.get(id)!.sections.flatMap(({ parts }) => parts.flatMap(rankings));

  it('ranks people, not nobody', () => {
    expect(
      [...of('help-desk'), ...of('chatbot')].map((part) => part.kind === 'ranking' && [part.groupBy, part.filters]),
    ).to.deep.equal([
      ['agent', { '!agent': [''] }],
      ['article', undefined],
      ['assignee', { '!assignee': [''] }],
    ]);
  });
});

describe('a preset of a host', () => {
  it('is taken as it is', () => {
    const preset = own([
      { kind: 'kpis', metrics: ['total-volume'], heading: 'Ours' },
      { kind: 'group', id: 'more', parts: [{ kind: 'skills' }] },
    ]);
    expect(findPreset(preset)).to.equal(preset);
  });

  const wrong: [what: string, preset: unknown, names: string][] = [
    ['nothing', null, 'The preset has no id'],
    ['no top', { id: 'sales', sections: [] }, 'Preset "sales", top: there is no list of parts'],
    ['no sections', { id: 'sales', top: [] }, 'Preset "sales" has no list of sections'],
    ['a section without an id', { id: 'sales', top: [], sections: [{ parts: [] }] }, 'section 1 has the id undefined'],
    [
      'an id that cannot name a slot',
      { id: 'sales', top: [], sections: [{ id: 'a b', parts: [] }] },
      'section 1 has the id "a b"',
    ],
    [
      'an id twice',
      {
        id: 'sales',
        top: [],
        sections: [
          { id: 'a', parts: [] },
          { id: 'a', parts: [] },
        ],
      },
      'two sections "a"',
    ],
    [
      'an unknown kind',
      own([{ kind: 'chart' }]),
      'Preset "sales", section 1 "one", part 1 has the kind "chart". Use one of: range,',
    ],
    ['an inherited kind', own([{ kind: 'toString' }]), 'has the kind "toString"'],
    [
      'an unknown field',
      own([{ kind: 'trend', metrics: [], metric: 'csat' }]),
      'part 1: a trend has no "metric". Use any of:',
    ],
    [
      'a wrong field',
      own([{ kind: 'skills' }, { kind: 'kpis', metrics: 'csat' }]),
      'part 2: metrics is "csat". Use a list of texts.',
    ],
    [
      'a ranking of what is no filter',
      own([{ kind: 'ranking', groupBy: 'agent', metrics: ['csat'], filters: { agent: 'Mara' } }]),
      'part 1: filters is {"agent":"Mara"}. Use lists of texts',
    ],
    ['a missing field', own([{ kind: 'ranking', metrics: ['csat'] }]), 'part 1: groupBy is unset. Use a text.'],
    [
      'a wrong part of a group',
      own([{ kind: 'group', id: 'more', parts: [{ kind: 'gaps', limit: '3' }] }]),
      'part 1, part 1: limit is "3". Use a number.',
    ],
  ];
  for (const [what, preset, names] of wrong)
    it(`with ${what} is refused: ${names}`, () =>
      expect(() => checkPreset(preset as Preset)).to.throw(RangeError, names));
});
