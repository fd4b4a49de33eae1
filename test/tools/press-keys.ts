import { sendKeys } from '@web/test-runner-commands';

const isWebKit = !('userAgentData' in navigator) && !navigator.userAgent.includes('Firefox');

/**
 * Presses one key or a chord such as `Shift+Tab` in every browser of the kit.
 *
 * Chromium and Firefox take a chord key by key; the WebDriver behind WebKit takes it only whole.
 */
export async function pressKeys(chord: string): Promise<void> {
  if (isWebKit) return sendKeys({ press: chord });
  const held = chord.split('+');
  const key = held.pop() ?? chord;
  for (const name of held) await sendKeys({ down: name });
  await sendKeys({ press: key });
  for (const name of held.reverse()) await sendKeys({ up: name });
}
