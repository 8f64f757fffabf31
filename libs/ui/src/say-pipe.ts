import { Pipe, inject } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { Language } from './language';

/** Words of the chosen language. */
@Pipe({ name: 'say', pure: false })
export class SayPipe implements PipeTransform {
  private readonly language = inject(Language);
  transform(text: Text | null | undefined): string {
    return this.language.say(text);
  }
}
