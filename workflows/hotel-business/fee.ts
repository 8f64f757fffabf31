import { toSatang } from '../shared/rates';

/** By type; a renewal costs half of a new licence. */
export const hotelFee = [
  'if filing.kind = "renewal" and hotel.type = "1" then rates.type1 / 2',
  'else if filing.kind = "renewal" and hotel.type = "2" then rates.type2 / 2',
  'else if filing.kind = "renewal" and hotel.type = "3" then rates.type3 / 2',
  'else if filing.kind = "renewal" then rates.type4 / 2',
  'else if hotel.type = "1" then rates.type1 else if hotel.type = "2" then rates.type2 else if hotel.type = "3" then rates.type3 else rates.type4',
].join(' ');

/** By room, owed every year. */
export const roomsFee = toSatang('rates.room * hotel.rooms');
