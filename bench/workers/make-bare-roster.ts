/** `make-bare-roster TEMPLATES SCHEME OUT`: the sample before anybody is nominated. */
import { writeFile } from 'node:fs/promises';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findScheme } from '../../test/support/templates.ts';
import { SEED } from '../sample-seed.ts';

const [, , templates = '', id = '', out = ''] = process.argv;

const scheme = await findScheme(id, templates);
const { memberUnits, sequence, overrides } = makeSampleRoster(scheme, { seed: SEED, flawed: false }).tables;
await writeFile(out, await writeMasterRoster(scheme, { memberUnits, sequence, overrides }));
