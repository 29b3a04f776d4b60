/** What the page makes is what the command line makes: every output of every scheme, of a clean roster and of one with faults, part by part. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputView } from '../../addin/page/outputs.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { savedOutput, type SavedOutput } from '../support/saved-output.ts';
import { partsOf } from './clerk-page.ts';

const SCHEMES = readdirSync(TEMPLATES_FOLDER).filter((name) =>
  statSync(path.join(TEMPLATES_FOLDER, name)).isDirectory(),
);
const CHOICES = { copies: 1, draft: false, noticeFrom: null, noticeDays: null };
/** Those that the command line writes as one file. */
const SINGLE = new Set(['allocate', 'check', 'mend', 'grade', 'rosters', 'notice', 'prizes']);
/** Of thousands of score sheets some are looked into; that all are there is seen by their names. */
const EVERY = 97;
const folder = mkdtempSync(path.join(tmpdir(), 'workshop-outputs-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('holds for every scheme of the program', () => {
  expect(SCHEMES.length).toBeGreaterThan(4);
});

describe.each(SCHEMES)('%s', (scheme) => {
  describe.each(['clean', 'flawed'] as const)('of a %s roster', (kind) => {
    const at = (name: string) => path.join(folder, `${scheme}-${kind}`, name);
    const roster = at('总名册.xlsx');
    const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
    let outputs: readonly OutputView[] = [];

    beforeAll(async () => {
      mkdirSync(at(''));
      runCli('sample', '--scheme', scheme, ...(kind === 'flawed' ? ['--flawed'] : []), '--out', roster);
      ({ outputs } = await workshop.open(new Uint8Array(readFileSync(roster)), '总名册.xlsx'));
    }, 60_000);

    it('all outputs are as the command line makes them', async () => {
      expect(outputs.length).toBeGreaterThan(4);
      for (const { id, title } of outputs) {
        const out = at(SINGLE.has(id) ? `${id}.xlsx` : id);
        const { stderr } = runCli(id, roster, '--out', out);
        const expected = readMade(out);
        const made = await makeOrRefuse(workshop, id, title);
        if (typeof made === 'string') {
          expect([id, expected.size, stderr === '']).toEqual([id, 0, false]);
          continue;
        }
        const found = unpackMade(made, id === 'all' ? '' : title);
        expect([id, [...found.keys()].sort()]).toEqual([id, [...expected.keys()].sort()]);
        for (const [index, [name, bytes]] of [...expected].entries()) {
          if (index % (expected.size > 1000 ? EVERY : 1) !== 0) continue;
          expect([id, name, partsOf(found.get(name) ?? new Uint8Array())]).toEqual([id, name, partsOf(bytes)]);
        }
      }
    }, 240_000);
  });
});

/** Why it is refused, where it is. */
async function makeOrRefuse(workshop: Workshop, id: string, title: string): Promise<SavedOutput | string> {
  try {
    return await savedOutput(await workshop.make(id, title, CHOICES, null));
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
}

/** Workbooks by their paths; of a single file the name is the user's. */
function readMade(out: string): Map<string, Uint8Array> {
  const kind = statSync(out, { throwIfNoEntry: false });
  if (!kind) return new Map();
  if (kind.isFile()) return new Map([['', new Uint8Array(readFileSync(out))]]);
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
  return new Map(
    names.map((name) => [name.split(path.sep).join('/'), new Uint8Array(readFileSync(path.join(out, name)))]),
  );
}

/** @param within the folder that it makes inside the chosen one */
function unpackMade({ name, bytes }: SavedOutput, within: string): Map<string, Uint8Array> {
  if (!name.endsWith('.zip')) return new Map([['', bytes]]);
  const start = within === '' ? '' : `${within}/`;
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      expect(path.startsWith(start)).toBe(true);
      return [path.slice(start.length), content];
    }),
  );
}
