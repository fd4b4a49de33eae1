import { madeUpCases } from './cases.mjs';
import { compareSource, toDemoPath } from './compare-source.js';

compareSource(toDemoPath('made-up.json.gz'), madeUpCases);
