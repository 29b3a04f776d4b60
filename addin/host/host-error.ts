/**
 * What kept the host from doing something: `protected` a locked cell, `editing` a cell is being typed into, `read-only` the whole workbook,
 * `gone` the sheet or file is no longer there, `unsupported` the engine lacks it, `busy` too much at once or interrupted.
 */
export type HostErrorCode = 'protected' | 'editing' | 'read-only' | 'gone' | 'unsupported' | 'busy' | 'other';

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
