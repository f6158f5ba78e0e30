import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './manifest';

const dist = join(root, 'static/dist');
const pages = readdirSync(dist).filter((name) => name.endsWith('.html'));
const files = readdirSync(join(dist, 'assets')).map((name) => ({ name, text: readFileSync(join(dist, 'assets', name), 'utf8') }));

/** What a browser loads before anybody does anything: all that the page names, in KB of gzip -9. */
function firstLoad(page: string): number {
  const html = readFileSync(join(dist, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  return named.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1024;
}

/** The largest of the lazy parts that a page shows at once: the panel loads the part for what the issue is. */
const part = (name: string): number =>
  files.filter((file) => file.name.startsWith(`${name}-`)).reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024;

/** Addresses that libraries carry in comments, messages and namespaces; nothing is ever fetched from them. */
const named = [
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
  test('the panel fits 135 KB, with the part of its largest role', () =>
    expect(firstLoad('panel.html') + part('item-view') + part('not-convinced') + part('backed-statement') + part('tags') + part('quote')).toBeLessThanOrEqual(
      135,
    ));
  test('the project page fits 150 KB before the first interaction', () => expect(firstLoad('project.html')).toBeLessThanOrEqual(150));

  test.each(pages)('%s has no inline script or style, which Forge’s policy would block', (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)/);
  });

  test('no bundle names a third party’s host', () => {
    const hosts = files.flatMap(({ text }) => [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host]) => (host ?? '').toLowerCase()));
    expect([...new Set(hosts)].filter((host) => !named.some((known) => known.test(host)))).toEqual([]);
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
