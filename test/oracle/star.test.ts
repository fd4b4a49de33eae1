import { starCases } from './cases.mjs';
import { compareSource, toDemoPath } from './compare-source.js';

compareSource(toDemoPath('star.ndjson.gz'), starCases);
