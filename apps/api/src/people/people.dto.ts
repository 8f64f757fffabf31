import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import type { ChangeTerm, InviteOfficer, NameCover } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';
import { IsDay } from '../documents/is-day';

const permissions = ['review', 'inspect', 'approve', 'supervise'];

/** `POST /api/people/agencies/:agency/invitations` */
export class InviteOfficerDto implements InviteOfficer {
  @IsOptional()
  @Matches(/^[a-z0-9-]{3,60}$/)
  office?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(permissions, { each: true })
  permissions?: OfficePermission[];

  /** As it stands on the identity card. */
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  @Matches(/^[^\p{Cc}]+$/u)
  name!: string;

  @IsOptional()
  @Matches(/^\d{13}$/)
  personalId?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string;

  @IsDay()
  from!: string;

  @IsOptional()
  @IsDay()
  until?: string | null;
}

/** `PUT /api/people/terms/:id` */
export class ChangeTermDto implements ChangeTerm {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(permissions, { each: true })
  permissions!: OfficePermission[];

  @IsDay()
  from!: string;

  @IsOptional()
  @IsDay()
  until?: string | null;

  /** Although nobody else would be left. */
  @IsOptional()
  @IsBoolean()
  isSure?: boolean;
}

/** `POST /api/people/terms/:id/end` */
export class EndTermDto {
  @IsOptional()
  @IsBoolean()
  isSure?: boolean;
}

/** `POST /api/people/covers` and `POST /api/people/agencies/:agency/covers` */
export class NameCoverDto implements NameCover {
  @IsOptional()
  @IsUUID()
  absent?: string;

  @IsUUID()
  standIn!: string;

  @IsDay()
  from!: string;

  @IsDay()
  until!: string;
}

/** `GET /api/people/offices`: offices of an agency, by a part of their names. */
export class OfficesQuery {
  @Matches(/^[a-z]{2,10}$/)
  agency!: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** A link's token, or an invitation by number. */
export class AcceptInvitationDto {
  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  token?: string;

  @IsOptional()
  @IsUUID()
  id?: string;
}

/** `GET /api/people/invitations` */
export class InvitationQuery {
  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  token?: string;
}
