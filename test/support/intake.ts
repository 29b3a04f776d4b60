import { IntakeError } from '../../ooxml/errors.ts';

/** The code with which a file is turned away; undefined when it is taken. Any other error goes on. */
export function intakeCode(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof IntakeError) return error.code;
    throw error;
  }
}
