const longestQuestion = 2000;
const mostNames = 64;

/** Words of a question that may be the exact name of a document, as they are compared: in lower case, without marks around them. */
export function namesIn(question: string): string[] {
  const words = question
    .slice(0, longestQuestion)
    .toLowerCase()
    .split(/[\s"'`,;()[\]{}<>]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(words)].filter((word) => word !== '').slice(0, mostNames);
}
