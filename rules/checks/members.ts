/** 会员单位数: what the document prints of each district against what the roster holds, where it says that it holds the district. */
import { findHoldings, nameCoverage } from '../coverage.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { RosterCoverage } from '../master-roster.ts';
import { COVERAGE_LABEL, COVERAGE_WORDS, SHEET, type CellRef } from '../roster-cell.ts';
import { asQuota } from '../parts.ts';
import type { QuotaRow, QuotaTable } from '../quota/quota-table.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

/** The places stay as printed, so that nobody is held up by any of these. */
export function* checkMembers(index: RosterIndex, quota: QuotaTable | null): Iterable<Finding> {
  if (quota === null) return;
  const strangers = nameStrangers(index);
  const beyond =
    strangers === '' ? [] : [`名册范围是“${nameCoverage(index.roster.coverage)}”，会员单位表中还有${strangers}`];
  if (quota.printedIn === null) {
    if (beyond.length > 0) yield askForCoverage(index, beyond.join(''));
    return;
  }
  const differing = quota.rows.flatMap((row) => compare(row, quota.printedIn));
  const nominated = countNominatedUnits(index);
  const parts = differing.filter(
    ({ name, printed, counted }) => counted <= (nominated.get(name) ?? 0) && counted * FAR < printed,
  );
  const asked = isAsked(index, quota, parts) ? parts : [];
  // One cell says which members the roster holds: it is asked about once.
  const asking = [...beyond, ...(asked.length > 0 ? [`${askingFor(index)}${nameParts(asked)}`] : [])];
  if (asking.length > 0) yield askForCoverage(index, asking.join('；'));
  for (const each of differing) if (!asked.includes(each)) yield tellDifference(each);
}

/** Who has written 全部 means it of a district or two that look like a part; hardly of most. */
function isAsked({ roster }: RosterIndex, { rows }: QuotaTable, parts: readonly Difference[]): boolean {
  return !isStatedAll(roster.coverage) || parts.length * 2 > rows.length;
}

function askingFor({ roster }: RosterIndex): string {
  return isStatedAll(roster.coverage)
    ? `名册范围写的是“${COVERAGE_WORDS.all}”，而多数区没有列全：`
    : '名册是包括全部会员单位、一个区，还是只有被推荐的单位？';
}

function isStatedAll(coverage: RosterCoverage): boolean {
  return coverage.kind === 'all' && coverage.isStated;
}

interface Difference {
  readonly name: string;
  readonly printed: number;
  readonly counted: number;
  readonly cite: Finding['cite'];
  /** `附件1 650 家，总名册 633 家` */
  readonly words: string;
}

/** Less than half of what is printed is no matter of a few units more or less. */
const FAR = 2;
/** Districts that a question names; the others are counted. */
const NAMED = 3;

function compare({ district, members, counted }: QuotaRow, printedIn: QuotaTable['printedIn']): Difference[] {
  if (members === null || counted === null || counted === members) return [];
  const words = `${printedIn ?? ''} ${members} 家，总名册 ${counted} 家`;
  return [{ name: district.name, printed: members, counted, cite: district.cite, words }];
}

function tellDifference({ name, counted, cite, words }: Difference): Finding {
  return {
    rule: 'members-differ',
    severity: 'question',
    cite,
    where: [{ sheet: 'memberUnits', row: null, heading: '所属' }],
    nominations: [],
    about: { district: name, award: null },
    message: `${name}：${words}`,
    found: `${name} ${counted} 家`,
    mend: '核对“会员单位”表有没有漏列、多列；名额以印出的为准，不随名册增减，确需变动的写入“名额调整”',
  };
}

function askForCoverage({ scheme, roster }: RosterIndex, message: string): Finding {
  const { coverage } = roster;
  return {
    rule: 'coverage-unclear',
    severity: 'question',
    cite: asQuota(scheme).quota.table.cite,
    where: [COVERAGE_CELL],
    nominations: [],
    message,
    found: coverage.kind === 'all' && !coverage.isStated ? '空白' : nameCoverage(coverage),
    mend: isStatedAll(coverage)
      ? `确是全部的，补全“${SHEET.memberUnits}”表；不是的，在“${SHEET.scheme}”表的“${COVERAGE_LABEL}”改填${COVERAGE_WORDS.nominated}，或区名（几个用“、”隔开）`
      : `在“${SHEET.scheme}”表的“${COVERAGE_LABEL}”（没有这一行的自加一行）右边填写${COVERAGE_WORDS.all}、${COVERAGE_WORDS.nominated}，或区名（几个用“、”隔开）`,
  };
}

const COVERAGE_CELL: CellRef = { sheet: 'scheme', row: null, heading: COVERAGE_LABEL };

/** `浦东 650 家` of the districts that the roster says it does not hold. */
function nameStrangers({ roster, districtByName }: RosterIndex): string {
  const holdingOf = findHoldings(roster);
  const others = roster.memberUnits.filter(
    ({ district }) => districtByName.has(district) && holdingOf(district) === 'nothing',
  );
  const counts = [...groupBy(others, ({ district }) => district)].map(([name, units]) => `${name} ${units.length} 家`);
  return shorten(counts);
}

function nameParts(parts: readonly Difference[]): string {
  return shorten(parts.map(({ name, words }) => `${name}：${words}`));
}

function shorten(names: readonly string[]): string {
  const rest = names.length > NAMED ? `等 ${names.length} 个` : '';
  return `${names.slice(0, NAMED).join('；')}${rest}`;
}

function countNominatedUnits(index: RosterIndex): Map<string, number> {
  const units = new Set(index.roster.nominees.flatMap((nominee) => unitOf(index, nominee) ?? []));
  return new Map([...groupBy(units, ({ district }) => district)].map(([name, of]) => [name, of.length]));
}
