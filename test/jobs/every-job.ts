/**
 * Every job once, in a folder that is nowhere but in memory, and what each command line is that does the same. It runs as it stands here in Node
 * and in a worker of a browser.
 */
import { makeAll } from '../../jobs/all.ts';
import { allocate } from '../../jobs/allocate.ts';
import { check } from '../../jobs/check.ts';
import { collect } from '../../jobs/collect/collect.ts';
import { demo } from '../../jobs/demo.ts';
import { forms } from '../../jobs/forms.ts';
import { grade } from '../../jobs/grade.ts';
import { key } from '../../jobs/key.ts';
import { join, nameJoinReport } from '../../jobs/join.ts';
import type { JobContext, JobResult } from '../../jobs/job.ts';
import { materials } from '../../jobs/materials.ts';
import { mend } from '../../jobs/mend.ts';
import { notice } from '../../jobs/notice.ts';
import { opinions } from '../../jobs/opinions.ts';
import { outgoing } from '../../jobs/outgoing.ts';
import { prizes } from '../../jobs/prizes.ts';
import { rosters } from '../../jobs/rosters.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { schemes } from '../../jobs/schemes.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { findScheme, type SchemeSource } from '../../jobs/scheme-source.ts';
import { sheets } from '../../jobs/sheets.ts';
import { verify } from '../../jobs/verify.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { readHere } from '../support/read-here.ts';
import { thinTables } from '../support/thin-sample.ts';

/** Of a certificate that the key below was not used for: the answer is no, and the way to it is the whole way. */
const CODE = '0000-0000-0000-0000';
/** Any key will do, and codes are compared, so that it is the same each time. */
const KEY_TEXT = `${'5a'.repeat(32)}\n`;
const DISTRICT = '金山';

interface Step {
  /** Arguments of the command line; files and folders by their names in the folder of the run. */
  readonly command: readonly string[];
  readonly run: (season: Season) => Promise<JobResult<object>>;
}

interface Season {
  readonly folder: MemoryFolder;
  readonly context: JobContext;
}

const file = ({ folder }: Season, name: string) => ({ folder, name, force: false });
const into = ({ folder }: Season, name: string) => ({ folder: folder.inside(name), force: false });
const roster = ({ folder }: Season, name = 'sh.xlsx') => folder.asInput(name);
const invent = (scheme: string, name: string, flawed = false): Step => ({
  command: ['sample', '--scheme', scheme, '--out', name, ...(flawed ? ['--flawed'] : [])],
  run: (season) => sample({ scheme, seed: 2024, flawed, empty: false, out: file(season, name) }, season.context),
});

/** In an order in which each finds what it reads. */
export const STEPS: readonly Step[] = [
  invent('shanghai-security-2024', 'full.xlsx'),
  invent('xinjiang-fire-2021', 'full-flawed.xlsx', true),
  { command: ['schemes'], run: ({ context }) => schemes(context) },
  {
    // What is in it is drawn by lot.
    command: ['key', '--out', 'new-key.txt'],
    run: (season) => key({ out: file(season, 'new-key.txt') }, season.context),
  },
  {
    command: ['allocate', 'sh.xlsx', '--out', 'quota.xlsx'],
    run: (season) => allocate({ roster: roster(season), out: file(season, 'quota.xlsx') }, season.context),
  },
  {
    command: ['check', 'flawed.xlsx', '--out', 'check.xlsx'],
    run: (season) => check({ roster: roster(season, 'flawed.xlsx'), out: file(season, 'check.xlsx') }, season.context),
  },
  {
    command: ['mend', 'flawed.xlsx', '--out', 'mended.xlsx'],
    run: (season) => mend({ roster: roster(season, 'flawed.xlsx'), out: file(season, 'mended.xlsx') }, season.context),
  },
  {
    command: ['join', 'sh.xlsx', 'flawed.xlsx', '--out', 'joined.xlsx', '--prefer-list', '会费'],
    run: (season) =>
      join(
        {
          roster: roster(season),
          lists: [roster(season, 'flawed.xlsx')],
          columns: [],
          preferList: ['会费'],
          out: file(season, 'joined.xlsx'),
          report: file(season, nameJoinReport('joined.xlsx')),
        },
        season.context,
      ),
  },
  {
    command: ['rosters', 'sh.xlsx', '--out', 'rosters.xlsx'],
    run: (season) => rosters({ roster: roster(season), out: file(season, 'rosters.xlsx') }, season.context),
  },
  {
    command: ['notice', 'sh.xlsx', '--out', 'notice.xlsx', '--from', '2025-02-10', '--days', '7'],
    run: (season) =>
      notice({ roster: roster(season), out: file(season, 'notice.xlsx'), from: '2025-02-10', days: 7 }, season.context),
  },
  {
    command: ['prizes', 'sh.xlsx', '--out', 'prizes.xlsx'],
    run: (season) => prizes({ roster: roster(season), out: file(season, 'prizes.xlsx') }, season.context),
  },
  {
    command: ['forms', 'sh.xlsx', '--out', 'forms', '--only', DISTRICT, '--by', 'form', '--copies', '2'],
    run: (season) =>
      forms(
        {
          roster: roster(season),
          key: null,
          pdf: null,
          out: into(season, 'forms'),
          by: 'form',
          only: [DISTRICT],
          copies: 2,
          draft: false,
        },
        season.context,
      ),
  },
  {
    command: ['sheets', 'sh.xlsx', '--out', 'sheets', '--district', DISTRICT],
    run: (season) =>
      sheets({ roster: roster(season), district: [DISTRICT], out: into(season, 'sheets') }, season.context),
  },
  {
    command: ['outgoing', 'sh.xlsx', '--out', 'outgoing', '--only', DISTRICT],
    run: (season) =>
      outgoing({ roster: roster(season), only: [DISTRICT], out: into(season, 'outgoing') }, season.context),
  },
  {
    command: ['opinions', 'sh.xlsx', '--out', 'opinions'],
    run: (season) => opinions({ roster: roster(season), out: into(season, 'opinions') }, season.context),
  },
  {
    command: ['collect', 'sheets', '--roster', 'sh.xlsx', '--out', 'tally.xlsx', '--write-roster', 'new.xlsx'],
    run: (season) =>
      collect(
        {
          folders: [season.folder.inside('sheets')],
          roster: roster(season),
          previous: null,
          preferNewest: false,
          receivedOn: null,
          out: file(season, 'tally.xlsx'),
          newRoster: file(season, 'new.xlsx'),
          allowClearing: false,
          notes: null,
          noteChoices: {},
          readReturns: readHere(season.folder),
        },
        season.context,
      ),
  },
  {
    command: ['materials', 'im.xlsx', '--out', 'materials'],
    run: (season) =>
      materials({ roster: roster(season, 'im.xlsx'), pdf: null, out: into(season, 'materials') }, season.context),
  },
  {
    command: ['grade', 'gr.xlsx', '--key', 'key.txt', '--out', 'grades.xlsx'],
    run: (season) =>
      grade(
        { roster: roster(season, 'gr.xlsx'), key: season.folder.asInput('key.txt'), out: file(season, 'grades.xlsx') },
        season.context,
      ),
  },
  {
    command: [
      ...['verify', CODE, '--key', 'key.txt', '--number', 'N1', '--unit', '虚构甲公司', '--grade', '一级'],
      ...['--issued', '2024-05-31', '--until', '2025-05-31'],
    ],
    run: ({ folder, context }) =>
      verify(
        {
          code: CODE,
          key: folder.asInput('key.txt'),
          number: 'N1',
          unit: '虚构甲公司',
          grade: '一级',
          issued: '2024-05-31',
          until: '2025-05-31',
          on: '2024-06-01',
        },
        context,
      ),
  },
  {
    command: ['all', 'gr.xlsx', '--key', 'key.txt', '--out', 'all'],
    run: (season) =>
      makeAll(
        {
          roster: roster(season, 'gr.xlsx'),
          copies: 1,
          key: season.folder.asInput('key.txt'),
          pdf: null,
          out: into(season, 'all'),
        },
        season.context,
      ),
  },
  {
    command: ['demo', '--scheme', 'xinjiang-fire-2021', '--out', 'demo'],
    run: (season) => demo({ scheme: 'xinjiang-fire-2021', out: into(season, 'demo') }, season.context),
  },
];

export interface RunOfAll {
  /** By path in the folder of the run. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What each step gives to programs, as JSON, and its verdict. */
  readonly results: readonly { readonly summary: string; readonly verdict: string }[];
}

/** What lies in the folder before the first step: a key file, and rosters that the jobs run through fast. */
export async function giveFiles(schemes: SchemeSource): Promise<Map<string, Uint8Array>> {
  const write = async (id: string, flawed = false) => {
    const scheme = await findScheme(schemes, id);
    return await writeMasterRoster(scheme, thinTables(makeSampleRoster(scheme, { seed: 2024, flawed })));
  };
  return new Map([
    ['key.txt', new TextEncoder().encode(KEY_TEXT)],
    ['sh.xlsx', await write('shanghai-security-2024')],
    ['flawed.xlsx', await write('shanghai-security-2024', true)],
    ['im.xlsx', await write('inner-mongolia-2024')],
    ['gr.xlsx', await write('inner-mongolia-grading-2022')],
  ]);
}

/** The schemes of a folder that is nowhere but in memory. @param templates their files by their paths */
export function openTemplates(templates: ReadonlyMap<string, Uint8Array>): SchemeSource {
  return new SchemeFolder(new MemoryFolder(new Map(templates)));
}

/** @param templates the schemes' files by their paths in the folder of schemes */
export async function runEveryJob(templates: ReadonlyMap<string, Uint8Array>): Promise<RunOfAll> {
  const source = openTemplates(templates);
  const folder = new MemoryFolder(await giveFiles(source));
  const context: JobContext = {
    schemes: source,
    tell: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const results: { summary: string; verdict: string }[] = [];
  for (const { run } of STEPS) {
    const { summary, verdict } = await run({ folder, context });
    results.push({ summary: JSON.stringify(summary()), verdict });
  }
  return { files: folder.files, results };
}
