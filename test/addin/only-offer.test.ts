/** What “只出这些” offers is never refused: each name alone fits something that the output is made of. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findOffer } from '../../addin/page/only-offer.ts';
import { BY_DISTRICT, BY_NOMINATION, BY_ROW, selectOf } from '../../jobs/load-part.ts';
import { listApplicationFiles } from '../../rules/application-file.ts';
import { topicOfNominee } from '../../rules/selection.ts';
import { sampleScheme } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

const SCHEMES = readdirSync(TEMPLATES_FOLDER).filter((name) =>
  statSync(path.join(TEMPLATES_FOLDER, name)).isDirectory(),
);

it.each(SCHEMES)('%s', async (id) => {
  const sample = await sampleScheme({ id, folder: TEMPLATES_FOLDER });
  const { scheme, check } = sample;
  const filed = listApplicationFiles(check).map((file) => topicOfNominee(check.index, file.check.nominee));
  const divided = {
    materials: { ...BY_NOMINATION, topicsOf: () => filed },
    forms: BY_NOMINATION,
    rosters: BY_NOMINATION,
    notice: BY_NOMINATION,
    prizes: BY_NOMINATION,
    check: BY_ROW,
    allocate: BY_DISTRICT,
  };
  for (const [output, way] of Object.entries(divided)) {
    const names = findOffer(output, scheme, check)?.names ?? [];
    expect(names.length > 0).toBe(way.topicsOf(check).length > 0);
    for (const name of names) expect(() => selectOf(sample, [name], way), `${output} ${name}`).not.toThrow();
  }
});
