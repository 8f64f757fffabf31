import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@anuyat/contract';

/** The number of a version in an address. What is no such number is not there. */
@Injectable()
export class VersionNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,6}$/.test(value)) throw new Refusal('not-found');
    return Number(value);
  }
}
