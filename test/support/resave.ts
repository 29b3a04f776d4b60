import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Opens a workbook in LibreOffice and saves it into `directory`; gives the new path. */
export function resaveWithLibreOffice(path: string, directory: string, extension = 'xlsx'): string {
  const profile = pathToFileURL(join(directory, 'profile')).href;
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', extension, '--outdir', directory, path],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return join(directory, basename(path).replace(/\.[^.]*$/, `.${extension}`));
}
