/** Schemes of a folder on the disk, for tests that look at them without a command. */
import { resolve } from 'node:path';
import { findScheme as find, readFormTemplates as readForms } from '../../jobs/scheme-source.ts';
import type { Template } from '../../ooxml/stamp/stamp.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';

export { TEMPLATES_FOLDER };

export function findScheme(id: string, templatesFolder = TEMPLATES_FOLDER): Promise<Scheme> {
  return find(openSchemeFolder(templatesFolder), id);
}

export async function listSchemeIds(templatesFolder = TEMPLATES_FOLDER): Promise<readonly string[]> {
  return await openSchemeFolder(templatesFolder).ids();
}

/** @param folder of one scheme */
export function readSchemeFolder(folder: string): Promise<Map<string, string>> {
  return openSchemeFolder(resolve(folder, '..')).texts(resolve(folder).split(/[\\/]/).at(-1) ?? '');
}

export function readFormTemplates(scheme: Scheme, templatesFolder = TEMPLATES_FOLDER): Promise<Map<string, Template>> {
  return readForms(openSchemeFolder(templatesFolder), scheme);
}
