import type { UserConfig } from 'vite';

/**
 * How every Vite in this repository lowers Lit's decorators.
 *
 * Vite reads `experimentalDecorators` only for files inside tsconfig's `include`; said here, it holds for all.
 */
export const legacyDecorators = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
} satisfies UserConfig['oxc'];
