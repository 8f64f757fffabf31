import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Specs that take far longer than their size tells, the slowest first, so that none of them is begun when one core has nothing else left to do. */
const slowest = [];

const place = ({ path }) => {
  const at = slowest.findIndex((name) => path.endsWith(name));
  return at < 0 ? slowest.length : at;
};

/** The same order in every run, whatever took how long in the last one: what passes does so again, and what fails can be seen again. */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    const sized = [...tests].map((test) => ({ test, place: place(test), size: statSync(test.path).size }));
    return sized.sort((a, b) => a.place - b.place || b.size - a.size || (a.test.path < b.test.path ? -1 : 1)).map(({ test }) => test);
  }
}
