/** A round of opinions, all invented: workbooks go out for a roster, are filled in as people do, and come back. */
import ExcelJS from 'exceljs';
import { collect } from '../../jobs/collect/collect.ts';
import type { JobContext, JobResult } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { opinions } from '../../jobs/opinions.ts';
import { makeSampleRoster, type SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import type { Decision } from '../../rules/decision.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { readHere } from './read-here.ts';
import { findScheme, TEMPLATES_FOLDER } from './templates.ts';
import { thinTables } from './thin-sample.ts';

/** The first row below the headings of 征求意见表. */
const FIRST_ROW = 4;
const LETTERS = { 申报编号: 'B', 单位全称: 'D', 意见: 'F', 理由: 'G', 日期: 'H' } as const;

/** Whoever writes here has taken the protection off; what travels inside is lost as well. */
const LOCKED: readonly string[] = ['申报编号', '单位全称'];

type Answer = Partial<Record<keyof typeof LETTERS, string>>;

export class OpinionRound {
  readonly folder = new MemoryFolder();
  readonly said: string[] = [];
  private readonly context: JobContext;

  private constructor(
    readonly scheme: Scheme,
    readonly tables: SampleRoster['tables'],
    templates: string,
  ) {
    this.context = {
      schemes: new SchemeFolder(new NodeFolder(templates)),
      tell: (sentence) => {
        this.said.push(sentence);
      },
      progress: () => undefined,
      signal: new AbortController().signal,
    };
  }

  /** The sample's roster before any opinion is there, in `名册.xlsx`. */
  static async open(id: string, templates = TEMPLATES_FOLDER): Promise<OpinionRound> {
    const scheme = await findScheme(id, templates);
    const tables = thinTables(makeSampleRoster(scheme, { seed: 2024, flawed: false }));
    const round = new OpinionRound(scheme, tables, templates);
    const asking = new Set(scheme.review?.steps.flatMap(({ name, asks }) => (asks ? [name] : [])));
    const decisions = tables.decisions.filter((row) => !asking.has(String(row.get('事项'))));
    await round.put('名册.xlsx', await writeMasterRoster(scheme, { ...tables, decisions }));
    return round;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    this.folder.files.delete(name);
    await this.folder.create(name, bytes);
  }

  async get(name: string): Promise<Uint8Array> {
    const bytes = await this.folder.read(name);
    if (!bytes) throw new Error(`no ${name}`);
    return bytes;
  }

  send(roster = '名册.xlsx', into = '发出'): Promise<JobResult<object>> {
    this.said.length = 0;
    return opinions(
      { roster: this.folder.asInput(roster), out: { folder: this.folder.inside(into), force: true } },
      this.context,
    );
  }

  /** A workbook as it is sent back: the answers row by row, and the day on the front sheet. */
  async answer(name: string, answers: readonly Answer[], day = this.dayOf(name)): Promise<Uint8Array> {
    const form = await this.get(name);
    const guide = openWorkbook(form, name).readSheet('填写说明');
    const label = guide.rows.find(({ cells }) =>
      cells.some((cell) => cell.kind === 'text' && cell.text === '答复日期'),
    );
    const changes = answers.flatMap((answer, index): WorkbookChange[] =>
      Object.entries(answer)
        .filter(([heading]) => !LOCKED.includes(heading))
        .map(([heading, value]) => ({
          sheet: '征求意见表',
          address: `${LETTERS[heading as keyof typeof LETTERS]}${FIRST_ROW + index}`,
          value,
        })),
    );
    const dated = { sheet: '填写说明', address: `B${label?.number ?? 0}`, value: day };
    const filled = patchWorkbook(form, name, day === '' ? changes : [...changes, dated]);
    return answers.some((answer) => LOCKED.some((heading) => heading in answer)) ? unlock(filled, answers) : filled;
  }

  /** On which the sample's body answered, between what was concluded before and after. */
  private dayOf(name: string): string {
    const body = name.slice(1 + name.lastIndexOf('/')).replace('征求意见表.xlsx', '');
    return String(this.tables.decisions.find((row) => row.get('决定单位') === body)?.get('决定日期') ?? '');
  }

  /** How many nominations a workbook that went out has. */
  async count(name: string): Promise<number> {
    const { rows } = openWorkbook(await this.get(name), name).readSheet('征求意见表');
    return rows.filter(({ number, cells }) => number >= FIRST_ROW && cells.some(({ kind }) => kind === 'number'))
      .length;
  }

  /** Gathers a folder; the new roster is written under `newRoster`. */
  async receive(
    from: string,
    { roster = '名册.xlsx', out = '汇总.xlsx', newRoster = '新名册.xlsx', previous = '', preferNewest = false } = {},
  ): Promise<JobResult<object>> {
    this.said.length = 0;
    return await collect(
      {
        folders: [this.folder.inside(from)],
        roster: this.folder.asInput(roster),
        previous: previous === '' ? null : this.folder.asInput(previous),
        preferNewest,
        receivedOn: null,
        out: { folder: this.folder, name: out, force: true },
        newRoster: { folder: this.folder, name: newRoster, force: true },
        allowClearing: false,
        notes: null,
        noteChoices: {},
        readReturns: readHere(this.folder),
      },
      this.context,
    );
  }

  async check(name: string): Promise<RosterCheck> {
    return checkRoster(this.scheme, readMasterRoster(openWorkbook(await this.get(name), name), this.scheme).roster);
  }

  /** The rows of 决定 that a body has signed. */
  async answersOf(name: string, body: string): Promise<readonly Decision[]> {
    return (await this.check(name)).index.roster.decisions.filter(({ by }) => by === body);
  }
}

async function unlock(bytes: Uint8Array, answers: readonly Answer[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet('征求意见表');
  answers.forEach(({ 申报编号: number, 单位全称: unit }, index) => {
    const row = sheet?.getRow(FIRST_ROW + index);
    if (row && number !== undefined) row.getCell(LETTERS.申报编号).value = number;
    if (row && unit !== undefined) row.getCell(LETTERS.单位全称).value = unit;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
