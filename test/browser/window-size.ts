/** The size of the browser's window and of the display without a screen, in pixels; screenshots are this large. */
export const WINDOW_SIZE = { width: 1280, height: 860 } as const;
