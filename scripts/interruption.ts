/** What a command that is told to stop takes back before it ends: half-written files, forms in the temporary folder, LibreOffice. */
const undoings = new Set<() => void>();

/**
 * Whoever begins what must not stay half done says first how it is undone.
 * @param undo at once, for the process ends right after it; it may come at any moment
 * @returns to be called when the work has ended by itself
 */
export function undoWhenStopped(undo: () => void): () => void {
  undoings.add(undo);
  return () => undoings.delete(undo);
}

/** Undoes all that is under way. */
export function undoUnfinished(): void {
  for (const undo of undoings) {
    try {
      undo();
    } catch {
      // The others are still to be undone, and the next run sweeps what stayed.
    }
  }
}
