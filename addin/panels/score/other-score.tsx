import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  field: { flexBasis: '100%' },
  input: { width: '88px' },
});

interface OtherScoreProps {
  readonly labelledBy: string;
  /** @returns a sentence when the text is no score */
  readonly onScore: (text: string) => string | null;
  readonly onDone: (isByKey: boolean) => void;
}

/** A score that the scheme's text does not name, typed in: Enter takes it, Esc leaves it. */
export function OtherScore({ labelledBy, onScore, onDone }: OtherScoreProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const take = () => {
    const found = onScore(text);
    setFault(found);
    if (found === null) onDone(true);
  };
  return (
    <Field
      className={styles.field}
      validationState={fault === null ? 'none' : 'error'}
      validationMessage={fault}
      hint={fault === null ? '按回车写入，按 Esc 取消' : undefined}
    >
      <Input
        autoFocus
        size="small"
        inputMode="decimal"
        className={styles.input}
        aria-labelledby={labelledBy}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          setFault(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The focus moves on to a button, which would take the same key as a click.
          event.preventDefault();
          if (event.key === 'Enter') take();
          else onDone(true);
        }}
        onBlur={() => {
          if (text.trim() === '') onDone(false);
        }}
      />
    </Field>
  );
}
