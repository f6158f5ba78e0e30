import { lazy, Suspense, useState } from 'react';
import type { PanelView } from '../../../src/contract/panel';
import { Loading } from '../../parts/states';
import panel from './panel.module.css';
import { Tags } from './tags';

// Who opens an item reads it; the box comes when it is unfolded.
const TagBox = lazy(() => import('./tag-box').then(({ TagBox }) => ({ default: TagBox })));

type Item = Extract<PanelView, { role: 'item' }>;

/** The tag box, folded under the problem on an item. */
export function TagFold({
  issue,
  ticket,
  locale,
  canLink,
}: {
  readonly issue: Item['issue'];
  readonly ticket: Item['ticket'];
  readonly locale: string;
  readonly canLink: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  if (!canLink && ticket.tags.length === 0) return null;
  return (
    <details
      className={panel.fold}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <b>Tag with evidence</b> <span className={panel.subtle}>Paste a quote, Enter</span>
      </summary>
      {isOpen && canLink && (
        <Suspense fallback={<Loading what="the box" />}>
          <TagBox issue={issue} ticket={ticket} hasFocus />
        </Suspense>
      )}
      {isOpen && <Tags ticket={ticket} canRemove={canLink} locale={locale} />}
    </details>
  );
}
