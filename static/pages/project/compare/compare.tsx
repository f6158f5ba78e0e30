import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import { AsideHead } from '../aside-head';
import type { AsideProps } from '../rank/asides';
import { LookUp } from '../../../parts/states';
import { useExplanation } from '../queries';
import type { PlacedItem } from '../rank/order';
import { usePageKeys } from '../rank/use-page-keys';
import styles from './compare.module.css';
import { Comparison } from './comparison';
import { ItemPicker } from './item-picker';
import { startingPair } from './starting-pair';

/** Any two items side by side: which comes first, how sure that is, and what would change it. */
export function Compare(props: AsideProps) {
  const { order, view, from, onClose } = props;
  const [pair, setPair] = useState(() => startingPair(order, from));
  const keys = useMemo(
    () => ({
      s: () => {
        setPair(([one, other]) => [other, one]);
      },
    }),
    [],
  );
  usePageKeys(keys);
  const [first, second] = pair.map((id) => order.placed.find(({ item }) => item.id === id));
  return (
    <section className={styles.compare} aria-label="Compare">
      <AsideHead title="Compare" onClose={onClose}>
        <Button onClick={keys.s}>
          Swap <kbd>s</kbd>
        </Button>
      </AsideHead>
      <div className={styles.pair}>
        {pair.map((id, at) => (
          <ItemPicker
            key={at === 0 ? 'first' : 'second'}
            label={at === 0 ? 'First item' : 'Second item'}
            items={[...order.placed.map(({ item }) => item), ...order.unstated]}
            picked={id}
            onPick={(next) => {
              setPair(([one, other]) => (at === 0 ? [next, other === next ? one : other] : [one === next ? other : one, next]));
            }}
          />
        ))}
      </div>
      {first && second ? (
        <Both {...props} key={`${first.item.id} ${second.item.id}`} first={first} second={second} />
      ) : (
        <NotComparable keys={pair.filter((_, at) => [first, second][at] === undefined).map((id) => view.items.find((item) => item.id === id)?.key ?? 'It')} />
      )}
    </section>
  );
}

function Both({ first, second, ...props }: AsideProps & { readonly first: PlacedItem; readonly second: PlacedItem }) {
  const [one, other] = [useExplanation(props.view.project.id, first.item.id), useExplanation(props.view.project.id, second.item.id)];
  return (
    <LookUp query={one} what="the evidence of the first item">
      {(why) => (
        <LookUp query={other} what="the evidence of the second item">
          {(otherWhy) => <Comparison {...props} first={{ placed: first, explanation: why }} second={{ placed: second, explanation: otherWhy }} />}
        </LookUp>
      )}
    </LookUp>
  );
}

function NotComparable({ keys }: { readonly keys: readonly string[] }) {
  return (
    <p className={styles.none} role="status">
      {keys.join(' and ')} {keys.length === 1 ? 'states' : 'state'} no problem, so nothing is known for or against {keys.length === 1 ? 'it' : 'them'}. State
      the problem on the issue, or choose another item above.
    </p>
  );
}
