import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { isCopies } from './choices.ts';
import { CopiesField } from './copies-field.tsx';
import { FindPage } from './find-page.tsx';
import type { Laid } from './lay-output.ts';
import type { PrintChoice } from './print-choice.ts';
import { TurnPages, type PagePlace } from './turn-pages.tsx';
import { useBeginHere } from './use-begin-here.ts';

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
  choice: { minWidth: 0, maxWidth: '22em' },
  grow: { flexGrow: 1 },
});

interface PrintBarProps {
  readonly title: string;
  readonly laid: Laid;
  readonly choices: readonly PrintChoice[];
  readonly chosen: string;
  readonly place: PagePlace;
  /** Null where only the printer's own number counts. */
  readonly copies: number | null;
  readonly copiesField: Ref<HTMLInputElement>;
  /** How much is printed: `39 页`. */
  readonly amount: string;
  /** Whether that is all of it. */
  readonly isAll: boolean;
  /** Pages that stand ready for the printer; null where none are being made ready. */
  readonly prepared: number | null;
  readonly onChoose: (id: string) => void;
  readonly onCopies: (copies: number) => void;
  /** Counted among the pages of what is chosen. */
  readonly onTurn: (at: number) => void;
  /** Counted among all pages. */
  readonly onFind: (page: number) => void;
  readonly onPrint: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Where one is among the pages, and the ways on: choose, turn, find, print. */
export function PrintBar(props: PrintBarProps) {
  const styles = useStyles();
  const { title, laid, choices, chosen, place, copies, copiesField, amount, isAll, prepared } = props;
  const { onChoose, onCopies, onTurn, onFind, onPrint, onStop, onClose } = props;
  const begin = useBeginHere<HTMLButtonElement>();
  const isCounted = copies === null || isCopies(copies);
  const word = `打印${isAll ? '全部' : '这'} ${isCounted ? amount : ''}`.trimEnd();
  return (
    <div className={styles.bar}>
      <Button ref={begin} icon={<ArrowLeftRegular />} onClick={onClose}>
        返回
      </Button>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {choices.length > 1 && (
        <Select
          className={styles.choice}
          aria-label="看哪些、打印哪些"
          value={chosen}
          onChange={(_, { value }) => {
            onChoose(value);
          }}
        >
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <TurnPages place={place} onTurn={onTurn} />
      {laid.papers.length > 2 && <FindPage laid={laid} onFind={onFind} />}
      <div className={styles.grow} />
      {prepared === null ? (
        <>
          {copies !== null && <CopiesField ref={copiesField} label="每份印几份" copies={copies} onChoose={onCopies} />}
          <Button appearance="primary" icon={<PrintRegular />} disabled={place.count === 0} onClick={onPrint}>
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
