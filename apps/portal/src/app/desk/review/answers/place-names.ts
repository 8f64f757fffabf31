import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { AreaOption, TerritoryOption } from '@anuyat/contract';
import { findProvince } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';

/** Names of the places that an address or an answer names by code; until a register answered, the code itself. */
@Injectable()
export class PlaceNames {
  private readonly district = signal('');
  private readonly wantsTerritories = signal(false);
  private readonly districts = httpResource<AreaOption[]>(() => (this.district() ? `/api/reference/districts?province=${this.district().slice(0, 2)}` : undefined));
  private readonly subdistricts = httpResource<AreaOption[]>(() => (this.district() ? `/api/reference/subdistricts?district=${this.district()}` : undefined));
  private readonly estates = httpResource<TerritoryOption[]>(() => (this.wantsTerritories() ? '/api/reference/estates' : undefined));
  private readonly zones = httpResource<TerritoryOption[]>(() => (this.wantsTerritories() ? '/api/reference/zones' : undefined));

  private readonly areas = computed(() => new Map([...list(this.districts), ...list(this.subdistricts)].map(({ code, title }) => [code, title])));
  private readonly territories = computed(() => new Map([...list(this.estates), ...list(this.zones)].map(({ code, title }) => [code, title])));

  /** Asks for the names around one district; a file has one place of business. */
  lookUp(districtCode: string): void {
    if (/^\d{4}$/.test(districtCode)) this.district.set(districtCode);
  }

  lookUpTerritories(): void {
    this.wantsTerritories.set(true);
  }

  area(code: string): Text {
    return findProvince(code)?.title ?? this.areas().get(code) ?? { th: code, en: code };
  }

  territory(code: string): Text {
    return this.territories().get(code) ?? { th: code, en: code };
  }
}

function list<T>(resource: { hasValue(): boolean; value(): T[] | undefined }): T[] {
  return resource.hasValue() ? (resource.value() ?? []) : [];
}
