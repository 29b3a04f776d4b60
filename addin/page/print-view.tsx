import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isCopies } from './choices.ts';
import type { Laid } from './lay-output.ts';
import type { OutputView } from './outputs.ts';
import { PageCaption } from './page-caption.tsx';
import { Paper } from './paper.tsx';
import { PrintBar } from './print-bar.tsx';
import { ALL, listPrintChoices, pagesOf, tellAlone, tellPrinted } from './print-choice.ts';
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
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', flexGrow: 1 },
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
  /** Its pages are no more. */
  readonly onLost: () => void;
}

/** An output as it will come out of the printer: page by page, and from here onto paper. */
export function PrintView({ printed: { output, laid, copies: asked }, ask, onClose, onLost }: PrintViewProps) {
  const styles = useStyles();
  const { parts, papers } = laid;
  const choices = useMemo(() => listPrintChoices(laid, output), [laid, output]);
  const [chosen, setChosen] = useState(choices[0]?.id ?? ALL);
  const shownParts = choices.find(({ id }) => id === chosen)?.parts ?? parts;
  /** The pages of what is chosen; where one is among them is counted by these. */
  const pages = useMemo(() => pagesOf(shownParts), [shownParts]);
  const [current, setCurrent] = useState(0);
  const [copies, setCopies] = useState(asked);
  const copiesField = useRef<HTMLInputElement>(null);
  /** The page that was sought last; of two it is marked. */
  const [found, setFound] = useState<number | null>(null);
  const paper = papers[pages[current] ?? 0];
  const isBroad = (paper?.width ?? 0) > (paper?.height ?? 0);
  const isWide = useWide();
  const perView = isWide && !isBroad ? 2 : 1;
  const first = current - (current % perView);
  const shown = pages.slice(first, first + perView);
  const hand = useHand(ask, onLost);
  const drawings = usePages(hand, pages, first, shown.length);
  const isForm = output.has === 'copies';
  /** How many of each are printed; what cannot be is said of one. */
  const usedCopies = isForm ? (isCopies(copies) ? copies : 1) : null;
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
    setFound(page);
    if (pages.includes(page)) {
      turnTo(pages.indexOf(page));
      return;
    }
    setChosen(ALL);
    setCurrent(page);
  };
  const printParts = (wanted: typeof parts) => {
    if (isForm && !isCopies(copies)) copiesField.current?.focus();
    else print(pagesOf(wanted, isForm ? copies : 1));
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
        copiesField={copiesField}
        amount={tellPrinted(shownParts, usedCopies)}
        isAll={shownParts.length === parts.length}
        prepared={prepared}
        onChoose={choose}
        onCopies={setCopies}
        onTurn={turnTo}
        onFind={find}
        onPrint={printAll}
        onStop={stop}
        onClose={onClose}
      />
      <PrintTold laid={laid} isEmpty={pages.length === 0} />
      <div className={styles.table}>
        {shown.map((page, at) => {
          const part = partAt(page);
          return (
            // Each page keeps its place, so that none moves while the next one comes.
            <div key={at} className={mergeClasses(styles.page, isBroad ? styles.broad : styles.upright)}>
              <PageCaption
                name={part?.name ?? ''}
                word={part ? tellAlone(part, usedCopies) : ''}
                isFound={page === found}
                onPrint={
                  part && shownParts.length > 1 && prepared === null
                    ? () => {
                        printParts([part]);
                      }
                    : null
                }
              />
              <Paper
                label={`第 ${first + at + 1} 页：${part?.name ?? ''}`}
                size={papers[page] ?? { width: 1, height: 1 }}
                page={drawings[at] ?? null}
                isFound={page === found}
              />
            </div>
          );
        })}
      </div>
    </main>
  );
}

/** Hands out pages; where one is no more while they are looked at, it says so. */
function useHand(ask: PrintViewProps['ask'], onLost: () => void) {
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return useCallback(
    async (wanted: readonly number[]) => {
      const drawn = await ask((workshop) => workshop.handPages(wanted));
      if (!drawn && isOpen.current) onLost();
      return drawn;
    },
    [ask, onLost],
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
