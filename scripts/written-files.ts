/** The paths of what this run has written, in that order: what is listed where the work stops part-way. */
const written: string[] = [];

export function noteWritten(path: string): void {
  written.push(path);
}

export function listWritten(): readonly string[] {
  return written;
}
