import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OutputView } from './outputs.ts';
import { Paper } from './paper.tsx';
import { PrintBar } from './print-bar.tsx';
import { printStack } from './print-stack.ts';
import { usePages } from './use-pages.ts';
import { useWide } from './use-wide.ts';
import type { Laid } from './lay-output.ts';
import type { WorkshopClient } from './workshop.ts';

const useStyles = makeStyles({
  main: { flexGrow: 1, display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground4 },
  told: { padding: '8px 24px 0' },
  lines: { margin: '4px 0 0', paddingLeft: '1.4em' },
  summary: { cursor: 'pointer' },
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
  const { parts, papers, told, hasDrawings } = laid;
  const [current, setCurrent] = useState(0);
  const [copies, setCopies] = useState(asked);
  const [prepared, setPrepared] = useState<number | null>(null);
  const printing = useRef<AbortController>(null);
  const isBroad = (papers[current]?.width ?? 0) > (papers[current]?.height ?? 0);
  const isWide = useWide();
  const perView = isWide && !isBroad ? 2 : 1;
  const first = current - (current % perView);
  const shown = Math.min(perView, papers.length - first);
  const hand = useCallback((from: number, count: number) => ask((workshop) => workshop.handPages(from, count)), [ask]);
  const pages = usePages(hand, first, shown);
  const isForm = output.has === 'copies';
  const nameOf = (page: number) =>
    parts.find((part) => part.first <= page && page < part.first + part.count)?.name ?? '';

  const turnTo = useCallback(
    (page: number) => {
      setCurrent(Math.min(papers.length - 1, Math.max(0, page)));
      window.scrollTo({ top: 0 });
    },
    [papers.length],
  );
  const print = useCallback(
    async (only: number | null) => {
      const wanted = parts.filter((_, at) => only === null || at === only);
      const order = wanted.flatMap((part) => {
        const own = Array.from({ length: part.count }, (_, at) => part.first + at);
        return Array.from({ length: isForm ? copies : 1 }, () => own).flat();
      });
      // There is one stack: what is asked for last is printed.
      printing.current?.abort();
      const stop = new AbortController();
      printing.current = stop;
      await printStack({ pages: order, papers, hand, onProgress: setPrepared, signal: stop.signal });
      if (printing.current === stop) setPrepared(null);
    },
    [parts, papers, hand, copies, isForm],
  );
  useEffect(
    () => () => {
      // The workshop's pages may be those of another output by then.
      printing.current?.abort();
    },
    [],
  );
  useFromTop();
  useKeys({ first, perView, count: papers.length, turnTo, onPrint: () => void print(null), onClose });

  return (
    <main className={styles.main}>
      <PrintBar
        title={output.title}
        laid={laid}
        first={first}
        shown={shown}
        copies={isForm ? copies : null}
        prepared={prepared}
        onCopies={setCopies}
        onTurn={turnTo}
        perView={perView}
        onPrint={(only) => void print(only)}
        onStop={() => {
          printing.current?.abort();
        }}
        onClose={onClose}
      />
      {(told.length > 0 || hasDrawings) && (
        <div className={styles.told}>
          <MessageBar
            intent={told.some(({ about }) => about === 'draft') || hasDrawings ? 'warning' : 'info'}
            layout="multiline"
          >
            <MessageBarBody>
              {hasDrawings && <div>表里的图片不在这些页上，请取出表格，用 Excel 或 WPS 打印。</div>}
              {told.length > 0 && (
                <details>
                  <summary className={styles.summary}>{told.length} 条说明</summary>
                  <ul className={styles.lines}>
                    {told.map(({ sentence }) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </details>
              )}
            </MessageBarBody>
          </MessageBar>
        </div>
      )}
      <div className={styles.table}>
        {pages.map((page, at) => (
          <Paper
            // Each page keeps its place, so that none moves while the next one comes.
            key={at}
            label={`第 ${first + at + 1} 页：${nameOf(first + at)}`}
            size={papers[first + at] ?? { width: 1, height: 1 }}
            page={page}
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

interface Keys {
  readonly first: number;
  readonly perView: number;
  readonly count: number;
  readonly turnTo: (page: number) => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** The keys by which pages are turned and printed; not while something is typed. */
function useKeys({ first, perView, count, turnTo, onPrint, onClose }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isPrint = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey);
      const isTyping = event.target instanceof HTMLInputElement;
      if (isPrint) onPrint();
      else if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') turnTo(first + perView);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') turnTo(first - perView);
      else if (event.key === 'Home') turnTo(0);
      else if (event.key === 'End') turnTo(count - 1);
      else if (event.key === 'Escape') onClose();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [first, perView, count, turnTo, onPrint, onClose]);
}
