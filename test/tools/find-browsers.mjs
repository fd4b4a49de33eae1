import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** @typedef {{ name: 'chromium' | 'firefox' | 'webkit', path: string | null, remedy: string }} Browser */

const PROGRAMS = process.env.PROGRAMFILES ?? 'C:\\Program Files';
const PROGRAMS_32 = process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)';

const CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(PROGRAMS, 'Google/Chrome/Application/chrome.exe'),
  join(PROGRAMS_32, 'Google/Chrome/Application/chrome.exe'),
];

const FIREFOX = [
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(PROGRAMS, 'Mozilla Firefox/firefox.exe'),
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
}

/** The first of the names or absolute paths that can be run, or `null`. */
function findProgram(candidates) {
  const paths = candidates.flatMap((name) => (isAbsolute(name) ? [name] : onPath(name)));
  return paths.find(isExecutable) ?? null;
}

/** WebKitGTK's small browser lies in a folder named after machine and release. */
export function findMiniBrowser() {
  const machines = ['x86_64-linux-gnu', 'aarch64-linux-gnu', '.'];
  const releases = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const paths = machines.flatMap((machine) =>
    releases.map((release) => join('/usr/lib', machine, release, 'MiniBrowser')),
  );
  return process.env.MINIBROWSER_PATH ?? paths.find((path) => existsSync(path)) ?? null;
}

/** WebKit counts as found when its driver, its browser and a display server are all there. */
function findWebKit() {
  const driver = findProgram(['WebKitWebDriver']);
  return driver && findMiniBrowser() && findProgram(['Xvfb']) ? driver : null;
}

const install = (packages) => `apt-get update && apt-get install -y --no-install-recommends ${packages}`;

/** What this machine can run tests in; `remedy` says how to get what is missing. @returns {Browser[]} */
export function findBrowsers() {
  return [
    {
      name: 'chromium',
      path: findProgram([process.env.CHROMIUM_PATH, ...CHROMIUM].filter(Boolean)),
      remedy: `Install Chromium or Chrome, or set CHROMIUM_PATH to its program. On Debian, as root: ${install('chromium')}`,
    },
    {
      name: 'firefox',
      path: findProgram([process.env.FIREFOX_PATH, ...FIREFOX].filter(Boolean)),
      remedy: `Install Firefox, or set FIREFOX_PATH to its program. On Debian, as root: ${install('firefox-esr')}`,
    },
    {
      name: 'webkit',
      path: findWebKit(),
      remedy: `WebKit runs on Linux only. On Debian, as root: ${install('webkit2gtk-driver xvfb xauth')}`,
    },
  ];
}

/** The path of one browser; throws with the remedy when it is missing. @param {Browser['name']} name */
export function requireBrowser(name) {
  const browser = findBrowsers().find((one) => one.name === name);
  if (!browser) throw new RangeError(`Unknown browser "${name}". Use one of: chromium, firefox, webkit.`);
  if (!browser.path) throw new Error(`No ${name} found. ${browser.remedy}`);
  return browser.path;
}
