import type { RefusedFile } from './file-drop';
import { FileDrop, findKind } from './file-drop';
import { render } from './testing/render';

const bytes = (...values: number[]) => new Uint8Array(values);
const png = bytes(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);

/** jsdom's files cannot be read as buffers. */
function file(name: string, content: Uint8Array<ArrayBuffer>): File {
  const made = new File([content], name);
  const part = { arrayBuffer: () => Promise.resolve(content.buffer) };
  return Object.assign(made, { slice: () => part });
}

async function drop(files: File[], inputs: Record<string, unknown> = {}): Promise<{ chosen: string[]; refused: RefusedFile[] }> {
  const { fixture, element } = await render(FileDrop, { id: 'plan', label: 'แผนผัง', accepts: ['image/png'], maxBytes: 1000, ...inputs });
  const result: { chosen: string[]; refused: RefusedFile[] } = { chosen: [], refused: [] };
  fixture.componentInstance.chosen.subscribe((taken) => result.chosen.push(...taken.map(({ name }) => name)));
  const done = new Promise<void>((resolve) => {
    fixture.componentInstance.refused.subscribe((refused) => {
      result.refused = refused;
      setTimeout(resolve);
    });
  });
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files } });
  element.querySelector('.file-drop')?.dispatchEvent(event);
  await done;
  return result;
}

describe('the kind of a file', () => {
  it('is read from its bytes, not from its name', async () => {
    expect(await findKind(file('fake.pdf', png))).toBe('image/png');
    expect(await findKind(file('a.bin', bytes(0xff, 0xd8, 0xff, 0xe0)))).toBe('image/jpeg');
    expect(await findKind(file('a.bin', new TextEncoder().encode('%PDF-1.7')))).toBe('application/pdf');
    expect(await findKind(file('a.png', new TextEncoder().encode('hello')))).toBeUndefined();
  });
});

describe('a file drop', () => {
  it('takes a file of the right kind', async () => {
    expect(await drop([file('plan.png', png)])).toEqual({ chosen: ['plan.png'], refused: [] });
  });

  it.each([
    ['is empty', file('a.png', bytes()), 'The file is empty. Choose another one.'],
    ['is of another kind', file('a.png', new TextEncoder().encode('text')), 'Choose a PNG file'],
    ['is too large', file('a.png', new Uint8Array(1001)), 'The file has 1 kB and may have 1 kB at most. Make it smaller or take the photo again.'],
  ])('says why when a file %s', async (_, given, words) => {
    const { chosen, refused } = await drop([given]);
    expect(chosen).toEqual([]);
    expect(refused[0]?.why.en).toBe(words);
  });

  it('takes no more files than there is room for', async () => {
    const { chosen, refused } = await drop([file('1.png', png), file('2.png', png)], { maxFiles: 1 });
    expect(chosen).toEqual(['1.png']);
    expect(refused.map(({ name }) => name)).toEqual(['2.png']);
  });
});
