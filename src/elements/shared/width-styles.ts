/**
 * How wide a widget is: as its parent, wherever that is a block, a flex row, a grid, a table cell, a dialog or an inline block.
 *
 * Container queries need a box whose width does not come from its content. That box lies inside the host, so that the host still
 * tells a parent that sizes itself by its content how wide it would like to be. The empty grid says it: 40rem where there is room,
 * down to 9rem where a parent wants the least of its content.
 */
import { css } from 'lit';

export const widthStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0;
    max-inline-size: 100%;
    flex-shrink: 1000;
  }
  :host([hidden]) {
    display: none;
  }
  :host::before {
    content: '';
    display: grid;
    flex: 0 0 0;
    min-inline-size: 0;
    overflow: hidden;
    grid-template-columns: minmax(9rem, 40rem);
  }
  .container {
    container-type: inline-size;
    inline-size: 100%;
  }
`;
