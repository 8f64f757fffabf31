import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessRuleOf } from '@anuyat/http';
import { isGuarded } from '../platform/guarded-reads';

/** What reads for somebody signed in and is not held by the database to the rows of that person, as `Controller.handler`. */
export function readsBeyond(app: NestFastifyApplication): string[] {
  const found: string[] = [];
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler) || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) continue;
        if (accessRuleOf(metatype, handler)?.kind === 'allow' && !isGuarded(metatype, handler)) found.push(`${metatype.name}.${name}`);
      }
    }
  }
  return found.sort();
}
