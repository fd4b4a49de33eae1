import type { ConversationsQuery, MetricsQuery } from '../../src/core/query.js';

type Series = Map<string, number | null>;

export interface OracleAnswer {
  buckets?: string[];
  groups?: string[];
  metrics: Record<
    string,
    {
      value: number | null;
      reason?: 'no-data' | 'no-dimension';
      leftOut?: number;
      byBucket?: Series;
      byGroup?: Series | null;
      byGroupAndBucket?: Map<string, Series>;
    }
  >;
}

export interface Oracle {
  query(query: MetricsQuery): Promise<OracleAnswer>;
  list(query: Omit<ConversationsQuery, 'page' | 'pageSize' | 'sort'>): Promise<string[]>;
  close(): void;
}

export function createOracle(factsPath: string, options?: { raw?: boolean }): Promise<Oracle>;
