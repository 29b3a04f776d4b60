import { describe, expect, it } from 'vitest';
import { EventHub, EventNumber, type EventMessage } from './event-hub.ts';

const { DataChanged } = EventNumber;

describe('the event hub', () => {
  it('sends to those who are subscribed, at the flush and once', () => {
    const hub = new EventHub();
    const sent: EventMessage[] = [];
    hub.listen((messages) => sent.push(...messages));
    hub.subscribe(DataChanged, 'sheet-1');
    hub.emit(DataChanged, ['sheet-1', 'Workbook'], { address: 'A1' });
    expect([sent, hub.waiting]).toEqual([[], 1]);
    hub.flush();
    hub.flush();
    expect(sent).toEqual([{ messageType: DataChanged, targetId: 'sheet-1', message: '{"address":"A1"}' }]);
  });

  it('keeps a subscription until the last of its holders lets go', () => {
    const hub = new EventHub();
    const isHeld = () => hub.hasSubscriber(DataChanged, ['sheet-1']);
    hub.subscribe(DataChanged, 'sheet-1');
    hub.subscribe(DataChanged, 'sheet-1');
    hub.unsubscribe(DataChanged, 'sheet-1');
    expect(isHeld()).toBe(true);
    hub.unsubscribe(DataChanged, 'sheet-1');
    expect(isHeld()).toBe(false);
    hub.unsubscribe(DataChanged, 'sheet-1');
    hub.subscribe(DataChanged, 'sheet-1');
    expect(isHeld()).toBe(true);
  });
});
