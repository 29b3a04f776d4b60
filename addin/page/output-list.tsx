import { Button, Checkbox, Field, Input, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentSearchRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { Choices, OutputView } from './outputs.ts';

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
  fields: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '8px 16px', marginTop: '6px' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: '6px' },
  draft: { alignSelf: 'end' },
  short: { width: '7em', minWidth: '7em' },
});

interface OutputListProps {
  readonly outputs: readonly OutputView[];
  readonly isBusy: boolean;
  /** Where they go. */
  readonly place: ReactNode;
  readonly onMake: (output: OutputView, choices: Choices) => void;
  /** Shows the pages that would be printed. */
  readonly onLook: (output: OutputView, choices: Choices) => void;
}

/** Everything that the roster gives, a button each. */
export function OutputList({ outputs, isBusy, place, onMake, onLook }: OutputListProps) {
  const styles = useStyles();
  const [copies, setCopies] = useState(1);
  const [draft, setDraft] = useState(false);
  const [from, setFrom] = useState('');
  const [days, setDays] = useState('');
  const choices: Choices = {
    copies,
    draft,
    noticeFrom: from === '' ? null : from,
    // The job says what is wrong with a number that is none of days.
    noticeDays: days === '' ? null : Number(days),
  };
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
                  disabled={isBusy}
                  aria-label={`查看与打印${output.title}`}
                  onClick={() => {
                    onLook(output, choices);
                  }}
                >
                  查看与打印
                </Button>
              )}
              <Button
                appearance={output.id === 'all' ? 'primary' : 'secondary'}
                icon={<ArrowDownloadRegular />}
                disabled={isBusy}
                aria-label={`取${output.title}`}
                onClick={() => {
                  onMake(output, choices);
                }}
              >
                取
              </Button>
            </div>
            {output.id === 'forms' && (
              <div className={styles.fields}>
                <Field label={nameCopies(output.prints)} size="small">
                  <Input
                    className={styles.short}
                    size="small"
                    type="number"
                    min={1}
                    max={20}
                    value={String(copies)}
                    onChange={(_, { value }) => {
                      setCopies(Math.min(20, Math.max(1, Math.trunc(Number(value)) || 1)));
                    }}
                  />
                </Field>
                <Checkbox
                  className={styles.draft}
                  size="medium"
                  label="未通过的也出草稿"
                  checked={draft}
                  onChange={(_, { checked }) => {
                    setDraft(checked === true);
                  }}
                />
              </div>
            )}
            {output.has === 'notice' && (
              <div className={styles.fields}>
                <Field label="公布日期" size="small">
                  <Input
                    size="small"
                    type="date"
                    value={from}
                    onChange={(_, { value }) => {
                      setFrom(value);
                    }}
                  />
                </Field>
                <Field
                  label="公示天数"
                  size="small"
                  hint={output.ruledDays === null ? '办法没有规定，填了公布日期就要填' : undefined}
                >
                  <Input
                    className={styles.short}
                    size="small"
                    type="number"
                    min={1}
                    max={99}
                    placeholder={output.ruledDays === null ? '必填' : `按办法 ${output.ruledDays}`}
                    value={days}
                    onChange={(_, { value }) => {
                      setDays(value);
                    }}
                  />
                </Field>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameCopies(asked: number | null): string {
  return asked === null || asked === 1 ? '每份印几份' : `每份印几份（办法要求 ${asked} 份）`;
}
