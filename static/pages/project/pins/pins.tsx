import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PinView } from '../../../../src/contract/pins';
import { dayIn } from '../../../parts/days';
import { leftBehind, reason } from '../../../parts/failure-words';
import { IssueLink } from '../../../parts/issue-link';
import { PersonName } from '../../../parts/person-name';
import { AsideHead } from '../aside-head';
import type { AsideProps } from '../rank/asides';
import { laneTitle, pinWords } from './lane';
import { PinForm } from './pin-form';
import styles from './pins.module.css';
import { usePinning } from './queries';

/** The lane above the order: what is in it and why, and the form that puts an item there. */
export function Pins({ view, locale, from, onClose }: AsideProps) {
  const pinning = usePinning(view.project.id);
  const [changing, setChanging] = useState<PinView>();
  const items = new Map(view.items.map((item) => [item.id, item]));
  const { data: done } = pinning;
  return (
    <section className={styles.pins} aria-label={laneTitle}>
      <AsideHead title={laneTitle} onClose={onClose} />
      <p className={styles.note}>
        No score can weigh a law or a date. These items stand above the order and are applied first; their value and their place by the evidence stay as they
        are.
      </p>
      {view.pins.length === 0 ? (
        <p>Nothing is pinned in {view.project.name}.</p>
      ) : (
        <ul className={styles.list}>
          {view.pins.map((pin) => (
            <li key={pin.issueId}>
              <span>
                <IssueLink issueKey={items.get(pin.issueId)?.key ?? ''} /> {items.get(pin.issueId)?.summary}
                <span className={styles.why}>
                  <b>
                    {pinWords[pin.kind]}
                    {pin.day !== null && `, by ${dayIn(pin.day, view.now, locale)}`}:
                  </b>{' '}
                  {pin.reason}{' '}
                  <span className={styles.note}>
                    <PersonName accountId={pin.by} />, {dayIn(pin.at, view.now, locale)}
                  </span>
                </span>
              </span>
              <span className={styles.acts}>
                <Button
                  spacing="compact"
                  onClick={() => {
                    setChanging(pin);
                  }}
                >
                  Change
                </Button>
                <Button
                  spacing="compact"
                  isLoading={pinning.isPending && 'unpin' in pinning.variables && pinning.variables.unpin === pin.issueId}
                  onClick={() => {
                    pinning.mutate({ unpin: pin.issueId });
                  }}
                >
                  Unpin
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p role={pinning.isError ? 'alert' : 'status'} className={pinning.isError ? styles.failed : styles.done}>
        {pinning.isError && `${reason(pinning.error)} ${leftBehind(pinning.error)}`}
        {done && (
          <>
            {done.words}: {view.items.find(({ id }) => id === done.issueId)?.key}.{' '}
            <Button
              spacing="compact"
              onClick={() => {
                pinning.mutate(done.undo);
              }}
            >
              Undo
            </Button>
          </>
        )}
      </p>
      <PinForm
        key={changing?.issueId ?? 'new'}
        items={view.items}
        pin={changing}
        from={from}
        isBusy={pinning.isPending}
        onPin={(pin) => {
          pinning.mutate(
            { pin },
            {
              onSuccess: () => {
                setChanging(undefined);
              },
            },
          );
        }}
      />
    </section>
  );
}
