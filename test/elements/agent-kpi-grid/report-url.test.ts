import { expect } from 'chai';
import { toReportUrl } from '../../../src/elements/agent-kpi-grid/report-url.js';

const scope = {
  range: { from: '2026-06-01', to: '2026-06-07' },
  filters: { channel: ['sms', 'a&b'] },
  timeZone: 'Europe/Berlin',
};
const url = (template: string) => toReportUrl({ 'hub-revenue': template }, 'hub-revenue', scope);

describe('the address of a number’s own page', () => {
  it('has range and filters filled in, percent-encoded', () => {
    expect(url('https://shop.example/report?from={from}&to={to}&filters={filters}')).to.equal(
      'https://shop.example/report?from=2026-06-01&to=2026-06-07&filters=channel%3Asms%2Ca%2526b',
    );
  });
  it('has metric and zone, too', () =>
    expect(url('https://shop.example/{metric}?zone={time-zone}')).to.equal(
      'https://shop.example/hub-revenue?zone=Europe%2FBerlin',
    ));
  it('keeps a place it does not know', () =>
    expect(url('https://shop.example/?x={who}')).to.equal('https://shop.example/?x={who}'));
  it('is none for another metric', () =>
    expect(toReportUrl({ 'hub-revenue': 'https://shop.example' }, 'ai-revenue', scope)).to.equal(undefined));
  it('is none for a name that every object has', () =>
    expect(toReportUrl({}, 'constructor', scope)).to.equal(undefined));
  for (const template of ['javascript:alert(1)', '/report', 'https://user:secret@shop.example/', 'data:text/html,x']) {
    it(`is none for ${template}`, () => expect(url(template)).to.equal(undefined));
  }
});
