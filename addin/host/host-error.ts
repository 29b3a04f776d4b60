/**
 * What kept the host from doing something: `protected` a locked cell, `editing` a cell is being typed into, `read-only` the whole workbook,
 * `gone` the sheet or file is no longer there, `unsupported` the engine lacks it, `busy` too much at once or interrupted, `unsaved` the disk takes no
 * file.
 */
export type HostErrorCode =
  'protected' | 'editing' | 'read-only' | 'gone' | 'unsupported' | 'busy' | 'unsaved' | 'other';

/** A fault of the host. `message` is one Chinese sentence that says what to do. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whatever was thrown, as an error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
