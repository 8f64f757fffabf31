import { Pipe, inject } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import { bahtInWords, bahtRange, bytesInWords, dayInWords, daysInWords, momentInWords } from './formats';
import { Language } from './language';

/** An ISO date as a day in words. */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(iso: string | null | undefined, style: 'long' | 'short' = 'long'): string {
    return iso ? dayInWords(iso, this.language.current(), style) : '';
  }
}

/** An ISO time as a moment in words, Thai time. */
@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(iso: string | null | undefined): string {
    return iso ? momentInWords(iso, this.language.current()) : '';
  }
}

/** Satang as baht with the unit. */
@Pipe({ name: 'baht', pure: false })
export class BahtPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(satang: number | { min: number; max: number } | null | undefined): string {
    if (satang === null || satang === undefined) return '';
    if (typeof satang === 'number') return bahtInWords(satang, this.language.current());
    return bahtRange(satang, this.language.current());
  }
}

/** A number of days with its unit. */
@Pipe({ name: 'days', pure: false })
export class DaysPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(days: number, unit: string): string {
    return daysInWords(days, unit, this.language.current());
  }
}

/** Bytes as people say them. */
@Pipe({ name: 'bytes' })
export class BytesPipe implements PipeTransform {
  transform(bytes: number): string {
    return bytesInWords(bytes);
  }
}
