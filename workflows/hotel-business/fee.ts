import type { PublishedRate } from '@anuyat/licence-kit';
import { read } from '../shared/sources';

/** By type; a renewal costs half of a new licence. */
export const hotelFee = [
  'if filing.kind = "renewal" and hotel.type = "1" then rates.type1 / 2',
  'else if filing.kind = "renewal" and hotel.type = "2" then rates.type2 / 2',
  'else if filing.kind = "renewal" and hotel.type = "3" then rates.type3 / 2',
  'else if filing.kind = "renewal" then rates.type4 / 2',
  'else if hotel.type = "1" then rates.type1 else if hotel.type = "2" then rates.type2 else if hotel.type = "3" then rates.type3 else rates.type4',
].join(' ');

const published = (item: string, value: number): PublishedRate => ({ item, value, source: read('Guides to hotel licensing by law firms, 2023 and 2025', '2023-01-01') });

export const hotelRates: PublishedRate[] = [
  published('type1', 10_000), published('type2', 20_000), published('type3', 30_000), published('type4', 40_000), published('room', 80),
];
