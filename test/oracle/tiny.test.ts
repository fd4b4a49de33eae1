/** The edges of the rules (exactly 48 h, exactly 24 h, reopened, declined, cancelled): kit against oracle. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tinyCases } from './cases.mjs';
import { compareSource } from './compare-source.js';
import { tinyFacts } from './tiny-facts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tiny-'));
writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tinyFacts));

compareSource(join(folder, 'tiny.json'), tinyCases);

afterAll(() => rmSync(folder, { recursive: true }));
