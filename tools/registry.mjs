// Writes workflows/registry.ts from the folders that are there: `npm run registry`. A test fails while it is stale.
import { writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { findWorkflows, registryText } from './lib/registry.mjs';

const found = findWorkflows(inRoot('workflows'));
writeFileSync(inRoot('workflows', 'registry.ts'), registryText(found));
console.log(`workflows/registry.ts: ${found.licences.length} licences, ${found.journeys.length} journeys.`);
