/** `cases.yaml` of a scheme: its shape, the master roster that one case describes, and what the check finds in it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import { asksForConfirmation } from '../../rules/conditions/registry.ts';
import { SHEET, type CellRef, type TableKey } from '../../rules/roster-cell.ts';
import { SEVERITY_WORDS } from '../../rules/name-rule.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import { findChecklist } from '../../rules/materials.ts';
import type { Facts } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster, type RosterTables } from '../../workbook/roster/write-master-roster.ts';

/** In place of rows: one for everything that the nominees of the case are asked. */
const EVERYTHING = '全部';

const value = z.union([z.string(), z.number(), z.boolean()]);
const row = z.record(z.string(), value);
/** `repeat: N` stands for N such rows; `{n}` in their texts counts them. */
const change = row.and(z.object({ repeat: z.int().min(1).optional() }));
/** By name of the sheet. The first change is made to the base row, each further one to a copy of it. */
const rows = z.record(z.string(), z.union([z.literal(EVERYTHING), z.array(change)]));

const checking = z.strictObject({
  name: z.string(),
  rows,
  /** What 说明 says of 名册范围; absent where it says nothing. */
  coverage: z.string().default(''),
  findings: z.array(z.string()),
  /** Without it every violation and question counts but those of `ASIDE`. */
  rules: z.array(z.string()).optional(),
  /** Only findings whose message holds this text. */
  among: z.string().optional(),
  /** The clauses that those findings cite: `deeds-empty 附件5 注2`. */
  clauses: z.array(z.string()).optional(),
  /** 申报编号 of the nominations that pass, where a case has several. */
  cleared: z.array(z.string()).optional(),
});

/** What is expected of the first nominee; grades by their short names. */
const grading = z.strictObject({
  name: z.string(),
  rows,
  reached: z.string(),
  outcome: z.string(),
  possible: z.string().optional(),
  change: z.enum(['up', 'same', 'down', 'lost']).optional(),
  downgrades: z.int().optional(),
  revocations: z.int().optional(),
  /** By grade: ids of the conditions that are not answered yes. */
  lacks: z.record(z.string(), z.array(z.string())).default({}),
});

const Cases = z.strictObject({
  base: z.record(z.string(), row),
  /** Sheets that hold everything that is asked unless a case says what they hold. */
  all: z.array(z.enum([SHEET.confirmations, SHEET.materials])).default([]),
  check: z.array(checking).min(1),
  allocate: z
    .array(
      z.strictObject({
        name: z.string(),
        district: z.string(),
        members: z.number(),
        places: z.record(z.string(), z.number()),
      }),
    )
    .default([]),
  /** Whether the first nominee goes into the notice. */
  review: z
    .array(
      z.strictObject({
        name: z.string(),
        rows,
        notice: z.enum(['chosen', 'against', 'waiting', 'rejected', 'held']),
      }),
    )
    .default([]),
  prize: z.array(z.strictObject({ name: z.string(), rows, payments: z.array(z.string()) })).default([]),
  grade: z.array(grading).default([]),
});

type SchemeCases = z.infer<typeof Cases>;
type CaseRows = z.infer<typeof rows>;

/** @param folder the scheme's */
export async function readCases(folder: string): Promise<SchemeCases> {
  return Cases.parse(parse(await readFile(path.join(folder, 'cases.yaml'), 'utf8'), { merge: true }));
}

/**
 * The sheets of the roster that a case describes.
 * @throws Error for a sheet or a heading that the scheme's roster does not have: such a case would show nothing
 */
function tablesOf(scheme: Scheme, { base, all }: SchemeCases, changes: CaseRows): RosterTables {
  const known = new Set<string>(sheetsOf(scheme).map((sheet) => SHEET[sheet]));
  const strange = [...Object.keys(base), ...Object.keys(changes)].find((name) => !known.has(name));
  if (strange !== undefined) throw new Error(`this roster has no sheet ${strange}`);

  const rowsOf = (sheet: TableKey): Facts[] => {
    const name = SHEET[sheet];
    // Nothing is decided unless a case says so; the base row is what its rows are made of.
    const usual = sheet === 'decisions' ? [] : base[name] && [{}];
    const written = changes[name] ?? (all.some((each) => each === name) ? EVERYTHING : usual);
    const wanted = written === EVERYTHING ? listEverything(scheme, sheet, rowsOf('nominees')) : (written ?? []);
    const headings = new Set(columnsOf(sheet, scheme).map(({ heading }) => heading));
    return wanted.flatMap(repeat).map((each) => toFacts({ ...base[name], ...each }, name, headings));
  };
  return Object.fromEntries(sheetsOf(scheme).map((sheet) => [sheet, rowsOf(sheet)]));
}

type Row = z.infer<typeof row>;

/** One row for each condition that somebody has to confirm, each item of the checklist, or each step of the review, of every nominee. */
function listEverything(scheme: Scheme, sheet: TableKey, nominees: readonly Facts[]): Row[] {
  return nominees.flatMap((facts) => {
    const award = scheme.awards.find(({ name }) => name === facts.get('奖项'));
    const application = String(facts.get('申报编号') ?? '');
    if (sheet === 'materials') {
      const items = findChecklist(scheme.materials, award?.id, facts)?.items ?? [];
      return items.map(({ position }): Row => ({ 申报编号: application, 序号: position }));
    }
    if (sheet === 'decisions') {
      return (scheme.review?.steps ?? []).map(({ name, body, asks }): Row => ({
        事项: name,
        对象: application,
        决定单位: body,
        ...(asks && { 理由: '虚构的理由' }),
      }));
    }
    if (sheet !== 'confirmations') throw new Error(`${EVERYTHING} is no content of ${SHEET[sheet]}`);
    return (award?.conditions ?? [])
      .filter(asksForConfirmation)
      .map(({ demand }): Row => ({ 申报编号: application, 条件: demand }));
  });
}

function repeat({ repeat: times, ...each }: z.infer<typeof change>): Row[] {
  if (times === undefined) return [each];
  return Array.from({ length: times }, (_, index) =>
    Object.fromEntries(
      Object.entries(each).map(([heading, text]) => [
        heading,
        typeof text === 'string' ? text.replaceAll('{n}', String(index + 1)) : text,
      ]),
    ),
  );
}

/** An empty text in a case is a blank cell. */
function toFacts(cells: Row, sheet: string, headings: ReadonlySet<string>): Facts {
  return new Map(
    Object.entries(cells).map(([heading, text]) => {
      if (!headings.has(heading)) throw new Error(`sheet ${sheet} of this roster has no column ${heading}`);
      return [heading, text === '' ? null : text];
    }),
  );
}

/** Writes the case as a workbook, reads it back and checks it. */
export async function checkCase(
  scheme: Scheme,
  cases: SchemeCases,
  changes: CaseRows,
  coverage = '',
): Promise<{ check: RosterCheck; show: (cell: CellRef) => string }> {
  const bytes = await writeMasterRoster(scheme, tablesOf(scheme, cases, changes), [], { coverage });
  const { roster, addresses } = readMasterRoster(openWorkbook(bytes, '算例.xlsx'), scheme);
  const show = ({ sheet, row, heading }: CellRef) =>
    `${SHEET[sheet]}!${heading}${row ?? addresses.get(sheet)?.headingRow ?? ''}`;
  return { check: checkRoster(scheme, roster), show };
}

/** Raised by nearly every case, where districts lack nominees and members, and applications lack scores. */
const ASIDE: readonly string[] = [
  'unused-places',
  'members-differ',
  'coverage-unclear',
  'panel-missing',
  'panel-incomplete',
];

/** The findings of a case that count, and the clauses that they cite, as `cases.yaml` writes them. */
export async function listFindings(
  scheme: Scheme,
  cases: SchemeCases,
  { rows: changes, coverage, rules, among }: SchemeCases['check'][number],
): Promise<{ findings: string[]; clauses: string[] }> {
  const { check, show } = await checkCase(scheme, cases, changes, coverage);
  const remarks = check.remarks
    .filter(({ rule, severity }) => (rules ? rules.includes(rule) : !ASIDE.includes(rule) && severity !== 'note'))
    .filter(({ message }) => message.includes(among ?? ''));
  return {
    findings: remarks.map(({ rule, severity, where: [cell] }) => `${rule} ${SEVERITY_WORDS[severity]} ${show(cell)}`),
    clauses: remarks.map(({ rule, cite }) => `${rule} ${cite?.clause ?? ''}`),
  };
}
