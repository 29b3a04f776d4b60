import type { HostObject } from './host-object.ts';
import type { QueryInfo, Wire } from './wire.ts';

/** What an object answers when it is made known: the fields that name it, and its reference while it is tracked. */
export function identityOf(object: HostObject): { [field: string]: string } {
  return { ...object.identity(), ...(object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId }) };
}

/** Properties travel with a capital; two of Range do not. */
export const wireName = (name: string) =>
  name.startsWith('isEntire') ? name : name.charAt(0).toUpperCase() + name.slice(1);

/** What `load` answers: for a collection each of its items, for a null object null. */
export function query(object: HostObject | null, info: QueryInfo): Wire {
  if (!object) return null;
  const names = [...(info.Select ?? []), ...(info.Expand ?? [])].map((name) => name.replace(/^items\//i, ''));
  const items = object.items();
  if (!items) return readProperties(object, names);
  const from = info.Skip ?? 0;
  const listed = items.slice(from, info.Top === undefined ? undefined : from + info.Top);
  return { _Items: listed.map((item) => readProperties(item, names)) };
}

/** The same for a caller who takes it as it is: names without their capital, and without the fields that name the object. */
export function asJson(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => name === '_Items' || !name.startsWith('_'));
  return Object.fromEntries(fields.map(([name, field]) => [jsonName(name), asJson(field)]));
}

const jsonName = (name: string) => (name === '_Items' ? 'items' : name.charAt(0).toLowerCase() + name.slice(1));

function readProperties(object: HostObject, names: string[]): { [name: string]: Wire } {
  const answer: { [name: string]: Wire } = { ...identityOf(object) };
  if (names.length === 0 || names.includes('*')) {
    for (const name of object.scalarNames()) answer[name] = object.read(name);
  }
  const deeper = new Map<string, string[]>();
  for (const path of names) {
    const [head = '', ...rest] = path.split('/');
    const name = wireName(head);
    if (path === '*' || path === '$none') continue;
    if (object.isScalar(name)) answer[name] = object.read(name);
    else deeper.set(name, [...(deeper.get(name) ?? []), ...(rest.length === 0 ? [] : [rest.join('/')])]);
  }
  for (const [name, select] of deeper) answer[name] = query(object.follow(name), { Select: select });
  return answer;
}
