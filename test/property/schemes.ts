import path from 'node:path';
import { findScheme, listSchemeIds, readFormTemplates, TEMPLATES_FOLDER } from '../support/templates.ts';
import { runProperty, type PropertyRun } from './run-property.ts';

/** Every scheme: those that come with the program, and the sixth, which no code knows. */
export async function listAllSchemes(): Promise<{ readonly id: string; readonly folder: string }[]> {
  const folders = [TEMPLATES_FOLDER, path.resolve(TEMPLATES_FOLDER, '../test/schemes/sixth')];
  const listed = await Promise.all(
    folders.map(async (folder) => (await listSchemeIds(folder)).map((id) => ({ id, folder }))),
  );
  return listed.flat();
}

export async function runScheme(id: string, folder: string, rosters: number): Promise<PropertyRun> {
  const scheme = await findScheme(id, folder);
  return runProperty(scheme, await readFormTemplates(scheme, folder), rosters);
}
