import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { Sent } from '../../../../src/contract';
import type { PinView } from '../../../../src/contract/pins';
import type { ItemView } from '../../../../src/contract/ranking';
import { pinKinds } from '../../../../src/domain/order/pins';
import { pinWords } from './lane';
import styles from './pins.module.css';

const offered = 6;

interface PinFormProps {
  readonly items: readonly ItemView[];
  /** The one that is changed; undefined: a new one. */
  readonly pin: PinView | undefined;
  /** The row that the person came from. */
  readonly from: string | undefined;
  readonly isBusy: boolean;
  readonly onPin: (pin: Sent<'pinItem'>) => void;
}

/** An item, one of three kinds of reason, the reason itself, and a day where there is one. */
export function PinForm({ items, pin, from, isBusy, onPin }: PinFormProps) {
  const [itemId, setItemId] = useState<string | undefined>(pin?.issueId ?? from);
  const [kind, setKind] = useState<PinView['kind']>(pin?.kind ?? 'deadline');
  const [why, setWhy] = useState(pin?.reason ?? '');
  const [day, setDay] = useState(pin?.day ? new Date(pin.day * 1000).toISOString().slice(0, 10) : '');
  const kinds = useRef<HTMLFieldSetElement>(null);
  const pick = (id: string): void => {
    setItemId(id);
    // The field that held the focus is gone: on with the next question.
    requestAnimationFrame(() => kinds.current?.querySelector<HTMLElement>(':checked')?.focus());
  };
  const item = items.find(({ id, done }) => id === itemId && done === null);
  const missing = [
    ...(item ? [] : ['an item']),
    ...(why.trim().length >= 3 ? [] : ['a reason']),
    ...(kind === 'deadline' && day === '' ? ['the day of the deadline'] : []),
  ];
  const isReady = item !== undefined && missing.length === 0;
  return (
    <form
      className={styles.form}
      aria-label={pin ? 'Change a pin' : 'Pin an item'}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onPin({ issueId: item.id, kind, reason: why, day: day === '' ? null : Date.parse(day) / 1000 });
      }}
    >
      <h2>{pin ? 'Change why it is pinned' : 'Pin an item'}</h2>
      {item ? (
        <p>
          <b>{item.key}</b> {item.summary}{' '}
          {!pin && (
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => {
                setItemId(undefined);
              }}
            >
              Another one
            </Button>
          )}
        </p>
      ) : (
        <ItemSearch items={items} onPick={pick} />
      )}
      <fieldset ref={kinds}>
        <legend>Kind</legend>
        {pinKinds.map((own) => (
          <label key={own}>
            <input
              type="radio"
              name="kind"
              checked={kind === own}
              onChange={() => {
                setKind(own);
              }}
            />
            {pinWords[own]}
          </label>
        ))}
      </fieldset>
      <label className={styles.field}>
        Reason
        <input
          value={why}
          maxLength={300}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
          }}
        />
      </label>
      <label className={styles.field}>
        {kind === 'deadline' ? 'By which day' : 'By which day, if there is one'}
        <input
          type="date"
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
      </label>
      <Button type="submit" appearance="primary" isDisabled={!isReady} isLoading={isBusy}>
        {pin ? 'Keep the change' : 'Pin above the order'}
      </Button>
      {missing.length > 0 && <p role="status">Still missing: {missing.join(', ')}.</p>}
    </form>
  );
}

function ItemSearch({ items, onPick }: { readonly items: readonly ItemView[]; readonly onPick: (id: string) => void }) {
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter(({ key, summary, done }) => done === null && words.every((word) => `${key} ${summary}`.toLowerCase().includes(word)));
  return (
    <div>
      <label className={styles.field}>
        Item: its key, or words of its name
        <input
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            const named = found.length === 1 ? found[0] : found.find(({ key }) => key.toLowerCase() === text.trim().toLowerCase());
            if (event.key !== 'Enter' || !named) return;
            event.preventDefault();
            onPick(named.id);
          }}
        />
      </label>
      {words.length > 0 && (
        <ul className={styles.found} aria-label="Items that fit">
          {found.slice(0, offered).map(({ id, key, summary }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onPick(id);
                }}
              >
                <b>{key}</b> {summary}
              </button>
            </li>
          ))}
          {found.length === 0 && <li>No open item fits.</li>}
        </ul>
      )}
    </div>
  );
}
