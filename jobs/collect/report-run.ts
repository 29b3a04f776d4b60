/** What `collect` says when it has done: on the terminal, as JSON, and by its exit code. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { nameScoreColumn } from '../../rules/score-columns.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import { tellUnscored } from '../../rules/tally/unscored.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { STATE_WORDS, type UnitState, type UnitTally } from '../../rules/tally/unit-tally.ts';
import { quoteForUser } from '../../workbook/intake/quote.ts';
import { hasLists, type GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import type { GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import type { ScoreWrite, ScoreWriteKind } from '../../workbook/roster/fill-roster-scores.ts';
import type { JobContext, Verdict } from '../job.ts';
import { give, inputName } from '../way.ts';
import { fileChangesToJson } from '../tell-changes.ts';
import { asksUnits } from './read-collected.ts';
import { hasOpenNominations, nominationsToJson, reportNominations } from './report-nominations.ts';
import { hasOpenOpinions, opinionsToJson, tellOpinions } from './report-opinions.ts';
import { MOST_LINES, tellSome } from './tell-some.ts';
import type { WrittenNotes } from './write-notes.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';

export interface CollectRun {
  readonly tally: Tally;
  /** Null where no list of nominations came. */
  readonly gathered: GatheredNominations | null;
  /** Null where nominations were not checked as they would stand in the roster. */
  readonly judged: JudgedNominations | null;
  /** What came of opinions, and whether the roster has a place for them; null where none came. */
  readonly opinions: GatheredOpinions | null;
  readonly hasDecisions: boolean;
  /** Whether the roster has a place for what is decided of collisions. */
  readonly keepsDecisions: boolean;
  readonly ignored: readonly IgnoredEntry[];
  /** The new roster, where one was written. */
  readonly roster: { readonly path: string; readonly writes: readonly ScoreWrite[] } | null;
  /** Null where nobody asked for notes. */
  readonly notes: WrittenNotes | null;
  /** The roster's name, where somebody saved it while the files were read. */
  readonly staleRoster: string | null;
}

const STATES: readonly UnitState[] = ['counted', 'blank', 'unconfirmed', 'undecided', 'rejected', 'missing'];

export function reportRun(run: CollectRun, context: JobContext): void {
  const { tally, gathered, judged, opinions, ignored, roster, staleRoster } = run;
  const { tell } = context;
  if (roster) reportRoster(roster.path, roster.writes, tell);
  const lists = gathered && hasLists(gathered) ? gathered : null;
  if (lists)
    reportNominations({ gathered: lists, judged, keepsDecisions: run.keepsDecisions }, roster !== null, context);
  if (opinions) for (const sentence of tellOpinions(opinions, roster !== null, run.hasDecisions)) tell(sentence);
  // Nominations are gathered before anything is scored; then nobody has to be told that every score sheet is missing.
  if (asksUnits(run)) reportScores(run, context);
  else reportIgnored(ignored, tell);
  for (const { message } of tally.remarks) tell(message);
  if (staleRoster !== null) {
    const made = roster ? '汇总和新总名册' : '汇总';
    tell(
      `总名册${quoteForUser(staleRoster)}在汇总期间又被保存过，${made}是按开始时读到的内容做的，不含其后的修改；请重新汇总一次。`,
    );
  }
}

function reportIgnored(ignored: readonly IgnoredEntry[], tell: JobContext['tell']): void {
  tellSome(
    ignored.map(({ path, why }) => `没有读取${quoteForUser(path)}：${why}。`),
    (rest) => `另有 ${rest} 个没有读取的文件，见汇总的“提示”表。`,
    tell,
  );
}

function reportScores({ tally, ignored }: CollectRun, { tell }: JobContext): void {
  const { accepted, rejected, duplicates, all } = tally;
  const { scoreSheet } = tally.scheme;
  const withWarnings = accepted.filter(({ warnings }) => warnings.length > 0).length;
  tell(
    `收到文件 ${accepted.length + rejected.length} 个：接受 ${accepted.length} 个（其中有提示 ${withWarnings} 个），退回 ${rejected.length} 个；另忽略 ${ignored.length} 个。`,
  );
  const states = STATES.map((state) => `${STATE_WORDS[state]} ${all.states[state]}`);
  tell(`应报单位 ${all.expected} 家：${states.join('，')}。`);
  const unscored = tellUnscored(tally);
  if (unscored !== null) tell(unscored);
  reportUnusable(tally, tell);
  reportMissing(tally, tell);
  reportIgnored(ignored, tell);
  for (const { unitNumber, counted, settlement } of duplicates) {
    const taken = quoteForUser(counted?.path ?? '');
    if (settlement === 'newest')
      tell(`单位 ${unitNumber} 报来几份不同的评分表，按 ${inputName('prefer')} newest 取了${taken}。`);
    if (settlement === 'fuller') tell(`单位 ${unitNumber} 报来几份评分表，其余各份只少填，取了填得最全的${taken}。`);
  }
  if (all.states.unconfirmed > 0) {
    const [association, self] = [nameScoreColumn(scoreSheet, 'association'), nameScoreColumn(scoreSheet, 'self')];
    tell(
      `有 ${all.states.unconfirmed} 家单位的评分表只填了${association}一栏，${self}没有填或填得很少，可能填错了栏，没有计入；请看汇总的“待确认”表。`,
    );
  }
  const unread = listUnread(tally);
  if (unread.length > 0) {
    const named = unread.slice(0, MOST_LINES).map(({ unit }) => unit.number);
    tell(
      `有 ${unread.length} 家单位的评分表里有认不出的格子（${named.join('、')}${unread.length > MOST_LINES ? ' 等' : ''}），这些格子按未知处理，其余照常计入；由谁改正见汇总的“提示”表。`,
    );
  }
}

/** What came in and cannot be used: the file, whose it is, why, and what to ask for. */
function reportUnusable({ rejected, units }: Tally, tell: JobContext['tell']): void {
  if (rejected.length === 0) return;
  const nameOf = new Map(units.map(({ unit }) => [unit.number, unit.name]));
  tell(`收到而不能计入的文件 ${rejected.length} 个：`);
  const lines = rejected.map(({ path, tie, faults }) => {
    const whose = tie.unitNumber === null ? tie.why : `${tie.unitNumber}“${nameOf.get(tie.unitNumber) ?? ''}”`;
    const [first, ...others] = faults;
    const more = others.length > 0 ? `（另有 ${others.length} 处问题）` : '';
    return `  ${quoteForUser(path)}（${whose}）：${hideLongNumbers(first?.message ?? '')}${more}`;
  });
  tellSome(lines, (rest) => `  另有 ${rest} 个，见汇总的“退回文件”表。`, tell);
}

function reportMissing({ units }: Tally, tell: JobContext['tell']): void {
  const missing = units.filter(({ state }) => state === 'missing');
  if (missing.length === 0) return;
  const named = missing.slice(0, MOST_LINES).map(({ unit }) => `${unit.number}“${unit.name}”`);
  const rest = missing.length > MOST_LINES ? '等' : '';
  tell(`没有收到任何文件的单位 ${missing.length} 家：${named.join('、')}${rest}，见汇总的“未交单位”表。`);
}

function reportRoster(path: string, writes: readonly ScoreWrite[], tell: JobContext['tell']): void {
  const { added, changed, cleared, kept } = countKinds(writes);
  tell(
    `已生成 ${path}：“${SHEET.scores}”表填入 ${added} 格，更改 ${changed} 格，清除 ${cleared} 格，逐格列在汇总的“写入总名册”表。`,
  );
  if (kept > 0) {
    tell(`另有 ${kept} 格总名册中有内容而评分表是空白，原样保留；确要清除的，${give('allow-clearing')} 重新汇总。`);
  }
}

function countKinds(writes: readonly ScoreWrite[]): Readonly<Record<ScoreWriteKind, number>> {
  const counts = { added: 0, changed: 0, cleared: 0, kept: 0 };
  for (const { kind } of writes) counts[kind] += 1;
  return counts;
}

/** Units of whose counted sheet some cells are not known. */
function listUnread({ units }: Tally): UnitTally[] {
  return units.filter(({ scores }) => (scores?.file.sheet.unread.length ?? 0) > 0);
}

/** Files went back, cells are not known, a person has to choose or to confirm, or units of the roster could not be expected. */
export function judgeRun({ tally, gathered, opinions, hasDecisions, staleRoster }: CollectRun): Verdict {
  const { rejected, duplicates, questions, remarks } = tally;
  const isOpen =
    rejected.length > 0 ||
    listUnread(tally).length > 0 ||
    duplicates.some(({ counted }) => counted === null) ||
    questions.some(({ confirmed }) => !confirmed) ||
    remarks.some(({ severity }) => severity === 'violation') ||
    (gathered !== null && hasOpenNominations(gathered)) ||
    (opinions !== null && (hasOpenOpinions(opinions) || !hasDecisions)) ||
    staleRoster !== null;
  return isOpen ? 'violations' : 'fine';
}

export function runToJson({ tally, gathered, judged, opinions, ignored, roster, notes, staleRoster }: CollectRun) {
  const { scheme, accepted, rejected, duplicates, questions, remarks, all, borderline, units } = tally;
  return {
    scheme: scheme.id,
    files: {
      received: accepted.length + rejected.length,
      accepted: accepted.length,
      acceptedWithWarnings: accepted.filter(({ warnings }) => warnings.length > 0).length,
      rejected: rejected.length,
      ignored: ignored.length,
    },
    units: { expected: all.expected, ...all.states },
    rejected: rejected.map(({ path, sha256, tie, faults }) => ({
      path: showPath(path),
      sha256,
      ...tie,
      faults,
    })),
    warnings: accepted.flatMap(({ path, warnings }) =>
      warnings.map((warning) => ({ path: showPath(path), ...warning })),
    ),
    blank: units
      .filter(({ state }) => state === 'blank')
      .map(({ unit, file }) => ({ unitNumber: unit.number, path: showPath(file?.path ?? '') })),
    questions: questions.map(({ unit, file, confirmed }) => ({
      unitNumber: unit.number,
      path: showPath(file.path),
      sha256: file.sha256,
      code: 'self-missing',
      severity: 'question',
      confirmed,
    })),
    remarks: remarks.map(({ message, ...remark }) => ({ ...remark, message: hideLongNumbers(message) })),
    duplicates: duplicates.map(({ unitNumber, settlement, files, counted }) => ({
      unitNumber,
      settlement,
      files: files.map(({ path, sha256 }) => ({ path: showPath(path), sha256 })),
      counted: counted && showPath(counted.path),
    })),
    panel: borderline.map(({ unit, causes, points }) => ({ unitNumber: unit.unit.number, causes, points })),
    roster: roster && {
      ...countKinds(roster.writes),
      cells: roster.writes.map(({ unit, ...write }) => ({ unitNumber: unit.number, ...write })),
    },
    notes: notes && notes.files.length,
    noteChanges: notes && fileChangesToJson(notes.files, notes.aside),
    nominations: gathered && nominationsToJson({ gathered, judged }),
    opinions: opinions && opinionsToJson(opinions),
    rosterChanged: staleRoster !== null,
    ignored: ignored.map(({ path, why }) => ({ path: showPath(path), why })),
  };
}
