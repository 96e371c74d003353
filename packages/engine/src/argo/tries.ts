/** How often a run was posted, woken and stopped since this process began, and when last (milliseconds since 1970). */
export interface Tries {
  readonly posts: number;
  readonly postedAt: number;
  readonly wakes: number;
  readonly wokenAt: number;
  readonly stops: number;
  readonly stoppedAt: number;
}
