/** The subject of a row of 决定 that is none: what is wrong with it, and which nomination was probably meant, so that no decision is lost. */
import type { Decision } from '../decision.ts';
import { nameNomination, standIn } from '../decision-rows.ts';
import type { Nominee } from '../master-roster.ts';
import { findStep } from '../find-step.ts';
import { rememberBy } from '../remember.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';

interface SubjectFault {
  readonly message: string;
  /** Those that the row may mean; nobody knows what it says of them. */
  readonly nominations: readonly Nominee[];
  readonly mend: string;
}

const MEND = '更正对象：评审结论填推荐名单中的申报编号，其他决定也可以填会员单位的编号';

/** Null where the row says clearly whom it is about. */
export function findSubjectFault(index: RosterIndex, row: Decision): SubjectFault | null {
  const { decisions, scheme } = index;
  if (row.subject === '') return { message: '没有填写对象', nominations: [], mend: MEND };
  const subject = decisions.subjectOf(row);
  switch (subject.kind) {
    case 'nomination':
      return null;
    case 'several': {
      const rows = subject.nominations.map((nominee) => nominee.row);
      const message = `对象“${row.subject}”是推荐名单第 ${rows.join('、')} 行，不知道指的是哪一行，这一行决定不起作用`;
      const mend = '先在推荐名单中给各项申报不同的编号，再更正这里的对象';
      return { message, nominations: subject.nominations, mend };
    }
    case 'both':
      return {
        message: `对象“${row.subject}”既是申报编号，又是单位编号，不知道指的是哪一个`,
        nominations: [],
        mend: MEND,
      };
    case 'unknown':
      return {
        message: `对象“${row.subject}”不在推荐名单和会员单位中，这一行不起作用${hint(findNear(index, row))}`,
        nominations: [],
        mend: MEND,
      };
    case 'sheet':
      return findStep(scheme, row)
        ? {
            message: `对象“${row.subject}”是工作表，评审结论要写到每项申报，这一行不起作用`,
            nominations: [],
            mend: MEND,
          }
        : null;
    case 'unit': {
      const step = findStep(scheme, row);
      if (!step) return null;
      const own = index.nomineesByUnit.all(subject.unit.number);
      // What has its own row needs none of the unit.
      const open = own.filter(
        (nominee) => !decisions.aboutNomination(nominee).some((each) => findStep(scheme, each) === step),
      );
      const nominations = open.length > 0 ? open : own;
      return {
        message: `对象“${row.subject}”是单位编号，评审结论要写到每项申报，这一行不起作用${hint(nominations)}`,
        nominations,
        mend: MEND,
      };
    }
  }
}

function hint(near: readonly Nominee[]): string {
  const [first, other] = near;
  return first && !other ? `，是不是“${nameNomination(first)}”？` : '';
}

/** Whoever corrects a number or a name in 推荐名单 has to correct it here as well. The likest are asked first; one alone is named. */
function findNear({ roster: { nominees } }: RosterIndex, { subject }: Decision): readonly Nominee[] {
  const wanted: Spelling = { text: subject, key: textKey(subject), looseKey: looseKey(subject) };
  const spelled = spellNominees(nominees);
  for (const isNear of LIKENESSES) {
    const near = spelled.filter((each) => isNear(each, wanted));
    if (near.length === 1) return near.map(({ nominee }) => nominee);
  }
  return [];
}

interface Spelling {
  readonly text: string;
  readonly key: string;
  readonly looseKey: string;
}

/** What rows of 决定 may call a nomination. */
interface SpelledNominee {
  readonly nominee: Nominee;
  readonly looseApplication: string;
  readonly standInKey: string;
  readonly looseStandIn: string;
  /** Empty where one of the two is blank. */
  readonly looseUnitAndAward: string;
}

const spellNominees = rememberBy((nominees: readonly Nominee[]): readonly SpelledNominee[] =>
  nominees.map((nominee) => {
    const { application, unitNumber, award } = nominee;
    const standInName = standIn(nominee);
    return {
      nominee,
      looseApplication: application === '' ? '' : looseKey(application),
      standInKey: textKey(standInName),
      looseStandIn: looseKey(standInName),
      looseUnitAndAward: unitNumber === '' || award === '' ? '' : looseKey(`${unitNumber} ${award}`),
    };
  }),
);

type Likeness = (each: SpelledNominee, wanted: Spelling) => boolean;

const LIKENESSES: readonly Likeness[] = [
  ({ looseApplication }, wanted) => looseApplication !== '' && looseApplication === wanted.looseKey,
  ({ looseStandIn }, wanted) => looseStandIn === wanted.looseKey,
  // The name was corrected; unit and award are still the same.
  ({ looseUnitAndAward }, wanted) => looseUnitAndAward !== '' && wanted.looseKey.startsWith(looseUnitAndAward),
  ({ nominee }, wanted) => differsInOne(nominee.application, wanted.text),
  ({ standInKey }, wanted) => differsInOne(standInKey, wanted.key),
];

/** Without what spreadsheets take off a number: 2021-0001 and 2021-1 are alike. */
function looseKey(text: string): string {
  return textKey(text).replace(/(?<!\d)0+(?=\d)/g, '');
}

function differsInOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let differing = 0;
  for (let at = 0; at < one.length && differing < 2; at += 1) if (one[at] !== other[at]) differing += 1;
  return differing === 1;
}
