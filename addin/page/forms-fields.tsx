import { Checkbox, Field, makeStyles, Select } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Choices } from './choices.ts';
import { CopiesField } from './copies-field.tsx';
import type { OutputView } from './outputs.ts';

const useStyles = makeStyles({
  draft: { alignSelf: 'end' },
});

interface FormsFieldsProps {
  readonly output: OutputView;
  readonly choices: Choices;
  readonly copiesField: Ref<HTMLInputElement>;
  readonly onChoose: (chosen: Partial<Choices>) => void;
}

/** How forms are made: how many of each, divided how, and whether drafts too. */
export function FormsFields({ output, choices: { copies, by, draft }, copiesField, onChoose }: FormsFieldsProps) {
  const styles = useStyles();
  return (
    <>
      <CopiesField
        ref={copiesField}
        label={nameCopies(output.prints)}
        copies={copies}
        onChoose={(count) => {
          onChoose({ copies: count });
        }}
      />
      <Field label="分册" size="small">
        <Select
          size="small"
          value={by}
          onChange={(_, { value }) => {
            const grouping = output.groupings.find(({ id }) => id === value);
            if (grouping) onChoose({ by: grouping.id });
          }}
        >
          {output.groupings.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        className={styles.draft}
        size="medium"
        label="未通过的也出草稿"
        checked={draft}
        onChange={(_, { checked }) => {
          onChoose({ draft: checked === true });
        }}
      />
    </>
  );
}

function nameCopies(asked: number | null): string {
  return asked === null || asked === 1 ? '每份印几份' : `每份印几份（办法要求 ${asked} 份）`;
}
