/** What “只出这些” offers is never refused: each name alone fits something that the output is made of. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findSelection } from '../../addin/page/selections.ts';
import { findWanted } from '../../jobs/find-wanted.ts';
import { listApplicationFiles } from '../../rules/application-file.ts';
import { sampleScheme } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

const SCHEMES = readdirSync(TEMPLATES_FOLDER).filter((name) =>
  statSync(path.join(TEMPLATES_FOLDER, name)).isDirectory(),
);

it.each(SCHEMES)('%s', async (id) => {
  const { scheme, check } = await sampleScheme({ id, folder: TEMPLATES_FOLDER });
  const made = {
    materials: listApplicationFiles(check).map((file) => file.check),
    forms: check.nominees,
  };
  for (const [output, checks] of Object.entries(made)) {
    const names = findSelection(output, scheme, check)?.names ?? [];
    expect(names.length > 0).toBe(checks.length > 0);
    for (const name of names) expect(() => findWanted(scheme, checks, [name], '申报')).not.toThrow();
  }
});
