import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type RefObject } from 'react';
import { isDay, showDay } from '../../rules/calendar.ts';
import {
  findWeekendEnd,
  judgeNoticeLength,
  MOST_NOTICE_DAYS,
  type NoticeLengthFault,
} from '../../rules/notice-length.ts';
import type { NoticeChoices } from './choices.ts';
import { NumberField } from './number-field.tsx';

const useStyles = makeStyles({
  // A day's own button makes its field higher than the one beside it.
  day: { height: '24px', boxSizing: 'border-box' },
  weekend: { flexBasis: '100%', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  words: { color: tokens.colorStatusWarningForeground3 },
});

interface NoticeFieldsProps {
  /** How many days the notice hangs out by the document; null where it leaves them open. */
  readonly ruledDays: number | null;
  readonly chosen: NoticeChoices;
  readonly daysField: RefObject<HTMLInputElement | null>;
  readonly onChoose: (chosen: NoticeChoices) => void;
}

/** What the fields of a notice do not allow, in a sentence; empty where nothing stands in its way. */
export function tellNoticeFault(ruledDays: number | null, { noticeFrom, noticeDays }: NoticeChoices): string {
  const fault = judgeNoticeLength(ruledDays, noticeDays, noticeFrom !== null);
  return fault === null ? '' : FAULTS[fault](ruledDays ?? 0);
}

const FAULTS: Readonly<Record<NoticeLengthFault, (ruledDays: number) => string>> = {
  unfit: () => `应为 1 到 ${MOST_NOTICE_DAYS} 的整数`,
  'too-few': (ruledDays) => `办法规定 ${ruledDays} 天，请填 ${ruledDays} 或更多`,
  open: () => '办法没有规定几天，填了公布日期就要填',
};

/** When the notice hangs out. */
export function NoticeFields({ ruledDays, chosen, daysField, onChoose }: NoticeFieldsProps) {
  const styles = useStyles();
  const { noticeFrom, noticeDays } = chosen;
  /** As it is typed. */
  const [days, setDays] = useState(noticeDays === null ? '' : String(noticeDays));
  const fault = tellNoticeFault(ruledDays, chosen);
  const length = noticeDays ?? ruledDays;
  const hasEnd = fault === '' && noticeFrom !== null && isDay(noticeFrom) && length !== null;
  const weekend = hasEnd ? findWeekendEnd(noticeFrom, length) : null;
  const choose = (text: string) => {
    setDays(text);
    onChoose({ noticeFrom, noticeDays: text === '' ? null : Number(text) });
  };
  return (
    <>
      <Field label="公布日期" size="small">
        <Input
          className={styles.day}
          size="small"
          type="date"
          value={noticeFrom ?? ''}
          onChange={(_, { value }) => {
            onChoose({ noticeDays, noticeFrom: value === '' ? null : value });
          }}
        />
      </Field>
      <NumberField
        ref={daysField}
        label="公示天数"
        max={MOST_NOTICE_DAYS}
        placeholder={ruledDays === null ? '由您定' : `按办法 ${ruledDays}`}
        value={days}
        fault={fault}
        onType={choose}
      />
      {weekend && (
        <div className={styles.weekend} role="status">
          <Text size={200} className={styles.words}>
            最后一天{showDay(weekend.last)}是{weekend.weekday}。
          </Text>
          {weekend.days !== null && (
            <Button
              size="small"
              onClick={() => {
                choose(String(weekend.days));
                daysField.current?.focus();
              }}
            >
              改为 {weekend.days} 天，到星期一
            </Button>
          )}
        </div>
      )}
    </>
  );
}
