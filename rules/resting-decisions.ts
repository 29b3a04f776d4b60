/**
 * 按决定列入: which nominations of a list stand in it because somebody decided so in 决定. A finding that was let stand, a question that was
 * answered, a conclusion against a condition: whoever reads the list has to see that there are such. A conclusion that agrees with the check is none.
 */
import { isConsented } from './asked-opinions.ts';
import { everyNominee, type RosterCheck } from './check-roster.ts';
import { parentAwardsOf } from './conditions/registry.ts';
import { nameNomination } from './decision-rows.ts';
import { hideLongNumbers } from './id-number.ts';
import type { Nominee } from './master-roster.ts';
import type { NomineeCheck, StepConclusion } from './nominee-check.ts';
import { GOES_OUT } from './review.ts';
import { nominationsFor } from './roster-index.ts';
import type { GatedOutput } from './scheme-parts.ts';

/** By nomination the one whose decision it rests on: itself, or one that it depends on, as a department on its unit. */
export type Resting = ReadonlyMap<Nominee, Nominee>;

/** All nominations that rest on a decision, in the roster's order, whether the output lists them or not. */
export function listResting(check: RosterCheck, output: GatedOutput): Resting {
  const { index, nominees } = check;
  const checks = new Map(everyNominee(check).map((each) => [each.nominee, each]));
  // `schemes/` refuses a circle of awards.
  const find = (each: NomineeCheck): Nominee | null => {
    if (isDecided(each, output)) return each.nominee;
    for (const award of parentAwardsOf(each.award)) {
      const parents = nominationsFor(index, award, each.nominee.unitNumber).flatMap(
        (parent) => checks.get(parent) ?? [],
      );
      const out = parents.filter(({ standing }) => GOES_OUT.includes(standing[output]));
      // Forms are signed before the review: there the check alone counts.
      const sources = (out.length > 0 ? out : parents.filter(({ cleared }) => cleared)).map(find);
      // One that needed no decision is enough.
      const [source] = sources;
      if (source && !sources.includes(null)) return source;
    }
    return null;
  };
  return new Map(
    nominees.flatMap((each): [Nominee, Nominee][] => {
      const source = find(each);
      return source ? [[each.nominee, source]] : [];
    }),
  );
}

function isDecided({ findings, standing, conclusions }: NomineeCheck, output: GatedOutput): boolean {
  return (
    standing[output] === 'against' ||
    findings.some(({ decision }) => decision !== undefined) ||
    conclusions.some(isWithoutConsent)
  );
}

/** A step that sought an opinion was concluded without a consent. */
function isWithoutConsent({ conclusion, sought }: StepConclusion): boolean {
  return conclusion === 'shortlisted' && sought !== null && !isConsented(sought);
}

/** The row of any list that names a nomination. */
export interface Listed {
  readonly nominee: Nominee;
}

/** Those of a list that rest on a decision. */
export function pickResting(listed: readonly Listed[], resting: Resting): Nominee[] {
  return listed.flatMap(({ nominee }) => (resting.has(nominee) ? [nominee] : []));
}

/** How many numbers a line names before the rest is only counted. */
const MOST_NUMBERS = 8;

/**
 * The line of a sheet, for whoever works with the master roster; empty where none of its rows rests on a decision.
 * @param listed the nominations of this very sheet, in its order
 * @param verb what the sheet does with them
 */
export function describeResting(
  listed: readonly Listed[],
  resting: Resting,
  verb: '列入' | '计入' | '通过审查' = '列入',
): string {
  const found = pickResting(listed, resting);
  if (found.length === 0) return '';
  const names = found.slice(0, MOST_NUMBERS).map((nominee) => nameWithSource(nominee, resting));
  const rest = found.length > MOST_NUMBERS ? ' 等' : '';
  return `本表有 ${found.length} 项按总名册“决定”表的决定${verb}：${names.join('、')}${rest}；由谁决定、理由，见该表和资格审查报告的“已决定”。`;
}

/** As `describeResting`, for a list that hangs out: the count alone. Numbers, bodies and reasons are the association's own. */
export function describeRestingInPublic(count: number): string {
  return count === 0 ? '' : `注：以上名单中有 ${count} 项经个别研究决定列入。`;
}

/** Of one nomination, for the head of its form; empty where it rests on none. */
export function describeOwnResting(nominee: Nominee, resting: Resting): string {
  const source = resting.get(nominee);
  if (!source) return '';
  return `按总名册“决定”表的决定通过审查（${source === nominee ? '' : '随 '}${showNumber(source)}）`;
}

function nameWithSource(nominee: Nominee, resting: Resting): string {
  const source = resting.get(nominee);
  const own = showNumber(nominee);
  return source && source !== nominee ? `${own}（随 ${showNumber(source)}）` : own;
}

/** A name that stands in for a number may be a whole sentence; a header of a form takes 255 characters. */
const MOST_CHARACTERS = 40;

function showNumber(nominee: Nominee): string {
  const name = Array.from(hideLongNumbers(nameNomination(nominee)));
  return name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS).join('')}…` : name.join('');
}
