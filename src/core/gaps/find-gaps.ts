/** Placeholder until the finder lands. */
import type { Article } from '../facts.js';
import type { KnowledgeGap } from '../query.js';
import type { Question } from '../engine/engine.js';
export function findKnowledgeGaps(_questions: readonly Question[], _articles: readonly Article[], _limit: number): KnowledgeGap[] { return []; }
