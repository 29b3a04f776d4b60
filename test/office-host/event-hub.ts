/** Event numbers as the client registers them (`eventType` in excel-win32-16.01.debug.js). */
export const EventNumber = {
  /** `workbook.onSelectionChanged`: an event of the document, not of the object model. */
  DocumentSelectionChanged: 2,
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Calculated: 16,
  ProtectionChanged: 24,
} as const;

/** The target id that stands for the whole workbook (`OfficeExtension.Constants.eventWorkbookId`). */
export const WORKBOOK_TARGET = 'Workbook';

/** One message as it goes to the client; `message` is JSON. */
export interface EventMessage {
  messageType: number;
  targetId: string;
  message: string;
}

type EventListener = (messages: EventMessage[]) => void;

/** Who has registered for what. Messages wait for `flush`, as Excel sends them after the batch that caused them. */
export class EventHub {
  readonly #subscriptions = new Map<string, number>();
  readonly #listeners: EventListener[] = [];
  #queue: EventMessage[] = [];

  listen(listener: EventListener): void {
    this.#listeners.push(listener);
  }

  subscribe(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.#subscriptions.set(key, (this.#subscriptions.get(key) ?? 0) + 1);
  }

  unsubscribe(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.#subscriptions.set(key, Math.max(0, (this.#subscriptions.get(key) ?? 0) - 1));
  }

  hasSubscriber(type: number, targets: string[]): boolean {
    return targets.some((target) => (this.#subscriptions.get(`${type} ${target}`) ?? 0) > 0);
  }

  /** Queues an event for each target that is subscribed. */
  emit(type: number, targets: string[], args: object): void {
    for (const target of targets) {
      if (this.hasSubscriber(type, [target])) {
        this.#queue.push({ messageType: type, targetId: target, message: JSON.stringify(args) });
      }
    }
  }

  /** An event that the host's page registers outside batches: always sent. */
  emitDocumentEvent(type: number): void {
    this.#queue.push({ messageType: type, targetId: '', message: '{}' });
  }

  get waiting(): number {
    return this.#queue.length;
  }

  flush(): void {
    const messages = this.#queue;
    this.#queue = [];
    if (messages.length > 0) for (const listener of this.#listeners) listener(messages);
  }
}
