/** The day that the pages call today: that of the newest evidence. They are the same whenever they are built. */
export const today = '2026-11-30'
