/** Holds back batches while a person edits a cell. */
export class CellEditGate {
  #isEditing = false;
  #waiting: (() => void)[] = [];

  get isEditing(): boolean {
    return this.#isEditing;
  }

  set isEditing(editing: boolean) {
    this.#isEditing = editing;
    if (editing) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** How many batches wait for the end of the edit. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves as soon as nobody edits a cell. */
  async pass(): Promise<void> {
    while (this.#isEditing) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
