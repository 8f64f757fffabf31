import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AreaMatch, AreaOption, TerritoryOption, TsicOption } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { firstValueFrom } from 'rxjs';

/** The portal's reference data as forms ask for it: places, estates, zones, activities. */
@Injectable({ providedIn: 'root' })
export class ReferenceDesk {
  private readonly http = inject(HttpClient);
  private readonly kept = new Map<string, Promise<unknown>>();

  findAreas(typed: string): Promise<AreaMatch[]> {
    return firstValueFrom(this.http.get<AreaMatch[]>('/api/reference/subdistricts/search', { params: { q: typed } }));
  }

  findActivities(typed: string): Promise<TsicOption[]> {
    return firstValueFrom(this.http.get<TsicOption[]>('/api/reference/tsic', { params: { q: typed } }));
  }

  territories(kind: 'estate' | 'zone'): Promise<TerritoryOption[]> {
    return this.keep<TerritoryOption[]>(`/api/reference/${kind}s`);
  }

  /** A subdistrict's name with those above it, from its official code. */
  async nameArea(subdistrict: string): Promise<Text | undefined> {
    const [provinces, districts, subdistricts] = await Promise.all([
      this.keep<AreaOption[]>('/api/reference/provinces'),
      this.keep<AreaOption[]>(`/api/reference/districts?province=${subdistrict.slice(0, 2)}`),
      this.keep<AreaOption[]>(`/api/reference/subdistricts?district=${subdistrict.slice(0, 4)}`),
    ]);
    const areas = [
      subdistricts.find(({ code }) => code === subdistrict),
      districts.find(({ code }) => code === subdistrict.slice(0, 4)),
      provinces.find(({ code }) => code === subdistrict.slice(0, 2)),
    ];
    if (areas.some((area) => !area)) return undefined;
    return { th: areas.map((area) => area?.title.th).join(' '), en: areas.map((area) => area?.title.en).join(', ') };
  }

  private keep<T>(path: string): Promise<T> {
    const known = this.kept.get(path) as Promise<T> | undefined;
    if (known) return known;
    const asked = firstValueFrom(this.http.get<T>(path));
    this.kept.set(path, asked);
    asked.catch(() => this.kept.delete(path));
    return asked;
  }
}
