import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';
import { fieldFault } from './field-fault.ts';

const useStyles = makeStyles({ short: { width: '7em', minWidth: '7em' } });

interface NumberFieldProps {
  /** Of the input. */
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  /** As it is typed. */
  readonly value: string;
  readonly max: number;
  readonly placeholder?: string;
  /** What is wrong with it; empty where nothing is. */
  readonly fault?: string;
  readonly onType: (text: string) => void;
}

/** A number from 1 on, of a few figures. */
export function NumberField({ ref, label, value, max, placeholder, fault, onType }: NumberFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" {...fieldFault(fault)}>
      <Input
        {...(ref === undefined ? {} : { ref })}
        className={styles.short}
        size="small"
        type="number"
        min={1}
        max={max}
        placeholder={placeholder}
        value={value}
        onChange={(_, { value: text }) => {
          onType(text);
        }}
      />
    </Field>
  );
}
