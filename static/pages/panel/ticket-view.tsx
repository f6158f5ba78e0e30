import { useState } from 'react';
import type { PanelView } from '../../../src/contract/panel';
import panel from './panel.module.css';
import { StateTheProblem } from './state-the-problem';
import { TagBox } from './tag-box';
import { Tags } from './tags';

type Ticket = Extract<PanelView, { role: 'ticket' }>;

/** On a ticket: one box. Stating the problem an item solves is folded below it. */
export function TicketView({ view, locale }: { readonly view: Ticket; readonly locale: string }) {
  const [isStating, setStating] = useState(false);
  return (
    <>
      {view.canLink ? (
        <TagBox issue={view.issue} ticket={view.ticket} />
      ) : (
        <p className={panel.section}>You can read this ticket’s evidence, but not tag it: that needs the right to link issues here.</p>
      )}
      <Tags ticket={view.ticket} canRemove={view.canLink} locale={locale} />
      {view.canLink && (
        <details
          className={panel.fold}
          onToggle={(event) => {
            setStating(event.currentTarget.open);
          }}
        >
          <summary>This is work to build: state the problem it solves</summary>
          {isStating && <StateTheProblem view={view} />}
        </details>
      )}
    </>
  );
}
