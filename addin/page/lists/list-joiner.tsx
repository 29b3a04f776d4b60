import { Button, Checkbox, Field, makeStyles, Select, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { NamedBytes } from '../../../jobs/folder.ts';
import type { JoinChoices } from '../../../jobs/join.ts';
import { PickButton } from '../pick-button.tsx';
import { readGiven } from '../read-given.ts';
import type { WorkshopUse } from '../use-workshop.ts';
import { ColumnPlaces } from './column-places.tsx';
import type { GivenLists } from './lists-desk.ts';
import type { ListsView } from './lists-view.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', maxWidth: '1100px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  soft: { color: tokens.colorNeutralForeground2, margin: '4px 0 8px' },
  listed: { maxWidth: '360px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
});

interface ListJoinerProps {
  readonly isBusy: boolean;
  readonly run: WorkshopUse['run'];
  readonly onJoin: (given: GivenLists) => void;
  readonly onReport: (given: GivenLists) => void;
  readonly onFault: (fault: unknown) => void;
}

interface Looked extends GivenLists {
  readonly view: ListsView;
}

/** 并入名单: lists are chosen, what they would bring is looked at, and a copy of the roster with it is taken. */
export function ListJoiner({ isBusy, run, onJoin, onReport, onFault }: ListJoinerProps) {
  const styles = useStyles();
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = async (lists: readonly NamedBytes[], choices: JoinChoices) => {
    onFault(null);
    const view = await run('正在看名单', (workshop) => workshop.lookAtLists({ lists, choices }));
    if (view) setLooked({ lists, choices, view });
  };
  const choose = async (files: readonly File[]) => {
    try {
      const read = files.map(async (file) => {
        const name = file.webkitRelativePath || file.name;
        return { name: file.name, bytes: await readGiven(file, `“${name}”`) };
      });
      await look(await Promise.all(read), { columns: [] });
    } catch (fault) {
      onFault(fault);
    }
  };
  /** A field keeps the keyboard while the page is at work, and takes nothing then. */
  const chooseIn =
    ({ lists }: Looked) =>
    (choices: JoinChoices) => {
      if (!isBusy) void look(lists, choices);
    };
  return (
    <section className={styles.view} aria-labelledby="lists">
      <div>
        <Title3 as="h2" id="lists" className={styles.heading}>
          并入名单
        </Title3>
        <p className={styles.soft}>
          把别人记的名单（会费台账、区级表彰名单、会员名册、去年的总名册，.xlsx、.xls、.ods、.csv
          都可以）按统一社会信用代码、编号、名称填进“会员单位”表。总名册已有的值不改，认不准的不猜；填好的另存一份，填过的格涂色，来源列在“并入清单”表里。
        </p>
        <PickButton
          appearance={looked ? 'secondary' : 'primary'}
          disabledFocusable={isBusy}
          label="名单"
          picks="files"
          onPick={(files) => void choose(files)}
        >
          {looked ? '换名单' : '选名单'}
        </PickButton>
      </div>
      {looked && (
        <>
          <ColumnPlaces view={looked.view} choices={looked.choices} onChoose={chooseIn(looked)} />
          <Preferences {...looked} onChoose={chooseIn(looked)} />
          <Text>{tellCounts(looked.view)}</Text>
          <div className={styles.bar}>
            <Button
              appearance="primary"
              disabledFocusable={isBusy || looked.view.cells.filled + looked.view.cells.replaced === 0}
              onClick={() => {
                onJoin({ lists: looked.lists, choices: looked.choices });
              }}
            >
              并入 {looked.view.cells.filled + looked.view.cells.replaced} 格，另存并打开
            </Button>
            <Button
              disabledFocusable={isBusy}
              onClick={() => {
                onReport({ lists: looked.lists, choices: looked.choices });
              }}
            >
              取并入明细
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface PreferencesProps extends Looked {
  readonly onChoose: (choices: JoinChoices) => void;
}

/** In which columns the lists win, and what it says to stand in the one list. */
function Preferences({ view, choices, lists, onChoose }: PreferencesProps) {
  const styles = useStyles();
  const preferred = choices.preferList ?? [];
  const canList = lists.length === 1 && view.lists.some(({ sheets }) => sheets.length > 0);
  return (
    <>
      {view.differing.map(({ heading, count }) => (
        <Checkbox
          key={heading}
          label={`“${heading}”有 ${count} 格与总名册不一致，以名单为准`}
          checked={preferred.includes(heading)}
          onChange={(_, { checked }) => {
            const others = preferred.filter((each) => each !== heading);
            onChoose({ ...choices, preferList: checked === true ? [...others, heading] : others });
          }}
        />
      ))}
      {canList && (
        <Field className={styles.listed} label="凡列入这份名单的单位，填“是”的列">
          <Select
            value={choices.listed?.[0]?.heading ?? ''}
            onChange={(_, { value }) => {
              onChoose({ ...choices, listed: value === '' ? [] : [{ heading: value, value: '是' }] });
            }}
          >
            <option value="">不填</option>
            {view.answers.map((heading) => (
              <option key={heading} value={heading}>
                {heading}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

function tellCounts({ cells: { filled, replaced, kept, torn, closed }, same, open, unread }: ListsView): string {
  const parts = [
    `要填 ${filled} 格`,
    ...(replaced > 0 ? [`以名单为准改 ${replaced} 格`] : []),
    `与总名册相同 ${same} 格`,
    ...(kept > 0 ? [`与总名册不一致、保留总名册的 ${kept} 格`] : []),
    ...(torn > 0 ? [`名单互相不一致、不填的 ${torn} 格`] : []),
    ...(closed > 0 ? [`总名册里写不进的 ${closed} 格`] : []),
    ...(open > 0 ? [`没有认出单位的 ${open} 行`] : []),
    ...(unread > 0 ? [`读不懂的 ${unread} 格`] : []),
  ];
  return `${parts.join('；')}。逐条见“并入明细”。`;
}
