/**
 * The messages of Microsoft's "Rich API" as the client library of Office.js writes and reads them.
 * Read from `excel-win32-16.01.debug.js` (ActionFactory, ObjectPathFactory, processResponse).
 */

export type Wire = string | number | boolean | null | undefined | Wire[] | { [key: string]: Wire };

/** A plain value as text, for messages and for properties that hold text. */
export const wireText = (value: Wire) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

export const PathType = { Global: 1, New: 2, Method: 3, Property: 4, Indexer: 5, Reference: 6, Null: 7 } as const;

export interface ArgumentInfo {
  Arguments?: Wire[];
  /** For each argument the object path that it stands for, or null when it is a plain value. */
  ReferencedObjectPathIds?: (number | number[] | null)[];
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: { [key: string]: Wire };
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface BatchRequest {
  Actions: Action[];
  ObjectPaths: { [id: string]: ObjectPath };
}

export interface BatchResponse {
  Results: { ActionId: number; Value: Wire }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** The flag that `Excel.run({ delayForCellEdit: true }, …)` puts on a batch (`onBeforeExcelRun`). */
export const DELAY_FOR_CELL_EDIT = 64;

/** The code by which the Office layer says "not now": the client turns it into InvalidOperationInCellEditMode. */
export const CELL_EDIT_OFFICE_ERROR = 5004;

/** The code by which the Office layer refuses a batch that is too long. */
export const PAYLOAD_OFFICE_ERROR = 5103;

/** An error that the host answers, with a code of `Excel.ErrorCodes`. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

export const itemNotFound = (what: string) =>
  new HostError('ItemNotFound', `The requested resource doesn't exist: ${what}.`, 404);
export const invalidArgument = (why: string) =>
  new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${why}.`);
export const accessDenied = (why: string) =>
  new HostError('AccessDenied', `You cannot perform the requested operation: ${why}.`, 403);

/**
 * A gap of this host, not of the pane: a member, a formula function or a number format that the host does not know.
 * It is answered loudly and kept in `host.gaps`, so that a test fails even when the pane swallows the error.
 */
export class HostGap extends HostError {
  constructor(message: string) {
    super('ApiNotFound', `The office host of the tests does not know ${message}`, 404);
    this.name = 'HostGap';
  }
}
