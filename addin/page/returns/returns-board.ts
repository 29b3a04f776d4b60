/** What came in and what did not, as the page shows it: plain data, of a tally that `jobs/collect` made. */
import { showDay } from '../../../rules/calendar.ts';
import { hideLongNumbers } from '../../../rules/id-number.ts';
import { groupBy } from '../../../rules/group-by.ts';
import { describeGaps } from '../../../rules/incomplete-base.ts';
import { showPath } from '../../../rules/tally/returned-file.ts';
import { isUnscored, tellUnscored } from '../../../rules/tally/unscored.ts';
import { showValue } from '../../../rules/tally/sheet-entries.ts';
import { STATE_WORDS, type CountedScores, type UnitState, type UnitTally } from '../../../rules/tally/unit-tally.ts';
import { nameScorer } from '../../../rules/score-columns.ts';
import { QUALIFICATION_WORDS } from '../../../rules/score-verdict.ts';
import { toPoints } from '../../../rules/points.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { hasLists } from '../../../rules/nominations/gather-nominations.ts';
import type { ScoreSheet } from '../../../rules/scheme-score-sheet.ts';
import type { Tally } from '../../../rules/tally/tally.ts';
import { NO_PLACE_FOR_DECISIONS } from '../../../jobs/collect/report-nominations.ts';
import { asksUnits, keepsDecisions, type Collected } from '../../../jobs/collect/read-collected.ts';
import { UNIT_TONES, type ReturnGroup, type StateTone } from '../../desk/state-tones.ts';
import { countNewDecisions, tellOpinions } from '../../../jobs/collect/report-opinions.ts';
import { viewNominations, type NominationsBoard } from './nominations-board.ts';
import type { OpenChoice, RefusedFile } from './open-files.ts';
import { createEntryFinder } from '../../../workbook/tally/entry-cells.ts';
import { listUnitTasks } from '../../../workbook/tally/unit-tasks.ts';
import type { ScoreWrite, ScoreWriteKind } from '../../../workbook/roster/fill-roster-scores.ts';
import { offerDistricts, type OnlyOffer } from '../only-offer.ts';

const GROUP_OF: Readonly<Record<UnitState, ReturnGroup>> = {
  counted: 'counted',
  blank: 'mend',
  rejected: 'mend',
  unconfirmed: 'decide',
  undecided: 'decide',
  missing: 'missing',
};

export type GroupCounts = Readonly<Record<ReturnGroup, number>>;

export interface ReturnedUnit {
  /** `200001 某公司` */
  readonly label: string;
  readonly district: string;
  readonly group: ReturnGroup;
  /** `重复待定` */
  readonly state: string;
  readonly tone: StateTone;
  /** Of a unit that counts: `96 分，具备参评资格`, `协会评分还没有填`; else empty. */
  readonly result: string;
  /** What the unit is asked for, a sentence each. */
  readonly asked: readonly string[];
}

/** What a note would be made for. */
interface NotesView {
  readonly units: number;
  /** Among whom they can be made for some; null where the document knows no districts. */
  readonly offer: OnlyOffer | null;
  /** The last day that the document names, `2024年12月30日`; empty where it names none. */
  readonly ruledDay: string;
}

export interface ReturnsBoard {
  readonly all: GroupCounts;
  readonly districts: readonly { readonly name: string; readonly counts: GroupCounts }[];
  /** Every unit that is expected. */
  readonly units: readonly ReturnedUnit[];
  readonly refused: readonly RefusedFile[];
  readonly choices: readonly OpenChoice[];
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  /** Whether units are asked for score sheets: nobody is told that all are missing where nominations or opinions came alone. */
  readonly asksUnits: boolean;
  /** Files of any kind that can be used: score sheets, lists of nominations, opinions. */
  readonly usable: number;
  /** What is wrong with the roster itself. */
  readonly remarks: readonly string[];
  /** What a roster with the scores would have of cells of each kind; null where the roster's file cannot be written. */
  readonly writes: Readonly<Record<ScoreWriteKind, number>> | null;
  readonly notes: NotesView;
  /** Null where no list of nominations came. */
  readonly nominations: NominationsBoard | null;
  /** Opinions that a new roster would have in 决定 besides; null where none came. */
  readonly decisions: number | null;
}

export function viewReturns(
  collected: Collected,
  writes: readonly ScoreWrite[] | null,
  chosen: ReadonlySet<string> = new Set(),
): ReturnsBoard {
  const { tally, expected, layout, ignored, gathered, opinions } = collected;
  const noted = [...listUnitTasks(tally, layout)];
  const asked = new Map(noted.map(({ unit, tasks }) => [unit.number, tasks]));
  const gaps = describeGaps(expected.gaps);
  const unscored = tellUnscored(tally);
  const units = tally.units.map((each) => viewUnit(tally, each, asked.get(each.unit.number) ?? []));
  return {
    all: countGroups(units),
    districts: [...groupBy(units, ({ district }) => district)].map(([name, own]) => ({
      name,
      counts: countGroups(own),
    })),
    units,
    refused: listRefused(tally),
    choices: listChoices(collected),
    ignored: ignored.map(({ path, why }) => ({ path: showPath(path), why })),
    asksUnits: asksUnits(collected),
    usable: tally.accepted.length + countFiles(gathered?.districts) + countFiles(opinions?.bodies),
    remarks: [
      ...(opinions ? tellOpinions(opinions, false, expected.decisionPlace !== null) : []),
      ...(gathered && gathered.collisions.length > 0 && !keepsDecisions(expected) ? [NO_PLACE_FOR_DECISIONS] : []),
      ...(unscored === null ? [] : [unscored]),
      ...(gaps === '' ? [] : [gaps]),
      ...tally.remarks.map(({ message }) => hideLongNumbers(message)),
    ],
    writes: writes && countKinds(writes),
    notes: viewNotes(
      tally.scheme,
      noted.map(({ unit }) => unit),
    ),
    nominations:
      gathered && hasLists(gathered) ? viewNominations(gathered, expected.nominations?.places ?? [], chosen) : null,
    decisions: opinions && countNewDecisions(opinions, expected.decisionPlace !== null),
  };
}

function countFiles(parties: readonly { readonly files: readonly unknown[] }[] = []): number {
  return parties.reduce((sum, { files }) => sum + files.length, 0);
}

function viewNotes(scheme: Scheme, units: readonly { readonly district: string }[]): NotesView {
  const { deadline } = scheme;
  return {
    units: units.length,
    offer: offerDistricts(scheme, units),
    ruledDay: deadline ? showDay(deadline.value) : '',
  };
}

function countGroups(units: readonly ReturnedUnit[]): GroupCounts {
  const counts = { counted: 0, mend: 0, decide: 0, missing: 0 };
  for (const { group } of units) counts[group] += 1;
  return counts;
}

/** A sheet counts with what can be read of it; a unit that has to mend the rest is not done with. */
function groupOf(state: UnitState, tasks: readonly unknown[]): ReturnGroup {
  return state === 'counted' && tasks.length > 0 ? 'mend' : GROUP_OF[state];
}

function viewUnit(
  { scheme: { scoreSheet } }: Tally,
  { unit, state, scores }: UnitTally,
  tasks: readonly { readonly file: string; readonly cell: string; readonly message: string }[],
): ReturnedUnit {
  const result = scores ? describeResult(scoreSheet, scores) : '';
  const asked = tasks.map(({ message }) => hideLongNumbers(message));
  if (asked.length === 0 && state === 'blank') asked.push('发来的评分表没有填写，请填好后重新报送。');
  const { district } = unit;
  return {
    label: labelUnit(unit),
    district,
    group: groupOf(state, tasks),
    state: state === 'counted' && tasks.length > 0 ? '已计入，还要补正' : STATE_WORDS[state],
    tone: UNIT_TONES[state],
    result,
    asked,
  };
}

/** A sheet that only the unit has filled in has no points yet: they are the association's. */
function describeResult({ columns, step }: ScoreSheet, counted: CountedScores): string {
  const { outcome, association } = counted;
  if (isUnscored(counted)) return `${columns.basic.association}还没有填`;
  const { basic, vetoes } = association;
  if (basic.answer === 'unknown') {
    return `${columns.basic.association}还没有填全：${basic.message}，现在 ${toPoints(outcome.totalPoints, step.value)} 分`;
  }
  const against = [basic, ...vetoes].flatMap(({ answer, message }) => (answer === 'no' ? [message] : []));
  const why = against.length > 0 ? `：${against.join('，')}` : '';
  return `${toPoints(outcome.totalPoints, step.value)} 分，${QUALIFICATION_WORDS[outcome.answer]}${why}`;
}

/** Somebody may have typed an ID number into the column for numbers. */
function labelUnit({ number, name }: { readonly number: string; readonly name: string }): string {
  return hideLongNumbers(`${number} ${name}`.trim());
}

function listRefused({ rejected, units }: Tally): RefusedFile[] {
  const nameOf = new Map(units.map(({ unit }) => [unit.number, unit.name]));
  return rejected.map(({ path, tie, faults }) => ({
    path: showPath(path),
    whose:
      tie.unitNumber === null
        ? hideLongNumbers(tie.why)
        : labelUnit({ number: tie.unitNumber, name: nameOf.get(tie.unitNumber) ?? '' }),
    isKnown: tie.unitNumber !== null,
    reasons: faults.map(({ message }) => hideLongNumbers(message)),
  }));
}

/** What is open first. */
function listChoices(collected: Collected): OpenChoice[] {
  const all = [...listDuplicates(collected), ...listQuestions(collected.tally)];
  const isDone = ({ files }: OpenChoice) => files.some(({ isTaken }) => isTaken);
  return [...all.filter((choice) => !isDone(choice)), ...all.filter(isDone)];
}

function listDuplicates({ tally, layout }: Collected): OpenChoice[] {
  const unitOf = new Map(tally.units.map(({ unit }) => [unit.number, unit]));
  const placeOf = createEntryFinder(layout);
  const open = tally.duplicates.filter(({ settlement }) => settlement === 'undecided' || settlement === 'chosen');
  return open.map(({ unitNumber, files, counted, differences }) => ({
    unit: labelUnit({ number: unitNumber, name: unitOf.get(unitNumber)?.name ?? '' }),
    district: unitOf.get(unitNumber)?.district ?? '',
    why: `报来 ${files.length} 份，内容不同，请选定以哪一份为准。${tellScorersOnly(tally, differences)}`,
    files: files.map((file) => ({ ...nameFile(file), isTaken: file === counted })),
    differences: differences.map(({ entry, values }) => {
      const { cell, name } = placeOf(entry);
      const said = values.map((value, index) => `第 ${index + 1} 份 ${showValue(value, tally.scheme.scoreSheet)}`);
      return `${cell} ${name}：${said.join('，')}`;
    }),
  }));
}

/** Then the unit is not asked. */
function tellScorersOnly({ scheme }: Tally, differences: Tally['duplicates'][number]['differences']): string {
  if (differences.some(({ entry }) => entry.column === 'self')) return '';
  const { association } = scheme.scoreSheet.columns.basic;
  return `不同的都是评分，请向${nameScorer(association)}核实。`;
}

function listQuestions({ questions, scheme }: Tally): OpenChoice[] {
  const { association, self } = scheme.scoreSheet.columns.basic;
  return questions.map(({ unit, file, confirmed }) => ({
    unit: labelUnit(unit),
    district: unit.district,
    why: `只填了“${association}”一栏，“${self}”没有填或填得很少，可能填错了栏；确实是评分方打的分，就按这一份计入。`,
    files: [{ ...nameFile(file), isTaken: confirmed }],
    differences: [],
  }));
}

function nameFile({ path, sha256, savedAt }: { path: string; sha256: string; savedAt: string | null }) {
  return { path: showPath(path), sha256, savedAt };
}

function countKinds(writes: readonly ScoreWrite[]): Record<ScoreWriteKind, number> {
  const counts = { added: 0, changed: 0, cleared: 0, kept: 0 };
  for (const { kind } of writes) counts[kind] += 1;
  return counts;
}
