import { useState, type Ref } from 'react';
import { isCopies, MOST_COPIES } from './choices.ts';
import { NumberField } from './number-field.tsx';

interface CopiesFieldProps {
  /** Of the input. */
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly copies: number;
  /** Told also of what `isCopies` refuses: what is typed becomes another number only in the end. */
  readonly onChoose: (copies: number) => void;
}

/** How many of each form. */
export function CopiesField({ ref, label, copies, onChoose }: CopiesFieldProps) {
  /** As it is typed. */
  const [text, setText] = useState(String(copies));
  return (
    <NumberField
      ref={ref}
      label={label}
      max={MOST_COPIES}
      value={text}
      fault={isCopies(copies) ? '' : `应为 1 到 ${MOST_COPIES} 的整数`}
      onType={(typed) => {
        setText(typed);
        onChoose(Number(typed));
      }}
    />
  );
}
