// Written in words that every Node since 12 understands, so that an old one gets the sentence and not a syntax error.

/** Ends the process with one sentence when this Node cannot even install the project. */
export function requireUsableNode() {
  var parts = process.versions.node.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  console.error('Anuyat needs Node 20.19 or newer to begin, and this is Node ' + process.versions.node + '. Install a newer one from https://nodejs.org and try again.');
  process.exit(1);
}
