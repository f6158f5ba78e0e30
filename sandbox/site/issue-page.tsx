import { useState } from 'react';
import { AppFrame } from './app-frame';
import { ChildItems } from './child-items';
import { Details } from './details';
import { JiraDocument } from './document';
import { IssueLinks } from './issue-links';
import { useIssue, useModules } from './queries';
import { to } from './router';
import type { SiteModule } from './site-module';
import styles from './issue-page.module.css';
import { StatusMenu } from './status-menu';
import { TypeIcon } from './type-icon';

/** An issue as Jira shows it, with the app's panels in place. */
export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const query = useIssue(issueKey);
  const modules = useModules(`issueKey=${issueKey}`);
  if (query.isPending) return <p role="status">Opening {issueKey} …</p>;
  if (query.isError) {
    return (
      <main className={styles.missing}>
        <h1>We can’t find that work item</h1>
        <p>It does not exist, or you may not see it.</p>
      </main>
    );
  }
  const issue = query.data;
  const { fields } = issue;
  const panels = modules.data?.filter(({ type, pinned }) => type === 'jira:issuePanel' && pinned === true) ?? [];
  const contexts = panels.length > 0 ? [] : (modules.data?.filter(({ type }) => type === 'jira:issueContext') ?? []);
  return (
    <main className={styles.issue}>
      <nav className={styles.crumbs} aria-label="Breadcrumbs">
        <a {...to('/projects')}>Projects</a> / <a {...to(`/projects/${fields.project.key}`)}>{fields.project.name}</a> /{' '}
        {fields.parent && (
          <>
            <TypeIcon name={fields.parent.fields.issuetype?.name ?? 'Epic'} /> <a {...to(`/browse/${fields.parent.key}`)}>{fields.parent.key}</a> /{' '}
          </>
        )}
        <TypeIcon name={fields.issuetype.name} /> <span>{issue.key}</span>
      </nav>
      <div className={styles.main}>
        <h1>{fields.summary}</h1>
        <h2>Description</h2>
        <div className={styles.description}>{fields.description == null ? <p>Nothing described yet.</p> : <JiraDocument document={fields.description} />}</div>
        {panels.map((module) => (
          <section key={module.key} aria-label={module.title}>
            <ModuleTitle module={module} />
            <AppFrame module={module} />
          </section>
        ))}
        <ChildItems issue={issue} />
        <IssueLinks issue={issue} />
      </div>
      <aside className={styles.rail} aria-label="Details">
        <StatusMenu issue={issue} />
        <Details issue={issue} />
        {contexts.map((module) => (
          <Context key={module.key} module={module} />
        ))}
      </aside>
    </main>
  );
}

const ModuleTitle = ({ module }: { readonly module: SiteModule }) => (
  <h2 className={styles.module}>
    {module.icon !== undefined && <img src={module.icon} width="20" height="20" alt="" />} {module.title}
  </h2>
);

function Context({ module }: { readonly module: SiteModule }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.context} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {module.title} {module.label}
      </summary>
      {isOpen && <AppFrame module={module} />}
    </details>
  );
}
