/** By type; a renewal costs half of a new licence. */
export const hotelFee = [
  'if filing.kind = "renewal" and hotel.type = "1" then 5000',
  'else if filing.kind = "renewal" and hotel.type = "2" then 10000',
  'else if filing.kind = "renewal" and hotel.type = "3" then 15000',
  'else if filing.kind = "renewal" then 20000',
  'else if hotel.type = "1" then 10000 else if hotel.type = "2" then 20000 else if hotel.type = "3" then 30000 else 40000',
].join(' ');
