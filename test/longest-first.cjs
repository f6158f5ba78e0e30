// What takes the longest stands in the shortest files, by which the runner would put it last: one core would wait for the other.
'use strict';
const { default: Sequencer } = require('@jest/test-sequencer');

const order = ['e2e/project-page', 'e2e/panel', 'e2e/', 'tools/manifest'];
const rankOf = ({ path }) => {
  const at = order.findIndex((part) => path.includes(part));
  return at < 0 ? order.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
};
