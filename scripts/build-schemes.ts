/** The last step of `build.js`: checks the program's own schemes and compiles them. */
import { buildSchemes } from '../jobs/built-schemes.ts';
import { checkSchemes, describeSchemesCheck } from '../jobs/check-schemes.ts';
import { SchemeFolder } from '../jobs/scheme-folder.ts';
import { NodeFolder } from './node-folder.ts';

/**
 * @returns the compiled files by name, or the faults, a line each
 */
export async function checkAndBuild(templates: string): Promise<Map<string, Uint8Array> | string> {
  const schemes = new SchemeFolder(new NodeFolder(templates));
  const check = await checkSchemes(schemes);
  return check.faults.length > 0 ? describeSchemesCheck(check) : await buildSchemes(schemes);
}
