import { expect, test } from '@jest/globals';
import { entities } from '../../src/store/entities';
import { manifest } from './storage';

test('the manifest declares the entities of the table, attribute by attribute and index by index', () => {
  const table = Object.entries(entities).map(([name, { attributes, indexes }]) => ({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([attribute, type]) => [attribute, { type }])),
    indexes: indexes.map(({ name: index, partition, range }) => ({ name: index, partition: [...partition], range })),
  }));
  expect(manifest.entities).toEqual(table);
});
