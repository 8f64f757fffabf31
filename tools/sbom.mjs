// Writes dist/sbom.cdx.json: every package that runs, with its version, licence and checksum (CycloneDX, as npm writes it from the lock file).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './lib/npm.mjs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const file = inRoot('dist', 'sbom.cdx.json');
const { status, said } = npm(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--omit=dev']);
if (status !== 0) {
  console.error('npm could not write the bill of materials; it needs npm 10 or newer and the lock file.');
  process.exit(1);
}
const bill = JSON.parse(said);
const { name } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
bill.metadata.component.name = name;
mkdirSync(inRoot('dist'), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
const licences = new Map();
for (const { licenses = [] } of bill.components) {
  const licence = licenses.map(({ license, expression }) => expression ?? license.id ?? license.name).join(', ') || 'none named';
  licences.set(licence, (licences.get(licence) ?? 0) + 1);
}
say(`${bill.components.length} packages run; the bill of materials is dist/sbom.cdx.json.`);
for (const [licence, count] of [...licences].toSorted((a, b) => b[1] - a[1])) say(`  ${String(count).padStart(4)}  ${licence}`);
