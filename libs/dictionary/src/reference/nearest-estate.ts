import { estates } from './estates';
import type { Territory } from './territory';

const EARTH_RADIUS_KM = 6371;

/** The estate whose known position is nearest, within a radius; a guess to offer, never a finding of law. */
export function findEstateAt(lat: number, lon: number, radiusKm = 3): { estate: Territory; distanceKm: number } | undefined {
  return estates
    .flatMap((estate) => (estate.position ? [{ estate, distanceKm: distanceKm({ lat, lon }, estate.position) }] : []))
    .filter((found) => found.distanceKm <= radiusKm)
    .sort((a, b) => a.distanceKm - b.distanceKm)[0];
}

/** Great-circle distance between two positions in degrees. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
