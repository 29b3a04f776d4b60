/** What becomes of a row of a list: what it writes, why it is held, and where a person has to decide or has decided. */
import { isConclusion, type Decision } from '../decision.ts';
import type { Nominee } from '../master-roster.ts';
import type { FactValue } from '../roster-column.ts';
import { textKey } from '../same-text.ts';
import { OF_UNIT } from './chosen-unit.ts';
import { COLLISION_MATTERS, isCollisionMatter, type CollisionKind } from './collision-matters.ts';
import type { CollisionDecision, DecisionFinder } from './collision-decisions.ts';
import { collisionCode, type Collision } from './collisions.ts';
import { listCells, listDiffering, type CellSides, type DifferingCell } from './compare-cells.ts';
import { factIn, showFact } from './fact-in.ts';
import type { FoundRow, GatheredKind, GatheredRow, NominationWrite } from './gathered-row.ts';
import { ofNumber, ofUnit, whyTaken, whyUnknown } from './held-rows.ts';
import { nameIn } from './match-rows.ts';
import type { RowRemark, TakenRow, TakenRows } from './returned-nominations.ts';
import type { DistrictFile } from './settle-lists.ts';

interface Sides extends CellSides {
  /** Null where nothing was gathered before. */
  readonly earlier: TakenRows | null;
  /** The rows of the roster's 决定. */
  readonly decisions: readonly Decision[];
  readonly decide: DecisionFinder;
}

interface Compared {
  readonly gathered: GatheredRow;
  readonly writes: readonly NominationWrite[];
  readonly collisions: readonly Collision[];
}

/** A nomination of the roster that the district's form does not have any more. */
export interface WithdrawnNomination extends Collision {
  readonly nominee: Nominee;
}

/** What says whom a nomination is of, besides its unit. */
const OF_PERSON = ['奖项', '姓名', '受奖集体'];

/** @param alike all rows with its number */
export function compareRow(found: FoundRow, alike: readonly FoundRow[], sides: Sides): Compared {
  const { row, nominee, application, unit, file } = found;
  const collisions: Collision[] = [];
  const end = (kind: GatheredKind, remarks: readonly RowRemark[], cells: readonly DifferingCell[] = []): Compared => {
    const isDecided = collisions.length > 0 && collisions.every(({ decision }) => decision !== null);
    const gathered = { ...found, kind, isDecided, remarks };
    return { gathered, writes: cells.map((each) => ({ ...each, gathered })), collisions };
  };
  const hold = (why: RowRemark) => end('held', [why, ...row.unread]);
  const meet = (kind: CollisionKind, met: Met): CollisionDecision | null => {
    const collision = collide(kind, { found, ...met }, sides.decide);
    collisions.push(collision);
    return collision.decision;
  };
  const findBound = () => sides.decisions.find((each) => isBound(each, application));
  const reopen = (concern: string) => {
    const collision = collisions.pop();
    if (collision) collisions.push({ ...collision, decision: null, concern });
  };

  const unknown = whyUnknown(found);
  if (unknown || !unit) return hold(unknown ?? ofUnit('单位不明，没有写进总名册。'));
  const identity = [unit.name, factIn(row, '奖项'), nameIn(row)];
  if (unit.district !== file.district) {
    const whose = unit.district === '' ? '所属不明' : `属于“${unit.district}”`;
    const decision = meet('foreign', {
      inRoster: `“${unit.name}”${whose}`,
      inList: `“${file.district}”推荐${name(identity)}`,
      key: [
        [unit.number, unit.district],
        [file.district, ...identity],
      ],
    });
    if (decision?.word !== 'agreed') return hold(ofUnit(tellForeign(found, unit, decision)));
  }
  const taken = whyTaken(found, alike, sides.finder);
  // What was decided of its unit does not mend its number.
  if (taken) return leaveOpen(hold(taken));
  const earlier = sides.earlier?.get(application) ?? null;
  if (!nominee && (earlier?.isAgreed === true || wasTakenOut(application, sides.decisions))) {
    const cells = listCells(found, sides.headings).map(({ heading, after }) => `${heading} ${showFact(after)}`);
    const decision = meet('removed', { inRoster: '没有这一项', inList: name(identity), key: [cells] });
    const bound = isTakenSame(found, earlier, sides) ? undefined : findBound();
    if (decision?.word === 'agreed' && bound) {
      const concern = `总名册“决定”表第 ${bound.row} 行对这个编号另有决定，说的可能是别的推荐，不能再写；请区里另用空行填写。`;
      reopen(concern);
      return end('removed', [{ heading: null, message: concern }]);
    }
    if (decision?.word !== 'agreed') return end('removed', [{ heading: null, message: tellRemoved(decision) }]);
  }
  // What was taken once and is written again is new.
  const differing = listDiffering(found, nominee ? earlier : null, sides);
  const other = differing.some(({ kind, heading, before }) => kind !== 'kept' && isIdentity(heading, before));
  if (nominee && other) {
    const held = [nominee.unitName, nominee.award, nominee.name];
    const decision = meet('replaced', { inRoster: name(held), inList: name(identity), key: [held, identity] });
    const bound = findBound();
    if (decision?.word === 'agreed' && !bound) return end('changed', row.unread, listReplaced(found, sides));
    if (decision?.word === 'agreed' && bound)
      reopen(`总名册“决定”表第 ${bound.row} 行对这个编号另有决定，不能换人；请区里另用空行填写。`);
    return hold(ofNumber(tellReplaced(application, name(held), name(identity), decision)));
  }
  // A row is written whole or not at all: one person's particulars must not come to stand beside another's.
  const conflicts = differing.filter(({ kind }) => kind === 'conflict');
  const cells = settle(differing, conflicts, conflicts.length > 0 ? meet('cells', listSides(conflicts)) : null);
  const cleared = cells.filter(({ kind }) => kind === 'kept');
  const settled = settle(cells, cleared, cleared.length > 0 ? meet('cleared', listSides(cleared)) : null);
  const isWritten = settled.some(({ kind }) => kind === 'added' || kind === 'changed');
  return end(nominee ? (isWritten ? 'changed' : 'same') : 'new', row.unread, settled);
}

interface WithdrawnAround {
  readonly file: DistrictFile;
  readonly decide: DecisionFinder;
  /** Null where nothing was gathered before. */
  readonly earlier: TakenRows | null;
}

export function meetWithdrawn(nominee: Nominee, { file, decide, earlier }: WithdrawnAround): WithdrawnNomination {
  const { application, unitName, award, unitNumber } = nominee;
  const held = name([unitName, award, nominee.name]);
  const code = collisionCode('withdrawn', [[unitNumber, award, nominee.name]]);
  const found = decide('withdrawn', application, code);
  // A form knows of nominations as the roster had them when it went out, and does not say which these were.
  const inList = earlier?.has(application) === true ? '没有这一项' : '没有这一项（也可能是发出以后才进总名册的）';
  const sides = { label: held, inRoster: held, inList };
  return { kind: 'withdrawn', application, file, row: null, nominee, ...sides, code, ...found };
}

interface Met {
  readonly inRoster: string;
  readonly inList: string;
  /** What a decision rests on. */
  readonly key: readonly (readonly string[])[];
}

function collide(kind: CollisionKind, met: Met & { readonly found: FoundRow }, decide: DecisionFinder): Collision {
  const { found, inRoster, inList, key } = met;
  const { application, file, row, nominee, unit } = found;
  const code = collisionCode(kind, key);
  const label = name([unit?.name ?? '', factIn(row, '奖项'), nameIn(row)]);
  const sides = { label, inRoster, inList, code, ...decide(kind, application, code) };
  return { kind, application, file, row: row.row, nominee, ...sides };
}

/** `“虚构甲公司 先进单位”` */
function name(parts: readonly string[]): string {
  return `“${[...new Set(parts)].filter((part) => part !== '').join(' ')}”`;
}

function listSides(cells: readonly DifferingCell[]): Met {
  const show = (side: 'before' | 'after') => cells.map((cell) => `${cell.heading}“${showFact(cell[side])}”`).join('，');
  return {
    inRoster: show('before'),
    inList: show('after'),
    key: cells.map(({ heading, before, after }) => [heading, showFact(before), showFact(after)]),
  };
}

function leaveOpen({ gathered, ...rest }: Compared): Compared {
  return { ...rest, gathered: { ...gathered, isDecided: false } };
}

/** Cells on which somebody agreed are written, those on which somebody did not are left alone; the others of the row are none of theirs. */
function settle(
  cells: readonly DifferingCell[],
  disputed: readonly DifferingCell[],
  decision: CollisionDecision | null,
): DifferingCell[] {
  if (disputed.length === 0) return [...cells];
  if (decision === null) {
    return disputed.some(({ kind }) => kind === 'conflict')
      ? cells.map((each) => ({ ...each, kind: 'conflict' }))
      : [...cells];
  }
  return cells.flatMap((each): DifferingCell[] => {
    if (!disputed.includes(each)) return [each];
    return decision.word === 'agreed' ? [{ ...each, kind: 'changed' }] : [];
  });
}

/** Whether somebody else would stand under the number, and what was decided about the number would count for them. */
function isIdentity(heading: string, before: FactValue): boolean {
  return (OF_UNIT.has(heading) || OF_PERSON.includes(heading)) && showFact(before) !== '';
}

/** Every cell, so that nothing of the one before stays. */
function listReplaced(found: FoundRow, { headings }: CellSides): DifferingCell[] {
  return listCells(found, headings).flatMap(({ heading, after }): DifferingCell[] => {
    const before = found.nominee?.facts.get(heading) ?? null;
    if (showFact(before) === showFact(after)) return [];
    return [{ kind: showFact(before) === '' ? 'added' : 'changed', heading, before, after }];
  });
}

/** Other decisions about the number: they would count for whoever stands under it then. */
function isBound({ matter, subject, word }: Decision, application: string): boolean {
  return (
    textKey(subject) === textKey(application) && (isConclusion(word) || (word !== null && !isCollisionMatter(matter)))
  );
}

/** Whether it is what was gathered under its number before; where nothing was, nobody can say. */
function isTakenSame({ row, unit }: FoundRow, earlier: TakenRow | null, { finder }: CellSides): boolean {
  if (earlier === null) return false;
  const said = (heading: string) => earlier.cells.get(heading) ?? '';
  const [award, name] = [said('奖项'), said('姓名') || said('受奖集体')];
  const isSameName = textKey(award) === textKey(factIn(row, '奖项')) && textKey(name) === textKey(nameIn(row));
  return isSameName && finder.byNumber.find(said('单位编号')) === unit;
}

/** Somebody has decided that it goes, or stays out: no list brings it back. */
function wasTakenOut(application: string, decisions: readonly Decision[]): boolean {
  return decisions.some(({ matter, subject, word }) => {
    if (textKey(subject) !== textKey(application)) return false;
    if (textKey(matter) === textKey(COLLISION_MATTERS.removed)) return word !== null;
    return textKey(matter) === textKey(COLLISION_MATTERS.withdrawn) && word === 'agreed';
  });
}

function tellForeign(
  { file }: FoundRow,
  unit: NonNullable<FoundRow['unit']>,
  decision: CollisionDecision | null,
): string {
  const whose = unit.district === '' ? '哪个区不明' : `“${unit.district}”`;
  const said = `“${unit.name}”属于${whose}，不是“${file.district}”的会员单位，`;
  return decision
    ? `${said}已经决定不收，没有写进总名册；请撤下这一项。`
    : `${said}没有写进总名册；请核对单位，或核对它的所属。`;
}

function tellRemoved(decision: CollisionDecision | null): string {
  return decision
    ? '总名册里没有这一项，已经决定不再写。'
    : '上次已经写进新总名册，这份总名册里没有，没有再写；用的不是上次写出的总名册的，请换那一份再收一次；是在总名册里删去的，确要推荐就填回去。';
}

function tellReplaced(application: string, held: string, said: string, decision: CollisionDecision | null): string {
  const both = `申报编号“${application}”在总名册里是${held}，推荐表里是${said}，`;
  return decision?.word === 'refused'
    ? `${both}已经决定照总名册，没有写进总名册；请区里改回来，换的人另用空行填写。`
    : `${both}没有写进总名册；换了人的，请区里清空这一行、另用空行填写，只是写法不同的，在总名册里改成一样。`;
}
