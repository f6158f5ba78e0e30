import { useQuery } from '@tanstack/react-query';
import { jira, type Project } from '../jira';
import styles from '../page.module.css';

interface Member {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: string;
}

/** Who has which role. Roles come with the site; nobody changes them here. */
export function People({ project: { key } }: { readonly project: Project }) {
  const people = useQuery({ queryKey: ['people', key], queryFn: () => jira<readonly Member[]>(`/__site/people?projectKey=${key}`) });
  if (people.isError) return <p role="alert">{people.error.message}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {people.data?.map(({ accountId, displayName, email, role }) => (
          <tr key={`${accountId} ${role}`}>
            <td>{displayName}</td>
            <td>{email}</td>
            <td>{role}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
