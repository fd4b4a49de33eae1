/** How bytes of Apache Arrow are known: a file by its first letters, a stream by the marker before its first message. */
import type { Steps } from '../../core/steps.js';
import type { FactIntake } from './fact-intake.js';

export type ArrowRead = (bytes: Uint8Array, intake: FactIntake) => Steps<void>;

export const MAGIC_SIZE = 6;
const FILE = [...'ARROW1'].map((letter) => letter.charCodeAt(0));

/** `bytes` are at least six. No text begins like this. */
export function isArrow(bytes: Uint8Array): boolean {
  return FILE.every((byte, at) => bytes[at] === byte) || bytes.subarray(0, 4).every((byte) => byte === 0xff);
}
