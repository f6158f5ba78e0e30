import { openIssue } from '../forge';

/** A key that opens its issue. */
export function IssueLink({ issueKey }: { readonly issueKey: string }) {
  return (
    <a
      href={`/browse/${issueKey}`}
      onClick={(event) => {
        event.preventDefault();
        void openIssue(issueKey);
      }}
    >
      {issueKey}
    </a>
  );
}
