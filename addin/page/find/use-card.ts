import { useEffect, useState } from 'react';
import type { WorkshopUse } from '../use-workshop.ts';
import type { WorkshopClient } from '../workshop.ts';
import type { CardView } from './card-view.ts';
import type { CardKey } from './find-entries.ts';

interface ShownCard {
  readonly key: CardKey;
  readonly view: CardView;
}

/** The card that is looked at; `renew` where more is known now than when it was found. */
export function useCard({ busy, run, ask }: Pick<WorkshopUse, 'busy' | 'run' | 'ask'>) {
  const [card, setCard] = useState<ShownCard | null>(null);
  const [renewals, setRenewals] = useState(0);
  useEffect(() => {
    if (!card) return;
    void ask((workshop) => workshop.viewCard(card.key)).then((view) => {
      setCard((now) => (now === card && view ? { key: card.key, view } : now));
    });
    // The card that stands there when it is to be renewed, whoever asked for that and when.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [renewals]);
  const find = async (key: CardKey) => {
    const look = (workshop: WorkshopClient) => workshop.viewCard(key);
    // Also while something else is being done; a workshop that was ended is started again.
    const view = await (busy ? ask(look) : run('正在查找', look));
    if (view) setCard({ key, view });
  };
  const close = () => {
    setCard(null);
  };
  const renew = () => {
    setRenewals((before) => before + 1);
  };
  return { card: card && card.view, find, close, renew };
}
