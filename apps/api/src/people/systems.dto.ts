import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import type { RegisterSystem } from '@anuyat/contract';
import { IsDay } from '../documents/is-day';

/** A system's name in both languages. */
export class SystemNameDto {
  @IsString()
  @MinLength(3)
  @MaxLength(80)
  @Matches(/^[^\p{Cc}]+$/u)
  th!: string;

  @IsString()
  @MinLength(3)
  @MaxLength(80)
  @Matches(/^[^\p{Cc}]+$/u)
  en!: string;
}

/** A public key as a JWK; a private part is refused as an unknown field. */
export class SystemKeyDto {
  @IsIn(['OKP', 'EC'])
  kty!: string;

  @IsIn(['Ed25519', 'P-256'])
  crv!: string;

  @Matches(/^[\w-]{43}$/)
  x!: string;

  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  y?: string;
}

/** `POST /api/people/agencies/:agency/systems` */
export class RegisterSystemDto implements RegisterSystem {
  @ValidateNested()
  @Type(() => SystemNameDto)
  name!: SystemNameDto;

  @IsString()
  @MinLength(5)
  @MaxLength(200)
  @Matches(/^[^\p{Cc}]+$/u)
  contact!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^[a-z0-9-]{3,60}$/, { each: true })
  offices!: string[];

  @ValidateNested()
  @Type(() => SystemKeyDto)
  key!: SystemKeyDto;

  @IsDay()
  from!: string;

  @IsDay()
  until!: string;

  /** Where it is told that there is something to do. */
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(500)
  webhookUrl?: string;
}
