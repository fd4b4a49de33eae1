import { expect } from 'chai';
import { safeUrl } from '../../../src/elements/shared/safe-url.js';

describe('safeUrl', () => {
  for (const [text, href] of [
    ['https://shop.example/returns', 'https://shop.example/returns'],
    ['http://shop.example', 'http://shop.example/'],
    ['HTTPS://shop.example', 'https://shop.example/'],
    ['mailto:help@shop.example', 'mailto:help@shop.example'],
    ['tel:+49305550100', 'tel:+49305550100'],
    ['  https://shop.example/a  ', 'https://shop.example/a'],
  ] as const) {
    it(`links ${text}`, () => {
      expect(safeUrl(text)).to.equal(href);
    });
  }

  for (const text of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'ftp://shop.example',
    '/returns',
    '//evil.example',
    'shop.example',
    'https://',
    'https:shop.example',
    'https://bank.example@evil.example',
    'https://user:secret@shop.example',
    'p-1',
    '',
  ]) {
    it(`leaves ${JSON.stringify(text)} as text`, () => {
      expect(safeUrl(text)).to.equal(undefined);
    });
  }
});
