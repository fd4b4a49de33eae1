import { starCases } from './cases.mjs';
import { compareSource, type NamedQuery } from './compare-source.js';

compareSource('star.ndjson.gz', starCases as NamedQuery[]);
