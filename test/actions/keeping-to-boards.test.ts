import { expect, test } from '@jest/globals';
import { foundOn } from '../../src/actions/keeping-to-boards';
import type { IssueFacts, Ports } from '../../src/actions/ports';
import { issueId, type IssueId } from '../../src/domain/ids';

const idOf = (text: string): IssueId => {
  const id = issueId(text);
  if (!id) throw new Error('no id');
  return id;
};
const [onBoard, offBoard, gone] = [idOf('20001'), idOf('20002'), idOf('99999')];

/** Jira refuses a query that names an issue which is gone, or a filter that is not shared. */
const issuesWith = (isShared: boolean) =>
  ({
    read: (_: unknown, ids: readonly IssueId[]) => Promise.resolve(ids.filter((id) => id !== gone).map((id) => ({ id }) as IssueFacts)),
    foundBy: (_: unknown, __: unknown, ids: readonly IssueId[]) =>
      Promise.resolve(isShared && !ids.includes(gone) ? new Set(ids.filter((id) => id === onBoard)) : undefined),
  }) as unknown as Ports['issues'];

test('an issue that was deleted meanwhile does not keep the others from being looked up on the board', async () => {
  expect(await foundOn({ issues: issuesWith(true) }, '10007', [onBoard, offBoard, gone])).toEqual(new Set([onBoard]));
});

test.each([{ ids: [onBoard, offBoard] }, { ids: [onBoard, gone] }])('a filter that is not shared is told from that', async ({ ids }) => {
  expect(await foundOn({ issues: issuesWith(false) }, '10007', ids)).toBeUndefined();
});
