import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './manifest';

const dist = join(root, 'static/dist');
const pages = readdirSync(dist).filter((name) => name.endsWith('.html'));
const files = readdirSync(join(dist, 'assets')).map((name) => ({ name, text: readFileSync(join(dist, 'assets', name), 'utf8') }));

const weights = new Map(files.map(({ name }) => [name, gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length / 1024]));
const weightOf = (names: Iterable<string>): number => [...new Set(names)].reduce((sum, name) => sum + (weights.get(name) ?? Number.NaN), 0);

/** What a browser loads before anybody does anything: all that the page names. */
function named(page: string): readonly string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map(([, file]) => file ?? '');
}

/** What the page loads on top for each of its lazy parts, as the build itself lists it: the part, what that imports, and the styles of both. */
function lazyParts(page: string): ReadonlyMap<string, readonly string[]> {
  const [, entry = ''] = /<script[^>]*src="\.\/assets\/([^"]+)"/.exec(readFileSync(join(dist, page), 'utf8')) ?? [];
  const text = files.find(({ name }) => name === entry)?.text ?? '';
  const listed = [...(/m\.f=\[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/"\.\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const parts = [...text.matchAll(/import\(`\.\/([a-z-]+)-[^`]+`\)[^[]*__vite__mapDeps\(\[([\d,]+)\]\)/g)];
  return new Map(parts.map(([, part = '', numbers = '']) => [part, numbers.split(',').map((at) => listed[Number(at)] ?? 'not listed')]));
}

/** Addresses that libraries carry in comments, messages and namespaces; nothing is ever fetched from them. */
const hostsInComments = [
  /^www\.w3\.org$/,
  /^react\.dev$/,
  /^reactjs\.org$/,
  /^fb\.me$/,
  /^tanstack\.com$/,
  /^iframe-resizer\.com$/,
  /^developer\.atlassian\.com$/,
  /^go\.atlassian\.com$/,
  /^atlassian\.design$/,
  /^hello\.atlassian\.net$/,
  /^compiledcssinjs\.com$/,
];

describe('the pages', () => {
  test.each(['item-view', 'ticket-view', 'statement-view'])('the panel fits 135 KB as %s, with what it says of faults', (part) => {
    const parts = lazyParts('panel.html');
    expect(weightOf([...named('panel.html'), ...(parts.get(part) ?? ['missing']), ...(parts.get('fault-notes') ?? ['missing'])])).toBeLessThanOrEqual(135);
  });
  test('the project page fits 150 KB before the first interaction', () => expect(weightOf(named('project.html'))).toBeLessThanOrEqual(150));

  test.each(pages)('%s has no inline script or style, which Forge’s policy would block', (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)/);
  });

  test('no bundle names a third party’s host', () => {
    const hosts = files.flatMap(({ text }) => [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host]) => (host ?? '').toLowerCase()));
    expect([...new Set(hosts)].filter((host) => !hostsInComments.some((known) => known.test(host)))).toEqual([]);
  });

  test('no bundle builds code from text', () => expect(files.filter(({ text }) => /\bnew Function\(|\beval\(/.test(text)).map(({ name }) => name)).toEqual([]));
});

describe('the functions', () => {
  const names = readdirSync(join(root, 'build/forge'), { recursive: true, encoding: 'utf8' });
  test('are bundled by Forge’s own bundler, one file per handler', () =>
    expect(names.map((name) => name.replaceAll('\\', '/'))).toEqual(
      expect.arrayContaining(['entry/rpc.cjs', 'entry/gate.cjs', 'entry/issue-changed.cjs', 'entry/run-queue.cjs', 'entry/sweep.cjs', 'entry/installed.cjs']),
    ));
});
