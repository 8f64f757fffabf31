import { randomUUID } from 'node:crypto';
import { must, open, pdf, upload } from '../cases/testing/walk';
import { people, type World } from './access-world';
import { rayongFactory } from './estate-case';
import { untilDone } from './fingerprint';
import { tellNotices } from './tell-notices';

/** Who acts for a company throughout. */
export const AGENT = 'wichai';
const COMPANY = '0205568000016';

/**
 * Cases in which people read what is bound up with others': an office asks while another still looks, an answer to one office changes what another has read, something is demanded
 * a second time, and somebody acts for a company.
 * @returns the ids of all, with those of the world, and the one whose reasons are asked, which takes long.
 */
export async function casesOfRows(world: World): Promise<{ all: string[]; explained: string }> {
  const { portal } = world;
  const { source } = portal.running;
  const tell = async (who: 'owner' | 'officer', applicationId: string, type: string, data: object): Promise<void> =>
    void must(await portal.call(people[who], 'POST', `/api/applications/${applicationId}/events`, { type, data }, { 'idempotency-key': randomUUID() }), 200);
  const asks = (applicationId: string) => tell('officer', applicationId, 'estate.asked', { note: 'โปรดแก้ไข', items: [{ kind: 'fact', target: 'business.nameTh', message: 'ชื่อใด' }] });

  const [waiting, corrected] = [await world.newFile(), await world.newFile()];
  await untilDone(source);
  await asks(world.applicationId('estate-land-use', waiting));
  const estate = world.applicationId('estate-land-use', corrected);
  await tell('officer', world.applicationId('factory-type-3', corrected), 'factory.accepted', {});
  await asks(estate);
  await tellNotices(portal.running, corrected.id);
  await untilDone(source);
  await tell('owner', estate, 'estate.answered', { changes: { 'business.nameTh': 'ตัวอย่างระยอง' }, note: 'แก้ไขแล้ว' });
  await source.query(
    `INSERT INTO defect_notice (id, case_id, number, position, is_second, parts, sent_at, answer_by) VALUES ($1, $2, 'SPEC-2', 99, true, $3, now(), now())`,
    [randomUUID(), corrected.id, JSON.stringify([{ applicationId: estate, lane: 'estate' }])],
  );

  must(await portal.call(AGENT, 'POST', '/api/mandates/acting', { juristicId: COMPANY }), 204);
  const { id: companys } = await open(portal, AGENT, rayongFactory);
  const { payload, headers } = upload('factory-layout', 'layout.pdf', pdf(7));
  must(await portal.call(AGENT, 'POST', `/api/cases/${companys}/documents`, payload, headers), 201);
  await untilDone(source);
  return { all: [world.draftId, world.file.id, world.done.id, world.refused.id, waiting.id, corrected.id, companys], explained: corrected.id };
}
