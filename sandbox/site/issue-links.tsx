import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFlags } from './flags';
import { jira, type Issue, type IssueLink, type LinkedIssue, type Named } from './jira';
import { useMay } from './queries';
import { to } from './router';
import styles from './linked.module.css';
import { TypeIcon } from './type-icon';
import { textIn } from './text-in';

interface LinkType extends Named {
  readonly inward: string;
  readonly outward: string;
}

interface Shown {
  readonly id: string;
  readonly phrase: string;
  readonly other: LinkedIssue;
}

// An issue that shows the other one as `outwardIssue` reads the outward phrase: "LED-1 solves DISC-1".
const shown = ({ id, type, inwardIssue, outwardIssue }: IssueLink): readonly Shown[] =>
  outwardIssue ? [{ id, phrase: type.outward, other: outwardIssue }] : inwardIssue ? [{ id, phrase: type.inward, other: inwardIssue }] : [];

/** Linked work items by phrase, with Jira's own way to add and remove one. */
export function IssueLinks({ issue }: { readonly issue: Issue }) {
  const queries = useQueryClient();
  const flags = useFlags();
  const refresh = () => queries.invalidateQueries({ queryKey: ['issue', issue.key] });
  const said = (failure: Error) => flags.show({ id: 'link', type: 'error', title: 'The link wasn’t changed', description: failure.message });
  const types = useQuery({
    queryKey: ['link types'],
    queryFn: async () => (await jira<{ issueLinkTypes: readonly LinkType[] }>('/rest/api/3/issueLinkType')).issueLinkTypes,
    staleTime: 60_000,
  });
  const remove = useMutation({ mutationFn: (id: string) => jira(`/rest/api/3/issueLink/${id}`, { method: 'DELETE' }), onSuccess: refresh, onError: said });
  const add = useMutation({ mutationFn: (body: object) => jira('/rest/api/3/issueLink', { method: 'POST', body }), onSuccess: refresh, onError: said });
  const may = useMay('LINK_ISSUES', issue.key.split('-')[0]);
  const links = (issue.fields.issuelinks ?? []).flatMap(shown);
  const phrases = [...new Set(links.map(({ phrase }) => phrase))];
  return (
    <section aria-label="Linked work items">
      <h2>Linked work items</h2>
      {phrases.map((phrase) => (
        <div key={phrase}>
          <h3 className={styles.phrase}>{phrase}</h3>
          <ul className={styles.list}>
            {links
              .filter((link) => link.phrase === phrase)
              .slice(0, 50)
              .map(({ id, other }) => (
                <li key={id}>
                  <TypeIcon name={other.fields.issuetype?.name ?? ''} />
                  <a {...to(`/browse/${other.key}`)}>{other.key}</a>
                  <span className={styles.summary}>{other.fields.summary}</span>
                  {may.data === true && (
                    <button type="button" aria-label={`Unlink ${other.key}`} onClick={() => remove.mutate(id)}>
                      ×
                    </button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {may.data === true && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const [name, side] = textIn(form, 'phrase').split('|');
            const other = { key: textIn(form, 'key').trim().toUpperCase() };
            // Jira's fields are named the other way round: the inwardIssue of the call is the one that shows the outward phrase.
            const ends =
              side === 'outward' ? { inwardIssue: { key: issue.key }, outwardIssue: other } : { inwardIssue: other, outwardIssue: { key: issue.key } };
            add.mutate({ type: { name }, ...ends });
            event.currentTarget.reset();
          }}
        >
          <select className="field" name="phrase" aria-label="How they are linked">
            {types.data?.flatMap(({ id, name, inward, outward }) => [
              <option key={`${id}o`} value={`${name}|outward`}>
                {outward}
              </option>,
              ...(inward === outward
                ? []
                : [
                    <option key={`${id}i`} value={`${name}|inward`}>
                      {inward}
                    </option>,
                  ]),
            ])}
          </select>
          <input className="field" name="key" required placeholder="Key, like LED-1" aria-label="Key of the other work item" />
          <button type="submit">Link</button>
        </form>
      )}
    </section>
  );
}
