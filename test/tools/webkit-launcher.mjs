import { WebKitSession } from './webkit-session.mjs';

/** Code points that the WebDriver standard gives to keys without a character. */
const KEY_CODES = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** `Shift+Tab` is two keys; a lone `+` is one. */
const splitChord = (press) => (press.length > 1 && press.includes('+') ? press.split('+') : [press]);

/** Presses the keys of a chord in order and lets them go in reverse. */
function toKeyActions(press) {
  const values = splitChord(press).map((key) => KEY_CODES[key] ?? key);
  const downs = values.map((value) => ({ type: 'keyDown', value }));
  const ups = values.toReversed().map((value) => ({ type: 'keyUp', value }));
  return [...downs, ...ups];
}

const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
const buttonDown = (button = 'left') => ({ type: 'pointerDown', button: BUTTONS[button] });
const buttonUp = (button = 'left') => ({ type: 'pointerUp', button: BUTTONS[button] });

/**
 * Runs Web Test Runner's pages in WebKitGTK, one after the other in the same window.
 *
 * Answers `sendKeys` and `sendMouse` of @web/test-runner-commands; `setViewport` and `emulateMedia` have no
 * counterpart in WebDriver, so tests wrap the element in a box of the wanted size.
 */
class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;

  #session = new WebKitSession();
  #opening;
  #size;
  #urls = new Map();

  constructor(size) {
    this.#size = size;
  }

  async startSession(id, url) {
    this.#opening ??= this.#session.open(this.#size);
    await this.#opening;
    this.#urls.set(id, url);
    await this.#session.command('/url', { url });
  }

  async stopSession(id) {
    this.#urls.delete(id);
    await this.#session.command('/url', { url: 'about:blank' });
    return {};
  }

  isActive(id) {
    return this.#urls.has(id);
  }

  getBrowserUrl(id) {
    return this.#urls.get(id);
  }

  startDebugSession() {
    return Promise.reject(
      new Error('WebKit has no debug session here. Debug in Chromium: BROWSERS=chromium npx wtr --watch'),
    );
  }

  async stop() {
    await this.#opening?.catch(() => {});
    await this.#session.close();
  }

  sendKeys(_id, presses) {
    return this.#session.performActions([{ type: 'key', id: 'keyboard', actions: presses.flatMap(toKeyActions) }]);
  }

  sendMouseMove(_id, x, y) {
    return this.#moveMouse(moveTo(x, y));
  }

  sendMouseClick(_id, x, y, button) {
    return this.#moveMouse(moveTo(x, y), buttonDown(button), buttonUp(button));
  }

  sendMouseDown(_id, button) {
    return this.#moveMouse(buttonDown(button));
  }

  sendMouseUp(_id, button) {
    return this.#moveMouse(buttonUp(button));
  }

  resetMouse() {
    return this.#moveMouse(moveTo(0, 0));
  }

  #moveMouse(...actions) {
    return this.#session.performActions([
      { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions },
    ]);
  }
}

/** @param {{ width?: number, height?: number }} [size] of the window, in pixels */
export function webkitLauncher(size) {
  return new WebKitLauncher(size);
}
