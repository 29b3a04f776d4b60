import type { ExcelHost } from './excel-host.ts';
import { HostGap, invalidArgument, itemNotFound, type Wire } from './wire.ts';

export type Argument = Wire | HostObject;

/** What a type of Excel's object model can do, by the names on the wire (`Values`, `GetRange`). `T` is what the host holds behind it. */
interface TypeSpec<T> {
  /** The fields that tell an object from its brothers: `Id`, `_Id`. The client rebuilds its paths from them. */
  identity?: (target: T) => { [field: string]: string };
  /** Properties with plain values; `load()` without names gives them all. */
  scalars?: { [name: string]: (target: T, host: ExcelHost) => Wire };
  setters?: { [name: string]: (target: T, value: Wire, host: ExcelHost) => void };
  /** Properties that are objects. */
  links?: { [name: string]: (target: T, host: ExcelHost) => HostObject | null };
  /** Methods that find an object and change nothing; null makes a null object. */
  finders?: { [name: string]: (target: T, args: Arguments, host: ExcelHost) => HostObject | null };
  /** Methods that answer a plain value and change nothing. */
  answers?: { [name: string]: (target: T, args: Arguments, host: ExcelHost) => Wire };
  /** Methods that move what the user sees, or prepare: neither a read nor a write. */
  gestures?: { [name: string]: (target: T, args: Arguments, host: ExcelHost) => void };
  /** Methods that change something and answer nothing. */
  commands?: { [name: string]: (target: T, args: Arguments, host: ExcelHost) => void };
  /** Methods that add something and answer it. */
  makers?: { [name: string]: (target: T, args: Arguments, host: ExcelHost) => HostObject };
  /** A collection: its items, and how `getItem(key)` finds one. */
  items?: (target: T, host: ExcelHost) => HostObject[];
  item?: (target: T, key: string, host: ExcelHost) => HostObject | null;
  /** Event numbers by their name in `_Register…Event`, and whom they concern (a sheet id, or `Workbook`). */
  events?: { [name: string]: number };
  eventTarget?: (target: T) => string;
}

type MethodKind = 'finder' | 'answer' | 'gesture' | 'command' | 'maker';

/** One object as a batch sees it. Each access throws HostGap for a member that the type does not have. */
export interface HostObject {
  readonly typeName: string;
  /** Set while the client tracks the object. */
  referenceId?: string;
  identity(): { [field: string]: string };
  isScalar(name: string): boolean;
  scalarNames(): string[];
  read(name: string): Wire;
  write(name: string, value: Wire): void;
  follow(name: string): HostObject | null;
  methodKind(name: string): MethodKind;
  call(name: string, args: Argument[]): HostObject | null | Wire;
  items(): HostObject[] | null;
  item(key: string): HostObject;
  /** The subscription that `_Register<name>Event` or its opposite means. */
  event(name: string): { type: number; target: string };
}

export interface HostType<T> {
  make(target: T, host: ExcelHost): HostObject;
  /** What lies behind an object of this type; undefined for an object of another type. */
  targetOf(object: HostObject): T | undefined;
}

/** Makes a type of the object model from its members. */
export function defineType<T>(typeName: string, spec: TypeSpec<T>): HostType<T> {
  const targets = new WeakMap<HostObject, T>();

  function member<M>(members: { [name: string]: M } | undefined, name: string): M {
    const found = members && Object.hasOwn(members, name) ? members[name] : undefined;
    if (found === undefined) throw new HostGap(`${typeName}.${name}`);
    return found;
  }
  const has = (members: object | undefined, name: string) => members !== undefined && Object.hasOwn(members, name);

  function make(target: T, host: ExcelHost): HostObject {
    const object: HostObject = {
      typeName,
      identity: () => spec.identity?.(target) ?? {},
      isScalar: (name) => has(spec.scalars, name),
      scalarNames: () => Object.keys(spec.scalars ?? {}),
      read: (name) => member(spec.scalars, name)(target, host),
      write: (name, value) => {
        member(spec.setters, name)(target, value, host);
      },
      follow: (name) => member(spec.links, name)(target, host),
      methodKind(name) {
        if (has(spec.finders, name)) return 'finder';
        if (has(spec.answers, name)) return 'answer';
        if (has(spec.gestures, name)) return 'gesture';
        if (has(spec.commands, name)) return 'command';
        if (has(spec.makers, name)) return 'maker';
        throw new HostGap(`${typeName}.${name}()`);
      },
      call(name, args) {
        const given = new Arguments(`${typeName}.${name}`, args);
        if (has(spec.finders, name)) return member(spec.finders, name)(target, given, host);
        if (has(spec.answers, name)) return member(spec.answers, name)(target, given, host);
        if (has(spec.makers, name)) return member(spec.makers, name)(target, given, host);
        member({ ...spec.gestures, ...spec.commands }, name)(target, given, host);
        return null;
      },
      items: () => spec.items?.(target, host) ?? null,
      item(key) {
        if (!spec.item) throw new HostGap(`${typeName}.getItem()`);
        const found = spec.item(target, key, host);
        if (!found) throw itemNotFound(`${typeName} ${key}`);
        return found;
      },
      event: (name) => ({ type: member(spec.events, name), target: spec.eventTarget?.(target) ?? 'Workbook' }),
    };
    targets.set(object, target);
    return object;
  }

  return { make, targetOf: (object) => targets.get(object) };
}

/** The arguments of one call, read by place; the wrong kind is InvalidArgument, as from Excel. */
export class Arguments {
  constructor(
    readonly method: string,
    readonly list: Argument[],
  ) {}

  #wrong(at: number, wanted: string) {
    return invalidArgument(`${this.method} wants ${wanted} as argument ${at + 1}`);
  }

  text(at: number): string {
    const value = this.optionalText(at);
    if (value === undefined) throw this.#wrong(at, 'a text');
    return value;
  }

  optionalText(at: number): string | undefined {
    const value = this.list[at];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw this.#wrong(at, 'a text');
    return value;
  }

  /** A key of a collection: a number counts as its text. */
  key(at: number): string {
    const value = this.list[at];
    return typeof value === 'number' ? String(value) : this.text(at);
  }

  integer(at: number): number {
    const value = this.list[at];
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.#wrong(at, 'a whole number');
    return value;
  }

  flag(at: number): boolean {
    const value = this.list[at];
    if (value === undefined || value === null) return false;
    if (typeof value !== 'boolean') throw this.#wrong(at, 'true or false');
    return value;
  }

  /** A plain value, as it came. */
  plain(at: number): Wire {
    const value = this.list[at];
    if (isHostObject(value)) throw this.#wrong(at, 'a plain value');
    return value;
  }

  /** An object of a type, or undefined when the argument is something else. */
  objectOf<T>(at: number, type: HostType<T>): T | undefined {
    const value = this.list[at];
    return isHostObject(value) ? type.targetOf(value) : undefined;
  }
}

export function isHostObject(value: Argument): value is HostObject {
  return typeof value === 'object' && value !== null && 'methodKind' in value && typeof value.methodKind === 'function';
}
