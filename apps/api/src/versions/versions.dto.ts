import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { MoveApplications } from '@anuyat/contract';

/** `POST /api/admin/versions`: a definition as plain JSON; the schema of definitions and the prover check it. */
export class BringDefinitionDto {
  @IsObject()
  definition!: Record<string, unknown>;
}

/** `POST …/proposals/publication` */
export class ProposePublicationDto {
  /** ISO moment from which new cases are filed under it; absent: as soon as it is confirmed. */
  @IsOptional()
  @IsDateString()
  @MaxLength(40)
  effectiveFrom?: string;
}

/** `GET …/diff` */
export class DiffQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  from?: number;
}

/** `GET …/shadow` */
export class ShadowQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;
}

class MovingApplicationDto {
  @IsUUID()
  id!: string;

  /** The revision that the dry run saw. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  revision!: number;
}

/** `POST …/proposals/move` */
export class MoveApplicationsDto implements MoveApplications {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MovingApplicationDto)
  applications!: MovingApplicationDto[];

  /** Why those that need a decision are moved. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @Matches(/\S/)
  note?: string;
}

/** `POST …/proposals/:id/confirm` */
export class ConfirmDto {
  /** Of what was looked at, as `GET …/proposals` told it. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  digest!: string;
}

/** `POST …/proposals/:id/decline` */
export class DeclineDto extends ConfirmDto {
  @IsString()
  @MaxLength(2000)
  @Matches(/\S/)
  reason!: string;
}
