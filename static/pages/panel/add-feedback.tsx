import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useRef, useState } from 'react';
import { longestQuote, sources, type Source } from '../../../src/domain/evidence';
import { fitsScale, scales, scaleWords } from '../../../src/domain/scales';
import { flag } from '../../forge';
import { leftBehind, reason } from '../../parts/failure-words';
import { isMeasured, sourceName } from '../../parts/sources';
import styles from './add-feedback.module.css';
import { CustomerChoice } from './customer-choice';
import panel from './panel.module.css';
import { useAct } from './queries';

// A ticket is tagged where it is.
const offered = sources.filter((source) => source !== 'ticket');

interface AddFeedbackProps {
  readonly statement: { readonly id: string; readonly key: string };
  /** The functions' clock, in epoch seconds. */
  readonly now: number;
}

/** What was said or measured elsewhere, with the source's own value: it becomes evidence for or against. */
export function AddFeedback({ statement, now }: AddFeedbackProps) {
  const today = new Date(now * 1000).toISOString().slice(0, 10);
  const [source, setSource] = useState<Source>('interview');
  const [value, setValue] = useState('');
  const [customer, setCustomer] = useState('');
  const [day, setDay] = useState(today);
  const [quote, setQuote] = useState('');
  const [people, setPeople] = useState('1');
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLSelectElement>(null);
  const names = useId();
  const add = useAct('addEvidence');
  const undo = useAct('removeEvidence');
  const raw = rawOf(source, value);
  const at = Date.parse(`${day}T12:00:00Z`) / 1000;
  const missing = missingOf({ raw, value, source, quote, at, today, day });
  const submit = (stance: 'for' | 'against'): void => {
    if (missing !== undefined || add.isPending) return;
    const named = isMeasured(source) || customer.trim() === '' ? null : { name: customer.trim() };
    const count = isMeasured(source) ? Math.max(1, Math.floor(Number(people)) || 1) : 1;
    add.mutate(
      { statementId: statement.id, stance, source, raw, count, at: Math.min(at, now), quote: quote.trim() === '' ? null : quote.trim(), customer: named },
      {
        onSuccess: ({ evidenceId, isNew }) => {
          setValue('');
          setQuote('');
          first.current?.focus();
          const takeBack = {
            text: 'Undo',
            onClick: () => {
              undo.mutate({ evidenceId, statementId: statement.id });
            },
          };
          flag({
            id: `feedback-${evidenceId}`,
            kind: 'success',
            title: `${isNew ? 'Added as' : 'Already'} evidence ${stance} ${statement.key}`,
            ...(isNew && { act: takeBack }),
          });
        },
      },
    );
  };
  const scale = scales[source];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit('for');
      }}
    >
      <div className={styles.line}>
        <label>
          Source
          <select
            ref={first}
            autoFocus
            className={styles.select}
            value={source}
            onChange={(event) => {
              setSource(sources.find((own) => own === event.currentTarget.value) ?? source);
              setValue('');
            }}
          >
            {offered.map((own) => (
              <option key={own} value={own}>
                {sourceName(own)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Value, {scaleWords(source)}
          {scale.kind === 'labels' ? (
            <select
              className={styles.select}
              value={value}
              onChange={(event) => {
                setValue(event.currentTarget.value);
              }}
            >
              <option value="">not said</option>
              {scale.labels.map((label) => (
                <option key={label}>{label}</option>
              ))}
            </select>
          ) : (
            <Textfield
              isCompact
              inputMode="decimal"
              value={value}
              placeholder="not said"
              onChange={(event) => {
                setValue(event.currentTarget.value);
              }}
            />
          )}
        </label>
        <label>
          Day
          <input
            className={styles.select}
            type="date"
            max={today}
            value={day}
            onChange={(event) => {
              setDay(event.currentTarget.value);
            }}
          />
        </label>
      </div>
      {isMeasured(source) ? (
        <label>
          Over how many people or accounts?
          <Textfield
            isCompact
            inputMode="numeric"
            value={people}
            onChange={(event) => {
              setPeople(event.currentTarget.value);
            }}
          />
        </label>
      ) : (
        <CustomerChoice issueId={statement.id} field={field} name={customer} from={undefined} onChange={setCustomer} />
      )}
      <label htmlFor={names}>{isMeasured(source) ? 'What was measured' : 'Their words'}</label>
      <TextArea
        id={names}
        minimumRows={2}
        resize="smart"
        maxLength={longestQuote}
        value={quote}
        onChange={(event) => {
          setQuote(event.currentTarget.value);
        }}
      />
      {quote.length >= longestQuote && (
        <p role="status" className={panel.small}>
          At most 4,000 characters are kept: the rest was left out.
        </p>
      )}
      <p className={panel.small}>Everyone who can browse {statement.key} will read this.</p>
      {missing !== undefined && (value !== '' || quote !== '') && (
        <p role="status" className={panel.small}>
          {missing}
        </p>
      )}
      {add.isError && (
        <p role="alert" className={styles.failed}>
          {reason(add.error)} {leftBehind(add.error)} Your words are still here.
        </p>
      )}
      <div className={styles.acts}>
        <Button
          appearance="subtle"
          isDisabled={missing !== undefined || add.isPending}
          onClick={() => {
            submit('against');
          }}
        >
          Add against
        </Button>
        <Button type="submit" appearance="primary" isDisabled={missing !== undefined} isLoading={add.isPending}>
          Add
        </Button>
      </div>
    </form>
  );
}

/** A number in anybody's way of writing it, a label as it stands; nothing said is no value. */
function rawOf(source: Source, value: string): number | string | null {
  const said = value.trim();
  if (said === '') return null;
  if (scales[source].kind === 'labels') return said;
  const [, number, percent] = /^([\d.,]+)\s*(%?)$/.exec(said) ?? [];
  if (number === undefined) return said;
  return Number(number.replace(',', '.')) / (percent === '%' ? 100 : 1);
}

interface Draft {
  readonly raw: number | string | null;
  readonly value: string;
  readonly source: Source;
  readonly quote: string;
  readonly at: number;
  readonly today: string;
  readonly day: string;
}

function missingOf({ raw, source, quote, at, today, day }: Draft): string | undefined {
  if (raw === null && quote.trim() === '') return 'Give a value or their words.';
  if (raw !== null && !fitsScale(source, raw)) return `The value is not on this source’s scale: ${scaleWords(source)}.`;
  if (Number.isNaN(at) || day > today) return 'Choose a day that is not in the future.';
  return undefined;
}
