import { fileURLToPath } from 'node:url';
import { BuiltSchemes } from '../jobs/built-schemes.ts';
import { SchemeFolder } from '../jobs/scheme-folder.ts';
import type { SchemeSource } from '../jobs/scheme-source.ts';
import { NodeFolder } from './node-folder.ts';

/** What comes with the program. The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
export const TEMPLATES_FOLDER = fileURLToPath(new URL('../templates', import.meta.url));
const BUILT_SCHEMES = fileURLToPath(new URL('../dist/schemes', import.meta.url));

/** The schemes of a folder; those that come with the program as they were compiled. */
export function openSchemes(path?: string): SchemeSource {
  const folder = openSchemeFolder(path);
  return path === undefined ? new BuiltSchemes(folder, new NodeFolder(BUILT_SCHEMES)) : folder;
}

/** As `openSchemes`, always from their texts. */
export function openSchemeFolder(path: string = TEMPLATES_FOLDER): SchemeFolder {
  return new SchemeFolder(new NodeFolder(path));
}
