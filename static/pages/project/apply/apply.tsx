import { Failed, Loading } from '../../../parts/states';
import { AsideHead } from '../aside-head';
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
  const { opened } = applying.driven;
  return (
    <section className={styles.apply} aria-label="Apply the order to Jira">
      {/* The button that was pressed is gone with what it began or ended. */}
      <AsideHead title="Apply the order to Jira" part={opened !== undefined} onClose={props.onClose}>
        <span className={styles.keys}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> apply <kbd>Alt</kbd> <kbd>↑↓</kbd> move <kbd>u</kbd> undo
        </span>
      </AsideHead>
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
