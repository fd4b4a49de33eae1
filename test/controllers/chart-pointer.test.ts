import { expect } from 'chai';
import { moveTarget, type Target } from '../../src/controllers/chart-pointer.js';

const SERIES = ['web-chat', 'sms'];
const at = (bucket: number, series?: string): Target => ({ bucket, series });

describe('moveTarget', () => {
  for (const [from, key, direction, to] of [
    [undefined, 'ArrowRight', 'ltr', at(0)],
    [undefined, 'ArrowLeft', 'ltr', at(6)],
    [at(0), 'ArrowRight', 'ltr', at(1)],
    [at(6), 'ArrowRight', 'ltr', at(6)],
    [at(0), 'ArrowLeft', 'ltr', at(0)],
    [undefined, 'ArrowLeft', 'rtl', at(0)],
    [undefined, 'ArrowRight', 'rtl', at(6)],
    [at(3), 'ArrowLeft', 'rtl', at(4)],
    [at(3), 'ArrowRight', 'rtl', at(2)],
    [at(3), 'Home', 'ltr', at(0)],
    [at(3), 'End', 'rtl', at(6)],
    [undefined, 'ArrowUp', 'ltr', at(6, 'web-chat')],
    [at(3), 'ArrowUp', 'ltr', at(3, 'web-chat')],
    [at(3, 'web-chat'), 'ArrowUp', 'ltr', at(3, 'sms')],
    [at(3, 'sms'), 'ArrowUp', 'ltr', at(3, 'sms')],
    [at(3, 'web-chat'), 'ArrowDown', 'ltr', at(3)],
    [at(3), 'ArrowDown', 'ltr', at(3)],
    [at(3, 'sms'), 'ArrowRight', 'ltr', at(4, 'sms')],
    [at(3), 'Escape', 'ltr', undefined],
    [undefined, 'Escape', 'ltr', 'stay'],
    [at(3), 'Tab', 'ltr', 'stay'],
    [at(3), 'a', 'ltr', 'stay'],
  ] as const) {
    const name = (target: Target | undefined | string) =>
      typeof target === 'object' ? `${target.bucket}${target.series ? ` ${target.series}` : ''}` : String(target);
    it(`goes from ${name(from)} by ${key} in ${direction} to ${name(to)}`, () =>
      expect(moveTarget(from, key, 7, SERIES, direction)).to.deep.equal(to));
  }

  it('goes nowhere without bars', () => expect(moveTarget(undefined, 'ArrowRight', 0, [], 'ltr')).to.equal('stay'));

  it('leaves a piece that has been hidden', () =>
    expect(moveTarget(at(3, 'gone'), 'ArrowUp', 7, SERIES, 'ltr')).to.deep.equal(at(3)));
});
