/**
 * Returned opinions against the master roster: what each adds to 决定. The roster is never undone by a file: where it has an answer of the body already and
 * the file another, it stays, and a person is asked.
 */
import { isOpinion } from '../asked-opinions.ts';
import { chooseFile, type FileChoice } from '../choose-file.ts';
import { DECISION_WORDS, type Decision } from '../decision.ts';
import { groupBy } from '../group-by.ts';
import { textKey } from '../same-text.ts';
import type { FileRemark } from '../tally/returned-file.ts';
import type { ReturnedOpinion, ReturnedOpinionList, ReturnedOpinions } from './returned-opinions.ts';

/** A nomination that a body is asked about. */
interface AskedNomination {
  readonly application: string;
  readonly unitName: string;
  readonly name: string;
  /** The body's row in the roster's 决定; null where it has none. */
  readonly known: Decision | null;
}

/** What one body is asked in one step. */
export interface ExpectedOpinions {
  readonly step: string;
  readonly body: string;
  /** Of the list that it would get now. */
  readonly fingerprint: string;
  readonly asked: readonly AskedNomination[];
}

/** A file of a body. */
interface OpinionFile extends Omit<ReturnedOpinions, 'outcome'> {
  readonly list: ReturnedOpinionList;
  /** The list was made when other nominations were before the body. */
  readonly isOutdated: boolean;
}

/** A file that counts for nothing. */
interface RejectedOpinions extends Omit<ReturnedOpinions, 'outcome'> {
  /** Null where nobody can tell whose it is. */
  readonly body: string | null;
  readonly faults: readonly FileRemark[];
}

/** As of a district's list of nominations. */
export type BodyState = 'received' | 'undecided' | 'rejected' | 'missing';

export interface BodyOpinions {
  readonly expected: ExpectedOpinions;
  readonly state: BodyState;
  /** The file that counts; null where none does. */
  readonly counted: OpinionFile | null;
  /** A person chose it. */
  readonly isChosen: boolean;
  /** All that came and can be read, in the order of their paths. */
  readonly files: readonly OpinionFile[];
  readonly rejected: readonly RejectedOpinions[];
}

/**
 * `new`: a row is added to 决定. `same`: the roster has it like this. `conflict`: the roster has another answer. `held`: it is not taken, and why.
 */
export type GatheredOpinionKind = 'new' | 'same' | 'conflict' | 'held';

export interface GatheredOpinion {
  readonly kind: GatheredOpinionKind;
  readonly file: OpinionFile;
  readonly row: ReturnedOpinion;
  /** What people should know: one Chinese sentence, or empty. */
  readonly remark: string;
}

export interface GatheredOpinions {
  /** Every body that is asked, step by step. */
  readonly bodies: readonly BodyOpinions[];
  /** Files of which nobody can tell whose they are, and those of a body that is not asked. */
  readonly homeless: readonly RejectedOpinions[];
  readonly rows: readonly GatheredOpinion[];
}

export function gatherOpinions(
  files: readonly ReturnedOpinions[],
  expected: readonly ExpectedOpinions[],
  choice: FileChoice,
): GatheredOpinions {
  const read: OpinionFile[] = [];
  const rejected: RejectedOpinions[] = [];
  const isOf = ({ step, body }: ExpectedOpinions, list: ReturnedOpinionList) =>
    textKey(step) === textKey(list.step) && textKey(body) === textKey(list.body);
  for (const { outcome, ...file } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (outcome.kind === 'opinions-rejected') rejected.push({ ...file, body: outcome.body, faults: outcome.faults });
    else {
      const { list } = outcome;
      const own = expected.find((each) => isOf(each, list));
      const isOutdated = list.fingerprint !== '' && list.fingerprint !== own?.fingerprint;
      if (own) read.push({ ...file, list, isOutdated });
      else rejected.push({ ...file, body: list.body, faults: [tellUnasked(list)] });
    }
  }
  const bodies = expected.map((each): BodyOpinions => {
    const own = read.filter(({ list }) => isOf(each, list));
    const back = rejected.filter(({ body }) => body === each.body);
    const counted = chooseFile(own, choice, answerOf);
    const state = counted ? 'received' : own.length > 0 ? 'undecided' : back.length > 0 ? 'rejected' : 'missing';
    const isChosen = counted !== null && choice.chosen.has(counted.sha256);
    return { expected: each, state, counted, isChosen, files: own, rejected: back };
  });
  const names = new Set(expected.map(({ body }) => body));
  return {
    bodies,
    homeless: rejected.filter(({ body }) => body === null || !names.has(body)),
    rows: bodies.flatMap(({ expected: each, counted }) => (counted ? compareFile(counted, each) : [])),
  };
}

function tellUnasked({ step, body }: ReturnedOpinionList): FileRemark {
  return {
    code: 'body-not-asked',
    cell: null,
    message: `这份总名册现在没有要征求“${body}”意见的推荐（${step}），没有计入；请核对总名册，或核对这份表是不是这次发出的。`,
  };
}

/** What people filled in, and nothing else. */
function answerOf({ list }: Pick<OpinionFile, 'list'>): string {
  return JSON.stringify(
    list.rows.map(({ application, word, reason, on, doubt }) => [application, word, reason, on, doubt !== null]),
  );
}

function compareFile(file: OpinionFile, { asked }: ExpectedOpinions): GatheredOpinion[] {
  const byNumber = new Map(asked.map((each) => [each.application, each]));
  const alike = groupBy(file.list.rows, ({ application }) => application);
  return file.list.rows.map((row): GatheredOpinion => {
    const own = byNumber.get(row.application) ?? null;
    const why = whyHeld(row, own, (alike.get(row.application) ?? []).length);
    if (why !== null) return { kind: 'held', file, row, remark: why };
    const known = own?.known ?? null;
    if (!known || !isOpinion(known)) return { kind: 'new', file, row, remark: '' };
    const isSame = known.word === row.word && (row.word === 'agreed' || known.reason === row.reason);
    return isSame
      ? { kind: 'same', file, row, remark: '' }
      : { kind: 'conflict', file, row, remark: tellConflict(known, row) };
  });
}

function whyHeld(row: ReturnedOpinion, own: AskedNomination | null, count: number): string | null {
  if (row.doubt !== null) return row.doubt;
  if (!own) {
    return '申报编号不在这次征求这个单位意见的推荐里，没有写进总名册；请照发出的表改正编号后重新报送，推荐已经撤下的不用管。';
  }
  if (count > 1) return `申报编号“${row.application}”有 ${count} 行，都没有写进总名册；请删去多余的行后重新报送。`;
  const isOther = (written: string, registered: string) => written !== '' && textKey(written) !== textKey(registered);
  if (isOther(row.unitName, own.unitName) || isOther(row.name, own.name)) {
    return `申报编号“${row.application}”在总名册里是“${own.unitName}”的推荐，与表上写的不同，没有写进总名册；请核对是不是改过表，或推荐已经换了，换了的重新征求意见。`;
  }
  if (row.word === null) return '写了理由或日期而没有填意见，没有写进总名册；请选“同意”或“不同意”后重新报送。';
  if (row.word === 'refused' && row.reason === '') {
    return '不同意而没有写理由，没有写进总名册；请写明理由后重新报送。';
  }
  if (row.on === '')
    return '没有答复的日期，没有写进总名册；请在这一行的“日期”或“填写说明”的“答复日期”填上后重新报送。';
  return null;
}

function tellConflict(known: Decision, row: ReturnedOpinion): string {
  const say = (word: Decision['word'], reason: string) =>
    `${word === null ? '' : DECISION_WORDS[word]}${reason === '' ? '' : `（${reason}）`}`;
  return `总名册“决定”表第 ${known.row} 行已有这一家的答复“${say(known.word, known.reason)}”，表上是“${say(row.word, row.reason)}”，总名册没有改；以表上为准的，在总名册里照着改。`;
}
