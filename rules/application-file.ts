/** What there is of each application: its materials and what people have judged. The nearest to a refusal comes first. */
import type { RosterCheck } from './check-roster.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { findChecklist, listItemStates, type ItemState } from './materials.ts';
import type { MaterialChecklist } from './scheme-parts.ts';
import { listQuestions, type Question } from './questions.ts';

export interface ApplicationFile {
  readonly check: NomineeCheck;
  /** Null where the document asks for no materials in this case. */
  readonly checklist: MaterialChecklist | null;
  /** One for each item of the checklist, in its order. */
  readonly items: readonly ItemState[];
  readonly questions: readonly Question[];
}

/** Every application for which there are materials or questions, in the roster's order. */
export function listApplicationFiles({ index, nominees }: RosterCheck): ApplicationFile[] {
  return nominees.flatMap((check) => {
    const { nominee, award } = check;
    const checklist = findChecklist(index.scheme.materials, award.id, nominee.facts);
    const items = checklist ? listItemStates(checklist, index.materials.all(nominee.application)) : [];
    const questions = listQuestions(index, check);
    return items.length + questions.length > 0 ? [{ check, checklist, items, questions }] : [];
  });
}

/** Items that are missing, or not as they should be. */
export function listLacking({ items }: ApplicationFile): ItemState[] {
  return items.filter(({ state }) => state === 'missing' || state === 'faulty');
}

/** Those of them that the applicant owes; the others are for the association to look up. */
export function listOwed(file: ApplicationFile): ItemState[] {
  return listLacking(file).filter(({ item }) => item.provider !== 'association');
}

/** Items of which nobody has said yet whether they are there. */
function listUnregistered({ items }: ApplicationFile): ItemState[] {
  return items.filter(({ state }) => state === null);
}

export function listOpenQuestions({ questions }: ApplicationFile): Question[] {
  return questions.filter(({ answer }) => answer === 'unknown');
}

interface ItemCounts {
  readonly all: number;
  readonly present: number;
  readonly missing: number;
  readonly faulty: number;
  readonly waived: number;
  readonly unregistered: number;
}

export function countItems({ items }: ApplicationFile): ItemCounts {
  const count = (state: ItemState['state']) => items.filter((each) => each.state === state).length;
  return {
    all: items.length,
    present: count('present'),
    missing: count('missing'),
    faulty: count('faulty'),
    waived: count('waived'),
    unregistered: count(null),
  };
}

/** `缺第 3 项 企业简介；第 4、5 项未登记；人工确认第 7 行未填完`; empty where nothing is left to do but answer open questions. */
export function describeLack(file: ApplicationFile): string {
  const lacking = listLacking(file).map(
    ({ item, state }) => `${state === 'missing' ? '缺' : '不合要求：'}第 ${item.position} 项 ${item.text}`,
  );
  const unregistered = listUnregistered(file).map(({ item }) => item.position);
  const unexplained = file.items.filter(({ state, row }) => state === 'waived' && row?.remark === '');
  const started = listOpenQuestions(file).flatMap(({ row }) => (row ? [row.row] : []));
  return [
    ...lacking,
    ...(unregistered.length > 0
      ? [`${unregistered.length === file.items.length ? '全部' : `第 ${unregistered.join('、')} 项`}未登记`]
      : []),
    ...(unexplained.length > 0 ? [`第 ${unexplained.map(({ item }) => item.position).join('、')} 项免交没有理由`] : []),
    ...(started.length > 0 ? [`人工确认第 ${started.join('、')} 行未填完`] : []),
  ].join('；');
}

/** Who owes most first, then who has most that the association has to look up or register, then most open questions, then the roster's order. */
export function sortByUrgency(files: readonly ApplicationFile[]): ApplicationFile[] {
  const rank = (file: ApplicationFile) => [
    listOwed(file).length,
    listLacking(file).length + listUnregistered(file).length,
    listOpenQuestions(file).length,
  ];
  return files
    .map((file) => ({ file, rank: rank(file) }))
    .sort((a, b) => {
      const differences = a.rank.map((each, position) => (b.rank[position] ?? 0) - each);
      return differences.find((each) => each !== 0) ?? 0;
    })
    .map(({ file }) => file);
}
