import { z } from 'zod';

/** Text of a model with a limit that the parser enforces; not every model server knows a limit in a schema. */
export function boundedText(characters: number) {
  return z.string().refine((text) => text.length <= characters, `at most ${characters} characters`);
}
