import { expect } from '@open-wc/testing';
import type { AgentRangePicker } from '../../../src/index.js';
import type { AgentRangeChangeEvent } from '../../../src/elements/shared/user-events.js';
import { pressKeys } from '../../tools/press-keys.js';
import { answering, description } from '../support/answers.js';
import { choose, field, listen, mount, part, parts, root, textOf, until, type Settings } from '../support/page.js';
import { keepConsoleQuiet } from '../support/quiet-console.js';
import { ScriptedSource } from '../support/scripted-source.js';

const selects = (picker: AgentRangePicker) => [...root(picker).querySelectorAll('select')];
const preset = (picker: AgentRangePicker) => selects(picker)[0]!;
const comparison = (picker: AgentRangePicker) => selects(picker)[1]!;
const meaning = (picker: AgentRangePicker) => textOf(part(picker, 'meaning'));
const dates = (picker: AgentRangePicker) => [field(picker, 'range-from').value, field(picker, 'range-to').value];

async function ready(settings: Settings<'agent-range-picker'> = {}): Promise<AgentRangePicker> {
  const picker = await mount('agent-range-picker', { source: answering(), ...settings });
  await until(() => !field(picker, 'range-from').disabled, 'the dates');
  return picker;
}

describe('<agent-range-picker>', () => {
  keepConsoleQuiet();

  it('says in words which days it means, and in which zone', async () => {
    const picker = await ready({ compare: 'previous-period', timeZone: 'America/New_York' });
    expect(meaning(picker)).to.match(/^Jun 1 – 7, 2026 compared with May 25 – 31, 2026 Time zone: America\/New York$/);
    expect(dates(picker)).to.deep.equal(['2026-06-01', '2026-06-07']);
    expect(part(picker, 'meaning')!.getAttribute('aria-live')).to.equal('polite');
    await expect(picker).to.be.accessible();
  });

  it('waits until a typed year is whole', async () => {
    const picker = await ready();
    const { events, stop } = listen('agent-range-change');
    const from = field(picker, 'range-from');
    for (const typed of ['0002-05-15', '0020-05-15', '0202-05-15']) {
      from.value = typed;
      from.dispatchEvent(new Event('change', { bubbles: true }));
      await picker.updateComplete;
      expect([from.value, from.disabled]).to.deep.equal([typed, false]);
    }
    expect(events).to.have.length(0);
    from.value = '2026-05-15';
    from.dispatchEvent(new Event('change', { bubbles: true }));
    stop();
    expect(events).to.have.length(1);
    expect(picker.range).to.equal('2026-05-15/2026-06-07');
  });

  it('offers every preset and its own dates', async () => {
    const picker = await ready();
    expect(preset(picker).value).to.equal('last-7-days');
    expect(preset(picker).options).to.have.length(17);
    expect([...comparison(picker).options].map(({ value }) => value)).to.deep.equal([
      'none',
      'previous-period',
      'previous-unit',
      'previous-year',
      'custom',
    ]);
  });

  it('labels each control', async () => {
    const picker = await ready();
    expect(parts(picker, 'control').map((control) => textOf(control.querySelector('.label')))).to.deep.equal([
      'Range',
      'From',
      'To',
      'Compare with',
    ]);
  });

  it('waits for the source before it offers dates', async () => {
    const source = answering();
    source.describe = () => new Promise(() => undefined);
    const picker = await mount('agent-range-picker', { source });
    expect(field(picker, 'range-from').disabled).to.equal(true);
    expect(meaning(picker)).to.equal('');
    await expect(picker).to.be.accessible();
  });

  for (const [what, source] of [
    ['without a source', undefined],
    ['with a source that fails', new ScriptedSource(new Error('No such host.'))],
  ] as const) {
    it(`chooses all the same ${what}`, async () => {
      const picker = await mount('agent-range-picker', { source });
      await until(() => !field(picker, 'range-from').disabled, 'the dates');
      choose(preset(picker), 'custom');
      await picker.updateComplete;
      expect(picker.range).to.equal('2026-06-01/2026-06-07');
      await expect(picker).to.be.accessible();
    });
  }

  it('tells the chosen preset with its dates, and keeps it', async () => {
    const picker = await ready();
    const { events, stop } = listen<AgentRangeChangeEvent>('agent-range-change');
    choose(preset(picker), 'last-month');
    await picker.updateComplete;
    stop();
    expect(events.map(({ range, from, to, compare }) => ({ range, from, to, compare }))).to.deep.equal([
      { range: 'last-month', from: '2026-05-01', to: '2026-05-31', compare: 'none' },
    ]);
    expect(events[0]!.bubbles && events[0]!.composed).to.equal(true);
    expect(dates(picker)).to.deep.equal(['2026-05-01', '2026-05-31']);
  });

  it('is silent when the page sets the range', async () => {
    const picker = await ready();
    const { events, stop } = listen('agent-range-change');
    picker.range = 'yesterday';
    picker.compare = 'previous-year';
    await picker.updateComplete;
    stop();
    expect(events).to.deep.equal([]);
    expect([preset(picker).value, comparison(picker).value]).to.deep.equal(['yesterday', 'previous-year']);
  });

  it('takes two dates', async () => {
    const picker = await ready();
    const { events, stop } = listen<AgentRangeChangeEvent>('agent-range-change');
    choose(field(picker, 'range-from'), '2026-05-20');
    await picker.updateComplete;
    stop();
    expect(events.map(({ range }) => range)).to.deep.equal(['2026-05-20/2026-06-07']);
    expect(preset(picker).value).to.equal('custom');
  });

  it('says that an end before the start cannot be, and keeps the last good range', async () => {
    const picker = await ready();
    const { events, stop } = listen('agent-range-change');
    choose(field(picker, 'range-to'), '2026-05-01');
    await picker.updateComplete;
    stop();
    expect(textOf(part(picker, 'problem'))).to.equal('The end is before the start. Choose a later end.');
    expect(part(picker, 'problem')!.getAttribute('role')).to.equal('alert');
    expect(events).to.deep.equal([]);
    expect(meaning(picker)).to.match(/^Jun 1 – 7, 2026/);
    expect(dates(picker)).to.deep.equal(['2026-06-01', '2026-05-01']);
    await expect(picker).to.be.accessible();
  });

  it('says that a date is missing', async () => {
    const picker = await ready();
    choose(field(picker, 'range-from'), '');
    await picker.updateComplete;
    expect(textOf(part(picker, 'problem'))).to.equal('Choose both dates.');
  });

  it('forgets wrong dates when a preset is chosen, also where its end is the old one', async () => {
    const picker = await ready();
    choose(field(picker, 'range-to'), '2026-05-01');
    await picker.updateComplete;
    choose(preset(picker), 'last-14-days');
    await picker.updateComplete;
    expect(part(picker, 'problem')).to.not.exist;
    expect(dates(picker)).to.deep.equal(['2026-05-25', '2026-06-07']);
  });

  it('takes a comparison, and two dates of its own for it', async () => {
    const picker = await ready();
    const { events, stop } = listen<AgentRangeChangeEvent>('agent-range-change');
    choose(comparison(picker), 'previous-period');
    await picker.updateComplete;
    expect(meaning(picker)).to.contain('compared with May 25 – 31, 2026'.replaceAll(' – ', ' – '));
    choose(comparison(picker), 'custom');
    await picker.updateComplete;
    choose(field(picker, 'compare-from'), '2026-05-01');
    await picker.updateComplete;
    stop();
    expect(events.map(({ compare }) => compare)).to.deep.equal([
      'previous-period',
      '2026-05-25/2026-05-31',
      '2026-05-01/2026-05-31',
    ]);
    await expect(picker).to.be.accessible();
  });

  it('compares nothing with all time', async () => {
    const picker = await ready({ range: 'all-time', compare: 'previous-period' });
    expect(comparison(picker).disabled).to.equal(true);
    expect(dates(picker)).to.deep.equal(['2026-01-01', '2026-06-07']);
    expect(meaning(picker)).to.not.contain('compared');
  });

  it('cuts today in the source’s zone', async () => {
    const source = new ScriptedSource(description({ timeZone: 'Pacific/Auckland' }));
    const picker = await ready({ source, timeZone: undefined, now: '2026-06-07T20:00:00Z', range: 'today' });
    expect(dates(picker)).to.deep.equal(['2026-06-08', '2026-06-08']);
  });

  it('starts weeks where they start there', async () => {
    const picker = await ready({ range: 'week-to-date', weekStart: 7 });
    expect(dates(picker)[0]).to.equal('2026-06-07');
    picker.setAttribute('week-start', '6');
    await picker.updateComplete;
    expect(dates(picker)[0]).to.equal('2026-06-06');
  });

  for (const [wrong, right] of [
    [{ range: 'fortnight' }, { range: 'today' }],
    [{ compare: 'never' }, { compare: 'none' }],
    [{ timeZone: 'Mars' }, { timeZone: 'UTC' }],
    [{ now: 'soon' }, { now: undefined }],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(wrong)}, survives a choice and recovers`, async () => {
      const picker = await mount('agent-range-picker', { source: answering(), ...wrong });
      await until(() => part(picker, 'problem'), 'the problem');
      expect(textOf(part(picker, 'problem'))).to.contain(Object.values(wrong)[0]);
      choose(preset(picker), 'last-30-days');
      await picker.updateComplete;
      Object.assign(picker, right);
      await until(() => !part(picker, 'problem'), 'no problem');
    });
  }

  it('goes by Tab from preset to dates to comparison', async () => {
    const picker = await ready();
    preset(picker).focus();
    const names: string[] = [];
    // A date input has a stop for each of its parts.
    for (let press = 0; press < 12 && root(picker).activeElement !== comparison(picker); press++) {
      await pressKeys('Tab');
      const { name } = root(picker).activeElement as HTMLInputElement;
      if (name && names.at(-1) !== name) names.push(name);
    }
    expect(names).to.deep.equal(['range-from', 'range-to']);
    expect(root(picker).activeElement).to.equal(comparison(picker));
  });
});
