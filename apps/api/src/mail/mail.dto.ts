import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { AskAddress, MailLanguage } from '@anuyat/contract';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** `POST /api/mail/address` */
export class AskAddressDto implements AskAddress {
  /** Letters of the Latin alphabet only: few mail servers take others yet. */
  @trimmed
  @IsString()
  @MaxLength(254)
  @IsEmail({ allow_utf8_local_part: false })
  @Matches(/^[\x21-\x7e]+$/)
  address!: string;

  @IsIn(['th', 'en'])
  language!: MailLanguage;
}

/** `PUT /api/mail/address/language` */
export class MailLanguageDto {
  @IsIn(['th', 'en'])
  language!: MailLanguage;
}

/** `POST /api/mail/address/confirmation`, and of the link's page `POST /api/mail/confirmations/:id`. */
export class MailCodeDto {
  /** Spaces between the digits do not matter. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/[\s-]/g, '') : value))
  @Matches(/^[0-9]{8}$/)
  code!: string;
}
