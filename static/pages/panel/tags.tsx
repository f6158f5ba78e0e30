import Button from '@atlaskit/button/new';
import type { PanelView } from '../../../src/contract/panel';
import { IssueLink } from '../../parts/issue-link';
import { Quote } from '../../parts/quote';
import { StatementTile } from '../../parts/statement-tile';
import panel from './panel.module.css';
import { useAct } from './queries';
import styles from './tags.module.css';

type TicketBox = Extract<PanelView, { role: 'ticket' }>['ticket'];

/** What was tagged from this ticket, each with the statement it speaks about. */
export function Tags({ ticket, canRemove, locale }: { readonly ticket: TicketBox; readonly canRemove: boolean; readonly locale: string }) {
  const remove = useAct('removeEvidence');
  if (ticket.tags.length === 0) return null;
  return (
    <section className={panel.section}>
      <div className={panel.head}>
        <h3>Evidence from this ticket</h3>
        <span className={panel.small}>{ticket.tags.length}</span>
      </div>
      <ul>
        {ticket.tags.map(({ statement, ...quote }) => (
          <li key={quote.id} className={styles.tag}>
            <ul>
              <Quote quote={quote} locale={locale} />
            </ul>
            <p className={styles.about}>
              {quote.stance} <StatementTile kind={statement.kind} />
              <IssueLink issueKey={statement.key} />
              <span className={styles.sentence}>{statement.sentence}</span>
              {canRemove && (
                <Button
                  appearance="subtle"
                  spacing="compact"
                  isDisabled={remove.isPending}
                  onClick={() => {
                    remove.mutate({ evidenceId: quote.id, statementId: statement.id });
                  }}
                >
                  Remove
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
