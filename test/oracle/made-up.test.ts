import { madeUpCases } from './cases.mjs';
import { compareSource, type NamedQuery } from './compare-source.js';

compareSource('made-up.json.gz', madeUpCases as NamedQuery[]);
