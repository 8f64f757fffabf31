import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Specs that take far longer than their size tells, the slowest first, so that none of them is begun when one core has nothing else left to do. */
export const slowest = [
  'libs/promises/src/foreteller.spec.ts', 'workflows/why.spec.ts', 'libs/licence-kit/src/prover/lane-by-lane.spec.ts', 'libs/licence-kit/src/prover/prover.spec.ts',
  'apps/sandbox/src/authority/papers-sealed.spec.ts', 'libs/forecasts/src/panel.spec.ts', 'libs/workspace/src/generators/licence/generator.spec.mjs', 'libs/licence-kit/src/engine/engine.spec.ts',
  'apps/worker/src/clock-ledger.spec.ts', 'libs/licence-kit/src/prover/directory.spec.ts', 'tools/prove/bpmn.spec.ts', 'libs/workspace/src/boundaries.spec.ts',
  'apps/e2e/src/every-page-applicant.e2e.spec.ts', 'apps/e2e/src/every-page-staff.e2e.spec.ts',
  'apps/api/src/history-of-everything.db.spec.ts', 'apps/api/src/access.db.spec.ts', 'apps/api/src/fuzz.db.spec.ts', 'libs/database/src/embedded/embedded-postgres.db.spec.ts',
  'apps/api/src/every-route.db.spec.ts', 'libs/registrar/src/registrar.db.spec.ts', 'apps/api/src/licences/renewal.db.spec.ts', 'apps/api/src/retention.db.spec.ts',
  'libs/clocks/src/timekeeper.db.spec.ts', 'tools/chaos/invariants/planted-breaches.db.spec.ts', 'apps/api/src/start-refusals.db.spec.ts', 'apps/api/src/database-away.db.spec.ts',
];

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
