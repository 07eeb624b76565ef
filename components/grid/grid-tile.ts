import type { CSSProperties } from 'react';

/** Where a tile of the grid is, and which one of the list it is. Sizes in CSS pixels. */
export interface TilePlace {
  /** Its number in the list, from 1, and how many there are. */
  readonly position: number;
  readonly size: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Whether Tab comes to this one: of all tiles it comes to one. */
  readonly isActive: boolean;
}

/** The place as a style. */
export function tileStyle({ top, left, width, height }: TilePlace): CSSProperties {
  return { insetBlockStart: top, insetInlineStart: left, width, height };
}
