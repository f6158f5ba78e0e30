import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { HealthView } from '../../../../src/contract/health';
import { healthRule } from '../../../../src/domain/health/rules';
import { FaultRow } from './fault-row';
import styles from './health.module.css';
import { leftOf } from './left-of';
import { LinkChanges } from './link-changes';
import type { Mending } from '../../../parts/use-mending';

type Group = HealthView['groups'][number];

const shownAtFirst = 10;

export interface FaultGroupProps {
  readonly group: Group;
  readonly mending: Mending;
  readonly heading?: 'h2' | 'h3';
}

/** All faults of one rule: what it is, why it matters, and mending all of them at once where that is beyond doubt. */
export function FaultGroup({ group, mending, heading: Heading = 'h2' }: FaultGroupProps) {
  const name = useId();
  const [isWhole, setWhole] = useState(false);
  const { name: title, why, mends } = healthRule(group.rule);
  const shown = isWhole ? group.faults : group.faults.slice(0, shownAtFirst);
  return (
    <section className={styles.group} aria-labelledby={name}>
      <header>
        <Heading id={name}>
          {title} <span className={styles.count}>{leftOf(group, mending).total}</span>
        </Heading>
        <p>{why}</p>
        <p className={styles.mends}>{mends}</p>
      </header>
      <MendAll group={group} mending={mending} />
      <ul>
        {shown.map((fault) => (
          <FaultRow key={fault.id} fault={fault} mending={mending} />
        ))}
      </ul>
      {shown.length < group.faults.length && (
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => {
            setWhole(true);
          }}
        >
          {`Show all ${String(group.faults.length)}`}
        </Button>
      )}
      {group.total > group.faults.length && <p className={styles.mends}>{`${String(group.total - group.faults.length)} more come up as these are mended.`}</p>}
    </section>
  );
}

function MendAll({ group, mending }: { readonly group: Group; readonly mending: Mending }) {
  const [isAsked, setAsked] = useState(false);
  const open = group.faults.filter(({ id, isOneClick }) => isOneClick && !mending.outcomes.has(id));
  if (open.length < 2) return null;
  return (
    <div>
      {!isAsked && (
        <Button
          spacing="compact"
          isDisabled={mending.isBusy}
          onClick={() => {
            setAsked(true);
          }}
        >
          {group.total === open.length ? `Mend all ${String(open.length)} of these` : `Mend these ${String(open.length)}`}
        </Button>
      )}
      {isAsked && (
        <div className={styles.preview} role="group" aria-label={`Mend ${String(open.length)} at once`}>
          <LinkChanges repairs={open.flatMap(({ repairs }) => repairs)} />
          <div className={styles.acts}>
            <Button
              appearance="primary"
              autoFocus
              isDisabled={mending.isBusy}
              onClick={() => {
                setAsked(false);
                mending.start(open.map((fault) => ({ fault, choice: 0 })));
              }}
            >
              {`Mend ${String(open.length)}`}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                setAsked(false);
              }}
            >
              Cancel
            </Button>
            <span className={styles.mends}>In your name, one after the other; one undo takes all of them back.</span>
          </div>
        </div>
      )}
    </div>
  );
}
