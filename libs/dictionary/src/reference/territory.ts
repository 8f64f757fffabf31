import type { Text } from '@anuyat/licence-kit';

/** An industrial estate or a promoted zone: what monitors look after and authority depends on. */
export interface Territory {
  code: string;
  kind: 'estate' | 'zone';
  title: Text;
  /** Code of the province that it lies in, or mostly lies in. */
  province: string;
  /** Absent where it is not known or crosses districts. */
  district?: string;
  /** Null where only the name is known. */
  position: { lat: number; lon: number } | null;
  /** An estate that is a promoted zone as well. */
  zone?: string;
}
