/** Names and units as public lists, score sheets and file names show them: names, and nothing by which somebody can be reached. */
import type { Finding } from '../finding.ts';
import { holdsIdNumber } from '../id-number.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { findPrivateParts, hidePrivateParts, PRIVATE_KIND_WORDS } from '../public-name.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

/** Findings about names that are more than names, and numbers of rows that look like ID numbers. */
export function* checkPublicNames(index: RosterIndex): Iterable<Finding> {
  for (const each of listNames(index)) {
    const kinds = new Set(findPrivateParts(each.text).map(({ kind }) => PRIVATE_KIND_WORDS[kind]));
    if (kinds.size > 0) yield report(each, [...kinds].join('、'));
  }
  for (const each of listNumbers(index)) {
    if (holdsIdNumber(each.text)) yield report(each, '像身份证号的数字');
  }
}

/** Gives the text without the private parts of those names, wherever it quotes one. */
export function makeNameHider(index: RosterIndex): (text: string) => string {
  const awards = index.roster.nominees.map(({ award }) => award).filter((award) => !index.awardByName.has(award));
  const texts = new Set([...listNames(index)].map(({ text }) => text).concat(awards));
  const hidden = [...texts]
    .filter((text) => findPrivateParts(text).length > 0)
    // A name that another begins with must not spoil the longer one.
    .sort((a, b) => b.length - a.length)
    .map((text) => [text, hidePrivateParts(text)] as const);
  return (text) => hidden.reduce((shown, [name, by]) => shown.replaceAll(name, by), text);
}

interface Shown {
  readonly text: string;
  readonly cell: CellRef;
  /** Looked up only for what is told of. */
  readonly nominations: () => readonly Nominee[];
}

/** Every cell whose text is printed as a name; one that repeats the name beside it is not told of twice. */
function* listNames(index: RosterIndex): Iterable<Shown> {
  const { roster, districtByName, nomineesByUnit } = index;
  for (const unit of roster.memberUnits) {
    const district = districtByName.has(unit.district) ? '' : unit.district;
    for (const [heading, text] of [
      ['全称', unit.name],
      ['所属', district],
      ['行业序列', unit.sequence],
    ] as const) {
      if (text !== '')
        yield { text, cell: cellOf('memberUnits', unit, heading), nominations: () => nomineesByUnit.all(unit.number) };
    }
  }
  for (const nominee of roster.nominees) {
    const told = new Set(['', unitOf(index, nominee)?.name]);
    for (const heading of ['单位名称', '受奖集体', '姓名', '职务']) {
      const text = nominee.facts.get(heading);
      if (typeof text !== 'string' || told.has(text)) continue;
      told.add(text);
      yield { text, cell: cellOf('nominees', nominee, heading), nominations: () => [nominee] };
    }
  }
}

/** By these a row is known, and files are named. */
function* listNumbers({ roster, nomineesByUnit }: RosterIndex): Iterable<Shown> {
  for (const unit of roster.memberUnits) {
    yield {
      text: unit.number,
      cell: cellOf('memberUnits', unit, '编号'),
      nominations: () => nomineesByUnit.all(unit.number),
    };
  }
  for (const nominee of roster.nominees) {
    yield { text: nominee.application, cell: cellOf('nominees', nominee, '申报编号'), nominations: () => [nominee] };
  }
}

function report({ text, cell, nominations }: Shown, holds: string): Finding {
  return {
    rule: 'name-not-public',
    severity: 'violation',
    cite: null,
    where: [cell],
    nominations: nominations(),
    message: `${cell.heading}里有${holds}，不能公开`,
    found: hidePrivateParts(text),
    mend: '只留名称或编号，其余删去或填到各自的栏里；名称确实如此的，写入“决定”表，对象填这一行的编号',
  };
}
