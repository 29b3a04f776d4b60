/** What a command's exit code says. */
export const EXIT = {
  fine: 0,
  /** The rules are violated somewhere; the output says where. */
  violations: 1,
  /** The input or the usage is unusable; nothing was written. */
  unusable: 2,
  /** The work stopped part-way; what stands is whole, and listed. */
  stopped: 3,
  /** Stopped by the person, as shells report it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
