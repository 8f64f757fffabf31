import { ArrayMaxSize, IsArray, IsDateString, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FileAppeal, RecordDelivery } from '@anuyat/contract';

/** `POST /api/applications/:id/appeals` */
export class FileAppealDto implements FileAppeal {
  @IsString()
  @MaxLength(8000)
  @Matches(/\S/)
  grounds!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  request?: string;

  /** Why the appeal comes after its time. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  lateBecause?: string;

  /** Ids of papers that were added for it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  documents?: string[];
}

/** `POST /api/orders/:id/deliveries` */
export class RecordDeliveryDto implements RecordDelivery {
  @IsIn(['in-person', 'post', 'post-abroad', 'publication'])
  kind!: 'in-person' | 'post' | 'post-abroad' | 'publication';

  @IsDateString({ strict: true })
  @MaxLength(40)
  sentAt!: string;
}
