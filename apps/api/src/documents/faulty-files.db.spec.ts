import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseView } from '@anuyat/contract';
import sharp from 'sharp';
import { laemChabangCafe } from '../cases/testing/answers';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { add, must, open, pdf, refused } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

describe('a file whose kind is right', () => {
  it('is refused with what to do where it acts, hides, locks or floods, and nothing of it stays', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const scripted = Buffer.from(pdf(1).toString('latin1').replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(1)>>'), 'latin1');
    const locked = Buffer.from(pdf(2).toString('latin1').replace('/Size 4', '/Size 4/Encrypt 9 0 R'), 'latin1');
    for (const [file, words] of [[scripted, 'does things by itself'], [locked, 'password'], [pdf(3).subarray(0, -8), 'cannot be read']] as const) {
      const problem = refused(await add(api, 'malee', id, 'floor-plan', 'plan.pdf', file));
      expect(problem).toMatchObject({ status: 422, code: 'file-faulty', detail: { en: expect.stringContaining(words) }, fields: [{ path: 'documents.floor-plan' }] });
    }
    expect(must(await api.call<CaseView>('malee', 'GET', `/api/cases/${id}`), 200).documents).toEqual([]);
    expect(await readdir(join(api.dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  it('is kept as a picture drawn anew where it is one, however often the same is sent', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } }).withExif({ IFD0: { Copyright: 'secret-place' } }).jpeg().toBuffer();
    const sent = Buffer.concat([photo, Buffer.from('<?php 1; ?>')]);
    const kept = must(await add(api, 'malee', id, 'place-photos', 'front.jpg', sent), 201);
    expect(must(await add(api, 'malee', id, 'place-photos', 'front.jpg', sent), 201).id).toBe(kept.id);
    const { body } = await api.call<Buffer>('malee', 'GET', `/api/documents/${kept.id}/content`);
    expect([body.length, body.includes('secret-place'), body.includes('<?php')]).toEqual([kept.bytes, false, false]);
  });
});
