import type { PackedScheme } from '../../schemes/pack-scheme.ts';

/** The program's own schemes by id. Empty until a build puts them here (`scripts/compile-schemes.js`), checked and compiled. */
export const SCHEMES: ReadonlyMap<string, PackedScheme> = new Map();
