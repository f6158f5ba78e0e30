import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { reason } from '../../../parts/failure-words';
import { Failed, Loading } from '../../../parts/states';
import type { AsideProps } from '../rank/asides';
import { useJiraOrder } from '../queries';
import styles from './apply.module.css';
import { Outcome } from './outcome';
import { Preview } from './preview';
import { useApplying, usePreview } from './queries';

const placesOffered = [20, 50, 100, 200, 500];
const mostPlaces = 1000;
const usualPlaces = 100;

/** Brings Jira's own order to this one: what would move first, then the moving, then the way back. */
export function Apply(props: AsideProps) {
  const { project } = props.view;
  const jiraOrder = useJiraOrder(project);
  const applying = useApplying(project.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { opened } = applying.driven;
  return (
    <section className={styles.apply} aria-label="Apply the order to Jira">
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          Apply the order to Jira
        </h1>
        <Button appearance="subtle" onClick={props.onClose}>
          Back to the list
        </Button>
      </header>
      {opened ? (
        <Outcome driven={applying.driven} opened={opened} view={props.view} />
      ) : jiraOrder.isError ? (
        <Failed what="Jira’s own order" failure={jiraOrder.error} onRetry={() => void jiraOrder.refetch()} />
      ) : !jiraOrder.data ? (
        <Loading what="Jira’s own order" />
      ) : (
        <Choices {...props} jiraOrder={jiraOrder.data} onLookAgain={() => void jiraOrder.refetch()} start={applying.start} />
      )}
    </section>
  );
}

interface ChoicesProps extends AsideProps {
  readonly jiraOrder: ReadonlyMap<string, number>;
  readonly start: ReturnType<typeof useApplying>['start'];
  readonly onLookAgain: () => void;
}

function Choices({ view, order, level, jiraOrder, start, onLookAgain }: ChoicesProps) {
  const [places, setPlaces] = useState(usualPlaces);
  const [withSprints, setWithSprints] = useState(false);
  const [blockersFirst, setBlockersFirst] = useState(true);
  const listed = order.placed.map(({ item }) => item.id).filter((id) => jiraOrder.has(id));
  const most = Math.min(listed.length, mostPlaces);
  const offers = [...placesOffered.filter((offered) => offered < most), most];
  const taken = Math.min(places, most);
  const current = [...jiraOrder].sort(([, a], [, b]) => a - b).map(([id]) => id);
  const asked = { projectId: view.project.id, wanted: listed.slice(0, taken), current, withSprints, blockersFirst };
  const preview = usePreview(asked);
  const moves = preview.data?.moves.length ?? 0;
  const apply = (): void => {
    if (moves > 0 && !start.isPending && !preview.isPlaceholderData) start.mutate({ ...asked, level, overrides: [] });
  };
  const failure = start.error ?? preview.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) apply();
      }}
    >
      <div className={styles.choices}>
        <label>
          Places{' '}
          <select
            value={taken}
            onChange={(event) => {
              setPlaces(Number(event.currentTarget.value));
            }}
          >
            {offers.map((offered) => (
              <option key={offered} value={offered}>
                {offered === listed.length ? `all ${String(offered)}` : `the first ${String(offered)}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={!withSprints}
            onChange={(event) => {
              setWithSprints(!event.currentTarget.checked);
            }}
          />
          Leave items in active sprints alone
        </label>
        <label>
          <input
            type="checkbox"
            checked={blockersFirst}
            onChange={(event) => {
              setBlockersFirst(event.currentTarget.checked);
            }}
          />
          Keep items below what blocks them
        </label>
      </div>
      {failure && (
        <p role="alert" className={styles.failed}>
          {reason(failure)}{' '}
          <Button
            spacing="compact"
            onClick={() => {
              start.reset();
              onLookAgain();
              void preview.refetch();
            }}
          >
            Look again
          </Button>
        </p>
      )}
      {preview.isPending && <Loading what="what would move" />}
      {preview.data && <Preview preview={preview.data} view={view} listed={asked.wanted.length} />}
      <p className={styles.acts}>
        <Button type="submit" appearance="primary" isDisabled={moves === 0 || preview.isPlaceholderData} isLoading={start.isPending}>
          Apply {asked.wanted.length} places
        </Button>
        <span className={styles.note}>
          Done in your name, with this page open: closing it pauses, opening it goes on. What it follows from is kept as a decision. <kbd>Ctrl</kbd>{' '}
          <kbd>Enter</kbd>
        </span>
      </p>
    </form>
  );
}
