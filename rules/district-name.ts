/** 所属 as people write it: the name itself, an alias of the scheme, or the name with 区, 新区 or 县 behind it and the city in front. */
import { rememberBy } from './remember.ts';
import { textKey } from './same-text.ts';
import type { Scheme } from './scheme.ts';

const KIND = /(?:新区|地区|区|县)$/;

type FindDistrict = (written: string) => string | null;

/** The name as the scheme has it, where exactly one fits; null where none does, or several. */
export const districtFinder: (scheme: Pick<Scheme, 'districts' | 'roster'>) => FindDistrict = rememberBy(makeFinder);

function makeFinder({ districts, roster }: Pick<Scheme, 'districts' | 'roster'>): FindDistrict {
  const exact = new Map(districts.map(({ name }) => [name, name]));
  const spelled = collect(districts.map(({ name, aliases = [] }) => [name, [name, ...aliases].map(textKey)]));
  const loose = collect(districts.map(({ name, aliases = [] }) => [name, [name, ...aliases].map(bareKey)]));
  const cities = roster.regionNames.flatMap((region) => [`${region}市`, region]).map(textKey);
  return (written) => {
    const known = exact.get(written);
    if (known !== undefined) return known;
    const key = textKey(written);
    const city = cities.find((each) => key.startsWith(each) && key !== each) ?? '';
    for (const names of [
      spelled.get(key),
      spelled.get(key.slice(city.length)),
      loose.get(bareKey(key.slice(city.length))),
    ]) {
      const [only, other] = names ?? [];
      if (only !== undefined) return other === undefined ? only : null;
    }
    return null;
  };
}

function bareKey(name: string): string {
  const key = textKey(name);
  return key.replace(KIND, '') || key;
}

function collect(spellings: readonly (readonly [name: string, keys: readonly string[]])[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [name, keys] of spellings) {
    for (const key of keys) names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return names;
}
