import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessRuleOf } from '@anuyat/http';
import { isGuarded } from '../platform/guarded-reads';

/** Something that reads for somebody signed in. */
interface ReadingHandler {
  /** `Controller.handler`. */
  name: string;
  /** As the OpenAPI document has it. */
  operation: string;
  isGuarded: boolean;
}

/** What reads for somebody signed in and is not held by the database to the rows of that person, as `Controller.handler`. */
export function readsBeyond(app: NestFastifyApplication): string[] {
  return readingHandlers(app).filter((each) => !each.isGuarded).map(({ name }) => name).sort();
}

/** Operations that the database holds to the rows of whoever asks. */
export function readsWithRowSecurity(app: NestFastifyApplication): string[] {
  return readingHandlers(app).filter((each) => each.isGuarded).map(({ operation }) => operation).sort();
}

function readingHandlers(app: NestFastifyApplication): ReadingHandler[] {
  const found: ReadingHandler[] = [];
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler) || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) continue;
        if (accessRuleOf(metatype, handler)?.kind !== 'allow') continue;
        const path = [metatype, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)).replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
        found.push({ name: `${metatype.name}.${name}`, operation: `GET /${path.replace(/:(\w+)/g, '{$1}')}`, isGuarded: isGuarded(metatype, handler) });
      }
    }
  }
  return found;
}
