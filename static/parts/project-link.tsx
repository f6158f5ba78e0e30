import type { ReactNode } from 'react';
import { openProjectPage } from '../forge';

/** Opens the Groundwork page of a project, where a place is explained. */
export function ProjectLink({ projectKey, children }: { readonly projectKey: string; readonly children: ReactNode }) {
  return (
    <a
      href={`/projects/${projectKey}`}
      onClick={(event) => {
        event.preventDefault();
        void openProjectPage(projectKey);
      }}
    >
      {children}
    </a>
  );
}
