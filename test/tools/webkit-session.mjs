import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { findMiniBrowser, requireBrowser } from './find-browsers.mjs';

const STARTUP_MS = 20_000;
const POLL_MS = 100;

/** A port nobody listens on at this moment. */
async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts a display server without a screen; it picks a free number itself and tells it on descriptor 3. */
async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display.')));
  const [number] = await Promise.race([once(child.stdio[3], 'data'), exited]);
  return { child, display: `:${String(number).trim()}` };
}

/** One answer of the driver: its `value`, or its error thrown. */
async function readAnswer(response) {
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`WebKitWebDriver answered ${response.status} ${value.error}: ${value.message}`);
}

/**
 * One WebKitGTK window, driven over the W3C WebDriver protocol.
 *
 * The driver serves one session a process, so each session starts a driver and a display of its own.
 */
export class WebKitSession {
  #children = [];
  #driverUrl = '';
  #sessionPath = '';

  /** Starts display, driver and browser. @param {{ width?: number, height?: number }} [size] of the window, in pixels */
  async open({ width = 1024, height = 768 } = {}) {
    await this.#startDriver();
    const options = { binary: findMiniBrowser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    const { sessionId } = await this.#request('POST', '/session', { capabilities });
    this.#sessionPath = `/session/${sessionId}`;
    await this.command('/window/rect', { width, height });
  }

  /** Sends one command of the session, such as `('/url', { url })` or `('/execute/sync', { script, args })`. */
  command(path, body) {
    return this.#request('POST', this.#sessionPath + path, body);
  }

  /** Plays input: a list of WebDriver action sequences. */
  performActions(actions) {
    return this.command('/actions', { actions });
  }

  /** Ends the browser, then the driver, then the display. */
  async close() {
    if (this.#sessionPath) await this.#request('DELETE', this.#sessionPath).catch(() => {});
    for (const child of this.#children.splice(0).reverse()) child.kill();
  }

  async #startDriver() {
    const program = requireBrowser('webkit');
    const { child, display } = await startDisplay();
    this.#children.push(child);
    const port = await findFreePort();
    const env = { ...process.env, DISPLAY: display };
    this.#children.push(spawn(program, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' }));
    this.#driverUrl = `http://127.0.0.1:${port}`;
    await this.#untilReady();
  }

  async #untilReady() {
    const lastTry = Date.now() + STARTUP_MS;
    for (;;) {
      const status = await this.#request('GET', '/status').catch((error) => ({ error }));
      if (!status.error) return;
      if (Date.now() > lastTry) throw new Error('WebKitWebDriver did not come up.', { cause: status.error });
      await delay(POLL_MS);
    }
  }

  async #request(method, path, body) {
    return readAnswer(await fetch(this.#driverUrl + path, { method, ...(body && { body: JSON.stringify(body) }) }));
  }
}
