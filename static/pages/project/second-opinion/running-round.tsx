import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SecondOpinionView } from '../../../../src/contract/second-opinion';
import { dayOf } from '../../../parts/days';
import { leftBehind, reason } from '../../../parts/failure-words';
import { Invite } from './invite';
import { useRoundAct } from './queries';
import styles from './second-opinion.module.css';

export interface RunningRoundProps {
  readonly opinion: SecondOpinionView;
  readonly round: NonNullable<SecondOpinionView['round']>;
  readonly projectId: string;
  readonly locale: string;
}

/** Where the round stands, and what this person may do with it. */
export function RunningRound({ opinion: { mayLead, standing }, round, projectId, locale }: RunningRoundProps) {
  const [isInviting, setIsInviting] = useState(false);
  const joining = useRoundAct('joinSecondOpinion', projectId);
  const closing = useRoundAct('closeSecondOpinion', projectId);
  const isOpen = round.closedAt === null;
  const mayJoin = isOpen && standing === 'out' && !round.wasRevealed;
  const failure = joining.error ?? closing.error;
  const named = { projectId, roundId: round.id };
  return (
    <>
      <div className={styles.round}>
        <div>
          <h2>{isOpen ? `Your team is asked about ${items(round.items)}` : `The last round is closed since ${dayOf(round.closedAt ?? 0, locale)}`}</h2>
          <p className={styles.subtle} role="status">
            {round.joined === 0 ? 'Nobody has joined yet' : `${people(round.joined)} joined, ${String(round.done)} finished`}
            {mayJoin && ' · once you join, scores and order are hidden from you until your estimates are in'}
          </p>
          {mayJoin && <p className={styles.note}>Who has just looked at the order isn’t quite blind. The invitation leads here without showing it.</p>}
          {isOpen && standing === 'out' && round.wasRevealed && (
            <p className={styles.note}>It was closed once, so its result could be seen: only those who had joined by then go on.</p>
          )}
        </div>
        <div className={styles.acts}>
          {mayJoin && (
            <Button
              appearance="primary"
              isLoading={joining.isPending}
              onClick={() => {
                joining.mutate(named);
              }}
            >
              Join and estimate
            </Button>
          )}
          {mayLead && isOpen && (
            <Button
              aria-expanded={isInviting}
              onClick={() => {
                setIsInviting(!isInviting);
              }}
            >
              Invite the team
            </Button>
          )}
          {mayLead && (
            <Button
              isLoading={closing.isPending}
              onClick={() => {
                closing.mutate({ ...named, isOpen: !isOpen });
              }}
            >
              {isOpen ? 'Close the round' : 'Open it again'}
            </Button>
          )}
        </div>
      </div>
      {failure && (
        <p role="alert" className={styles.failed}>
          {reason(failure)} {leftBehind(failure)}
        </p>
      )}
      {isInviting && isOpen && <Invite items={round.items} />}
    </>
  );
}

const items = (n: number): string => `${String(n)} ${n === 1 ? 'item' : 'items'}`;
const people = (n: number): string => `${String(n)} ${n === 1 ? 'person' : 'people'}`;
