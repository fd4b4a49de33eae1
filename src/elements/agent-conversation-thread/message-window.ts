/** Which messages of a long thread are drawn: a stretch that grows at either end. */
export interface MessageWindow {
  start: number;
  /** The first that is not drawn any more. */
  end: number;
}

export const STEP = 100;

/** The beginning, or the surroundings of the message that was looked for. */
export function openWindow(count: number, found: number | undefined): MessageWindow {
  const start = found === undefined || found < STEP ? 0 : Math.max(0, Math.min(found - STEP / 2, count - STEP));
  return { start, end: Math.min(count, start + STEP) };
}

/** One step further back. */
export const showEarlier = ({ start, end }: MessageWindow): MessageWindow => ({
  start: Math.max(0, start - STEP),
  end,
});

/** One step further on. */
export const showLater = ({ start, end }: MessageWindow, count: number): MessageWindow => ({
  start,
  end: Math.min(count, end + STEP),
});

/** The window after a refresh: a user at the end sees what is new there. */
export function keepWindow({ start, end }: MessageWindow, before: number, count: number): MessageWindow {
  return {
    start: Math.min(start, Math.max(0, count - 1)),
    end: end >= before && count - end <= STEP ? count : Math.min(end, count),
  };
}
