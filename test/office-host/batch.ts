import type { ExcelHost } from './excel-host.ts';
import { Arguments, isHostObject, type Argument, type HostObject } from './host-object.ts';
import { asJson, identityOf, query, wireName } from './query.ts';
import { serviceObject } from './objects/services.ts';
import { workbookType } from './objects/workbook.ts';
import { ActionType, HostError, HostGap, PathType } from './wire.ts';
import type { Action, ArgumentInfo, BatchRequest, BatchResponse, ObjectPath, Wire } from './wire.ts';

/** What one sync asked of the host. */
export interface BatchRecord {
  /** Client actions on the wire, bookkeeping included. */
  actions: number;
  /** Whether it loaded anything or asked a method for a value. */
  reads: boolean;
  /** Whether it set anything or called a method that changes something. */
  writes: boolean;
  /** The actions in plain words, for messages of failing tests: `Range.Values =`, `Range.load(Values)`. */
  words: string[];
}

/**
 * Carries out the actions of one batch, in order. The first error stops it; what went before stays done, as in Excel.
 * Gaps of the host are noted in `host.gaps`.
 */
export function runBatch(host: ExcelHost, request: BatchRequest): { response: BatchResponse; record: BatchRecord } {
  const run = new BatchRun(host, request);
  const response: BatchResponse = { Results: [], TraceIds: [] };
  for (const [index, action] of request.Actions.entries()) {
    try {
      response.Results.push({ ActionId: action.Id, Value: run.perform(action) });
      if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
    } catch (problem) {
      if (!(problem instanceof HostError)) throw problem;
      if (problem instanceof HostGap) host.gaps.push(problem.message);
      response.Error = {
        Code: problem.code,
        Message: problem.message,
        Location: action.Name ?? '',
        ActionIndex: index,
        HttpStatusCode: problem.httpStatus,
      };
      break;
    }
  }
  return { response, record: run.record };
}

class BatchRun {
  readonly record: BatchRecord;
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(
    readonly host: ExcelHost,
    readonly request: BatchRequest,
  ) {
    this.record = { actions: request.Actions.length, reads: false, writes: false, words: [] };
  }

  perform(action: Action): Wire {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && identityOf(object);
      case ActionType.Query:
        this.#noteLoad(object, action);
        return query(object, action.QueryInfo ?? {});
      case ActionType.QueryAsJson:
        this.#noteLoad(object, action);
        return asJson(query(object, action.QueryInfo ?? {}));
      case ActionType.Method:
        return this.#call(object, action);
      case ActionType.SetProperty:
        return this.#set(object, action.Name ?? '', this.#arguments(action.ArgumentInfo)[0]);
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(object, wireName(name), value);
        return null;
      case ActionType.EnsureUnchanged:
        return this.#ensureUnchanged(object, action.ObjectState ?? {});
      default:
        throw new HostGap(`action type ${action.ActionType}`);
    }
  }

  #note(object: HostObject | null, words: string, kind?: 'reads' | 'writes'): void {
    this.record.words.push(`${object?.typeName ?? 'null object'}.${words}`);
    if (kind) this.record[kind] = true;
  }

  #noteLoad(object: HostObject | null, action: Action): void {
    this.#note(object, `load(${action.QueryInfo?.Select?.join(', ') ?? ''})`, 'reads');
  }

  #set(object: HostObject | null, name: string, value: Argument): null {
    this.#note(object, `${name} =`, 'writes');
    if (isHostObject(value)) throw new HostGap(`an object as the value of ${name}`);
    existing(object, name).write(name, value);
    return null;
  }

  #call(object: HostObject | null, action: Action): Wire {
    const name = action.Name ?? '';
    if (name === '_KeepReference') {
      if (object) this.host.keepReference(object);
      return null;
    }
    const event = /^_(Register|Unregister)(\w+)Event$/.exec(name);
    if (event) {
      const { type, target } = existing(object, name).event(event[2] ?? '');
      if (event[1] === 'Register') this.host.events.subscribe(type, target);
      else this.host.events.unsubscribe(type, target);
      return null;
    }
    const answer = this.#invoke(existing(object, name), name, action.ArgumentInfo);
    return isHostObject(answer) ? identityOf(answer) : answer;
  }

  #invoke(object: HostObject, name: string, info: ArgumentInfo | undefined): HostObject | null | Wire {
    const kind = object.methodKind(name);
    const effect = kind === 'answer' ? 'reads' : kind === 'command' || kind === 'maker' ? 'writes' : undefined;
    this.#note(object, `${name}()`, effect);
    return object.call(name, this.#arguments(info));
  }

  #ensureUnchanged(object: HostObject | null, state: { [key: string]: Wire }): null {
    this.#note(object, 'ensureUnchanged()', 'reads');
    for (const [name, expected] of Object.entries(state)) {
      const current = existing(object, name).read(wireName(name));
      if (JSON.stringify(current) !== JSON.stringify(expected)) {
        throw new HostError('Conflict', `Request could not be processed because of a conflict: ${name} changed.`, 409);
      }
    }
    return null;
  }

  #arguments(info: ArgumentInfo | undefined): Argument[] {
    return (info?.Arguments ?? []).map((value, at) => {
      const reference = info?.ReferencedObjectPathIds?.[at];
      if (Array.isArray(reference)) throw new HostGap('a list of objects as an argument');
      return reference ? this.#resolve(reference) : value;
    });
  }

  /** The object behind a path; a path is walked once a batch, so a method that adds something adds it once. */
  #resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `The object path ${id} is not in the request.`);
    const found = this.#walk(path);
    this.#resolved.set(id, found);
    return found;
  }

  #walk(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return workbookType.make(this.host.model, this.host);
      case PathType.New:
        return serviceObject(path.Name, this.host);
      case PathType.Null:
        return null;
      case PathType.Reference: {
        const kept = this.host.references.get(path.Name);
        if (!kept) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    switch (path.ObjectPathType) {
      case PathType.Property:
        return parent.follow(path.Name);
      case PathType.Indexer:
        return parent.item(new Arguments(`${parent.typeName}.getItem`, this.#arguments(path.ArgumentInfo)).key(0));
      case PathType.Method: {
        const found = this.#invoke(parent, path.Name, path.ArgumentInfo);
        if (found !== null && !isHostObject(found)) throw new HostGap(`${parent.typeName}.${path.Name}() as an object`);
        return found;
      }
      default:
        throw new HostGap(`object path type ${path.ObjectPathType}`);
    }
  }
}

function existing(object: HostObject | null, member: string): HostObject {
  if (!object) throw new HostError('InvalidObjectPath', `The object path is null: ${member} of a null object.`);
  return object;
}
