import { Controller, Get, Header, Query } from '@nestjs/common';
import type { AreaMatch, AreaOption, TerritoryOption, TsicOption } from '@anuyat/contract';
import {
  activities, districtsOf, estates, provincesInThaiOrder, searchActivities, searchPlaces, subdistrictsOf, zones, type Subdistrict, type Territory,
} from '@anuyat/dictionary/reference';
import { Public } from '@anuyat/http';
import { DistrictQueryDto, ProvinceQueryDto, SearchQueryDto } from './reference-queries.dto';

const HOUR = 'public, max-age=3600';

/** What forms choose from: places, estates and zones, activities. The same for everybody. */
@Controller('api/reference')
export class PlacesController {
  @Get('provinces')
  @Public()
  @Header('cache-control', HOUR)
  provinces(): AreaOption[] {
    return provincesInThaiOrder().map(optionOf);
  }

  @Get('districts')
  @Public()
  @Header('cache-control', HOUR)
  districts(@Query() { province }: ProvinceQueryDto): AreaOption[] {
    return districtsOf(province).map(optionOf);
  }

  @Get('subdistricts')
  @Public()
  @Header('cache-control', HOUR)
  subdistricts(@Query() { district }: DistrictQueryDto): AreaOption[] {
    return subdistrictsOf(district).map(withPostcode);
  }

  @Get('subdistricts/search')
  @Public()
  @Header('cache-control', HOUR)
  search(@Query() { q }: SearchQueryDto): AreaMatch[] {
    return searchPlaces(q).map(({ subdistrict, district, province }) => ({
      subdistrict: withPostcode(subdistrict),
      district: optionOf(district),
      province: optionOf(province),
      postcode: subdistrict.postcodes[0],
    }));
  }

  @Get('estates')
  @Public()
  @Header('cache-control', HOUR)
  estates(): TerritoryOption[] {
    return estates.map(territoryOf);
  }

  @Get('zones')
  @Public()
  @Header('cache-control', HOUR)
  zones(): TerritoryOption[] {
    return zones.map(territoryOf);
  }

  /** Without a word to search for: all of them. */
  @Get('tsic')
  @Public()
  @Header('cache-control', HOUR)
  tsic(@Query() { q }: SearchQueryDto): TsicOption[] {
    return (q === '' ? activities : searchActivities(q)).map(optionOf);
  }
}

function optionOf({ code, title }: AreaOption): AreaOption {
  return { code, title };
}

function withPostcode(subdistrict: Subdistrict): AreaOption {
  return { ...optionOf(subdistrict), postcode: subdistrict.postcodes[0] };
}

function territoryOf({ code, kind, title, province, position }: Territory): TerritoryOption {
  return { code, kind, title, province, position };
}
