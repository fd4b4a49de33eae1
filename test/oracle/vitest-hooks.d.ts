/** Vitest's names for what runs before and after a suite; mocha's types know others. */
declare function beforeAll(run: () => unknown): void;
declare function afterAll(run: () => unknown): void;
