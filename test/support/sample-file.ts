/** The sample rosters of the program's schemes, as the command line makes them, for tests that are about something else. */
import { writeFileSync } from 'node:fs';
import { makeSample } from '../../jobs/sample/sample.ts';
import { findScheme } from './templates.ts';

/** What the command takes where no seed is given. */
const SEED = 2024;
const made = new Map<string, Promise<Uint8Array>>();

/** Writes the sample of a scheme to a path; it is made once for all tests of a worker. */
export async function writeSample(file: string, scheme: string, { flawed = false } = {}): Promise<void> {
  const key = `${scheme} ${flawed}`;
  const bytes = made.get(key) ?? makeBytes(scheme, flawed);
  made.set(key, bytes);
  writeFileSync(file, await bytes);
}

async function makeBytes(id: string, flawed: boolean): Promise<Uint8Array> {
  return (await makeSample(await findScheme(id), { seed: SEED, flawed })).bytes;
}
