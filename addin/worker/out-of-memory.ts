/** What engines say where they have no room: Chromium, Firefox and Safari, in English and each in its own words. */
const NO_ROOM = /allocation failed|out of memory|invalid string length|invalid array buffer length/i;

/** What to say where the machine has no room for something; null of any other error. */
export function tellNoRoom(error: unknown): string | null {
  return error instanceof Error && NO_ROOM.test(error.message)
    ? '电脑的内存不够，这一步没有做成；请关掉别的网页和程序再试一次，还是不行就一次少做一些，例如一个区一个区地取。'
    : null;
}
