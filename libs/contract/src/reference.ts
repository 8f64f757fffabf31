import type { Text } from '@anuyat/licence-kit';

/** `GET /api/reference/provinces`, `/districts?province=`, `/subdistricts?district=` */
export interface AreaOption {
  code: string;
  title: Text;
  postcode?: string;
}

/** `GET /api/reference/subdistricts/search?q=`: type-ahead that fills the rest. */
export interface AreaMatch {
  subdistrict: AreaOption;
  district: AreaOption;
  province: AreaOption;
  postcode: string;
}

/** `GET /api/reference/estates`, `/zones` */
export interface TerritoryOption {
  code: string;
  kind: 'estate' | 'zone';
  title: Text;
  province: string;
  position: { lat: number; lon: number } | null;
}

/** `GET /api/reference/tsic?q=` */
export interface TsicOption {
  code: string;
  title: Text;
}

/** `GET /api/reference/holidays?year=` (Christian year); an administrator puts the whole year with `PUT`. */
export interface HolidayView {
  date: string;
  title: Text;
  source: string;
}
