/** Runs the cases that every scheme keeps in `templates/<scheme>/cases.yaml`, each through a real workbook. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkRoster, type RosterCheck } from '../rules/check-roster.ts';
import { SHEET, type CellRef } from '../rules/master-roster.ts';
import { awardPrizes, formatYuan } from '../rules/prize.ts';
import { allocateQuotas } from '../rules/quota.ts';
import type { Scheme } from '../rules/scheme.ts';
import { findScheme } from '../scripts/scheme-folder.ts';
import { openWorkbook } from '../workbook/intake/open-workbook.ts';
import { readMasterRoster } from '../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../workbook/roster/write-master-roster.ts';

const TEMPLATES = new URL('../templates/', import.meta.url);

const Value = z.union([z.string(), z.number(), z.boolean()]);
const Row = z.record(z.string(), Value);
const Rows = z.record(z.string(), z.array(Row));
const Cases = z.strictObject({
  base: z.record(z.string(), Row),
  allocate: z.array(
    z.strictObject({
      name: z.string(),
      district: z.string(),
      members: z.number(),
      places: z.record(z.string(), z.number()),
    }),
  ),
  check: z.array(
    z.strictObject({
      name: z.string(),
      rows: Rows,
      findings: z.array(z.string()),
      /** Without it every rule counts but `unused-places`, which each district without nominees raises. */
      rules: z.array(z.string()).optional(),
      /** Only findings whose message holds this text. */
      among: z.string().optional(),
    }),
  ),
  prize: z.array(z.strictObject({ name: z.string(), rows: Rows, payments: z.array(z.string()) })),
});
type SchemeCases = z.infer<typeof Cases>;

const schemes = readdirSync(TEMPLATES).filter((id) => existsSync(new URL(`${id}/scheme.yaml`, TEMPLATES)));

describe.each(schemes)('%s', async (id) => {
  const scheme = await findScheme(id);
  const cases = Cases.parse(parse(readFileSync(new URL(`${id}/cases.yaml`, TEMPLATES), 'utf8')));

  it.each(cases.allocate)('allocates: $name', ({ district, members, places }) => {
    const table = allocateQuotas(scheme, new Map([[district, members]]));
    const row = table.rows.find((each) => each.district.name === district);
    expect(Object.fromEntries([...(row?.cells ?? [])].map(([award, cell]) => [award, cell.places]))).toEqual(places);
  });

  it.each(cases.check)('checks: $name', async ({ rows, findings, rules, among }) => {
    const { check, show } = await checkCase(scheme, cases, rows);
    const found = check.findings
      .filter(({ rule }) => (rules ? rules.includes(rule) : rule !== 'unused-places'))
      .filter(({ message }) => message.includes(among ?? ''))
      .map(
        ({ rule, severity, where: [cell] }) => `${rule} ${severity === 'violation' ? '违规' : '待确认'} ${show(cell)}`,
      );
    expect(found.toSorted()).toEqual(findings.toSorted());
  });

  it.each(cases.prize)('pays: $name', async ({ rows, payments }) => {
    const { check } = await checkCase(scheme, cases, rows);
    const paid = awardPrizes(scheme, check).prizes.map(
      ({ award, fen, payer }) => `${award.name} ${formatYuan(fen)} ${fen === 0 ? '不发放' : (payer ?? '待定')}`,
    );
    expect(paid).toEqual(payments);
  });

  it('has a case that passes and one that does not for every rule of its notice and every condition', () => {
    const named = new Set(cases.check.flatMap(({ findings }) => findings.map((finding) => finding.split(' ')[0])));
    const conditions = scheme.awards.flatMap((award) => award.conditions.filter(({ kind }) => kind !== 'judgement'));
    const wanted = new Set([...Object.keys(scheme.checks), ...conditions.map((condition) => condition.id)]);
    expect([...wanted].filter((rule) => !named.has(rule))).toEqual([]);
    expect(cases.check.some(({ findings }) => findings.length === 0)).toBe(true);
  });
});

/** Writes the case as a workbook, reads it back and checks it. */
async function checkCase(
  scheme: Scheme,
  { base }: SchemeCases,
  changes: z.infer<typeof Rows>,
): Promise<{ check: RosterCheck; show: (cell: CellRef) => string }> {
  const rowsOf = (sheet: keyof typeof SHEET) =>
    (changes[SHEET[sheet]] ?? [{}]).map(
      (change) => new Map(Object.entries({ ...base[SHEET[sheet]], ...change }).map(toFact)),
    );
  const bytes = await writeMasterRoster(scheme, {
    memberUnits: rowsOf('memberUnits'),
    scores: rowsOf('scores'),
    nominees: rowsOf('nominees'),
    overrides: rowsOf('overrides'),
    sequence: rowsOf('sequence'),
  });
  const { roster, addresses } = readMasterRoster(openWorkbook(bytes, '算例.xlsx'), scheme);
  const show = ({ sheet, row, heading }: CellRef) =>
    `${SHEET[sheet]}!${heading}${row ?? addresses.get(sheet)?.headingRow ?? ''}`;
  return { check: checkRoster(scheme, roster), show };
}

/** An empty text in a case is a blank cell. */
function toFact([heading, value]: [string, z.infer<typeof Value>]): [string, string | number | boolean | null] {
  return [heading, value === '' ? null : value];
}
