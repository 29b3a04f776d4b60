import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { Laid } from './lay-output.ts';
import type { OutputView } from './outputs.ts';
import { Paper } from './paper.tsx';
import { PrintBar } from './print-bar.tsx';
import { ALL, listPrintChoices, pagesOf } from './print-choice.ts';
import { PrintTold } from './print-told.tsx';
import { usePages } from './use-pages.ts';
import { usePrintKeys } from './use-print-keys.ts';
import { usePrinting } from './use-printing.ts';
import { useWide } from './use-wide.ts';
import type { WorkshopClient } from './workshop.ts';

const useStyles = makeStyles({
  main: { flexGrow: 1, display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground4 },
  table: {
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'start',
    gap: '20px',
    padding: '20px 24px 40px',
    '@media (max-width: 480px)': { padding: '8px' },
  },
  upright: { maxWidth: '800px' },
  broad: { maxWidth: '1160px' },
});

export interface PrintedOutput {
  readonly output: OutputView;
  readonly laid: Laid;
  /** How many of each are wanted. */
  readonly copies: number;
}

interface PrintViewProps {
  readonly printed: PrintedOutput;
  readonly ask: <T>(work: (workshop: WorkshopClient) => Promise<T>) => Promise<T | null>;
  readonly onClose: () => void;
}

/** An output as it will come out of the printer: page by page, and from here onto paper. */
export function PrintView({ printed: { output, laid, copies: asked }, ask, onClose }: PrintViewProps) {
  const styles = useStyles();
  const { parts, papers } = laid;
  const choices = useMemo(() => listPrintChoices(laid, output.title), [laid, output.title]);
  const [chosen, setChosen] = useState(ALL);
  const shownParts = choices.find(({ id }) => id === chosen)?.parts ?? parts;
  /** The pages of what is chosen; where one is among them is counted by these. */
  const pages = useMemo(() => pagesOf(shownParts), [shownParts]);
  const [current, setCurrent] = useState(0);
  const [copies, setCopies] = useState(asked);
  const paper = papers[pages[current] ?? 0];
  const isBroad = (paper?.width ?? 0) > (paper?.height ?? 0);
  const isWide = useWide();
  const perView = isWide && !isBroad ? 2 : 1;
  const first = current - (current % perView);
  const shown = pages.slice(first, first + perView);
  const hand = useCallback((wanted: readonly number[]) => ask((workshop) => workshop.handPages(wanted)), [ask]);
  const drawings = usePages(hand, pages, first, shown.length);
  const isForm = output.has === 'copies';
  const { prepared, print, stop } = usePrinting(papers, hand);
  const partAt = (page: number | undefined) =>
    parts.find((part) => page !== undefined && part.first <= page && page < part.first + part.count);

  const turnTo = useCallback(
    (at: number) => {
      setCurrent(Math.min(pages.length - 1, Math.max(0, at)));
      window.scrollTo({ top: 0 });
    },
    [pages.length],
  );
  const choose = (id: string) => {
    setChosen(id);
    setCurrent(0);
  };
  /** What is found need not be of what is chosen. */
  const find = (page: number) => {
    if (pages.includes(page)) {
      turnTo(pages.indexOf(page));
      return;
    }
    setChosen(ALL);
    setCurrent(page);
  };
  const printParts = (wanted: typeof parts) => {
    print(pagesOf(wanted, isForm ? copies : 1));
  };
  const printAll = () => {
    printParts(shownParts);
  };
  useFromTop();
  usePrintKeys({ first, perView, count: pages.length, turnTo, onPrint: printAll, onClose });

  return (
    <main className={styles.main}>
      <PrintBar
        title={output.title}
        laid={laid}
        choices={choices}
        chosen={chosen}
        place={{ first, shown: shown.length, perView, count: pages.length }}
        copies={isForm ? copies : null}
        count={shownParts.length}
        prepared={prepared}
        onChoose={choose}
        onCopies={setCopies}
        onTurn={turnTo}
        onFind={find}
        onPrint={printAll}
        onPrintOne={() => {
          const part = partAt(shown[0]);
          if (part) printParts([part]);
        }}
        onStop={stop}
        onClose={onClose}
      />
      <PrintTold laid={laid} isEmpty={pages.length === 0} />
      <div className={styles.table}>
        {shown.map((page, at) => (
          <Paper
            // Each page keeps its place, so that none moves while the next one comes.
            key={at}
            label={`第 ${first + at + 1} 页：${partAt(page)?.name ?? ''}`}
            size={papers[page] ?? { width: 1, height: 1 }}
            page={drawings[at] ?? null}
            className={isBroad ? styles.broad : styles.upright}
          />
        ))}
      </div>
    </main>
  );
}

/** Begins at the top, and gives the page behind it back where it stood. */
function useFromTop(): void {
  useLayoutEffect(() => {
    const { scrollY } = window;
    window.scrollTo({ top: 0 });
    return () => {
      // When the page behind stands there again.
      requestAnimationFrame(() => {
        window.scrollTo({ top: scrollY });
      });
    };
  }, []);
}
