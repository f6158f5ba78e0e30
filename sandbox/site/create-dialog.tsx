import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { jira, type IssueType } from './jira';
import { useProjects } from './queries';
import { go } from './router';
import { textIn } from './text-in';
import styles from './create-dialog.module.css';

const asDocument = (text: string) => ({ version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** Jira's Create: project, type, summary, description. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const projects = useProjects();
  const [projectId, setProjectId] = useState<string>();
  const chosen = projectId ?? projects.data?.[0]?.id;
  const types = useQuery({
    queryKey: ['types', chosen],
    queryFn: () => jira<readonly IssueType[]>(`/rest/api/3/issuetype/project?projectId=${chosen ?? ''}`),
    enabled: chosen !== undefined,
  });
  const create = useMutation({
    mutationFn: (fields: object) => jira<{ key: string }>('/rest/api/3/issue', { method: 'POST', body: { fields } }),
    onSuccess: ({ key }) => {
      onClose();
      go(`/browse/${key}`);
    },
  });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="create-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [summary, type, description] = ['summary', 'type', 'description'].map((name) => textIn(form, name));
          create.mutate({
            project: { id: chosen },
            issuetype: { id: type },
            summary,
            ...(description !== '' && { description: asDocument(description ?? '') }),
          });
        }}
      >
        <h2 id="create-title">Create</h2>
        <label>
          Project
          <select className="field" value={chosen} onChange={(event) => setProjectId(event.currentTarget.value)}>
            {projects.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Work type
          <select className="field" name="type">
            {types.data
              ?.filter(({ hierarchyLevel = 0 }) => hierarchyLevel >= 0)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          Summary
          <input className="field" name="summary" required maxLength={255} />
        </label>
        <label>
          Description
          <textarea className="field" name="description" rows={4} />
        </label>
        {create.isError && <p role="alert">{create.error.message}</p>}
        <p className={styles.acts}>
          <button type="submit">Create</button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}
