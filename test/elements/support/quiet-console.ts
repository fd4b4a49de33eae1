/** Holds a suite to a silent console: what Lit or the kit warns of fails the test that caused it. */
import { expect } from 'chai';

const heard: string[] = [];
const original = { error: console.error, warn: console.warn };

function note(kind: 'error' | 'warn') {
  console[kind] = (...args: unknown[]) => {
    const text = args.map(String).join(' ');
    if (text.includes('Lit is in dev mode')) return;
    heard.push(text);
  };
}

export function keepConsoleQuiet(): void {
  beforeEach(() => {
    heard.length = 0;
    note('error');
    note('warn');
  });
  afterEach(() => {
    Object.assign(console, original);
    expect(heard.join('\n'), 'said in the console').to.equal('');
  });
}
