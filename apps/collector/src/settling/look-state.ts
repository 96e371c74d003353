/** Whether what was looked at is at rest, at rest and not well, or still on its way. */
export type LookState = 'calm' | 'troubled' | 'moving';
