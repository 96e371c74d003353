/** Throws unless a policy whose name matches has refused the request. */
export async function refused(answer: Promise<string>, reason: RegExp): Promise<undefined> {
  const text = await answer.then(
    () => 'it was allowed',
    (error: Error) => error.message,
  );
  if (!/ answered (403|422)/.test(text) || !reason.test(text)) throw new Error(text.slice(0, 400));
  return undefined;
}
