import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentSearchRegular } from '@fluentui/react-icons';
import { useRef, useState, type ReactNode } from 'react';
import { isCopies, USUAL_CHOICES, type Choices, type NoticeChoices } from './choices.ts';
import { FormsFields } from './forms-fields.tsx';
import { NoticeFields, tellNoticeFault } from './notice-fields.tsx';
import { OnlyField } from './only-field.tsx';
import type { OutputView } from './outputs.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  list: {
    margin: '12px 0 0',
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '10px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  about: { color: tokens.colorNeutralForeground2 },
  fields: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: '8px 16px',
    marginTop: '6px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: '6px' },
});

interface OutputListProps {
  readonly outputs: readonly OutputView[];
  readonly isBusy: boolean;
  /** Where they go. */
  readonly place: ReactNode;
  readonly noticeChoices: NoticeChoices;
  readonly onNoticeChoices: (days: NoticeChoices) => void;
  readonly onMake: (output: OutputView, choices: Choices) => void;
  /** Shows the pages that would be printed. */
  readonly onLook: (output: OutputView, choices: Choices) => void;
}

/** Everything that the roster gives, a button each. */
export function OutputList(props: OutputListProps) {
  const { outputs, isBusy, place, noticeChoices, onNoticeChoices, onMake, onLook } = props;
  const styles = useStyles();
  const [ownChoices, setChoices] = useState(() => ({ ...USUAL_CHOICES, copies: askedCopies(outputs) }));
  const choices: Choices = { ...ownChoices, ...noticeChoices };
  /** For whom alone, by output. */
  const [only, setOnly] = useState<Readonly<Record<string, readonly string[]>>>({});
  const choose = (chosen: Partial<Choices>) => {
    setChoices((before) => ({ ...before, ...chosen }));
  };
  const copiesField = useRef<HTMLInputElement>(null);
  const daysField = useRef<HTMLInputElement>(null);
  const notice = outputs.find(({ has }) => has === 'notice');
  /** The field whose fault stands in the way of an output; all holds forms and the notice too. */
  const findRefusing = ({ id, has }: OutputView) => {
    const holds = (part: OutputView['has']) => has === part || id === 'all';
    if (holds('copies') && !isCopies(choices.copies)) return copiesField.current;
    return notice && holds('notice') && tellNoticeFault(notice.ruledDays, choices) !== '' ? daysField.current : null;
  };
  const start = (output: OutputView, begin: (output: OutputView, choices: Choices) => void) => {
    const refusing = findRefusing(output);
    if (refusing) refusing.focus();
    else begin(output, choicesOf(output));
  };
  const choicesOf = ({ id }: OutputView): Choices => ({ ...choices, only: only[id] ?? [] });
  return (
    <section aria-labelledby="outputs">
      <Title3 as="h2" id="outputs" className={styles.heading}>
        取表
      </Title3>
      {place}
      <ul className={styles.list}>
        {outputs.map((output) => (
          <li key={output.id} className={styles.item}>
            <div>
              <Text as="h3" block weight="semibold" style={{ margin: 0 }}>
                {output.title}
              </Text>
              <Text size={200} className={styles.about}>
                {output.about}
              </Text>
            </div>
            <div className={styles.buttons}>
              {output.prints !== null && (
                <Button
                  icon={<DocumentSearchRegular />}
                  disabledFocusable={isBusy}
                  aria-label={`查看与打印${output.title}`}
                  onClick={() => {
                    start(output, onLook);
                  }}
                >
                  查看与打印
                </Button>
              )}
              <Button
                appearance={output.id === 'all' ? 'primary' : 'secondary'}
                icon={<ArrowDownloadRegular />}
                disabledFocusable={isBusy}
                aria-label={`取${output.title}`}
                onClick={() => {
                  start(output, onMake);
                }}
              >
                取
              </Button>
            </div>
            {(output.offer !== null || output.has === 'notice') && (
              <div className={styles.fields}>
                {output.id === 'forms' && (
                  <FormsFields output={output} choices={choices} copiesField={copiesField} onChoose={choose} />
                )}
                {output.has === 'notice' && (
                  <NoticeFields
                    ruledDays={output.ruledDays}
                    chosen={noticeChoices}
                    daysField={daysField}
                    onChoose={onNoticeChoices}
                  />
                )}
                {output.offer && (
                  <OnlyField
                    of={output.title}
                    offer={output.offer}
                    chosen={only[output.id] ?? []}
                    onChoose={(names) => {
                      setOnly((before) => ({ ...before, [output.id]: names }));
                    }}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As many of each form as the document asks for. */
function askedCopies(outputs: readonly OutputView[]): number {
  return outputs.find(({ id }) => id === 'forms')?.prints ?? 1;
}
