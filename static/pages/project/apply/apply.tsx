import Button from '@atlaskit/button/new';
import { useEffect, useMemo, useRef } from 'react';
import { Failed, Loading } from '../../../parts/states';
import type { AsideProps } from '../rank/asides';
import { useJiraOrder } from '../queries';
import { usePageKeys } from '../rank/use-page-keys';
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
  const { onClose } = props;
  // Wherever the focus went: the button that undid it is gone.
  usePageKeys(useMemo(() => ({ Escape: onClose }), [onClose]));
  return (
    <section className={styles.apply} aria-label="Apply the order to Jira">
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          Apply the order to Jira
        </h1>
        <span className={styles.keys}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> apply <kbd>Alt</kbd> <kbd>↑↓</kbd> move <kbd>u</kbd> undo <kbd>Esc</kbd> back
        </span>
        <Button appearance="subtle" onClick={onClose}>
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
