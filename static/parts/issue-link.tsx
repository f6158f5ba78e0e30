import type { ReactNode } from 'react';
import { openIssue } from '../forge';

export interface IssueLinkProps {
  readonly issueKey: string;
  /** Its key, where nothing else is said. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly tabIndex?: -1;
}

/** A key that opens its issue. */
export function IssueLink({ issueKey, children = issueKey, className, tabIndex }: IssueLinkProps) {
  return (
    <a
      href={`/browse/${issueKey}`}
      className={className}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.preventDefault();
        void openIssue(issueKey);
      }}
    >
      {children}
    </a>
  );
}
