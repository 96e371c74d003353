/**
 * Endings after which another look may help by itself: nobody has said no, and what was tried is undone or changed nothing. After
 * `rejected` and `cancelled` a person has decided; after the others a person has to look first.
 */
export const retriedEndings = ['failed', 'unchanged', 'undone', 'expired'] as const;
