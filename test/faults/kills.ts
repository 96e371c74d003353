/** How often to kill: a few times with the other tests, fifty times on demand (`AUTO_OPS_TEST_KILLS=50`). */
export const kills = Number(process.env.AUTO_OPS_TEST_KILLS ?? 8);

/** What the moments are drawn from; set it to see a failure again. */
export const seed = Number(process.env.AUTO_OPS_TEST_SEED ?? Date.now() % 1_000_000);
