import type { EstateCount } from '@anuyat/contract';
import type * as Leaflet from 'leaflet';
import { EEC_BOUNDS, EEC_OUTLINE, LAND_AROUND } from './eec-outline';
import { gatherMarks, sizeOf } from './gather-marks';
import type { Mark } from './gather-marks';

/** What the drawing needs of the page: words, and where a press goes. */
export interface DrawingWords {
  nameOf(mark: Mark): string;
  provinceOf(code: string): string;
  press(mark: Mark): void;
}

const REACH = 44;
const NEAR = 11;

/** The three provinces with a mark for every estate and zone, drawn with Leaflet from our own sketch: nothing is fetched. */
export class TerritoryDrawing {
  private readonly map: Leaflet.Map;
  private readonly marks: Leaflet.LayerGroup;
  private readonly names: Leaflet.LayerGroup;
  private territories: readonly EstateCount[] = [];
  private chosen = '';
  private drawn: { mark: Mark; element: HTMLElement }[] = [];

  constructor(
    private readonly leaflet: typeof Leaflet,
    host: HTMLElement,
    private readonly words: DrawingWords,
  ) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = leaflet.map(host, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25, minZoom: 7, maxZoom: 13,
      zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill, maxBounds: leaflet.latLngBounds(EEC_BOUNDS).pad(0.4),
    });
    const draw = (ring: [number, number][], className: string) => leaflet.polygon(ring.map(([lon, lat]): [number, number] => [lat, lon]), { className, interactive: false }).addTo(this.map);
    draw(LAND_AROUND, 'map-land');
    for (const { ring } of EEC_OUTLINE) draw(ring, 'map-province');
    this.names = leaflet.layerGroup().addTo(this.map);
    this.marks = leaflet.layerGroup().addTo(this.map);
    this.map.fitBounds(EEC_BOUNDS);
    this.map.on('zoomend', () => this.drawMarks());
  }

  show(territories: readonly EstateCount[], chosen: string): void {
    this.territories = territories;
    this.chosen = chosen;
    this.drawNames();
    this.drawMarks();
  }

  zoom(step: 1 | -1): void {
    this.map.setZoom(this.map.getZoom() + step);
  }

  showAll(): void {
    this.map.fitBounds(EEC_BOUNDS);
  }

  /** Moves to a territory, near enough to stand apart from its neighbours. */
  goTo({ lat, lon }: { lat: number; lon: number }): void {
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), NEAR));
  }

  /** Shows all that one mark stands for. */
  goInto(mark: Mark): void {
    const points = mark.members.flatMap(({ position }): [number, number][] => (position ? [[position.lat, position.lon]] : []));
    this.map.fitBounds(this.leaflet.latLngBounds(points).pad(0.5), { maxZoom: 13 });
  }

  resize(): void {
    this.map.invalidateSize();
  }

  remove(): void {
    this.map.remove();
  }

  private drawNames(): void {
    this.names.clearLayers();
    for (const { code, label } of EEC_OUTLINE) {
      const name = document.createElement('span');
      name.textContent = this.words.provinceOf(code);
      name.ariaHidden = 'true';
      const icon = this.leaflet.divIcon({ className: 'map-province-name', html: name, iconSize: [120, 20] });
      this.leaflet.marker(label, { icon, interactive: false, keyboard: false }).addTo(this.names);
    }
  }

  /** Draws the marks anew; who had the focus on one keeps it on the mark that stands for the same territory now. */
  private drawMarks(): void {
    const focused = this.drawn.find(({ element }) => element === document.activeElement)?.mark;
    this.marks.clearLayers();
    this.drawn = [];
    const marks = gatherMarks(this.territories, ({ lat, lon }) => this.map.project([lat, lon]), REACH);
    for (const mark of marks.sort((a, b) => a.total - b.total)) {
      const position = this.map.unproject([mark.spot.x, mark.spot.y]);
      const marker = this.leaflet.marker(position, { icon: this.iconOf(mark), keyboard: true, riseOnHover: true }).addTo(this.marks);
      marker.on('click', () => this.words.press(mark));
      marker.on('keypress', (event) => event.originalEvent.key === 'Enter' && this.words.press(mark));
      const element = marker.getElement();
      element?.setAttribute('aria-label', this.words.nameOf(mark));
      if (element) this.drawn.push({ mark, element });
    }
    const code = focused?.members[0]?.code;
    if (code) this.drawn.find(({ mark }) => mark.members.some((member) => member.code === code))?.element.focus({ preventScroll: true });
  }

  private iconOf(mark: Mark): Leaflet.DivIcon {
    const count = document.createElement('span');
    count.textContent = String(mark.total);
    const looks = [
      'mark', `mark-${sizeOf(mark.total)}`, mark.overdue > 0 ? 'mark-late' : '', mark.members.length > 1 ? 'mark-many' : '',
      mark.members.some(({ code }) => code === this.chosen) ? 'mark-chosen' : '', mark.members.every(({ kind }) => kind === 'zone') ? 'mark-zone' : '',
    ];
    const size = 22 + 6 * sizeOf(mark.total);
    return this.leaflet.divIcon({ className: looks.filter(Boolean).join(' '), html: count, iconSize: [size, size] });
  }
}
