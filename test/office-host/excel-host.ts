import { runBatch, type BatchRecord } from './batch.ts';
import { CellEditGate } from './cell-edit-gate.ts';
import { EventHub } from './event-hub.ts';
import type { Sheet } from './grid.ts';
import type { HostObject } from './host-object.ts';
import { isAtLeast } from './requirement-sets.ts';
import type { WorkbookSnapshot } from './snapshot.ts';
import { ActionType, CELL_EDIT_OFFICE_ERROR, DELAY_FOR_CELL_EDIT, HostError, PAYLOAD_OFFICE_ERROR } from './wire.ts';
import type { BatchRequest, BatchResponse } from './wire.ts';
import { WorkbookModel } from './workbook-model.ts';

export interface HostSettings {
  workbook: WorkbookSnapshot;
  /** The ExcelApi requirement set that the host has: `1.7`, `1.14`, `1.17`. */
  apiSet: string;
  /** Longest batch in characters; Excel on the web takes 5 MB. */
  payloadLimit?: number;
}

/** What the host gives back: a response, or an error number of the Office layer below the object model. */
export type HostReply = { response: BatchResponse } | { officeError: number };

export interface HostCounts {
  /** Syncs that reached the host. */
  batches: number;
  reads: number;
  writes: number;
  actions: number;
  /** Actions of the largest batch. */
  largest: number;
}

/** Excel as the pane meets it: a workbook, the answers to its batches, and events. What a person does is in `by-hand.ts`. */
export class ExcelHost {
  readonly model: WorkbookModel;
  readonly apiSet: string;
  readonly events = new EventHub();
  /** Objects that the client tracks, by reference id. */
  readonly references = new Map<string, HostObject>();
  /** Everything that reached the host, in order; `clearCounts` empties it. */
  readonly batches: BatchRecord[] = [];
  /** Members, functions and formats that were asked of the host and that it does not have: empty in a good test. */
  readonly gaps: string[] = [];
  /** View mode: every write is AccessDenied, and `workbook.readOnly` is true. */
  readOnly = false;
  isDirty = false;
  readonly #payloadLimit: number;
  #failure: HostError | null = null;
  #batchesToFailure = 0;
  readonly #gate = new CellEditGate();
  #inFlight = 0;
  #nextReference = 1;

  constructor(settings: HostSettings) {
    this.model = new WorkbookModel(settings.workbook);
    this.apiSet = settings.apiSet;
    this.#payloadLimit = settings.payloadLimit ?? Infinity;
  }

  /** Whether the host's ExcelApi set is at least this one. */
  has(apiSet: string): boolean {
    return isAtLeast(this.apiSet, apiSet);
  }

  // What the client asks

  /** Answers a batch given as JSON. `flags` are the request flags of the client. */
  async handle(body: string, flags: number): Promise<HostReply> {
    this.#inFlight += 1;
    try {
      const mayWait = (flags & DELAY_FOR_CELL_EDIT) !== 0;
      if (this.#gate.isEditing && !mayWait) return { officeError: CELL_EDIT_OFFICE_ERROR };
      await this.#gate.pass();
      if (body.length > this.#payloadLimit) return { officeError: PAYLOAD_OFFICE_ERROR };
      return { response: this.#answer(JSON.parse(body) as BatchRequest) };
    } finally {
      this.#inFlight -= 1;
      this.flushSoon();
    }
  }

  #answer(request: BatchRequest): BatchResponse {
    const failure = isCleanup(request) ? null : this.#takeFailure();
    if (failure) {
      this.batches.push({
        actions: request.Actions.length,
        reads: false,
        writes: false,
        words: [`refused: ${failure.code}`],
      });
      const { code: Code, message: Message, httpStatus: HttpStatusCode } = failure;
      return { Results: [], TraceIds: [], Error: { Code, Message, Location: '', ActionIndex: 0, HttpStatusCode } };
    }
    const { response, record } = runBatch(this, request);
    this.batches.push(record);
    return response;
  }

  /** What the batch that is asked for now shall fail with. */
  #takeFailure(): HostError | null {
    const failure = this.#failure;
    this.#batchesToFailure -= 1;
    if (failure === null || this.#batchesToFailure >= 0) return null;
    this.#failure = null;
    return failure;
  }

  keepReference(object: HostObject): string {
    object.referenceId ??= `{reference-${this.#nextReference++}}`;
    this.references.set(object.referenceId, object);
    return object.referenceId;
  }

  /** Notes a change that is not a cell's content: the workbook has something to save. */
  touched(): void {
    this.isDirty = true;
  }

  // What a test asks

  /** A person starts (true) or ends (false) editing a cell: meanwhile batches fail, or wait if they asked for it. */
  set cellEditMode(editing: boolean) {
    this.#gate.isEditing = editing;
  }

  get cellEditMode(): boolean {
    return this.#gate.isEditing;
  }

  /** The next batch that is more than cleaning up fails with this code of `Excel.ErrorCodes`. */
  failNext(code: string, message = `The test wanted ${code}.`): void {
    this.failAfter(0, code, message);
  }

  /** As `failNext`, after some batches that go well. */
  failAfter(batches: number, code: string, message = `The test wanted ${code}.`): void {
    this.#failure = new HostError(code, message);
    this.#batchesToFailure = batches;
  }

  /** Takes back a failure that has not come. @returns whether there was one */
  takeBackFailure(): boolean {
    const waits = this.#failure !== null;
    this.#failure = null;
    return waits;
  }

  /** @throws Error when there is no such sheet. */
  sheet(name: string): Sheet {
    const sheet = this.model.findSheet(name);
    if (!sheet) throw new Error(`the workbook in the host has no sheet ${name}`);
    return sheet;
  }

  dump(): WorkbookSnapshot {
    return this.model.dump();
  }

  counts(): HostCounts {
    const sizes = this.batches.map((batch) => batch.actions);
    return {
      batches: sizes.length,
      reads: this.batches.filter((batch) => batch.reads).length,
      writes: this.batches.filter((batch) => batch.writes).length,
      actions: sizes.reduce((sum, size) => sum + size, 0),
      largest: Math.max(0, ...sizes),
    };
  }

  clearCounts(): void {
    this.batches.length = 0;
  }

  /** Waits until no batch runs (save those that wait for a cell edit) and no event waits, three turns of the event loop in a row. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      quiet = this.#inFlight === this.#gate.waiting && this.events.waiting === 0 ? quiet + 1 : 0;
    }
  }

  /** Events go out after the batch, or the deed, that caused them. */
  flushSoon(): void {
    setTimeout(() => {
      this.events.flush();
    }, 0);
  }
}

/** The batch by which the client lets tracked objects go after a run. */
function isCleanup(request: BatchRequest): boolean {
  const others = request.Actions.filter((action) => action.ActionType !== ActionType.Instantiate);
  return others.length > 0 && others.every((action) => action.Name === '_RemoveReference');
}
