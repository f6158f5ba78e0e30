import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { Failed, Loading } from '../../../parts/states';
import type { AsideProps } from '../rank/asides';
import { useJiraOrder } from '../queries';
import styles from './apply.module.css';
import { Choices } from './choices';
import { Outcome } from './outcome';
import { useApplying } from './queries';

/** Brings Jira's own order to this one: what would move first, then the moving, then the way back. */
export function Apply(props: AsideProps) {
  const { project } = props.view;
  const jiraOrder = useJiraOrder(project);
  const applying = useApplying(project.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const { opened } = applying.driven;
  const isOpen = opened !== undefined;
  // The button that was pressed is gone with what it began or ended.
  useEffect(() => {
    heading.current?.focus();
  }, [isOpen]);
  return (
    <section
      className={styles.apply}
      aria-label="Apply the order to Jira"
      onKeyDown={(event) => {
        // What is being typed or chosen is let go of first.
        if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) props.onClose();
      }}
    >
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          Apply the order to Jira
        </h1>
        <span className={styles.keys}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> apply <kbd>Alt</kbd> <kbd>↑↓</kbd> move <kbd>u</kbd> undo <kbd>Esc</kbd> back
        </span>
        <Button appearance="subtle" onClick={props.onClose}>
          Back to the list
        </Button>
      </header>
      {opened ? (
        <Outcome applying={applying} opened={opened} view={props.view} />
      ) : jiraOrder.isError ? (
        <Failed what="Jira’s own order" failure={jiraOrder.error} onRetry={() => void jiraOrder.refetch()} />
      ) : !jiraOrder.data ? (
        <Loading what="Jira’s own order" />
      ) : (
        <Choices {...props} jiraOrder={jiraOrder.data} applying={applying} onLookAgain={() => void jiraOrder.refetch()} />
      )}
    </section>
  );
}
