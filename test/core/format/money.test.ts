import { expect } from 'chai';
import { toMainUnit } from '../../../src/core/format/numbers.js';

describe('toMainUnit', () => {
  const cases: [amount: number, currency: string | null | undefined, main: number][] = [
    [123_450, 'EUR', 1234.5],
    [123_450, 'JPY', 123_450],
    [123_450, 'BHD', 123.45],
    [123_450, null, 1234.5],
    [0, 'EUR', 0],
    [-250, 'USD', -2.5],
  ];
  for (const [amount, currency, main] of cases)
    it(`${amount} of ${currency ?? 'no currency'} is ${main}`, () => {
      expect(toMainUnit(amount, currency)).to.equal(main);
    });
});
