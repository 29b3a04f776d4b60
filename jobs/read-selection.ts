/** What `--only` names: the one reading of it, for every job. */
import { districtFinder } from '../rules/district-name.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { textKey } from '../rules/same-text.ts';
import type { Scheme } from '../rules/scheme.ts';
import {
  isSelected,
  SELECTION_KINDS,
  selectionKey,
  topicOfPlaces,
  type Selection,
  type SelectionKind,
  type SelectionTopic,
} from '../rules/selection.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { inputName, type NamedInput } from './way.ts';

interface SelectionRequest {
  /** As somebody has written them; absent for all. */
  readonly only: readonly string[] | undefined;
  /** How they were given; `only` when absent. */
  readonly input?: NamedInput;
  /** The kinds of names that the job can divide by. */
  readonly kinds: readonly SelectionKind[];
  /** All that the job could make something of. */
  readonly topics: readonly SelectionTopic[];
  /** What it is called, of which a name fits none: `推荐`. */
  readonly called: string;
}

const KIND_WORDS = { districts: '区', awards: '奖项', units: '单位', applications: '申报编号' } as const;
const NAMED_BY = { ...KIND_WORDS, units: '单位编号或单位名称' } as const;

const NOTHING: Selection = {
  districts: new Set(),
  awards: new Set(),
  units: new Set(),
  applications: new Set(),
  label: '',
};

/**
 * Reads the values of `--only`: several of one kind mean "or", of two kinds "and". Districts and names are known however they are written.
 * @returns null for all
 * @throws UnusableInput naming what fits nothing, or more than one kind: what is left out without a word is taken for done
 */
export function readSelection(scheme: Scheme, request: SelectionRequest): Selection | null {
  const { only, input = 'only', kinds, topics, called } = request;
  if (!only) return null;
  const found = only.map((written) => ({
    written: written.trim(),
    readings: listReadings(scheme, written.trim(), request),
  }));
  const unknown = found.filter(({ readings }) => readings.length === 0).map(({ written }) => written);
  if (unknown.length > 0 || found.length === 0) {
    throw new UnusableInput(
      `${inputName(input)} 指定的“${hideLongNumbers([...new Set(unknown)].join('、'))}”没有对应的${called}；${tellKinds(scheme, request)}。`,
    );
  }
  const ambiguous = found.find(({ readings: [first, ...others] }) =>
    others.some((other) => !meanSame(topics, first?.alone, other.alone)),
  );
  if (ambiguous) {
    const meanings = ambiguous.readings.map(({ kind }) => KIND_WORDS[kind]).join('，又是');
    throw new UnusableInput(
      `${inputName(input)} 指定的“${hideLongNumbers(ambiguous.written)}”既是${meanings}，看不出指哪一个；请改填单位名称或别的写法。`,
    );
  }
  const taken = found.flatMap(({ readings: [reading] }) => reading ?? []);
  const selection = join(taken);
  if (!topics.some((topic) => isSelected(selection, topic))) {
    const parts = kinds.flatMap((kind) => tellKind(taken, kind) || []);
    throw new UnusableInput(
      `没有同时是${parts.map((part) => `“${part}”`).join('和')}的${called}：${inputName(input)} 写几种名称的，要每一种都符合；请去掉一种。`,
    );
  }
  return selection;
}

interface Reading {
  readonly kind: SelectionKind;
  readonly key: string;
  /** As it is shown. */
  readonly name: string;
  /** That name and no other. */
  readonly alone: Selection;
}

/** What a name may stand for, of what there is. */
function listReadings(scheme: Scheme, written: string, { kinds, topics }: SelectionRequest): Reading[] {
  if (written === '') return [];
  return SELECTION_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind): Reading[] => {
    const named = nameOf(scheme, kind, written);
    if (named === null) return [];
    const alone = { ...NOTHING, [kind]: new Set([named.key]) };
    return topics.some((topic) => isSelected(alone, topic)) ? [{ kind, ...named, alone }] : [];
  });
}

function nameOf(scheme: Scheme, kind: SelectionKind, written: string): Pick<Reading, 'key' | 'name'> | null {
  switch (kind) {
    case 'districts': {
      const name = districtFinder(scheme)(written);
      return name === null ? null : { key: name, name };
    }
    case 'awards': {
      const award = scheme.awards.find(({ name }) => textKey(name) === textKey(written));
      return award ? { key: award.id, name: award.name } : null;
    }
    case 'units':
      return { key: selectionKey(written), name: written };
    case 'applications':
      return { key: written, name: written };
  }
}

/** A unit that bears its only nomination's number is one thing by two names. */
function meanSame(topics: readonly SelectionTopic[], first: Selection | undefined, other: Selection): boolean {
  return topics.every((topic) => isSelected(first ?? null, topic) === isSelected(other, topic));
}

function join(readings: readonly Reading[]): Selection {
  const keysOf = (wanted: SelectionKind) =>
    new Set(readings.flatMap(({ kind, key }) => (kind === wanted ? [key] : [])));
  const parts = SELECTION_KINDS.flatMap((kind) => tellKind(readings, kind) || []);
  return {
    districts: keysOf('districts'),
    awards: keysOf('awards'),
    units: keysOf('units'),
    applications: keysOf('applications'),
    label: hideLongNumbers(parts.join('·')),
  };
}

function tellKind(readings: readonly Reading[], wanted: SelectionKind): string {
  const names = readings.flatMap(({ kind, name }) => (kind === wanted ? [name] : []));
  return hideLongNumbers([...new Set(names)].join('、'));
}

/** What may be written: where districts alone divide it, those that there are. */
function tellKinds(scheme: Scheme, { input = 'only', kinds, topics }: SelectionRequest): string {
  const served = new Set(topics.map(({ district }) => district));
  const districts = scheme.districts.filter(({ name }) => served.has(name)).map(({ name }) => name);
  const [only, ...others] = kinds;
  if (only === 'districts' && others.length === 0) {
    return scheme.districts.length === 0 ? `本方案不分区，请去掉 ${inputName(input)}` : `可填：${districts.join('、')}`;
  }
  const words = kinds.filter((kind) => kind !== 'districts' || districts.length > 0).map((kind) => NAMED_BY[kind]);
  return `请填${words.join('、')}`;
}

/** Of what goes out district by district: the districts that are asked for among those of these. */
export function selectDistricts(
  scheme: Scheme,
  served: readonly { readonly district: string }[],
  { called = '单位', ...asked }: Pick<SelectionRequest, 'only' | 'input'> & { readonly called?: string },
): Selection | null {
  const names = [...new Set(served.map(({ district }) => district))];
  const topics = names.map((name) => topicOfPlaces(name));
  return readSelection(scheme, { ...asked, kinds: ['districts'], topics, called });
}
