export interface Sql {
  run(sql: string): Promise<unknown>;
  rows(sql: string): Promise<unknown[][]>;
  close(): void;
}
export function openSql(): Promise<Sql>;
