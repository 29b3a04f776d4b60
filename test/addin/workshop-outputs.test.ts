/**
 * What the page makes is what the command line makes: every output of every scheme, of a full clean roster, and of a smaller one with
 * every fault also in every way that can be chosen, part by part. The commands run in this process, which is warm; that a process of their own makes the same is held by `jobs/every-job.test.ts`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { USUAL_CHOICES, type Choices } from '../../addin/page/choices.ts';
import type { OutputView } from '../../addin/page/outputs.ts';
import { inPageWords } from '../../addin/page/page-words.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import type { FormGrouping } from '../../jobs/form-groupings.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import * as commands from '../../scripts/commands.ts';
import type { ExitCode } from '../../scripts/exit-code.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { findScheme } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { savedOutput, type SavedOutput } from '../support/saved-output.ts';
import { partsOf } from './clerk-page.ts';

const SCHEMES = readdirSync(TEMPLATES_FOLDER).filter((name) =>
  statSync(path.join(TEMPLATES_FOLDER, name)).isDirectory(),
);
/** Those that the command line writes as one file. */
const SINGLE = new Set(['allocate', 'check', 'mend', 'grade', 'rosters', 'notice', 'prizes']);
/** Those that the command line takes a key for. */
const KEYED = new Set(['grade', 'forms', 'all']);
/** Of hundreds of workbooks some are looked into; that all are there is seen by their names. */
const [MANY, EVERY] = [200, 29];
const folder = mkdtempSync(path.join(tmpdir(), 'workshop-outputs-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('holds for every scheme of the program', () => {
  expect(SCHEMES.length).toBeGreaterThan(4);
});

const keyFile = path.join(folder, '密钥.txt');

beforeAll(async () => {
  // What the commands say is not what is compared.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await commands.key({ out: keyFile });
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe.each(SCHEMES)('%s', (scheme) => {
  describe.each(['clean', 'flawed'] as const)('of a %s roster', (kind) => {
    const at = (name: string) => path.join(folder, `${scheme}-${kind}`, name);
    const roster = at('总名册.xlsx');
    const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
    let asked: readonly Asked[] = [];

    beforeAll(async () => {
      mkdirSync(at(''));
      if (kind === 'flawed') writeFileSync(roster, await writeFlawed(scheme));
      else await commands.sample({ scheme, seed: 2024, out: roster });
      const { outputs, withoutKey } = await workshop.open(new Uint8Array(readFileSync(roster)), '总名册.xlsx');
      const keyed = withoutKey === '' ? {} : { key: keyFile };
      asked = outputs
        .flatMap((output) => listAsked(output, keyed))
        .filter(({ isUsual }) => isUsual || kind === 'flawed');
    }, 60_000);

    it('all outputs are as the command line makes them, whatever is chosen', async () => {
      expect(asked.length).toBeGreaterThan(kind === 'flawed' ? 8 : 4);
      for (const [number, { id, title, choices, options }] of asked.entries()) {
        const out = at(`${number}${SINGLE.has(id) ? '.xlsx' : ''}`);
        const refusal = await refusalOf(demandCommand(id)(roster, { ...USUAL_OPTIONS, out, ...options }));
        // What is made for some alone bears their name.
        const named = readdirSync(at('')).find((name) => name.startsWith(`${number}（`));
        const expected = readMade(named === undefined ? out : at(named));
        const made = await makeOrRefuse(workshop, { id, title, choices });
        const what = `${id} ${JSON.stringify(options)}`;
        // For the same reason, each in the words of its door.
        expect([what, typeof made === 'string' ? made : null]).toEqual([what, refusal && inPageWords(refusal)]);
        if (typeof made === 'string') {
          expect([what, expected.size]).toEqual([what, 0]);
          continue;
        }
        const found = unpackMade(made, SINGLE.has(id) || id === 'all' ? '' : title);
        expect([what, [...found.keys()].sort()]).toEqual([what, [...expected.keys()].sort()]);
        for (const [index, [name, bytes]] of [...expected].entries()) {
          if (index % (expected.size > MANY ? EVERY : 1) !== 0) continue;
          expect([what, name, partsOf(found.get(name) ?? new Uint8Array())]).toEqual([what, name, partsOf(bytes)]);
        }
      }
    }, 480_000);
  });
});

async function writeFlawed(id: string): Promise<Uint8Array> {
  const scheme = await findScheme(id);
  const sample = makeSampleRoster(scheme, { seed: 2024, flawed: true });
  const { remarks, looks, coverage } = sample;
  return await writeMasterRoster(scheme, thinTables(sample), remarks, { looks, coverage });
}

/** As commander gives them where nothing is said. */
const USUAL_OPTIONS = { by: 'district', copies: 1 } as const;

interface Options {
  readonly out: string;
  readonly by: FormGrouping;
  readonly copies: number;
  readonly key?: string;
  readonly only?: readonly string[];
  readonly district?: readonly string[];
}

const COMMANDS: Readonly<Record<string, (roster: string, options: Options) => Promise<ExitCode>>> = {
  ...{ allocate: commands.allocate, sheets: commands.sheets, check: commands.check, mend: commands.mend },
  ...{ materials: commands.materials, grade: commands.grade, forms: commands.forms, rosters: commands.rosters },
  ...{
    outgoing: commands.outgoing,
    opinions: commands.opinions,
    notice: commands.notice,
    prizes: commands.prizes,
    all: commands.makeAll,
  },
};

function demandCommand(id: string) {
  const command = COMMANDS[id];
  if (!command) throw new Error(`no command for ${id}`);
  return command;
}

interface Asked extends Pick<OutputView, 'id' | 'title'> {
  readonly choices: Partial<Choices>;
  /** It is asked for of every roster; what is chosen besides, of one. */
  readonly isUsual: boolean;
  /** The same on the command line. */
  readonly options: Partial<Options>;
}

/** An output as it is usual, with a key, divided in every other way, and for some alone. */
function listAsked({ id, title, groupings, offer }: OutputView, keyed: Pick<Options, 'key'>): Asked[] {
  const takesKey = keyed.key !== undefined && KEYED.has(id);
  const ask = (choices: Partial<Choices>, options: Partial<Options>, isUsual = false): Asked =>
    takesKey
      ? { id, title, choices: { ...choices, key: readKeyFile() }, options: { ...options, ...keyed }, isUsual }
      : { id, title, choices, options, isUsual };
  const usual: Asked = { id, title, choices: {}, options: {}, isUsual: true };
  const divided = groupings.slice(1).map((grouping) => ask({ by: grouping.id }, { by: grouping.id }));
  const names = offer?.names ?? [];
  // The first two are of one kind: two kinds may fit nobody together.
  const some = [names.slice(0, 1), ...(SINGLE.has(id) ? [] : [names.slice(0, 2)])].filter((only) => only.length > 0);
  return [
    usual,
    ...(takesKey ? [ask({}, {}, true)] : []),
    ...divided,
    ...some.map((only) => ask({ only }, id === 'sheets' ? { district: only } : { only })),
  ];
}

function readKeyFile(): NonNullable<Choices['key']> {
  return { name: path.basename(keyFile), bytes: new Uint8Array(readFileSync(keyFile)) };
}

/** Why a command is refused; null where it is not. */
async function refusalOf(command: Promise<ExitCode>): Promise<string | null> {
  try {
    await command;
    return null;
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
}

/** Why it is refused, where it is. */
async function makeOrRefuse(
  workshop: Workshop,
  { id, title, choices }: Pick<Asked, 'id' | 'title' | 'choices'>,
): Promise<SavedOutput | string> {
  try {
    return await savedOutput(await workshop.make(id, title, { ...USUAL_CHOICES, ...choices }, null));
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
  // One workbook alone is saved as it is.
  if (!name.endsWith('.zip')) return new Map([[within === '' ? '' : name, bytes]]);
  const start = within === '' ? '' : `${within}/`;
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      expect(path.startsWith(start)).toBe(true);
      return [path.slice(start.length), content];
    }),
  );
}
