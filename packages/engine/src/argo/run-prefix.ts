/** Every run's name begins with it; the rest is the id of its event and the parameter of its Workflow. */
export const runPrefix = 'incident-';
