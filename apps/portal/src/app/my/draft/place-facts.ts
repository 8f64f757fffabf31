import type { PlaceView } from '@anuyat/contract';
import type { Facts } from '@anuyat/licence-kit';

/** What rules may read of the place, as the portal worked it out. */
export function placeFacts(place: PlaceView | null): Facts {
  const filing = { date: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' }) };
  if (!place) return { filing };
  const { province, district, subdistrict, localAuthority, estate, zone } = place;
  return {
    filing,
    place: {
      province: province.code,
      district: district.code,
      subdistrict: subdistrict.code,
      localAuthority: localAuthority?.code ?? null,
      estate: estate?.code ?? null,
      zone: zone?.code ?? null,
    },
  };
}
