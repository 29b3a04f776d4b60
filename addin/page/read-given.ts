import { UnusableInput } from '../../rules/unusable-input.ts';
import { UNREADABLE } from './returns/list-places.ts';

/**
 * The bytes of a file that somebody has given to the page, or of a part of it.
 * @param called what a message calls it
 * @throws UnusableInput where the browser cannot open it, which itself names only kinds of faults, in English
 */
export async function readGiven(given: Blob, called: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await given.arrayBuffer());
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    throw new UnusableInput(`${called}打不开（${UNREADABLE}）；请核对它还在原处，在别处关闭它，再选一次或拖入一次。`, {
      cause,
    });
  }
}
