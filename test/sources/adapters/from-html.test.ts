import { expect } from 'chai';
import { fromHtml } from '../../../src/sources/adapters/from-html.js';

describe('the words of HTML', () => {
  for (const [html, text] of [
    ['<p>One<br>two</p><p>three &amp; &#246; &#x1F600; &nope;</p>', 'One\ntwo\nthree & ö 😀 &nope;'],
    ['a<script>if (1 < 2) b()</script >c<style>p > a {}</style>d<!-- e > f -->g', 'acdg'],
    ['<script>1</script>a<SCRIPT>2</SCRIPT>b', 'ab'],
    ['a <script>never ends', 'a never ends'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['İ<script>x</script>y', 'İy'],
    [7, '7'],
    [undefined, ''],
  ] as const) {
    it(JSON.stringify(html) ?? 'nothing', () => expect(fromHtml(html)).to.equal(text));
  }

  // Were each tried to the end of the text, these would take minutes.
  for (const [piece, text] of [
    ['<a', ''],
    ['<script', ''],
    ['<!--', ''],
    ['x</script   ', 'x'],
    ['<script></script', ''],
  ] as const) {
    it(`come in one pass through half a megabyte of ${piece}`, () =>
      expect(
        fromHtml(piece.repeat(500_000 / piece.length))
          .replace(/[^x]/g, '')
          .slice(0, 1),
      ).to.equal(text));
  }
});
