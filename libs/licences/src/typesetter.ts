import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

/** Compilations that are kept for the next one; each holds a document in memory. */
const KEPT = 10;

/** Typst with the portal's fonts. It shapes and breaks Thai as it should, and the same text gives the same bytes. */
export class Typesetter {
  private compiler: NodeCompiler | undefined;

  /**
   * Sets a text as PDF/A-3a (tagged, so that it can be read aloud): with the first of the inputs that gives one page, else with the last.
   * @param inputs what the text reads as `sys.inputs`: always data, never more text to set.
   * @throws with what Typst says is wrong.
   */
  set(text: string, inputs: readonly Record<string, string>[], createdAt: Date): Buffer {
    this.compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
    let document = this.compile(this.compiler, text, inputs[0] ?? {});
    for (const next of inputs.slice(1)) {
      if (document.numOfPages === 1) break;
      document = this.compile(this.compiler, text, next);
    }
    const pdf = this.compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp: createdAt.getTime() / 1_000 });
    this.compiler.evictCache(KEPT);
    return pdf;
  }

  private compile(compiler: NodeCompiler, text: string, inputs: Record<string, string>): NodeTypstDocument {
    const compiled = compiler.compile({ mainFileContent: text, inputs });
    if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
    return compiled.result;
  }
}

/** Sarabun's regular and bold TrueType files, from its npm package. */
function fontFolders(): string[] {
  const root = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
  return ['400Regular', '700Bold'].map((weight) => join(root, weight));
}
