/** Importing a class registers nothing, importing `define/<tag>` registers it, and a second copy does no harm. */
import { expect } from 'chai';
import { vi } from 'vitest';
import { EVERY_TAG } from '../elements/support/every-tag.js';

const toClassName = (tag: string): string =>
  tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const isRegistered = (tag: string): boolean => customElements.get(tag) !== undefined;

describe('every tag', () => {
  const tags = Object.keys(EVERY_TAG);

  it('is not registered by its class', async () => {
    for (const tag of tags) {
      const { [toClassName(tag)]: Class } = (await import(`../../src/elements/${tag}/${tag}.ts`)) as object as Record<
        string,
        unknown
      >;
      expect(Class, tag).to.be.a('function');
    }
    expect(tags.filter(isRegistered)).to.deep.equal([]);
  });

  it('is registered by its define module, and keeps its class when a second copy comes', async () => {
    for (const tag of tags) await import(`../../src/define/${tag}.ts`);
    const first = tags.map((tag) => customElements.get(tag));
    expect(first.map((each) => each?.name)).to.deep.equal(tags.map(toClassName));
    vi.resetModules();
    for (const tag of tags) await import(`../../src/define/${tag}.ts`);
    expect(tags.map((tag) => customElements.get(tag))).to.deep.equal(first);
  });
});
