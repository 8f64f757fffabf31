/** After the last spec: stops what database-up started and removes its files. */
export default async function databaseDown() {
  await globalThis.anuyatTestClusters?.pop()?.stop();
}
