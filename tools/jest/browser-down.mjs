import { rmSync } from 'node:fs';

/** After the last browser test: stops the product that browser-up started and removes its data. */
export default async function browserDown() {
  const product = globalThis.anuyatProduct;
  if (!product) return;
  const { child, dataDir } = product;
  if (child.exitCode === null) {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exit;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
