import { VitrinaPlayer } from './element.ts';

export type { CaptionTrack, PlayerSource, Poster, ProductTag } from './source.ts';
export { VitrinaPlayer };

declare global {
  interface HTMLElementTagNameMap {
    'vitrina-player': VitrinaPlayer;
  }
}

// Two bundles on one page (a release during a visit) must not break it: the first one serves.
if (!customElements.get('vitrina-player')) customElements.define('vitrina-player', VitrinaPlayer);
