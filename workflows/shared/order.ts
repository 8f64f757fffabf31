/**
 * What the law puts first, and what only usually comes first. Only the former keeps another licence waiting.
 * - `company`: a company comes into being with its registration and holds nothing before (Civil and Commercial Code s.1015).
 * - `trader`: due within 30 days after business starts (Commercial Registration Act B.E. 2499), so that nothing waits for it.
 * - `buildingPermit`: a building may not be put up or altered without it (Building Control Act B.E. 2522 s.21).
 * - `buildingUse`: a building of controlled use may not be used before its certificate (the same Act, s.32).
 * - `estateLand`: in an estate, land is used with the estate authority's permission first (IEAT Act B.E. 2522).
 */
export const first = {
  company: 'juristic-registration',
  trader: 'commercial-registration',
  buildingPermit: 'building-permit',
  buildingUse: 'building-use-certificate',
  estateLand: 'estate-land-use',
} as const;
