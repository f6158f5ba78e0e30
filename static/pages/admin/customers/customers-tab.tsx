import { useDeferredValue, useState } from 'react';
import { LookUp } from '../../../parts/states';
import styles from '../admin-page.module.css';
import table from '../setup/plan-table.module.css';
import { CustomerForm, segmentWords } from './customer-form';
import own from './customers-tab.module.css';
import { useCustomerList } from './queries';

/** What a customer's voice weighs: a typical one counts as one, a large one as more, never in proportion. */
export function CustomersTab() {
  const [text, setText] = useState('');
  const list = useCustomerList(useDeferredValue(text));
  return (
    <>
      <p className={styles.lead}>
        One customer of typical value counts as one voice, however often it writes; one worth four times as much, or more, counts as two. A customer whose value
        nobody knows counts as typical. Nobody but Jira admins sees the value.
      </p>
      <label className={own.search}>
        Find a customer
        <input
          type="search"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      <LookUp query={list} what="the customers">
        {({ customers, isMore, segments }) => (
          <>
            <datalist id={segmentWords}>
              {segments.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
            <table className={table.plan}>
              <caption className="visually-hidden">Customers</caption>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">Customer</th>
                  <th scope="col">Value a year and segment</th>
                </tr>
              </thead>
              <tbody>
                {customers.map((customer) => (
                  <tr key={customer.id}>
                    <th scope="row">{customer.name}</th>
                    <td>
                      <CustomerForm customer={customer} others={customers} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {customers.length === 0 && (
              <p role="status">
                {text === '' ? 'Nobody has spoken yet. Customers appear here as soon as evidence names them.' : 'No customer’s name starts like this.'}
              </p>
            )}
            {isMore && <p className={styles.note}>There are more. Type how the name starts.</p>}
          </>
        )}
      </LookUp>
      <h2>Add a customer</h2>
      <CustomerForm customer={undefined} others={list.data?.customers ?? []} />
    </>
  );
}
