/** One breach of each rule about 决定. Nothing has been concluded yet in a sample with flaws: its check comes before. */
import { DECISION_WORDS } from '../../rules/decision.ts';
import { nameRule } from '../../rules/name-rule.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { AwardPlaces } from '../../rules/scheme-parts.ts';
import { conclude, conclusionDay } from './decisions.ts';
import { applicationOf, question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './row.ts';
import type { Victims } from './victims.ts';

const anyone = () => true;

/** @param planted by others; a nominee that fails a condition is among them */
export function* plantDecisionFlaws(sample: Sample, victims: Victims, planted: readonly RowFlaw[]): Iterable<RowFlaw> {
  const { scheme, tables } = sample;
  const day = conclusionDay(scheme, 0);
  // Something that the check asks about in every flawed sample.
  const matter = nameRule(scheme, { rule: 'unknown-award', cite: null });
  const add = (cells: Readonly<Record<string, FactValue>>): Row => {
    const row: Row = new Map(
      Object.entries({
        事项: matter,
        对象: applicationOf(victims.takeNominee(anyone)),
        决定: DECISION_WORDS.agreed,
        决定单位: '样例评审会',
        决定日期: day,
        票数或得分: null,
        理由: '虚构的理由',
        ...cells,
      }),
    );
    tables.decisions.push(row);
    return row;
  };
  yield violation('decision-subject-unknown', 'decisions', add({ 对象: '没有这一项' }), '对象');
  yield question('decision-idle', 'decisions', add({ 事项: '没有这样的事项' }), '事项');
  yield question('decision-incomplete', 'decisions', add({ 决定日期: null }), '决定日期');
  const twice = planted.find(({ rule }) => rule === 'applied-twice' || rule === 'nominated-twice');
  if (!twice?.row) throw new RangeError('nobody is nominated twice');
  const unfit = {
    事项: nameRule(scheme, { rule: twice.rule, cite: null }),
    对象: twice.row.get('申报编号') ?? null,
    决定: DECISION_WORDS.shortlisted,
  };
  yield violation('decision-word-unfit', 'decisions', add(unfit), '决定');
  const first = add({});
  yield violation('decision-twice', 'decisions', add({ 对象: first.get('对象') ?? null }), '事项');

  const step = scheme.review?.steps.at(-1);
  if (!step) return;
  const members = new Set(tables.memberUnits.map((unit) => unit.get('编号')));
  const [failing, excused] = planted.flatMap(({ rule, row, sheet, severity }) =>
    sheet === 'nominees' &&
    severity === 'violation' &&
    row?.get('申报编号') &&
    members.has(row.get('单位编号')) &&
    scheme.awards.some(({ conditions }) => conditions.some(({ id }) => id === rule))
      ? [row]
      : [],
  );
  if (!failing) throw new RangeError('no nominee fails a condition');
  const unreasoned = conclude(step, failing, 'shortlisted', day);
  tables.decisions.push(unreasoned);
  yield violation('conclusion-unreasoned', 'decisions', unreasoned, '理由');
  // With its reason it is no flaw: the nominee goes out, and the report says against what. Of several steps one alone sends nobody out.
  if (excused && scheme.review?.steps.length === 1) {
    tables.decisions.push(
      conclude(step, excused, 'shortlisted', day).set('理由', '委员会认为符合办法的精神，虚构的理由'),
    );
  }
  const other = conclude(step, victims.takeNominee(anyone).row, 'shortlisted', day);
  other.set('决定单位', '样例评审会');
  tables.decisions.push(other);
  yield question('conclusion-body-differs', 'decisions', other, '决定单位');
  yield* plantOpinions(sample, victims, day);
  const [earliest] = scheme.review?.steps ?? [];
  if (earliest && earliest !== step) {
    const { row } = victims.takeNominee(anyone);
    const yes = conclude(step, row, 'shortlisted', day);
    tables.decisions.push(conclude(earliest, row, 'rejected', day), yes);
    yield question('conclusion-after-rejection', 'decisions', yes, '决定');
  }
  const [own] = scheme.review?.places ?? [];
  if (own) yield* plantTooMany(sample, victims, own);
}

/** A body that does not consent, and an answer of one that was not asked; all others have not answered yet. */
function* plantOpinions({ scheme, tables }: Sample, victims: Victims, day: string): Iterable<RowFlaw> {
  const step = scheme.review?.steps.find(({ asks }) => asks !== null);
  const bodies = step?.asks?.bodies;
  if (!step || !bodies) return;
  const members = new Map(tables.memberUnits.map((unit) => [unit.get('编号'), unit]));
  const bodyOf = ({ row }: PlacedNominee) =>
    bodies.get(String(members.get(row.get('单位编号') ?? null)?.get(step.asks?.heading ?? '') ?? ''));
  const hasBody = (each: PlacedNominee) => bodyOf(each) !== undefined;
  const victim = victims.takeNominee(hasBody);
  const adverse = conclude({ ...step, body: bodyOf(victim) ?? '' }, victim.row, 'refused', day);
  const stranger = conclude({ ...step, body: '样例评审会' }, victims.takeNominee(hasBody).row, 'agreed', day);
  tables.decisions.push(adverse, stranger);
  yield question('opinion-adverse', 'decisions', adverse, '决定');
  yield question('opinion-body-differs', 'decisions', stranger, '决定单位');
}

/** One more than the award's own number. */
function* plantTooMany({ scheme, tables }: Sample, victims: Victims, { award, most }: AwardPlaces): Iterable<RowFlaw> {
  const step = scheme.review?.steps.at(-1);
  if (!step) return;
  const rows = Array.from({ length: most.value + 1 }, () => victims.takeNominee((each) => each.award.id === award).row);
  const decisions = rows
    .sort((a, b) => tables.nominees.indexOf(a) - tables.nominees.indexOf(b))
    .map((row) => conclude(step, row, 'shortlisted', conclusionDay(scheme, 0)));
  tables.decisions.push(...decisions);
  yield violation('award-places-exceeded', 'decisions', decisions.at(-1) ?? null, '决定');
}
