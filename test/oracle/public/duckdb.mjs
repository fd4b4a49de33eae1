/** SQL over files, as the measure of our numbers. */
import { DuckDBInstance } from '@duckdb/node-api';

export async function openSql() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    run: (sql) => connection.run(sql),
    /** Rows as lists; whole numbers as numbers. */
    rows: async (sql) =>
      (await connection.runAndReadAll(sql))
        .getRowsJS()
        .map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell))),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
