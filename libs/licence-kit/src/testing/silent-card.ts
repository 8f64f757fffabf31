import { agencyReview } from '../blocks/agency-review';
import type { LicenceOptions } from '../blocks/define-licence';
import type { LicenceDefinition } from '../definition/licence-definition';
import { libraryCard } from './library-card';

/** The toy licence under a law by which the silence of its desk for three working days counts as approval. */
export function silentCard(more: Partial<LicenceOptions> = {}): LicenceDefinition {
  const { clock: { source }, citations: [citation] } = libraryCard();
  if (!citation) throw new Error('The toy licence cites its law.');
  const days = { unit: 'working' as const, citation, source };
  return libraryCard({
    lanes: [
      agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock: { ...days, days: 3 }, reads: ['reader', 'wish.purpose'], silenceApproves: true }),
      agencyReview('vault', {
        law: 'building-control', duty: 'building', clock: { ...days, days: 5 }, when: 'wish.rareBooks > 0', hasInspection: true, reads: ['reader.name', 'wish'], readsDocuments: ['letter'],
      }),
    ],
    deemedApproval: { days: 3, unit: 'working', citation },
    ...more,
  });
}
