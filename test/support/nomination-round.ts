/** A round of nominations, all invented: forms go out for a roster, are filled in as people do, and come back. */
import { collect } from '../../jobs/collect/collect.ts';
import type { JobContext, JobResult } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { outgoing } from '../../jobs/outgoing.ts';
import type { SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { Facts } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeFact, writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { readHere } from './read-here.ts';
import { findScheme, TEMPLATES_FOLDER } from './templates.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { thinTables } from './thin-sample.ts';

/** The first row below the headings of 推荐名单 in a form. */
const FIRST_ROW = 3;
const HEADING_ROW = 2;

export class NominationRound {
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

  /** The sample's roster with all its nominations in `全.xlsx`, and without one in `名册.xlsx`. */
  static async open(id: string, templates = TEMPLATES_FOLDER): Promise<NominationRound> {
    const scheme = await findScheme(id, templates);
    const round = new NominationRound(
      scheme,
      thinTables(makeSampleRoster(scheme, { seed: 2024, flawed: false })),
      templates,
    );
    await round.put('全.xlsx', await writeMasterRoster(scheme, round.tables));
    await round.put('名册.xlsx', await round.writeRoster([]));
    return round;
  }

  /** The sample's roster with these nominations. */
  writeRoster(nominees: readonly Facts[]): Promise<Uint8Array> {
    const { memberUnits, sequence, overrides } = this.tables;
    return writeMasterRoster(this.scheme, { memberUnits, sequence, overrides, nominees });
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
    return outgoing(
      { roster: this.folder.asInput(roster), out: { folder: this.folder.inside(into), force: true } },
      this.context,
    );
  }

  /** Gathers a folder; the new roster is written under `newRoster`. */
  async receive(
    from: string,
    {
      roster = '名册.xlsx',
      out = '汇总.xlsx',
      newRoster = '新名册.xlsx',
      previous = '',
      preferNewest = false,
      receivedOn = '',
      replyBy = '',
      notes = '',
    } = {},
  ): Promise<JobResult<object>> {
    this.said.length = 0;
    return await collect(
      {
        folders: [this.folder.inside(from)],
        roster: this.folder.asInput(roster),
        previous: previous === '' ? null : this.folder.asInput(previous),
        preferNewest,
        receivedOn: receivedOn === '' ? null : receivedOn,
        out: { folder: this.folder, name: out, force: true },
        newRoster: newRoster === '' ? null : { folder: this.folder, name: newRoster, force: true },
        allowClearing: false,
        notes: notes === '' ? null : { folder: this.folder.inside(notes), force: false },
        noteChoices: replyBy === '' ? {} : { replyBy },
        readReturns: readHere(this.folder),
      },
      this.context,
    );
  }

  /** Of the sample, by the district of its unit. */
  nominationsOf(district: string): Facts[] {
    return nominationsIn(this.tables, district);
  }

  async readNominees(name: string): Promise<readonly Nominee[]> {
    return readMasterRoster(openWorkbook(await this.get(name), name), this.scheme).roster.nominees;
  }

  /** The rows of a sheet, each by its headings. */
  async readRows(name: string, sheet: string): Promise<Map<string, string>[]> {
    const { rows } = openWorkbook(await this.get(name), name).readSheet(sheet);
    const texts = rows.map(({ cells }) => new Map(cells.map((cell) => [cell.column, showCell(cell)])));
    const at = texts.findIndex((row) => row.size > 4);
    const headings = texts[at] ?? new Map<number, string>();
    return texts
      .slice(at + 1)
      .map((row) => new Map([...headings].map(([column, heading]) => [heading, row.get(column) ?? ''])));
  }

  /** A form as it is sent back: each nomination in the next row that is free, its unit by its number. */
  fill(form: Uint8Array, nominations: readonly Facts[]): Uint8Array {
    return fillForm(this.scheme, form, nominations);
  }
}

/** Of a sample, by the district of its unit. */
export function nominationsIn({ memberUnits, nominees }: SampleRoster['tables'], district: string): Facts[] {
  const districts = new Map(memberUnits.map((unit) => [unit.get('编号'), unit.get('所属')]));
  return nominees.filter((nominee) => districts.get(nominee.get('单位编号') ?? null) === district);
}

/** As `NominationRound.fill`. */
export function fillForm(scheme: Scheme, form: Uint8Array, nominations: readonly Facts[]): Uint8Array {
  const inputs = listInputColumns(scheme).map(({ heading }) => heading);
  return writeCells(
    form,
    nominations.flatMap((facts, index) => [
      { row: FIRST_ROW + index, heading: '选择单位', value: writeFact(facts.get('单位编号') ?? null) },
      ...inputs.map((heading) => ({ row: FIRST_ROW + index, heading, value: writeFact(facts.get(heading) ?? null) })),
    ]),
  );
}

function showCell(cell: Cell): string {
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'number' ? String(cell.value) : '';
}

interface FilledCell {
  readonly row: number;
  readonly heading: string;
  readonly value: string | number | null;
}

/** Cells of 推荐名单 by their headings; as most programs do, without storing what formulas give. */
export function writeCells(form: Uint8Array, cells: readonly FilledCell[], headingRow = HEADING_ROW): Uint8Array {
  const { rows } = openWorkbook(form, '推荐表.xlsx').readSheet('推荐名单');
  const headings = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  const letters = new Map(headings.map((cell) => [showCell(cell), columnLetters(cell.column)]));
  return patchWorkbook(
    form,
    '推荐表.xlsx',
    cells.map(({ row, heading, value }): WorkbookChange => {
      const column = letters.get(heading);
      if (column === undefined) throw new Error(`no column ${heading}`);
      return { sheet: '推荐名单', address: `${column}${row}`, value };
    }),
  );
}
