/** `make-nominations TEMPLATES SCHEME FORMS OUT`: the nominations of the sample, in the form of each district that was sent out for it. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { fillForm, nominationsIn } from '../../test/support/nomination-round.ts';
import { findScheme } from '../../test/support/templates.ts';
import { SEED } from '../sample-seed.ts';

const [, , templates = '', id = '', forms = '', out = ''] = process.argv;

const scheme = await findScheme(id, templates);
const { tables } = makeSampleRoster(scheme, { seed: SEED, flawed: false });
const names = (await readdir(forms)).filter((name) => name.endsWith('.xlsx'));
await mkdir(out, { recursive: true });
for (const name of names) {
  const district = scheme.districts.find((each) => name.startsWith(each.name));
  if (!district) throw new Error(`${name} is of no district`);
  const filled = fillForm(scheme, await readFile(path.join(forms, name)), nominationsIn(tables, district.name));
  await writeFile(path.join(out, name), filled);
}
