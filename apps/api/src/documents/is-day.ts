import { isIsoDate } from '@anuyat/dictionary';
import { registerDecorator } from 'class-validator';

/** A day of the calendar as `2026-11-22`, of years that a paper can have. */
export function IsDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({ name: 'isDay', target: target.constructor, propertyName: String(property), validator: { validate: isDay, defaultMessage: () => `${String(property)}: 2026-11-22` } });
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && isIsoDate(value) && value >= '1900-01-01' && value <= '2200-12-31';
}
