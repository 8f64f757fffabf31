import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LineMapView } from '@anuyat/ui';
import { exampleMap } from './example-map';

/** The first page's picture; loaded after the words, for it is drawn with a good part of the design system. */
@Component({
  selector: 'anuyat-example-picture',
  imports: [LineMapView, TranslocoPipe],
  template: `<ui-line-map [map]="map" [label]="'home.mapTitle' | transloco" />`,
})
export class ExamplePicture {
  protected readonly map = exampleMap;
}
