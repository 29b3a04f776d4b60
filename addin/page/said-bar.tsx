import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, DismissRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { Gap } from '../../rules/incomplete-base.ts';
import type { Said } from './said.ts';
import { joinGaps } from './seen-gap.ts';
import { draftsFirst } from './made.ts';
import { ToldLines } from './told-lines.tsx';

const useStyles = makeStyles({
  // Of the library's own heading a line begins with a gap where a name is followed by a full stop.
  title: { fontWeight: tokens.fontWeightSemibold },
  body: { minWidth: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 8px',
    '@media (max-width: 640px)': { flexWrap: 'wrap' },
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // Where little fits on a line, what was done has two of its own.
    '@media (max-width: 640px)': {
      flexBasis: '100%',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
    },
  },
  open: { whiteSpace: 'normal', overflowWrap: 'anywhere', WebkitLineClamp: 'none' },
  first: { '@media (max-width: 640px)': { display: 'none' } },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  more: { paddingBottom: '6px' },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', marginTop: '6px' },
});

interface SaidBarProps {
  readonly said: Said;
  /** Leads to what has to be seen to; null where no list is there to lead to. */
  readonly onSee: ((gap: Gap) => void) | null;
  readonly onDismiss: () => void;
}

/** What was done, on one line; what the job said of it and the ways on to what has to be seen to open below it. */
export function SaidBar({ said: { intent, title, rest, told }, onSee, onDismiss }: SaidBarProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const more = useId();
  const gaps = onSee ? joinGaps(told.flatMap((each) => each.gaps)) : [];
  // What was written the title says already.
  const first = draftsFirst(told).find(({ about }) => about !== 'written');
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        <div className={styles.line}>
          <div role="status" className={mergeClasses(styles.words, isOpen && styles.open)}>
            <span className={styles.title}>{title}</span>
            {rest}
            {!isOpen && first && <span className={styles.first}>{first.sentence}</span>}
          </div>
          {told.length > 0 && (
            <Button
              className={styles.button}
              size="small"
              icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
              iconPosition="after"
              aria-expanded={isOpen}
              aria-controls={more}
              onClick={() => {
                setOpen(!isOpen);
              }}
            >
              {tellMore(told.length, gaps.length)}
            </Button>
          )}
          <Button
            className={styles.button}
            size="small"
            aria-label="关闭提示"
            appearance="transparent"
            icon={<DismissRegular />}
            onClick={onDismiss}
          />
        </div>
        <div id={more}>
          {isOpen && (
            <div className={styles.more}>
              <ToldLines told={told} />
              {onSee && (
                <Ways
                  gaps={gaps}
                  onSee={(gap) => {
                    // It would lie over what it leads to.
                    setOpen(false);
                    onSee(gap);
                  }}
                />
              )}
            </div>
          )}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

/** `要处理的 3 项，说明 5 条`: what opens. */
function tellMore(lines: number, gaps: number): string {
  return [...(gaps > 0 ? [`要处理的 ${gaps} 项`] : []), `说明 ${lines} 条`].join('，');
}

/** Ways that stand there at once: as many as a sentence names. */
const FIRST_WAYS = 6;

interface WaysProps {
  readonly gaps: readonly Gap[];
  readonly onSee: (gap: Gap) => void;
}

function Ways({ gaps, onSee }: WaysProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  if (gaps.length === 0) return null;
  const shown = isOpen ? gaps : gaps.slice(0, FIRST_WAYS);
  const left = gaps.length - shown.length;
  return (
    <div className={styles.ways} role="group" aria-label="要处理的">
      {shown.map((gap) => (
        <Button
          key={gap.what}
          size="small"
          onClick={() => {
            onSee(gap);
          }}
        >
          看{gap.what} {gap.count} {gap.unit}
        </Button>
      ))}
      {left > 0 && (
        <Button
          size="small"
          appearance="transparent"
          onClick={() => {
            setOpen(true);
          }}
        >
          还有 {left} 项
        </Button>
      )}
    </div>
  );
}
