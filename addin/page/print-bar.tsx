import { Button, Input, Label, makeStyles, Text, tokens, useId } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular, PrintRegular } from '@fluentui/react-icons';
import { FindPage } from './find-page.tsx';
import type { Laid } from './lay-output.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '8px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // Enlarged, it would cover half of what there is to read.
    '@media (max-width: 480px), (max-height: 480px)': { position: 'static' },
  },
  title: { margin: 0 },
  turn: { display: 'flex', alignItems: 'center', gap: '4px' },
  place: { minWidth: '9em', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  grow: { flexGrow: 1 },
  copies: { display: 'flex', alignItems: 'center', gap: '6px' },
  number: { width: '5em', minWidth: '5em' },
});

/** What an office prints of one form at most. */
const MOST_COPIES = 20;

interface PrintBarProps {
  readonly title: string;
  readonly laid: Laid;
  /** The page at the left, from 0, and how many are seen. */
  readonly first: number;
  readonly shown: number;
  readonly perView: number;
  /** Null where only the printer's own number counts. */
  readonly copies: number | null;
  /** Pages that stand ready for the printer; null where none are being made ready. */
  readonly prepared: number | null;
  readonly onCopies: (copies: number) => void;
  readonly onTurn: (page: number) => void;
  /** @param only the part that is printed; null for all */
  readonly onPrint: (only: number | null) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Where one is among the pages, and the ways on: turn, find, print. */
export function PrintBar(props: PrintBarProps) {
  const styles = useStyles();
  const { title, laid, first, shown, perView, copies, prepared, onCopies, onTurn, onPrint, onStop, onClose } = props;
  const { parts, papers } = laid;
  const field = useId('copies');
  const numbers = shown > 1 ? `${first + 1}、${first + 2}` : String(first + 1);
  const part = parts.findIndex((each) => each.first <= first && first < each.first + each.count);
  const total = parts.length * (copies ?? 1);
  const word = copies === null ? '全部打印' : `打印全部 ${total} 份`;
  return (
    <div className={styles.bar}>
      <Button icon={<ArrowLeftRegular />} onClick={onClose}>
        返回
      </Button>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <div className={styles.turn}>
        <Button
          icon={<ChevronLeftRegular />}
          appearance="subtle"
          aria-label="上一页"
          disabled={first === 0}
          onClick={() => {
            onTurn(first - perView);
          }}
        />
        <Text role="status" className={styles.place}>
          第 {numbers} 页，共 {papers.length} 页
        </Text>
        <Button
          icon={<ChevronRightRegular />}
          appearance="subtle"
          aria-label="下一页"
          disabled={first + perView >= papers.length}
          onClick={() => {
            onTurn(first + perView);
          }}
        />
      </div>
      {papers.length > 2 && <FindPage laid={laid} onFind={onTurn} />}
      <div className={styles.grow} />
      {prepared === null ? (
        <>
          {copies !== null && (
            <div className={styles.copies}>
              <Label htmlFor={field}>每份印几份</Label>
              <Input
                id={field}
                className={styles.number}
                type="number"
                min={1}
                max={MOST_COPIES}
                value={String(copies)}
                onChange={(_, { value }) => {
                  onCopies(Math.min(MOST_COPIES, Math.max(1, Math.trunc(Number(value)) || 1)));
                }}
              />
            </div>
          )}
          {parts.length > 1 && (
            <Button
              onClick={() => {
                onPrint(part);
              }}
            >
              {copies === null ? '只打印这张表' : '只打印这一份'}
            </Button>
          )}
          <Button
            appearance="primary"
            icon={<PrintRegular />}
            onClick={() => {
              onPrint(null);
            }}
          >
            {word}
          </Button>
        </>
      ) : (
        <>
          <Text role="status">正在准备打印，已备好 {prepared} 页……</Text>
          <Button onClick={onStop}>取消</Button>
        </>
      )}
    </div>
  );
}
