import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './manifest';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> };
const names = Object.keys(lock.packages);

test('the lockfile names no download address: it works behind any registry', () => {
  expect(
    Object.entries(lock.packages)
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([name]) => name),
  ).toEqual([]);
});

test('every locked package is known by its hash', () => {
  expect(
    Object.entries(lock.packages)
      .filter(([name, { integrity }]) => name !== '' && integrity === undefined)
      .map(([name]) => name),
  ).toEqual([]);
});

// A lock written on one kind of machine may leave out the binaries of the others: then `npm ci` refuses it there.
test.each([
  ['@swc/core', ['darwin-arm64', 'darwin-x64', 'win32-x64-msvc', 'linux-x64-gnu', 'linux-arm64-gnu']],
  ['@rolldown/binding', ['darwin-arm64', 'darwin-x64', 'win32-x64-msvc', 'linux-x64-gnu', 'linux-arm64-gnu']],
  ['@unrs/resolver-binding', ['darwin-arm64', 'darwin-x64', 'win32-x64-msvc', 'linux-x64-gnu', 'linux-arm64-gnu']],
])('%s is locked for laptops of every kind', (name, platforms) => {
  for (const platform of platforms) expect(names.some((locked) => locked.endsWith(`${name}-${platform}`))).toBe(true);
});
