import { fileURLToPath } from 'node:url';
import { SchemeFolder } from '../jobs/scheme-folder.ts';
import { NodeFolder } from './node-folder.ts';

/** What comes with the program. The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
export const TEMPLATES_FOLDER = fileURLToPath(new URL('../templates', import.meta.url));

/** The schemes of a folder, or those that come with the program. */
export function openSchemes(path: string = TEMPLATES_FOLDER): SchemeFolder {
  return new SchemeFolder(new NodeFolder(path));
}
