/** What is cancelled on the page is what is being done, and nothing that comes before or after it; whatever is lost is said. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workshop } from '../../addin/page/workshop.ts';
import { WorkshopKeeper } from '../../addin/page/workshop-keeper.ts';
import { connectWorker, type WorkerReply, type WorkerRequest } from '../../addin/worker/messages.ts';

/** Longer than a workshop may take to stop. */
const LONG = 1_500;

/** A workshop that answers when it is told to. */
class SlowWorkshop {
  readonly asked: string[] = [];
  isEnded = false;
  /** Whether it ends as cancelled what it is asked when it is told to. */
  stops = true;
  private readonly waiting: number[] = [];
  private reply: (reply: WorkerReply) => void = () => undefined;

  readonly client = connectWorker<Workshop>('workshop', {
    post: ({ id, method }: WorkerRequest) => {
      this.asked.push(method);
      if (method !== 'cancel') this.waiting.push(id);
      else if (this.stops)
        for (const each of this.waiting.splice(0)) this.reply({ id: each, fault: 'cancelled', message: '' });
    },
    listen: (onReply) => {
      this.reply = onReply;
    },
  });

  answer(value: unknown): void {
    for (const id of this.waiting.splice(0)) this.reply({ id, value });
  }
}

describe('the page’s workshop', () => {
  let started: SlowWorkshop[];
  let faults: unknown[];
  let keeper: WorkshopKeeper;
  const now = () => {
    const workshop = started.at(-1);
    if (!workshop) throw new Error('it has not been started');
    return workshop;
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const list = (label: string, onCutShort?: () => void) =>
    keeper.run(label, (workshop) => workshop.listSchemes(), onCutShort);

  beforeEach(() => {
    vi.useFakeTimers();
    [started, faults] = [[], []];
    keeper = new WorkshopKeeper(
      () => {
        const workshop = new SlowWorkshop();
        started.push(workshop);
        return {
          client: workshop.client,
          end: () => {
            workshop.isEnded = true;
          },
        };
      },
      () => undefined,
      (fault) => faults.push(fault),
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    expect(faults).toEqual([]);
  });

  it('is not ended by a cancel that comes when all is done, nor is what is begun next', async () => {
    const first = list('first');
    await settle();
    now().answer([]);
    expect(await first).toEqual([]);
    keeper.cancel();
    const next = list('next');
    await vi.advanceTimersByTimeAsync(LONG);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false]);
    expect(now().asked).toEqual(['listSchemes', 'listSchemes']);
    now().answer([]);
    expect(await next).toEqual([]);
  });

  it('that stops is kept, and nobody is told that something was cut short', async () => {
    const cut = vi.fn();
    const stopped = list('stopped', cut);
    await settle();
    keeper.cancel();
    expect(await stopped).toBeNull();
    const next = list('next', cut);
    await vi.advanceTimersByTimeAsync(LONG);
    now().answer([]);
    expect(await next).toEqual([]);
    expect(cut).not.toHaveBeenCalled();
    expect(started).toHaveLength(1);
  });

  it('that does not stop is ended, which is told, and another has what it had', async () => {
    const opening = keeper.open('总名册.xlsx', () => Promise.resolve(new Uint8Array(1)));
    await settle();
    now().answer({});
    await opening;
    now().stops = false;
    const cut = vi.fn();
    const hanging = list('hanging', cut);
    await settle();
    keeper.cancel();
    await vi.advanceTimersByTimeAsync(LONG / 3);
    // Pressed again, it is no later.
    keeper.cancel();
    await vi.advanceTimersByTimeAsync(LONG / 2);
    expect(await hanging).toBeNull();
    expect(cut).toHaveBeenCalledOnce();
    expect(now().isEnded).toBe(true);
    const next = list('next');
    await settle();
    expect([started.length, now().asked]).toEqual([2, ['open']]);
    now().answer({});
    await settle();
    now().answer([]);
    expect(await next).toEqual([]);
  });

  it('is not asked to open a roster that was cancelled while its file was read', async () => {
    let give: (bytes: Uint8Array) => void = () => undefined;
    const opening = keeper.open(
      '总名册.xlsx',
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    await settle();
    keeper.cancel();
    expect(await opening).toBeNull();
    give(new Uint8Array(1));
    await vi.advanceTimersByTimeAsync(LONG);
    expect(now().asked).toEqual(['cancel']);
    expect(now().isEnded).toBe(false);
  });

  it('that takes the place of another keeps the roster when that is cancelled as it is opened anew', async () => {
    const opening = keeper.open('总名册.xlsx', () => Promise.resolve(new Uint8Array(1)));
    await settle();
    now().answer({});
    await opening;
    now().stops = false;
    void list('hanging');
    await settle();
    keeper.cancel();
    await vi.advanceTimersByTimeAsync(LONG);
    const cancelled = list('cancelled');
    await settle();
    keeper.cancel();
    expect(await cancelled).toBeNull();
    void list('next');
    await settle();
    expect([started.length, now().asked]).toEqual([3, ['open']]);
  });

  it('forgets a roster that is closed', async () => {
    const opening = keeper.open('总名册.xlsx', () => Promise.resolve(new Uint8Array(1)));
    await settle();
    now().answer({});
    await opening;
    keeper.closeRoster();
    expect(now().asked).toEqual(['open', 'closeRoster']);
  });
});
