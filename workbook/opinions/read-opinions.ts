/** Reads a returned workbook of opinions. */
import { IntakeError } from '../../ooxml/errors.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { OpinionOutcome, ReturnedOpinion } from '../../rules/opinions/returned-opinions.ts';
import { SCHEME_LABEL } from '../../rules/roster-cell.ts';
import { wordOf } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparable } from '../intake/clean-text.ts';
import { quoteForUser } from '../intake/quote.ts';
import { NotedFact } from '../intake/fact-reading.ts';
import { readFact } from '../intake/read-fact.ts';
import { readTable, type Table, type TableRow } from '../intake/table.ts';
import { EDITION_LABEL } from '../outgoing/outgoing-layout.ts';
import { findUnseen } from '../roster/find-unseen.ts';
import { findLabelled } from '../roster/read-guide.ts';
import type { ScoreSheetWorkbook } from '../score-sheet/find-score-sheet.ts';
import { OPINION_COLUMNS, OPINION_LABEL, OPINION_PROPERTY, OPINION_SHEET } from './opinion-layout.ts';

/** What a reader has to know. Plain data: it is handed from thread to thread. */
export interface OpinionForm {
  readonly scheme: { readonly id: string; readonly title: string; readonly edition: string };
  readonly steps: readonly { readonly name: string; readonly bodies: readonly string[] }[];
}

/** Null where the document seeks no opinions. */
export function describeOpinionForm({ id, title, edition, review }: Scheme): OpinionForm | null {
  const steps = (review?.steps ?? []).flatMap(({ name, asks }) =>
    asks ? [{ name, bodies: [...asks.bodies.values()] }] : [],
  );
  return steps.length > 0 ? { scheme: { id, title, edition }, steps } : null;
}

/** One body has some hundred nominations before it. */
const MOST_ROWS = 5_000;

/** @returns null for a workbook that is none of opinions */
export function readOpinions(workbook: ScoreSheetWorkbook, form: OpinionForm): OpinionOutcome | null {
  try {
    const identity = readIdentity(workbook, form);
    if (identity === null || 'kind' in identity) return identity;
    const { step, body } = identity;
    const tab = workbook.sheets.find(({ name }) => comparable(name) === comparable(OPINION_SHEET.list));
    if (!tab) {
      const message = `没有“${OPINION_SHEET.list}”这张工作表，请用发出的表填写后重新报送，不要删表、改表名。`;
      return reject('no-opinions', message, body);
    }
    const content = workbook.readSheet(tab.name);
    const table = readTable(content, Object.values(OPINION_COLUMNS));
    if (table.rows.length > MOST_ROWS) {
      const message = `“${OPINION_SHEET.list}”有 ${table.rows.length} 行，超过 ${MOST_ROWS} 行，不像是征求一个单位的意见，请核对后重新报送。`;
      return reject('too-many-rows', message, body);
    }
    const struck = new Set(
      findUnseen('decisions', content, table, 'visible').flatMap(({ kind, rows }) =>
        kind === 'row-struck' ? rows : [],
      ),
    );
    const fingerprint = workbook.customProperties.get(OPINION_PROPERTY.blank) ?? '';
    const answeredOn = readAnswerDay(workbook);
    const rows = table.rows.flatMap((row) => {
      const read = readRow(table, row, answeredOn);
      return read && struck.has(read.row) ? [{ ...read, doubt: STRUCK }] : (read ?? []);
    });
    return { kind: 'opinions', list: { step, body, fingerprint, sheetName: tab.name, rows } };
  } catch (error) {
    // What the guard turns away is told by whoever reads the file.
    if (error instanceof IntakeError || !(error instanceof UnusableInput)) throw error;
    return reject('headings', error.message, null);
  }
}

const STRUCK =
  '这一行有划掉的内容，不知道意见还算不算，没有写进总名册；不算的请清空这一行的意见，算的请去掉删除线后重新报送。';

/** By what travels inside, else by 填写说明: other formats lose what travels inside. */
function readIdentity(
  workbook: ScoreSheetWorkbook,
  { scheme, steps }: OpinionForm,
): { readonly step: string; readonly body: string } | OpinionOutcome | null {
  const { customProperties: properties } = workbook;
  const read = (property: string, label: string): string => {
    const cell = properties.has(property) ? null : findLabelled(workbook, label)?.cell;
    return comparable(properties.get(property) ?? (cell?.kind === 'text' ? cell.text : ''));
  };
  const body = read(OPINION_PROPERTY.body, OPINION_LABEL.body);
  if (body === '') return null;
  const id = read(OPINION_PROPERTY.scheme, SCHEME_LABEL);
  const edition = read(OPINION_PROPERTY.edition, EDITION_LABEL);
  if (id !== '' && id !== comparable(scheme.id)) {
    const message = `是评选方案${quoteForUser(id)}的征求意见表，不是“${scheme.title}”的，请用这次发出的表填写后报送。`;
    return reject('other-scheme', message, null);
  }
  if (edition !== '' && edition !== comparable(scheme.edition)) {
    const message = `是 ${edition} 年度的征求意见表，不是 ${scheme.edition} 年度的，请用这次发出的表填写后报送。`;
    return reject('other-edition', message, null);
  }
  const step = steps.find(({ bodies }) => bodies.some((name) => comparable(name) === body));
  const name = step?.bodies.find((each) => comparable(each) === body);
  if (step && name !== undefined) return { step: step.name, body: name };
  const message = `${quoteForUser(body)}不是办法里征求意见的单位，请核对“${OPINION_LABEL.body}”后重新报送。`;
  return reject('unknown-body', message, null);
}

/** The day that is true of every row without its own; empty where it is blank or no day. */
function readAnswerDay(workbook: ScoreSheetWorkbook): string {
  const place = findLabelled(workbook, OPINION_LABEL.answeredOn);
  if (!place?.cell) return '';
  const fact = readFact(place.cell, OPINION_COLUMNS.on, place.sheet);
  const day = fact instanceof NotedFact ? fact.value : fact;
  return typeof day === 'string' ? day : '';
}

/** Null where nothing is filled in but what the list itself prints. */
function readRow(table: Table, { row, facts }: TableRow, answeredOn: string): ReturnedOpinion | null {
  const own: readonly string[] = [OPINION_COLUMNS.word, OPINION_COLUMNS.reason, OPINION_COLUMNS.on].map(
    ({ heading }) => heading,
  );
  const problems = table.problems.filter((problem) => problem.row === row && own.includes(problem.heading));
  const read = ({ heading }: { readonly heading: string }) => wordOf(facts.get(heading) ?? null).trim();
  const [word, reason, on] = [OPINION_COLUMNS.word, OPINION_COLUMNS.reason, OPINION_COLUMNS.on].map(read);
  if (word === '' && reason === '' && on === '' && problems.length === 0) return null;
  const [problem] = problems;
  return {
    row,
    application: read(OPINION_COLUMNS.application),
    unitName: read(OPINION_COLUMNS.unitName),
    name: read(OPINION_COLUMNS.name),
    word: word === '同意' ? 'agreed' : word === '不同意' ? 'refused' : null,
    reason: reason ?? '',
    on: on === '' ? answeredOn : (on ?? ''),
    doubt: problem ? hideLongNumbers(problem.message) : null,
  };
}

function reject(code: string, message: string, body: string | null): OpinionOutcome {
  return {
    kind: 'opinions-rejected',
    faults: [{ code, cell: null, message: hideLongNumbers(message), isForUnit: true }],
    body,
  };
}
