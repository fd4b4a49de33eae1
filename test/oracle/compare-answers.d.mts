import type { MetricsAnswer } from '../../src/core/query.js';
import type { OracleAnswer } from './star-oracle.mjs';

export function compareAnswers(expected: OracleAnswer, answer: MetricsAnswer): string[];
