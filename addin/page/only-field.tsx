import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { OnlyOffer } from './only-offer.ts';

const useStyles = makeStyles({
  place: { display: 'grid', gap: '4px', minWidth: 0, width: '16em', maxWidth: '100%' },
  input: { minWidth: 0 },
  chosen: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexWrap: 'wrap', gap: '4px' },
  name: { minWidth: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
});

/** Of names of several kinds. */
const MEANING = '同一种写几个，符合一个就出；几种都写的，要每种都符合';

interface OnlyFieldProps {
  /** What is made: several of these fields stand on one page. */
  readonly of: string;
  readonly offer: OnlyOffer;
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}

/** Names for whom alone something is made: what is typed is taken with Enter, or when the field is left; none for all. */
export function OnlyField({ of, offer: { label, names, isMixed }, chosen, onChoose }: OnlyFieldProps) {
  const styles = useStyles();
  const offered = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  /** Hundreds of names, in a field for each output: there once somebody comes to it, not while the roster is opened. */
  const [isOffered, setOffered] = useState(false);
  const take = () => {
    if (text.trim() === '') return;
    onChoose([...new Set([...chosen, ...readNames(text, names)])]);
    setText('');
  };
  return (
    <div className={styles.place}>
      <Field label={label} size="small" hint={isMixed && chosen.length > 1 ? MEANING : undefined}>
        <Input
          ref={input}
          className={styles.input}
          size="small"
          list={offered}
          aria-label={`${label}（${of}）`}
          placeholder="不填就全出"
          value={text}
          onChange={(_, { value }) => {
            setText(value);
          }}
          onFocus={() => {
            setOffered(true);
          }}
          onBlur={take}
          onKeyDown={({ key, nativeEvent }: KeyboardEvent) => {
            // Enter in the middle of a word is the input method's.
            if (key === 'Enter' && !nativeEvent.isComposing) take();
          }}
        />
      </Field>
      <datalist id={offered}>{isOffered && names.map((name) => <option key={name} value={name} />)}</datalist>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={`只出（${of}）`}>
          {chosen.map((name) => (
            <li key={name}>
              <Button
                className={styles.name}
                size="small"
                icon={<DismissRegular />}
                iconPosition="after"
                aria-label={`去掉${name}`}
                onClick={() => {
                  onChoose(chosen.filter((each) => each !== name));
                  input.current?.focus();
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Several can be typed at once, unless they are one name as it stands. */
function readNames(text: string, names: readonly string[]): string[] {
  if (names.includes(text.trim())) return [text.trim()];
  return text
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
