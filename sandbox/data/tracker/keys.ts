/** ABC-12 is in ABC. */
export const projectKeyOf = (issueKey: string): string => issueKey.replace(/-\d+$/, '');
