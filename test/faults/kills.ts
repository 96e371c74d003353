/** Set to kill this often in each test of the suite; a few times where it is not set, so that all tests stay quick. */
const asked = process.env.AUTO_OPS_TEST_KILLS;

/** How often each test kills, and what its moments are drawn from: AUTO_OPS_TEST_SEED shows a failure again. */
export const kills = {
  ofEngine: Number(asked ?? 5),
  ofService: Number(asked ?? 3),
  seed: Number(process.env.AUTO_OPS_TEST_SEED ?? Date.now() % 1_000_000),
} as const;
